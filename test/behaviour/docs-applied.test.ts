/** What becomes of edits as people make them on a documentation: those that contradict themselves, and those that only look like something else. */
import { expect, test } from 'vitest';
import { type Applied, applyPages } from '../../scripts/docs/apply/apply-pages.js';
import { ContractSources } from '../../scripts/docs/locate/contract-sources.js';
import { type Lock, lockFile, recordPage } from '../../scripts/docs/lock/lock.js';
import { readPages } from '../../scripts/docs/read/inputs.js';
import type { DocsPage } from '../../scripts/docs/read/page.js';
import type { DocsEntry } from '../../scripts/lib/docs-map.js';
import { generated, markdownOf, modelOf, operationIn, type PageModel, textOf } from '../scripts/docs/contract-pages.js';

const sources = new ContractSources();
const docs = sources.value('docs-map.yaml') as DocsEntry[];
const document = generated();
const example = (name: string) => docs.find((entry) => entry.example === name) as DocsEntry;
const [upload, chat] = [example('create-file-upload-task'), example('gemini-3-1-pro-preview-qfile')];
const toolCall = docs.find((entry) => entry.schema === 'ToolCall') as DocsEntry;
const shown = { index: 0, type: 'function', id: 'string', function: { name: 'string', arguments: 'string' } };

const textOfPage = (entry: DocsEntry) => textOf({ ...modelOf(document, entry), ...(entry.schema && { response: shown }) }, docs);

async function apply(texts: string[], lock: Lock, from = sources): Promise<Applied> {
  const inputs = texts.flatMap((text) => readPages('page', text));
  return applyPages(from, { inputs, failures: [] }, { document, lock, day: '2030-01-02' });
}

const recorded = (entry: DocsEntry, text: string): Lock => recordPage([], docs, entry, readPages('page', text)[0] as DocsPage);

interface Outcome {
  /** Lines that come, with the name of their file. */
  lines: string[];
  /** What was done or noted. */
  said: string;
  /** What a person has to decide. */
  left: string;
  applied: Applied;
}

type Edit = [from: string | RegExp, to: string];

/** What becomes of a page in which one text is another one. */
const edited = (entry: DocsEntry, ...changes: Edit[]): Promise<Outcome> => editedText(entry, textOfPage(entry), changes);

async function editedText(entry: DocsEntry, before: string, changes: Edit[]): Promise<Outcome> {
  const after = changes.reduce((text, [from, to]) => {
    const next = text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to);
    if (next === text) throw new Error(`the page has no ${from}`);
    return next;
  }, before);
  const applied = await apply([after], recorded(entry, before));
  const lines = [...applied.texts].flatMap(([file, text]) => {
    if (file === lockFile) return [];
    const old = sources.has(file) ? sources.text(file).split('\n') : [];
    return (text ?? '').split('\n').flatMap((line) => (old.includes(line) ? [] : [`${file.split('/').at(-1)} ${line.trim()}`]));
  });
  const words = applied.told.map(({ outcome }) => ('left' in outcome ? { left: outcome.left } : { said: Object.values(outcome).join() }));
  return {
    lines,
    said: words.flatMap(({ said }) => said ?? []).join('\n'),
    left: words.flatMap(({ left }) => left ?? []).join('\n'),
    applied,
  };
}

const inExample = /"expires_in": 172800\n\}\n\nRequest Code/;
const inSample = /"expires_in": 172800\n\}'/;

test('a member by another name is renamed where the whole page says so, and in question where a part of it does', async () => {
  expect((await edited(upload, ['"expires_in"', '"ttl"'])).left).toBe('');
  for (const [where, to, other] of [
    [inExample, '"ttl": 172800\n}\n\nRequest Code', 'call 1#/expires_in'],
    [inSample, '"ttl": 172800\n}\'', 'request example 1#/expires_in'],
  ] as const) {
    const { lines, left } = await edited(upload, [where, to]);
    expect(lines).toEqual([]);
    expect(left).toBe(`the page has \`expires_in\` still (${other}), and \`ttl\` too: decide which it is`);
  }
});

test('a member that nothing but the code sample has is in question', async () => {
  const { lines, left } = await edited(upload, [inSample, '"expires_in": 172800,\n    "ttl": 5\n}\'']);
  expect(lines).toEqual([]);
  expect(left).toContain('the code sample has `ttl` (call 1#/ttl), and the example of the page has not: decide');
});

