import { expect, test } from 'vitest';
import type { Outcome } from '../../../../scripts/docs/apply/changes/reading.js';
import { planApply } from '../../../../scripts/docs/apply/plan.js';
import type { Change } from '../../../../scripts/docs/facts/fact.js';
import { ContractSources } from '../../../../scripts/docs/locate/contract-sources.js';
import type { DocsEntry } from '../../../../scripts/lib/docs-map.js';

const sources = new ContractSources();
const docs = sources.value('docs-map.yaml') as DocsEntry[];
const page = (title: string) => docs.find(({ path }) => path.join(' / ').endsWith(title)) as DocsEntry;
const create = page('Files / Create file upload task');
const files = [create, page('Files / Query file status'), page('Files / List user files')];

interface Planned {
  /** Lines that go and come, with the name of their file. */
  lines: string[];
  outcomes: Outcome[];
  texts: Map<string, string | undefined>;
}

async function plan(changes: Change[], entries = [create], from = sources): Promise<Planned> {
  const readings = entries.map((entry) => ({ entry, changes, before: [], after: [] }));
  const { texts, settled } = await planApply(from, readings, { day: '2030-01-02' });
  const lines = [...texts].flatMap(([file, text]) => {
    const [old, now] = [from.has(file) ? from.text(file) : '', text ?? ''].map((one) => one.split('\n'));
    const name = file.split('/').at(-1);
    return [
      ...(old ?? []).filter((line) => !now?.includes(line)).map((line) => `${name} -${line.trim()}`),
      ...(now ?? []).filter((line) => !old?.includes(line)).map((line) => `${name} +${line.trim()}`),
    ];
  });
  return { lines, outcomes: settled.map(({ outcome }) => outcome), texts };
}

const left = ({ outcomes }: Planned): string => outcomes.map((outcome) => ('left' in outcome ? outcome.left : '')).join('');

const rename = (pointer: string, from: string, to: string): Change => ({
  kind: 'field',
  pointer: `${pointer}/${from}`,
  to: `${pointer}/${to}`,
  before: from,
  after: to,
});

test('renames a member in as many lines as name it', async () => {
  const { lines, texts } = await plan([rename('request#', 'expires_in', 'ttl')]);
  expect(texts.size).toBe(5);
  expect(lines.filter((line) => line.includes(' -'))).toHaveLength(5);
  expect(lines.filter((line) => line.includes(' +'))).toHaveLength(5);
  expect(lines.every((line) => /expires_in|ttl/.test(line))).toBe(true);
  expect(lines).toContain('tasks.yaml +lifetime: { seconds: 172800, from: $request.body#/ttl, then: expired }');
});

test('waits for all pages of an operation with a part of a message that none of their examples has', async () => {
  const chat = page('gemini-3.1-pro-preview qfile');
  const pointer = 'request#/messages/*/content/*/input_audio/data';
  const { lines, outcomes } = await plan([{ kind: 'type', pointer, before: 'string', after: 'integer' }], [chat]);
  expect(lines).toEqual([]);
  expect(outcomes).toEqual([{ left: expect.stringMatching(/InputAudio\.yaml:.* and \d+ more too, which do not say so here/) }]);
});

test('changes nothing when it is applied again', async () => {
  const changes = [rename('request#', 'expires_in', 'ttl')];
  const { texts } = await plan(changes);
  expect((await plan(changes, [create], sources.with(texts))).texts.size).toBe(0);
});

test('waits for the other pages of a schema, or splits it', async () => {
  const changes = [rename('response 201#', 'created_at', 'made_at')];
  const alone = await plan(changes);
  expect(alone.texts.size).toBe(0);
  expect(left(alone)).toMatch(
    /FileResponse\.yaml:\d+:\d+ serves "Files \/ Query file status", "Files \/ List user files" too, .*either give this page a schema of its own, or wait until they say the same/,
  );
});

test('makes a change of a shared schema when all its pages say the same', async () => {
  const of = (pointer: string): Change[] => [{ kind: 'type', pointer: `${pointer}/expires_at`, before: 'integer', after: 'number' }];
  const pointers = ['response 201#', 'response 200#', 'response 200#/data/*'];
  const readings = files.map((entry, index) => ({ entry, changes: of(pointers[index] ?? ''), before: [], after: [] }));
  const { texts, settled } = await planApply(sources, readings, { day: '2030-01-02' });
  expect(settled.map(({ outcome }) => Object.keys(outcome)[0])).toEqual(['done', 'done', 'done']);
  expect([...texts.keys()]).toEqual(['components/schemas/files/FileResponse.yaml']);
});

