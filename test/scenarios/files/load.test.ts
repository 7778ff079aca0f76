/** Files of scenarios: what is right is loaded, and what is wrong is told in one line. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import responseValidators from '../../../compiled/response-validators.js';
import { loadScenarios } from '../../../src/scenarios/files/load.js';
import { findingLine, type ScenarioFinding } from '../../../src/scenarios/judge/finding.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nexconn-scenarios-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const load = (...names: string[]) =>
  loadScenarios(
    names.map((name) => join(folder, name)),
    { contract, responseValidators },
  );

const lines = (findings: readonly ScenarioFinding[]): string[] =>
  findings.map((finding) => findingLine(finding).replaceAll(`${folder}/`, ''));

/** The findings of one file, and nothing of it is loaded where there are some. */
async function findingsOf(text: string, name = 'a.yaml'): Promise<string[]> {
  await write({ [name]: text });
  return lines((await load(name)).findings);
}

const answer = (text: string): string => `- name: a\n  answers: [${text}]\n`;
const when = (text: string): string => `- name: a\n  when: ${text}\n  answers: [{ text: hi }]\n`;

describe('one line for', () => {
  const table: [what: string, text: string, line: string | RegExp][] = [
    ['an unknown member', when('{ usr: hi }'), 'a.yaml:2:11 /0/when/usr: there is no member usr here; did you mean user?'],
    [
      'one that is like none',
      answer('{ text: hi, zzz: 1 }'),
      /^a\.yaml:2:25 \/0\/answers\/0\/zzz: there is no member zzz here; there are text, json, /,
    ],
    ['a misspelt kind of answer', answer('{ txt: hi }'), 'a.yaml:2:15 /0/answers/0/txt: there is no member txt here; did you mean text?'],
    ['a wrong type', when('{ turn: often }'), 'a.yaml:2:17 /0/when/turn: must be integer or array, got string "often"'],
    [
      'a number for a text',
      when('{ user: 42 }'),
      "a.yaml:2:17 /0/when/user: must be string or array or null, got number 42; quote it: '42'",
    ],
    [
      'a field of the body that is no pointer',
      when('{ body: { a.b: 1 } }'),
      'a.yaml:2:19 /0/when/body/a.b: must be a JSON pointer into the body, such as /a/b',
    ],
    [
      'an operation that is none',
      when('{ operation: createChatCompletions }'),
      'a.yaml:2:22 /0/when/operation: there is no operation createChatCompletions; did you mean createChatCompletion?',
    ],
    [
      'a conversation where there is none',
      when('{ operation: createVideo, user: cat }'),
      'a.yaml:2:35 /0/when/user: createVideo has no conversation to ask user of; ask by body, headers, path or query',
    ],
    [
      'words of an operation without a chat',
      when('{ operation: createVideo }'),
      /^a\.yaml:3:13 \/0\/answers\/0: createVideo speaks no chat protocol, so it cannot say this/,
    ],
    [
      'a job where none is created',
      '- name: a\n  when: { operation: createChatCompletion }\n  answers: [{ job: { seconds: 4 } }]\n',
      'a.yaml:3:20 /0/answers/0/job: createChatCompletion creates no job',
    ],
    [
      'a job for a conversation',
      '- name: a\n  when: { user: cat }\n  answers: [{ job: { seconds: 4 } }]\n',
      'a.yaml:3:20 /0/answers/0/job: no operation with a conversation can give this; leave user out of when, and ask by body',
    ],
    [
      'pictures where there are none',
      '- name: a\n  when: { operation: createVideo }\n  answers: [{ media: [https://a.example/a.png] }]\n',
      'a.yaml:3:22 /0/answers/0/media: createVideo answers with no pictures at once',
    ],
    [
      'answers that no one operation can give',
      answer('{ text: hi }, { job: { seconds: 4 } }'),
      'a.yaml:2:12 /0/answers: no operation can give all of these answers; make several scenarios of them',
    ],
    [
      'a state in which no job ends',
      answer('{ job: { end: shattered } }'),
      /^a\.yaml:2:27 \/0\/answers\/0\/job\/end: no such job ends as shattered; it may be /,
    ],
    [
      'an example that is none',
      answer('{ example: chat-completion.tol-call }'),
      'a.yaml:2:24 /0/answers/0/example: there is no example chat-completion.tol-call; did you mean chat-completion.tool-call?',
    ],
    [
      'an example of another operation',
      '- name: a\n  when: { operation: createVideo }\n  answers: [{ example: chat-completion.tool-call }]\n',
      /^a\.yaml:3:24 \/0\/answers\/0\/example: there is no example chat-completion\.tool-call of createVideo; /,
    ],
    ['a status that is no error', answer('{ error: 200 }'), 'a.yaml:2:22 /0/answers/0/error: must be >= 400, got number 200'],
    [
      'a status that is not declared',
      '- name: a\n  when: { operation: createChatCompletion }\n  answers: [{ response: { status: 302 } }]\n',
      /^a\.yaml:3:35 \/0\/answers\/0\/response\/status: createChatCompletion has no response with the status 302, only 200, 400, .*; add breaksContract: true/,
    ],
    [
      'a body that breaks the contract',
      '- name: a\n  when: { operation: createMessage }\n  answers: [{ response: { body: { id: 4 } } }]\n',
      /^a\.yaml:3:33 \/0\/answers\/0\/response\/body\/\w+: \w+ is required, as createMessage has it$/,
    ],
    [
      'an event that breaks the contract',
      "- name: a\n  when: { operation: createChatCompletion }\n  answers: [{ response: { events: [{ id: 4 }, '[DONE]'] } }]\n",
      /^a\.yaml:3:36 \/0\/answers\/0\/response\/events\/0\/\w+: /,
    ],
    [
      'a text of another media type',
      '- name: a\n  when: { operation: createChatCompletion }\n  answers: [{ response: { text: hi } }]\n',
      'a.yaml:3:33 /0/answers/0/response/text: is text/plain, and must be application/json or text/event-stream, as createChatCompletion has it',
    ],
    [
      'a protocol that is none',
      answer('{ parts: [{ raw: { mesages: {} } }] }'),
      'a.yaml:2:41 /0/answers/0/parts/0/raw/mesages: there is no protocol mesages; did you mean messages?',
    ],
    [
      'a pattern that does not compile',
      when("{ user: '/(/' }"),
      'a.yaml:2:17 /0/when/user: Invalid regular expression: /(/: Unterminated group',
    ],
    [
      'a pattern that repeats what repeats',
      when("{ user: '/(a+)+/' }"),
      /^a\.yaml:2:17 \/0\/when\/user: \/\(a\+\)\+\/ repeats what repeats already/,
    ],
    [
      'a flag that is none',
      when("{ headers: { x: '/a/g' } }"),
      'a.yaml:2:25 /0/when/headers/x: the flags of /a/g must be some of i, m, s, u, got g',
    ],
    ['a pattern for a model', when("{ model: '/claude/' }"), /^a\.yaml:2:18 \/0\/when\/model: names of models are no patterns; write \* /],
    [
      'a pattern with a comma, not quoted',
      when('{ user: /refund,money back/i, tool: x }'),
      "a.yaml:2:17 /0/when/user: a pattern with a comma has to be quoted: '/refund, money back/i'",
    ],
    ['one in a list', when('{ user: [/a,b/, c] }'), "a.yaml:2:18 /0/when/user/0: a pattern with a comma has to be quoted: '/a, b/'"],
    [
      'a pattern with braces, not quoted',
      when('{ user: /a{1,2}/ }'),
      /^a\.yaml:2:19: is no YAML: .*; patterns have to be quoted: '\/…\/'$/,
    ],
    [
      'an expression without quotes',
      answer('{ text: {$conversation#/user} }'),
      "a.yaml:2:21 /0/answers/0/text: {$conversation#/user} without quotes is an object to YAML; quote it: '{$conversation#/user}'",
    ],
    [
      'one where any value may be',
      answer('{ toolCalls: [{ name: x, arguments: { city: {$request.body#/x} } }] }'),
      /^a\.yaml:2:57 .*\/city: .* quote it: '\{\$request\.body#\/x\}'$/,
    ],
    [
      'one in the middle of a text',
      answer('{ text: You said {$conversation#/user} }'),
      /^a\.yaml:2:30: is no YAML: .*; texts with \{\$…\} in them have to be quoted$/,
    ],
    [
      'an expression that is none',
      answer("{ text: '{$conversation#user}' }"),
      /^a\.yaml:2:21 \/0\/answers\/0\/text: \{\$conversation#user\} is no expression; write /,
    ],
    [
      'times: 0',
      answer('{ text: hi, times: 0 }'),
      'a.yaml:2:32 /0/answers/0/times: must be >= 1, got number 0; leave the answer out instead',
    ],
    ['an answer of nothing', answer('{ times: 2 }'), /^a\.yaml:2:13 \/0\/answers\/0: needs something to say \(text, /],
    [
      'two kinds of answer in one',
      answer('{ error: 429, text: hi, finish: stop }'),
      'a.yaml:2:27 /0/answers/0/text: text cannot stand beside error; write one of them, or two entries',
    ],
    [
      'two kinds of part in one',
      answer('{ parts: [{ text: hi, json: 1 }] }'),
      /^a\.yaml:2:\d+ \/0\/answers\/0\/parts\/0\/\w+: \w+ cannot stand beside \w+/,
    ],
    ['no answers', '- name: a\n', 'a.yaml:1:3 /0: answers is required'],
    ['a text for answers', '- name: a\n  answers: Hi\n', 'a.yaml:2:12 /0/answers: must be array, got string "Hi"; write [{ text: … }]'],
    ['a text for an answer', answer('Hi'), 'a.yaml:2:13 /0/answers/0: must be object, got string "Hi"; write { text: … }'],
    ['the name that it has elsewhere', answer('{ content: hi }'), /^a\.yaml:2:15 .*there is no member content here; did you mean text\?$/],
    ['no name', '- answers: [{ text: hi }]\n', 'a.yaml:1:3 /0: name is required'],
    [
      'a name of other letters',
      '- name: a b\n  answers: [{ text: hi }]\n',
      'a.yaml:1:9 /0/name: must have letters, digits, _, . and - only, got "a b"',
    ],
    [
      'two of one name',
      '- name: a\n  answers: [{ text: hi }]\n- name: a\n  answers: [{ text: ho }]\n',
      /^a\.yaml:3:9 \/1\/name: there is a scenario a already, at .*a\.yaml:1:3; names are unique$/,
    ],
    ['something else than a scenario', '- 4\n', 'a.yaml:1:3 /0: must be object, got number 4'],
    ['an object around the list', 'scenarios:\n- name: a\n', 'a.yaml:1:1: must be a list of scenarios itself; leave `scenarios:` out'],
    ['nothing', '', 'a.yaml:1:1: must be a list of scenarios, got nothing'],
    [
      'a member twice',
      '- name: a\n  name: b\n  answers: [{ text: hi }]\n',
      'a.yaml:2:3: a member of this name is there already; leave one of them out',
    ],
    ['several documents', `${answer('{ text: hi }')}---\n- name: b\n`, 'a.yaml:3:1: a file is one list of scenarios; leave `---` out'],
    ['a tab', '- name: a\n\tanswers: [{ text: hi }]\n', /^a\.yaml:2:\d: is no YAML: .*; YAML is indented with spaces$/],
    [
      'a colon in a text',
      `${answer('{ error: 404 }')}- name: b\n  answers:\n    - text: Note: it's over\n`,
      /^a\.yaml:5:13: is no YAML: .*; a text with a colon in it has to be quoted$/,
    ],
    ['an alias that leads nowhere', answer('{ text: *nope }'), /^a\.yaml:2:21: is no YAML: Unresolved alias/],
    [
      'an alias in what it stands for',
      '- &a { name: a, answers: [*a] }\n',
      'a.yaml:1:27: is no YAML: this alias stands in what it stands for',
    ],
    [
      'a bomb of aliases',
      `- &a [${'x, '.repeat(20)}]\n${['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => `- &${name} [${`*${'abcdef'[index]}, `.repeat(20)}]\n`).join('')}`,
      'a.yaml:2:7: the aliases come to too many values; write them out, or fewer of them',
    ],
    ['a tag', answer('{ text: !shout hi }'), /^a\.yaml:2:21: is no YAML: Unresolved tag: !shout/],
    [
      'a missing file',
      answer('{ job: { media: [./cat.mp4] } }'),
      'a.yaml:2:30 /0/answers/0/job/media/0: there is no file ./cat.mp4 beside this one',
    ],
    [
      'a file outside',
      answer('{ text: { file: ../secret.txt } }'),
      'a.yaml:2:21 /0/answers/0/text: ../secret.txt is not below the folder of this file; put it there',
    ],
    [
      'an absolute path',
      answer('{ images: [/etc/passwd] }'),
      'a.yaml:2:24 /0/answers/0/images/0: /etc/passwd is not below the folder of this file; put it there',
    ],
  ];
  test.each(table)('%s', async (_, text, line) => {
    const found = await findingsOf(text);
    expect(found).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
  });

  const json: [what: string, text: string, line: string | RegExp][] = [
    [
      'a comma too many',
      '[{ "name": "a", "answers": [{ "text": "hi", }] }]',
      /^a\.json:1:4\d: is no JSON: Expected double-quoted property name/,
    ],
    ['an end too early', '[\n{ "name": "a", "answers": [{ "text": "hi" }] }', /^a\.json:2:\d+: is no JSON: /],
    [
      'an unknown member',
      '[\n\t{ "name": "a",\n\t\t"answers": [{ "txt": "hi" }] }]',
      'a.json:3:17 /0/answers/0/txt: there is no member txt here; did you mean text?',
    ],
    [
      'a member twice',
      '[\n{ "name": "a", "name": "b", "answers": [{ "text": "hi" }] }]',
      'a.json:2:16: a member of this name is there already; leave one of them out',
    ],
  ];
  test.each(json)('%s in JSON', async (_, text, line) => {
    expect(await findingsOf(text, 'a.json')).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
  });

  test('a link that leads out of the folder', async () => {
    await write({ 'secret.txt': 'secret', 'own/a.yaml': answer('{ text: { file: link.txt } }') });
    await symlink(join(folder, 'secret.txt'), join(folder, 'own/link.txt'));
    expect(lines((await load('own')).findings)).toEqual([
      'own/a.yaml:2:21 /0/answers/0/text: link.txt is not below the folder of this file; put it there',
    ]);
  });

  test.each([
    ['nothing.yaml', 'nothing.yaml: there is no such file or folder; give files that end in .yaml, .yml or .json, or folders of them'],
    ['notes.txt', 'notes.txt: a file of scenarios ends in .yaml, .yml or .json'],
  ])('the path %s', async (name, line) => {
    await write({ 'notes.txt': 'x' });
    expect(lines((await load(name)).findings)).toEqual([line]);
  });

  test('each of several mistakes, in the order of the file', async () => {
    const text = '- name: a\n  when: { usr: 1, images: two }\n  answers: [{ text: 4 }, {}]\n- name: b\n  answers: [{ error: 200 }]\n';
    const found = await findingsOf(text);
    expect(found.map((line) => line.split(' ')[0])).toEqual(
      ['a.yaml:2:11', 'a.yaml:2:27', 'a.yaml:3:21', 'a.yaml:3:26', 'a.yaml:5:22'].map((place) => place),
    );
  });
});

describe('a warning for', () => {
  const table: [what: string, text: string, line: string | RegExp][] = [
    [
      'a model that the contract does not know',
      when('{ model: claude-4.5-sonet }'),
      'a.yaml:2:18 /0/when/model: the contract knows no model claude-4.5-sonet; did you mean claude-4.5-sonnet?',
    ],
    [
      'one without its vendor',
      when('{ model: gpt-5* }'),
      /^a\.yaml:2:18 .* the contract knows no model gpt-5\*; did you mean \*\/gpt-5\*\?$/,
    ],
    [
      'a field of the body that it does not know',
      when('{ operation: createChatCompletion, body: { /temprature: 1 } }'),
      'a.yaml:2:52 /0/when/body/~1temprature: the contract knows no field /temprature of these requests',
    ],
    [
      'what a protocol has no place for',
      '- name: a\n  when: { operation: createMessage }\n  answers: [{ text: hi, refusal: no }]\n',
      'a.yaml:3:13 /0/answers/0: refusal is left out in messages, which has no place for it',
    ],
    [
      'a scenario that is never reached',
      '- name: a\n  when: { user: hi }\n  answers: [{ text: hi }]\n- name: b\n  when: { user: hi, stream: true }\n  answers: [{ text: ho }]\n',
      /^a\.yaml:4:3 \/1: b is never reached: a \(.*a\.yaml:1:3\) never ends/,
    ],
  ];
  test.each(table)('%s', async (_, text, line) => {
    await write({ 'a.yaml': text });
    const { findings, warnings, scenarios } = await load('a.yaml');
    expect(lines(warnings)).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
    expect(findings).toEqual([]);
    expect(scenarios.length).toBeGreaterThan(0);
  });

  test('a folder without files', async () => {
    await write({ 'empty/notes.txt': 'x' });
    const { findings, warnings } = await load('empty');
    expect([findings, lines(warnings)]).toEqual([[], ['empty: there are no scenarios in this folder: no .yaml, .yml or .json file']]);
  });
});

describe('nothing is said of', () => {
  test.each([
    ['an answer that is to break the contract', '{ response: { status: 302, body: { id: 4 } }, breaksContract: true }'],
    ['an expression in place of a number', "{ error: '{$request.body#/status}' }"],
    ['one in place of arguments', "{ toolCalls: [{ name: x, arguments: '{$request.body#/arguments}' }] }"],
    ['braces that are no expression', '{ text: "a {b} {$c} {$$conversation}" }'],
    ['a call of a tool that takes any text', '{ toolCalls: [{ name: apply_patch, arguments: "*** Begin Patch" }] }'],
    [
      'all that a model can say',
      '{ reasoning: hm, text: hi, json: { a: 1 }, toolCalls: [{ name: x }], finish: length, usage: { input: 1, output: 4, reasoning: 2, cached: 0 } }',
    ],
    [
      'the ways of an answer',
      '{ text: hi, times: 3, latencyMs: 5, pace: { firstEventMs: 1, eventsPerSecond: 40 }, fault: { kind: cut, afterEvents: 2 } }',
    ],
    ['jobs', '{ job: { seconds: 8, end: failed, at: 0.6, error: { message: no, code: blocked }, media: [https://a.example/a.mp4] } }'],
    ['a pass', '{ passThrough: true }'],
    ['errors', '{ error: { status: 429, message: slow, type: x, code: 4, retryAfterSeconds: 2 } }'],
  ])('%s', async (_, text) => {
    expect(await findingsOf(answer(text))).toEqual([]);
  });

  test('expressions that stand for values of several types', async () => {
    const body = `{ id: '{$request.body#/id}', object: list, data: [{ id: '{$request.body#/name}', object: model, created: '{$request.body#/at}', owned_by: x }] }`;
    expect(await findingsOf(`- name: a\n  when: { operation: listModels }\n  answers: [{ response: { body: ${body} } }]\n`)).toEqual([]);
  });
});

describe('the files', () => {
  test('of a folder come by name, what is in its folders too, hidden ones not, in the order of the paths', async () => {
    const named = (name: string): string => `- name: ${name}\n  when: { user: ${name} }\n  answers: [{ text: hi }]\n`;
    await write({
      'set/b.yml': named('b'),
      'set/a.yaml': named('a'),
      'set/c/d.json': JSON.stringify([{ name: 'd', when: { user: 'd' }, answers: [{ text: 'hi' }] }]),
      'set/.hidden/x.yaml': named('x'),
      'set/notes.md': '# Notes',
      'first.yaml': named('first'),
    });
    const { scenarios, findings, total } = await load('first.yaml', 'set', 'set/a.yaml');
    expect(findings).toEqual([]);
    expect(scenarios.map(({ name }) => name)).toEqual(['first', 'a', 'b', 'd']);
    expect(scenarios[1]?.file).toBe(join(folder, 'set/a.yaml'));
    expect(total).toEqual({ scenarios: 4, answers: 4 });
  });

  test('may use anchors and merge keys, and hundreds of aliases', async () => {
    const text = `- &base\n  name: a\n  when: &when { user: hi }\n  answers: &answers [{ text: hi }]\n${Array.from(
      { length: 300 },
      (_, index) => `- { <<: *base, name: b${index}, when: { <<: *when, turn: ${index} } }\n`,
    ).join('')}`;
    await write({ 'a.yaml': text });
    const { scenarios, findings } = await load('a.yaml');
    expect(findings).toEqual([]);
    expect(scenarios).toHaveLength(301);
    expect(scenarios[1]?.conditions.map(({ place }) => place)).toContain('turn');
  });

  test('that a scenario names are at hand: texts are read, all others when they are asked for', async () => {
    await write({
      'set/a.yaml': '- name: a\n  answers: [{ text: { file: texts/long.md }, images: [cat.png] }]\n',
      'set/texts/long.md': '# Long',
      'set/cat.png': 'png',
    });
    const { scenarios, findings, folders } = await load('set');
    expect(findings).toEqual([]);
    const files = scenarios[0]?.files;
    expect(files?.text('texts/long.md')).toBe('# Long');
    expect(String(await files?.bytes('cat.png'))).toBe('png');
    expect(folders).toEqual(expect.arrayContaining([join(folder, 'set'), join(folder, 'set/texts')]));
  });

  test('one that is wrong leaves the others as they are', async () => {
    await write({ 'a.yaml': answer('{ txt: hi }'), 'b.yaml': '- name: b\n  answers: [{ text: hi }]\n' });
    const { scenarios, findings } = await load('a.yaml', 'b.yaml');
    expect([scenarios.map(({ name }) => name), findings.length]).toEqual([['b'], 1]);
  });
});

/** What a reader of the guide begins with. */
const whole = `
- name: refund
  when: { user: '/refund|money back/i', tool: get_order }
  answers:
    - { text: I look the order up., toolCalls: [{ name: get_order, arguments: { id: 42, asked: '{$conversation#/user}' } }] }
- name: refund.unpaid
  when: { toolResult: { name: get_order, text: unpaid } }
  answers: [{ text: Order 42 was never paid. }]
- name: refund.done
  when: { toolResult: get_order }
  answers:
    - { reasoning: It was paid., text: 'Refunded. The shop said: {$conversation#/toolResults/0/text}', pace: { firstEventMs: 300, eventsPerSecond: 40 } }
- name: report
  when: { user: report, system: '/weather/i', model: ['claude-*', 'gpt-5*'] }
  answers:
    - parts:                                # where the order matters
        - text: First the weather.
        - toolCall: { name: get_weather, arguments: { city: Berlin } }
        - raw: { messages: { type: redacted_thinking, data: Zm9v } }
      finish: length
      usage: { input: 1200, output: 4096 }
- name: flaky
  when: { operation: createChatCompletion, headers: { x-test: flaky } }
  answers: [{ error: 429, times: 2 }]
- name: poem
  when: { user: poem, stream: true }
  answers: [{ text: Roses are red., fault: { kind: error, afterEvents: 3, message: Overloaded., type: overloaded_error } }]
- name: cat
  when: { operation: createVideo, body: { /prompt: '/\\bcat\\b/' } }
  answers:
    - job: { seconds: 8, end: failed, at: 0.6, error: { message: The prompt was refused., code: moderation_blocked } }
    - job: { seconds: 8, media: [./cat.mp4] }
- name: bad-gateway
  when: { user: outage }
  answers: [{ response: { status: 502, headers: { content-type: text/html }, text: <h1>Bad gateway</h1> }, breaksContract: true }]
`;

test('a file with one of everything is right', async () => {
  await write({ 'all.yaml': whole, 'cat.mp4': 'mp4' });
  const { scenarios, findings, warnings } = await load('all.yaml');
  expect(findings).toEqual([]);
  expect(scenarios.map(({ name }) => name)).toEqual([
    'refund',
    'refund.unpaid',
    'refund.done',
    'report',
    'flaky',
    'poem',
    'cat',
    'bad-gateway',
  ]);
  expect(lines(warnings).map((line) => line.replace(/^\S+ \S+ /, ''))).toEqual([
    expect.stringMatching(/^the contract knows no model gpt-5\*/),
    'raw is left out in chat-completions, generate-content and responses, which have no place for it',
  ]);
});

test('a picture of a file is left out only where there is no place for pictures', async () => {
  await write({ 'a.yaml': '- name: a\n  answers: [{ images: [./a.png] }]\n', 'a.png': 'any' });
  expect(lines((await load('a.yaml')).warnings)).toEqual([
    'a.yaml:2:13 /0/answers/0: image is left out in messages, which has no place for it',
  ]);
});