test('of members that are gone and come at once the names are asked for', async () => {
  const { lines, left } = await edited(upload, ['"expires_in"', '"ttl"'], ['"source_url"', '"url"']);
  expect(lines).toContain('CreateFileRequest.yaml ttl:');
  expect(left).toMatch(/decide whether one is another by a new name/);
});

test('an example that is no JSON any more is said to be none', async () => {
  const { lines, left } = await edited(upload, [inExample, '"expires_in": 172800, // two days\n}\n\nRequest Code']);
  expect(lines).toEqual([]);
  expect(left).toContain('the request example is no JSON any more');
});

test('an example with a comment deep inside is no JSON, and what stands in it is no example of its own', async () => {
  const { lines, left, applied } = await edited(chat, [/"messages": \[\n(?=[\s\S]*Request Code)/, '"messages": [ // the turns\n']);
  expect(lines).toEqual([]);
  expect(left).toContain('the request example is no JSON any more');
  expect(applied.told.filter(({ what }) => what.includes('request example'))).toHaveLength(1);
});

test('an example that is gone as a whole is in question', async () => {
  const { lines, left } = await edited(upload, [/\nBody Params[\s\S]*?\n\}\n/, '']);
  expect(lines.filter((line) => !line.includes('required'))).toEqual([]);
  expect(left).toMatch(/the page has no request example any more, and openapi\/\S+ has it: decide whether it stays/);
});

test('a code sample without its body is one change', async () => {
  const { lines, applied } = await edited(upload, [/--data '\{[\s\S]*?\}'/, "--data ''"]);
  expect(lines).toEqual([]);
  expect(applied.told.map(({ what }) => what.split(':')[0])).toEqual(['example call 1#']);
});

test('what only looks like a media type is none', async () => {
  const { left, applied } = await edited(
    upload,
    ['Body Params application/jsonRequired', 'Body Params Required'],
    ['running-man.jpg', 'video/running-man.jpg'],
  );
  expect(left).toMatch(/the request is no more application\/json on the page/);
  expect(applied.told.some(({ what }) => what.includes('video/running'))).toBe(false);
});

test('a path with its server before it is that path', async () => {
  const { lines, left } = await edited(upload, ['\nPOST\n/v1/files\n', '\nPUT\nhttps://api-xmodel.nexconn.ai/v1/files\n']);
  expect(lines).toEqual(['v1_files.yaml put:']);
  expect(left).toMatch(/^$|the code sample/);
});

test.each([
  ['on one line', 'POST /v1/files'],
  ['with a mark between them', 'POST\nDeprecated\n/v1/files'],
])('method and path %s are still those', async (_, to) => {
  const { left, applied } = await edited(upload, ['\nPOST\n/v1/files\n', `\n${to}\n`]);
  expect([left, applied.told, applied.reworded.length]).toEqual(['', [], 1]);
});

test('of a list whose elements have moved all changes are made, or none', async () => {
  const first = /"content": \[\s*\{\s*"type": "text",[^}]*\},/;
  const { lines, left } = await edited(chat, [first, '"content": [']);
  expect(lines).toEqual([]);
  expect(left).toMatch(/it goes with what else has changed in request example 1#\/messages\/0\/content/);
  // The last one may go by itself.
  const { applied } = await edited(chat, [/,\s*\{\s*"type": "file",\s*"file": \{[^}]*\}\s*\}/, '']);
  expect(applied.told.every(({ outcome }) => !('left' in outcome))).toBe(true);
});

test('a second example does not take the place of the first', async () => {
  const { lines, left } = await edited(upload, [
    inExample,
    '"expires_in": 172800\n}\n\nExample 2\n{\n    "model": "gemini-2.5-pro"\n}\n\nRequest Code',
  ]);
  expect(lines).toEqual([]);
  expect(left).toContain('the page has a new example (request example 2)');
});