test('keeps what is known from elsewhere when a page has it no more', async () => {
  const kept = await plan([{ kind: 'field', pointer: 'request#/kodo_source', before: 'kodo_source' }]);
  expect(kept.texts.size).toBe(0);
  expect(left(kept)).toMatch(
    /`kodo_source` is gone from the page, and stays: it is known from elsewhere \(client-code, \S+CreateFileRequest/,
  );
});

test('does not take away what a table needs', async () => {
  const used = await plan([{ kind: 'field', pointer: 'request#/expires_in', before: 'expires_in' }]);
  expect(used.texts.size).toBe(0);
  expect(left(used)).toMatch(/openapi\/tasks\.yaml:\d+:\d+ needs it/);
});

test('claims what is written to have been seen', async () => {
  const { lines } = await plan([
    { kind: 'type', pointer: 'request#/kodo_source/bucket', before: 'string', after: 'string' },
    rename('request#', 'kodo_source', 'kodo'),
  ]);
  expect(lines).toContain('CreateFileRequest.yaml +kodo: nexconn');
});

test.each<[string, Change, string[]]>([
  ['a type', { kind: 'type', pointer: 'request#/expires_in', before: 'integer', after: 'number' }, ['-type: integer', '+type: number']],
  [
    'a member that is required',
    { kind: 'required', pointer: 'request#/expires_in', after: 'true' },
    ['-required: [model]', '+required: [model, expires_in]'],
  ],
  ['a member that may be left out', { kind: 'required', pointer: 'request#/model', before: 'true' }, ['-required: [model]']],
  [
    'a bound',
    { kind: 'bound', pointer: 'request#/expires_in', before: 'maximum 604800', after: 'maximum 700000' },
    ['-maximum: 604800', '+maximum: 700000'],
  ],
  ['a bound that is gone', { kind: 'bound', pointer: 'request#/expires_in', before: 'maximum 604800' }, ['-maximum: 604800']],
  [
    'a default',
    { kind: 'default', pointer: 'request#/expires_in', before: '172800', after: '3600' },
    ['-default: 172800', '+default: 3600'],
  ],
  ['a format', { kind: 'format', pointer: 'request#/source_url', before: 'uri' }, ['-format: uri']],
  ['null', { kind: 'nullable', pointer: 'request#/expires_in', after: 'true' }, ['-type: integer', "+type: [integer, 'null']"]],
  [
    'a member that is deprecated',
    { kind: 'deprecated', pointer: 'request#/expires_in', after: 'true' },
    ['+deprecated: true', "+x-deprecated-since: '2030-01-02'"],
  ],
  [
    'an operation that is deprecated',
    { kind: 'deprecated', pointer: 'operation', after: 'true' },
    ['+deprecated: true', "+x-deprecated-since: '2030-01-02'"],
  ],
  ['a method', { kind: 'method', pointer: 'operation', before: 'POST', after: 'PUT' }, ['-post:', '+put:']],
  [
    'an answer that is new',
    { kind: 'status', pointer: 'response 413', after: '413' },
    ["+'413': { $ref: ../components/responses/OpenAIError.yaml }"],
  ],
  [
    'a header that others have',
    { kind: 'header', pointer: 'response 201 header http_x_reqid', after: 'http_x_reqid' },
    ['+http_x_reqid: { $ref: ../components/headers/HttpXReqid.yaml }'],
  ],
  [
    'an example',
    { kind: 'example', pointer: 'request example 1#/expires_in', before: '172800', after: '3600' },
    ['-expires_in: 172800', '+expires_in: 3600'],
  ],
])('writes %s', async (_, change, lines) => {
  const planned = await plan([change]);
  expect(planned.outcomes).toEqual([{ done: expect.any(String) }]);
  expect(planned.lines.map((line) => line.slice(line.indexOf(' ') + 1))).toEqual(lines);
});

test('follows a status into examples and workflows', async () => {
  const { lines } = await plan([{ kind: 'status', pointer: 'response 201', to: 'response 200', before: '201', after: '200' }]);
  expect(lines).toContain('create-file-upload-task.yaml +status: 200');
  expect(lines.filter((line) => line.endsWith('-- condition: $statusCode == 201'))).toHaveLength(2);
});

test.each<[string, Change, RegExp]>([
  [
    'a type that other keywords contradict',
    { kind: 'type', pointer: 'request#/expires_in', before: 'integer', after: 'string' },
    /`minimum` is about another one \(openapi\/\S+:\d+:\d+\)/,
  ],
  [
    'a media type that nobody serves',
    { kind: 'media', pointer: 'request', before: 'application/json', after: 'multipart/form-data' },
    /knows bodies of application\/json only/,
  ],
  [
    'a path that has a parameter more',
    { kind: 'path', pointer: 'operation', before: '/v1/files', after: '/v1/files/{team}' },
    /the path has \{team\} on the page and no parameters in the contract \(openapi\/openapi\.yaml:\d+:\d+\): say what they stand for|List user files/,
  ],
  ['a call without a key', { kind: 'security', pointer: 'operation', after: 'none' }, /^the page asks for no key as well; what a key is/],
  [
    'a key that is gone',
    { kind: 'security', pointer: 'operation', before: 'http bearer' },
    /^the page does not ask for http bearer any more;/,
  ],
  ['another key', { kind: 'security', pointer: 'operation', before: 'http bearer', after: 'none' }, /decide for which of them/],
  [
    'a value of another type in an example',
    { kind: 'example', pointer: 'request example 1#/expires_in', before: '172800', after: '"3600"' },
    /is string, and the contract has integer .*decide whether the type has changed/,
  ],
  [
    'an example without what is required',
    { kind: 'example', pointer: 'request example 1#/model', before: '"x"' },
    /decide whether it may be left out/,
  ],
  [
    'an example that a rule refuses',
    { kind: 'example', pointer: 'request example 1#/model', before: '"x"', after: '"gpt-5"' },
    /must be a Gemini model/,
  ],
  [
    'a keyword that is none',
    { kind: 'bound', pointer: 'request#/expires_in', after: 'maximum_more "x"' },
    /the page says `maximum_more` "x", which is not written as it is shown \(openapi\/\S+\): decide what it means there/,
  ],
  [
    'a pattern of another language',
    { kind: 'bound', pointer: 'request#/source_url', before: 'pattern "^https?://"', after: 'pattern "^https?://\\\\Z"' },
    /a pattern that JavaScript does not read/,
  ],
  ['what tells alternatives apart', { kind: 'bound', pointer: 'request#', after: 'discriminator "model"' }, /decide what it means there/],
  ['a body that the page does not show', { kind: 'required', pointer: 'request', before: 'true' }, /decide whether there is one/],
  ['a list where the contract has none', { kind: 'enum', pointer: 'request#/source_url', after: '"a"' }, /closed, or open/],
  ['a path that two operations share', { kind: 'path', pointer: 'operation', before: '/v1/files', after: '/v2/files' }, /List user files/],
])('leaves %s to a person', async (_, change, sentence) => {
  const planned = await plan([change]);
  expect(planned.texts.size).toBe(0);
  expect(left(planned)).toMatch(sentence);
});

test.each([
  ['a range in place of a status', { kind: 'status', pointer: 'response 400', to: 'response 4XX', before: '400', after: '4XX' }],
  ['a range', { kind: 'status', pointer: 'response 5XX', after: '5XX' }],
  ['what stands for the others', { kind: 'status', pointer: 'response default', after: 'default' }],
] satisfies [string, Change][])('takes %s for what the contract tells one by one', async (_, change) => {
  const planned = await plan([change]);
  expect(planned.texts.size).toBe(0);
  expect(planned.outcomes).toEqual([{ noted: expect.stringMatching(/^the page tells the answers \S+ in one, and the contract has /) }]);
});

test('keeps a status that the page tells by a range now', async () => {
  const change: Change = { kind: 'status', pointer: 'response 400', before: '400' };
  const after = [{ kind: 'status', pointer: 'response 4XX', value: '4XX' } as const];
  const { texts, settled } = await planApply(sources, [{ entry: create, changes: [change], before: [], after }], { day: '2030-01-02' });
  expect(texts.size).toBe(0);
  expect(settled[0]?.outcome).toEqual({ noted: 'the page tells 400 by 4XX' });
});

test('makes the changes that stay right when another one does not', async () => {
  const planned = await plan([
    { kind: 'example', pointer: 'request example 1#/model', before: '"x"', after: '"gpt-5"' },
    { kind: 'bound', pointer: 'request#/expires_in', before: 'maximum 604800', after: 'maximum 700000' },
  ]);
  expect(planned.outcomes.map((outcome) => Object.keys(outcome)[0])).toEqual(['left', 'done']);
  expect(planned.lines).toEqual(['CreateFileRequest.yaml -maximum: 604800', 'CreateFileRequest.yaml +maximum: 700000']);
});

test('asks before each change, if it is to', async () => {
  const asked: string[] = [];
  const { texts, settled } = await planApply(
    sources,
    [{ entry: create, changes: [rename('request#', 'expires_in', 'ttl')], before: [], after: [] }],
    {
      day: '2030-01-02',
      ask: async (_, __, what) => {
        asked.push(what);
        return false;
      },
    },
  );
  expect(asked).toEqual(['field request#/expires_in: `expires_in` is `ttl` now']);
  expect(texts.size).toBe(0);
  expect(settled[0]?.outcome).toEqual({ left: 'not made, as was answered' });
});

test('takes a model that an open list does not name for an example, and no change of the list', async () => {
  const chat = docs.find(({ example }) => example === 'gemini-3-1-pro-preview-qfile') as DocsEntry;
  const change: Change = {
    kind: 'example',
    pointer: 'request example 1#/model',
    before: '"gemini-3.1-pro-preview"',
    after: '"gemini-3.2"',
  };
  expect((await plan([change], [chat])).outcomes).toEqual([{ done: expect.stringContaining('gemini-3.2') }]);
});
