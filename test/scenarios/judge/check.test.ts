/** Scenarios that stand in no file: those of code, and those that come over the network. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import responseValidators from '../../../compiled/response-validators.js';
import { ScenarioCheck } from '../../../src/scenarios/judge/check.js';
import { findingLine } from '../../../src/scenarios/judge/finding.js';
import type { Scenario } from '../../../src/scenarios/scenario.js';

const check = new ScenarioCheck({ contract, responseValidators });
const findingsOf = (...scenarios: unknown[]): string[] => check.check([{ value: scenarios }]).findings.map(findingLine);

describe('one line for', () => {
  const circle: { name: string; answers: unknown[] } = { name: 'a', answers: [] };
  circle.answers.push(circle);
  test.each<[string, unknown, string | RegExp]>([
    [
      'an unknown member',
      { name: 'a', whn: {}, answers: [{ text: 'hi' }] },
      'scenarios/0/whn: there is no member whn here; did you mean when?',
    ],
    ['no name', { answers: [{ text: 'hi' }] }, 'scenarios/0: name is required'],
    [
      'a pattern that repeats what repeats',
      { name: 'a', when: { user: /(a+)+/ }, answers: [{ text: 'hi' }] },
      /^scenarios\/0\/when\/user: \/\(a\+\)\+\/ repeats/,
    ],
    [
      'a file',
      { name: 'a', answers: [{ text: { file: 'a.md' } }] },
      'scenarios/0/answers/0/text: a.md is a file, which only scenarios that stand in a file may name; write its text',
    ],
    [
      'media of a file',
      { name: 'a', answers: [{ job: { media: ['a.mp4'] } }] },
      /^scenarios\/0\/answers\/0\/job\/media\/0: a\.mp4 is a file, .*; write an address, or a data URL$/,
    ],
    [
      'a picture of a file in a part',
      { name: 'a', answers: [{ parts: [{ image: '/etc/passwd' }] }] },
      /^scenarios\/0\/answers\/0\/parts\/0\/image: \/etc\/passwd is a file/,
    ],
    [
      'an operation that is none',
      { name: 'a', when: { operation: 'createChat' }, answers: [{ text: 'hi' }] },
      /^scenarios\/0\/when\/operation: there is no operation createChat; did you mean /,
    ],
    [
      'a header whose name is none',
      { name: 'a', answers: [{ response: { headers: { 'x y': '1' } }, breaksContract: true }] },
      'scenarios/0/answers/0/response/headers/x y: is no name of a header, which has letters, digits and - only',
    ],
    [
      'a header with a line break',
      { name: 'a', answers: [{ response: { headers: { 'x-a': 'b\nc' } }, breaksContract: true }] },
      'scenarios/0/answers/0/response/headers/x-a: has line breaks, or characters that no header carries; encode them, as with %',
    ],
    [
      'a header in Chinese',
      { name: 'a', answers: [{ response: { headers: { 'x-a': '天气' } }, breaksContract: true }] },
      /headers\/x-a: has line breaks, or characters/,
    ],
    [
      'a body where there is none',
      { name: 'a', answers: [{ response: { status: 204, text: 'hi' }, breaksContract: true }] },
      'scenarios/0/answers/0/response/text: a response with the status 204 has no body; leave text out',
    ],
    ['a value in a circle', circle, 'scenarios/0: must be a value of JSON: Converting circular structure to JSON'],
    ['nothing', null, 'scenarios/0: must be object, got null'],
  ])('%s', (_, scenario, line) => {
    expect(findingsOf(scenario)).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
  });

  test('two of one name', () => {
    const scenario: Scenario = { name: 'a', answers: [{ text: 'hi' }] };
    expect(findingsOf(scenario, scenario)).toEqual(['scenarios/1/name: there is a scenario a already, at scenarios/0; names are unique']);
  });
});

test('a part of a path that there is not is told, with what there is', () => {
  const warned = (when: Scenario['when']) =>
    check.check([{ value: [{ name: 'a', when, answers: [{ error: 404 }] }] }]).warnings.map(findingLine);
  expect(warned({ operation: 'getFile', path: { id: 'x' } })).toEqual([
    'scenarios/0/when/path/id: no path of these requests has a part id; there are file_id',
  ]);
  expect(warned({ operation: 'listModels', path: { id: 'x' } })).toEqual([
    'scenarios/0/when/path/id: no path of these requests has a part id; ask by query, headers or body',
  ]);
  expect(warned({ path: { file_id: 'x' } })).toEqual([]);
});

describe('an expression stands for a text or a number, and not for what an answer consists of:', () => {
  const expression = '{$request.body#/model}';
  test.each<[string, unknown]>([
    ['', expression],
    ['/toolCalls', { toolCalls: expression }],
    ['/toolCalls/0', { toolCalls: [expression] }],
    ['/images', { images: expression }],
    ['/parts', { parts: expression }],
    ['/parts/0', { parts: [expression] }],
    ['/parts/0/toolCall', { parts: [{ toolCall: expression }] }],
    ['/finish', { text: 'hi', finish: expression }],
    ['/usage', { text: 'hi', usage: expression }],
    ['/times', { text: 'hi', times: expression }],
    ['/pace', { text: 'hi', pace: expression }],
    ['/fault', { text: 'hi', fault: expression }],
    ['/job', { job: expression }],
    ['/job/media', { job: { media: expression } }],
    ['/media', { media: expression }],
    ['/response', { response: expression }],
    ['/response/headers', { response: { headers: expression } }],
    ['/response/events', { response: { events: expression } }],
  ])('answer%s', (pointer, answer) => {
    const [found, ...others] = findingsOf({ name: 'a', answers: [answer] });
    expect(found).toMatch(new RegExp(`^scenarios/0/answers/0${pointer}: must be .*; an expression stands for a text or a number$`));
    expect(others).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['text', { text: expression }],
    ['arguments', { toolCalls: [{ name: expression, arguments: expression }] }],
    ['a picture', { images: [expression] }],
    ['numbers', { text: 'hi', usage: { input: expression }, latencyMs: expression }],
    ['a status', { error: expression }],
    ['a body', { response: { body: expression }, breaksContract: true }],
    ['events', { response: { events: [expression] }, breaksContract: true }],
  ])('but for %s', (_, answer) => {
    expect(findingsOf({ name: 'a', answers: [answer] })).toEqual([]);
  });
});

describe('an expression that stands for nothing', () => {
  const told = (scenario: object): string[] => {
    const { findings, warnings } = check.check([{ value: [{ name: 'a', ...scenario }] }]);
    return [...findings.map(findingLine), ...warnings.map((warning) => `warning: ${findingLine(warning)}`)];
  };
  const at = 'scenarios/0/answers/0/text: ';
  test.each<[string, string[]]>([
    [
      '{$conversation#/usr}',
      [`${at}{$conversation#/usr} stands for nothing: a conversation has no /usr; did you mean {$conversation#/user}?`],
    ],
    [
      'It says {$conversation#/toolResults/0/txt}, and {$$conversation#/usr}.',
      [
        `${at}{$conversation#/toolResults/0/txt} stands for nothing: a conversation has no /toolResults/0/txt; did you mean {$conversation#/toolResults/0/text}?`,
      ],
    ],
    [
      '{$conversation#/turns/last/text}',
      [`${at}{$conversation#/turns/last/text} stands for nothing: a conversation has no /turns/last; there are 0`],
    ],
    ['{$conversation#/toolResults/0/json/order/id}', []],
    [
      '{$request.body#/temprature}',
      [
        `warning: ${at}{$request.body#/temprature} stands for nothing: the contract knows no field /temprature of these requests; did you mean {$request.body#/temperature}?`,
      ],
    ],
    ['{$request.body#/messages/0/content}', []],
    ['{$request.header.x-test}', []],
    [
      '{$request.query.verbos}',
      [`warning: ${at}{$request.query.verbos} stands for nothing: these requests have no parameter verbos in their query`],
    ],
    [
      '{$convresation#/user}',
      [`warning: ${at}{$convresation#/user} is no expression, and stays as it is; did you mean {$conversation#/user}?`],
    ],
    ['{$price}', [`warning: ${at}{$price} is no expression, and stays as it is; write {$$price} where that is meant`]],
    ['{$$price} and {price} and { $price }', []],
  ])('%s', (text, lines) => {
    expect(told({ when: { operation: 'createChatCompletion' }, answers: [{ text }] })).toEqual(lines);
  });

  test('in a parameter, and where there is no conversation', () => {
    const message = (text: string) => ({ answers: [{ error: { status: 404, message: text } }], when: { operation: 'getFile' } });
    const line = 'warning: scenarios/0/answers/0/error/message: ';
    expect(told(message('{$request.path.file_di}'))).toEqual([
      `${line}{$request.path.file_di} stands for nothing: these requests have no parameter file_di in their path; did you mean {$request.path.file_id}?`,
    ]);
    expect(told(message('{$request.path.file_id}'))).toEqual([]);
    expect(told(message('{$conversation#/user}'))).toEqual([
      `${line}{$conversation#/user} stands for nothing: getFile has no conversation`,
    ]);
    expect(told(message('{$request.body#/id}'))).toEqual([`${line}{$request.body#/id} stands for nothing: getFile takes no body`]);
  });
});

describe('a fault', () => {
  const told = (answer: object, operation: string | string[] = 'createChatCompletion') => {
    const { findings, warnings } = check.check([{ value: [{ name: 'a', when: { operation }, answers: [answer] }] }]);
    return { findings: findings.map(findingLine), warnings: warnings.map(findingLine) };
  };

  test.each<[object, string]>([
    [{ kind: 'cut', afterEvents: -1 }, '/afterEvents: must be >= 0, got number -1'],
    [{ kind: 'cut', afterEvents: 1.5 }, '/afterEvents: must be integer, got number 1.5'],
    [{ kind: 'cut', afterEvents: '3' }, '/afterEvents: must be integer, got string "3"'],
    [{ kind: 'break' }, '/kind: must be one of "error", "cut", "stall", got string "break"'],
    [{ afterEvents: 3 }, ': answers[0].fault.kind is required'],
  ])('%j', (fault, line) => {
    expect(told({ text: 'hi', fault }).findings).toEqual([`scenarios/0/answers/0/fault${line}`]);
  });

  test('that is a wait longer than there is one', () => {
    expect(told({ text: 'hi', latencyMs: 2 ** 31 }).findings).toEqual([
      'scenarios/0/answers/0/latencyMs: must be <= 2147483647, got number 2147483648',
    ]);
    for (const firstEventMs of [2 ** 31, -1]) expect(told({ text: 'hi', pace: { firstEventMs } }).findings).toHaveLength(1);
  });

  test('that comes after the end of every stream', () => {
    const operations = ['createChatCompletion', 'createMessage', 'streamGenerateContent', 'createResponse'];
    const { findings, warnings } = told({ text: 'Hi.', fault: { kind: 'cut', afterEvents: 500 } }, operations);
    expect(findings).toEqual([]);
    expect(warnings).toEqual(
      operations.map((id) =>
        expect.stringMatching(
          new RegExp(`^scenarios/0/answers/0/fault/afterEvents: nothing goes wrong: a stream of ${id} has \\d+ events$`),
        ),
      ),
    );
    expect(told({ text: 'Hi.', fault: { kind: 'cut', afterEvents: 1 } }, operations).warnings).toEqual([]);
    expect(told({ text: '{$conversation#/user}', fault: { kind: 'cut', afterEvents: 500 } }, operations).warnings).toEqual([]);
    const response = { response: { events: [{ a: 1 }, '[DONE]'] }, breaksContract: true };
    expect(told({ ...response, fault: { kind: 'cut', afterEvents: 1 } }).warnings).toEqual([
      'scenarios/0/answers/0/fault/afterEvents: nothing goes wrong: a stream of createChatCompletion has 1 events',
    ]);
    expect(told({ ...response, fault: { kind: 'cut' } }).warnings).toEqual([]);
  });

  test('beside what has no place for it', () => {
    expect(told({ error: 429, fault: { kind: 'cut' } }).warnings).toEqual(['scenarios/0/answers/0/fault: is not used beside error']);
  });
});

test('patterns and functions of code are taken', () => {
  const scenario: Scenario = {
    name: 'a',
    when: { user: /refund/gi, test: () => true },
    answers: [() => ({ text: 'hi' }), { text: 'ho', times: undefined }],
  };
  const { scenarios, findings, total } = check.check([{ value: [scenario] }]);
  expect([findings, total]).toEqual([[], { scenarios: 1, answers: 2 }]);
  expect(scenarios[0]?.conditions.map(({ place }) => place).sort()).toEqual(['test', 'user', 'user']);
});

test('one that is added needs no name', () => {
  expect(check.one({ answers: [{ text: 'hi' }] }).findings).toEqual([]);
  expect(check.one({ answers: [{ txt: 'hi' }] }).findings.map(findingLine)).toEqual([
    'scenarios/answers/0/txt: there is no member txt here; did you mean text?',
  ]);
  expect(check.one('hi').findings.map(findingLine)).toEqual(['scenarios: must be object, got string "hi"']);
});

test('every documented example may be an answer, and every documented error a response', () => {
  const scenarios = contract.operations.flatMap(({ id, examples }): Scenario[] =>
    examples.map(({ name, status, body, events }, index) => ({
      name: `${id}.${index}`,
      when: { operation: id },
      answers: [{ example: name }, events ? { response: { status, events } } : { response: { status, body } }],
    })),
  );
  expect(scenarios.length).toBeGreaterThan(100);
  expect(findingsOf(...scenarios)).toEqual([]);
});