test('an example of an error is told to be one of the dialect', async () => {
  const error = '🟠400Something is wrong\nExample\n{\n    "error": { "message": "no" }\n}\n';
  const before = textOfPage(upload).replace('🟠400Something is wrong\n', error);
  const { told } = await apply([before.replace('"no"', '"off"')], recorded(upload, before));
  expect(told.map(({ outcome }) => Object.values(outcome).join())).toEqual([
    'the example of an error (response 400 example 1) has changed; the errors of a dialect are shown in openapi/examples/errors: decide which of them says it',
  ]);
});

test('a value in the place of an object is one change, of the example that the page shows', async () => {
  const { left, applied } = await edited(chat, [/"messages": \[[\s\S]*?\n {4}\]/, '"messages": null']);
  expect(applied.told.map(({ what }) => what.split(':')[0])).toEqual(['example request example 1#/messages', 'example call 1#/messages']);
  expect(left).toContain('the example has null, and the contract has array');
  expect((await edited(chat, [/"messages": \[[\s\S]*?\n {4}\]/, '"messages": []'])).left).toContain(`${chat.example}.yaml: request`);
});

test('a model that an open list does not have is asked for', async () => {
  const { lines, left } = await edited(chat, ['"gemini-3.0-pro-preview"', '"gemini-9-pro"']);
  expect(lines).toEqual([`${chat.example}.yaml model: gemini-9-pro`, `${chat.example}.yaml model: gemini-9-pro`]);
  expect(left).toMatch(/^decide whether the open list has to have it \(openapi\/.*:\d+:\d+\)$/);
});

test('a parameter of which the page does not tell the type is not made up', async () => {
  const { lines, left } = await edited(upload, ['Body Params', 'Query Params\ntrace\nboolean \nrequired\nBody Params']);
  expect(lines).toEqual([]);
  expect(left).toMatch(/new query parameter trace, and tells in this form neither its type .*: describe it \(openapi\/paths\/.*\)/);
});

test('another header for the key is told of the key', async () => {
  const before = textOfPage(upload).replace('\nRequest\n\n', '\nRequest\n\nAdd parameter in header\nAuthorization\n');
  const after = before.replace('header\nAuthorization', 'header\nX-Key');
  const { told } = await apply([after], recorded(upload, before));
  expect(told.map(({ outcome }) => Object.values(outcome).join())).toEqual([
    expect.stringMatching(/^the key is header X-Key in place of header Authorization .* openapi\/openapi\.yaml:\d+:\d+: decide/),
  ]);
});

test('answers before the code samples are answers', async () => {
  const before = textOfPage(upload);
  const [top, samples, answers, end] = before.split(/(?=\nRequest Code Samples\n|\nResponses\n|\nModified at )/) as string[];
  const { told, reworded } = await apply([`${top}${answers}${samples}${end}`], recorded(upload, before));
  expect(told).toEqual([]);
  expect(reworded.map(({ page }) => page)).toEqual([upload.path.join(' / ')]);
});

test('a page that has another title in the navigation too is that page, with its record', async () => {
  const [before, title] = [textOfPage(upload), upload.path.at(-1) as string];
  const after = before.replaceAll(title, 'Create file import task').replace('"expires_in": 172800\n}\n', '"expires_in": 3600\n}\n');
  const applied = await apply([after], recorded(upload, before));
  expect(applied.told.map(({ outcome }) => Object.keys(outcome)[0])).toEqual(['done', 'done']);
  const next = sources.with(applied.texts);
  const entry = (next.value('docs-map.yaml') as DocsEntry[]).find(({ path }) => path.at(-1) === 'Create file import task') as DocsEntry;
  expect((await apply([after], recordPage([], [entry], entry, readPages('page', after)[0] as DocsPage), next)).told).toEqual([]);
  expect(applied.texts.get(lockFile)).toContain("['Files', 'Create file import task']");
});

test('a page that went into a folder has moved', async () => {
  const { lines } = await edited(upload, ['    • Query file status\n', '    • State\n      • Query file status\n']);
  expect(lines).toContain('docs-map.yaml - path: [Files, State, Query file status]');
});

test('a page that goes while another comes in its folder is in question', async () => {
  const { lines, left } = await edited(upload, ['      • ToolCallFunction\n', '      • CallOfTool\n']);
  expect(lines).toEqual([]);
  expect(left).toMatch(/"Schemas \/ Chat \/ CallOfTool" has come in its folder: decide whether it is the same page by another name/);
});

test('a folder by another name has the pages that were in it', async () => {
  const { lines, left } = await edited(upload, ['• Files\n', '• Uploads\n'], ['1. Files', '1. Uploads']);
  expect(left).toBe('');
  expect(lines.filter((line) => line.includes('path: [Uploads,'))).toHaveLength(3);
});

test('of the placeholder values of a schema one is as good as another', async () => {
  expect((await edited(toolCall, ['"index": 0', '"index": 1'])).left).toBe('');
  expect((await edited(toolCall, ['"index": 0', '"index": null'])).left).toContain('decide whether the value may be null');
});

test('a guide that shows a call still tells its statuses', () => {
  const guide = (more: string) =>
    readPages('page', `Keys\nCopy Page\nWhat is answered\n#\nIt is 402 Payment Required then.\n${more}Modified at 2026-01-01 10:00:00`);
  expect(guide('')).toMatchObject([{ told: ['402'] }]);
  expect(guide(`curl --location '${document.servers?.[0]?.url}/v1/models'\n`)).toMatchObject([{ told: ['402'] }]);
});

test('another form of a page does not ask again for what the first one said', async () => {
  const model = modelOf(document, chat);
  const inText = textOf(model, docs).replaceAll('"gemini-3.0-pro-preview"', '"gemini-2.5-pro"');
  const inMarkdown = markdownOf(model).replaceAll(/(model: )gemini-3.0-pro-preview/g, '$1gemini-2.5-pro');
  expect(inMarkdown).not.toBe(markdownOf(model));
  const { told } = await apply([inMarkdown], recorded(chat, inText));
  // Of the second example, which a text does not show, the first form said nothing.
  expect(told.filter(({ what }) => what.includes('example 1#/model'))).toEqual([]);
});

test('a guide that shows JSON is a guide', () => {
  const text = 'Keys\nCopy Page\nWhat is answered\n#\nIt is 402 Payment Required then.\n{ "model": "a" }\nModified at 2026-01-01 10:00:00';
  const [page] = readPages('page', text) as [DocsPage];
  expect(page).toMatchObject({ told: ['402'], payloads: [{ address: 'text 1' }] });
  const markdown =
    '# Keys\n\nIt is `402 Payment Required` then.\n\n```json\n{ "model": "a" }\n```\n\n```sh\ncurl https://toys.example/v1/toys\n```\n';
  expect(readPages('page', markdown)).toMatchObject([{ told: ['402'], payloads: [{ address: 'text 1' }], calls: [{ method: 'GET' }] }]);
});

test('the text without line breaks is taken for it, whatever line a word has to itself', () => {
  const text =
    'Call Flow# 1. Submit.\nRequest\nBody Params application/json {"a" : 1} Request Code Samples\ncurl https://toys.example/v1/toys Responses {"b": 2}\nModified at 2026-01-01 10:00:00';
  expect(readPages('page', text)).toMatchObject([{ form: 'squashed' }]);
});

const described = (entry: DocsEntry, ...changes: Edit[]) => editedText(entry, markdownOf(modelOf(document, entry)), changes);
const limits = '          minimum: 3600\n          maximum: 604800\n          default: 172800\n';

test('what is said of a value is changed with its type, or not at all', async () => {
  const number = /expires_in:\n {10}type: integer\n(?: {10}.*\n){3}/;
  const toText = await described(upload, [number, 'expires_in:\n          type: string\n          default: 48h\n']);
  expect(toText.lines).toEqual([]);
  expect(toText.left).toContain('the edit would break something else');
  const toList = await described(upload, [
    /source_url:\n {10}type: string\n {10}format: uri\n {10}pattern: .*\n/,
    'source_url:\n          type: array\n          minItems: 1\n          items: { type: string, format: uri }\n',
  ]);
  expect(toList.lines).toEqual([]);
  expect(toList.left.split('\n')).toContain('the page says type string, and the contract states no type there: say what the value is');
});

test('a type beside the one that was leaves what was said of that', async () => {
  const { lines, left } = await described(upload, [`type: integer\n${limits}`, `type: [integer, string]\n${limits}`]);
  expect([lines, left]).toEqual([['CreateFileRequest.yaml type: [integer, string]'], '']);
});

test('members of which one has to be there are asked for where the choice is another one', async () => {
  const { lines, left } = await described(upload, [
    '      anyOf:\n        - required:\n            - source_url\n        - required:\n            - kodo_source\n',
    '',
  ]);
  expect(lines).toEqual([]);
  expect(left).toMatch(/^the page says `anyOf` \[\{"required":\["source_url"\]\},.*\] no more, .*CreateFileRequest\.yaml:1:1\): decide/);
});

/** A page that shows but its own part of a union, as the site does. */
function partOfUnion(): PageModel {
  const model = modelOf(document, example('kling-v2-6-create-video-task'));
  const { requestBody, responses } = operationIn(model);
  (requestBody?.content['application/json'] as { schema: unknown }).schema = { $ref: '#/components/schemas/KlingV26CreateRequest' };
  (responses['200']?.content?.['application/json'] as { schema: unknown }).schema = { $ref: '#/components/schemas/KlingV26CreateResponse' };
  return model;
}

test('a page that shows but its own part of a union, as it is, says nothing new', async () => {
  const { told, recorded } = await apply([markdownOf(partOfUnion())], []);
  expect([told, recorded]).toEqual([[], ['Video / kling-v2-6 / Create Video Task (markdown)']]);
});

test('a type and the limits that go with it are one edit', async () => {
  const model = partOfUnion();
  const { lines, left } = await editedText(model.entry, markdownOf(model), [
    [
      /(KlingV26CreateRequest:\n[\s\S]*?negative_prompt:\n {10})type: string\n {10}maxLength: 2500\n/,
      '$1type: integer\n          maximum: 9\n',
    ],
  ]);
  expect([lines.map((line) => line.replace('KlingV26CreateRequest.yaml ', '')), left]).toEqual([
    expect.arrayContaining(['type: integer', 'maximum: 9']),
    '',
  ]);
});

test('a list of values that is gone is taken away as a whole, and one of other values is exchanged', async () => {
  const model = partOfUnion();
  const page = markdownOf(model);
  const list = /(KlingV26CreateRequest:\n[\s\S]*?\n {8}size:\n {10}type: string\n) {10}enum:\n(?: {12}- .*\n)+/;
  const gone = await editedText(model.entry, page, [[list, '$1']]);
  expect([gone.left, gone.lines.filter((line) => line.includes('enum'))]).toEqual(['', []]);
  expect(gone.applied.texts.get('components/schemas/videos/KlingV26CreateRequest.yaml')).not.toContain('1920x1080');
  const other = await editedText(model.entry, page, [[list, '$1          enum:\n            - 1x1\n            - 2x2\n']]);
  expect(other.left).toBe('');
  expect(other.lines.some((line) => line.endsWith('enum: [1x1, 2x2]'))).toBe(true);
});

test('a default goes with the list that it is in', async () => {
  const vidu = example('viduq1-create-text-to-video-task');
  const list = /- 5\n {10}default: 5/;
  const only = await described(vidu, [list, '- 4\n            - 8\n          default: 4']);
  expect(only.lines).toEqual([]);
  expect(only.left).toContain('duration must be one of 4, 8, got number 5');
  const whole = await described(vidu, [list, '- 4\n            - 8\n          default: 4'], [/duration: 5\n/, 'duration: 4\n']);
  expect([whole.left, whole.lines.filter((line) => /4/.test(line))]).toEqual([
    '',
    expect.arrayContaining([
      expect.stringMatching(/enum: \[4, 8\]/),
      expect.stringMatching(/default: 4/),
      expect.stringMatching(/duration: 4/),
    ]),
  ]);
});

test('a default that its own limits do not allow is in question', async () => {
  const { lines, left } = await described(upload, ['default: 172800', 'default: 60']);
  expect(lines).toEqual([]);
  expect(left).toContain('the edit would break something else');
  expect(left).toContain('The default 60 is none that minimum 3600 allows.');
});

test('a limit that is gone takes the words with it in which it is told', async () => {
  const { left, applied } = await described(upload, [/ {10}allOf:\n {12}- pattern: \^\(google.*\n/, '']);
  expect(left).toBe('');
  expect(applied.texts.get('components/schemas/files/CreateFileRequest.yaml')).not.toMatch(/allOf|x-message/);
});
