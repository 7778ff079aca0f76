/** `nexconn-contract impact`, as a user starts it. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Document } from '../../scripts/lib/document.js';
import { project } from '../../scripts/lib/project.js';
import { createMock } from '../../src/mock/index.js';
import { contractAfter, recordingOf } from '../impact/toy-calls.js';
import { runCommandIn } from './run-command.js';

async function folderOf(files: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-impact-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, value] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return folder;
}

const impact = (folder: string, ...args: string[]) => runCommandIn(folder, 'impact', ...args).ended;

const old = contractAfter();
const withoutHat = contractAfter(({ components, info }) => {
  delete components.schemas.BearRequest?.properties.hat;
  info.version = '0.4.0';
});
const plain = recordingOf({ sent: { kind: 'bear', name: 'Bo' }, answer: { id: 'a', status: 'made' } });
const hatted = recordingOf({ sent: { kind: 'bear', name: 'Bo', hat: true }, answer: { id: 'a', status: 'made' } });

test('names the one call that breaks, why, and where that is written, and ends with 1', async () => {
  const folder = await folderOf({
    'old.json': old,
    'new.json': withoutHat,
    'calls/1.json': plain,
    'calls/2.json': hatted,
    'calls/3.json': hatted,
  });
  expect(await impact(folder, 'calls', '--from', 'old.json', '--to', 'new.json')).toEqual({
    code: 1,
    output: [
      'POST /v1/toys [createToy] calls/2.json and 1 more',
      '  breaks         request body /hat: `hat` is gone',
      '                 in types: `hat` does not exist in type `BearRequest`',
      '                 pages: Schemas / BearRequest, Toys / bear / Make a toy',
      '3 calls, from 0.3.0 to 0.4.0: 2 break, 0 warned, 0 newly possible, 1 unchanged.',
      '',
    ].join('\n'),
    errors: '',
  });
  expect(await impact(folder, 'calls/1.json', '--from', 'old.json', '--to', 'new.json')).toMatchObject({ code: 0 });
});

test('is JSON or Markdown on request', async () => {
  const folder = await folderOf({ 'old.json': old, 'new.json': withoutHat, 'call.json': hatted });
  const json = await impact(folder, 'call.json', '--from', 'old.json', '--to', 'new.json', '--format', 'json');
  expect(JSON.parse(json.output)).toMatchObject({
    from: '0.3.0',
    to: '0.4.0',
    calls: [{ source: 'call.json', operation: 'createToy', outcome: 'breaks', findings: [{ pointer: '/hat' }] }],
    counts: { breaks: 1, warned: 0, possible: 0, unchanged: 0 },
    unread: [],
  });
  const markdown = await impact(folder, 'call.json', '--from', 'old.json', '--to', 'new.json', '--format', 'markdown');
  expect(markdown.output).toContain(
    '| breaks | `createToy` | `` request body /hat: `hat` is gone `` | `` `hat` does not exist in type `BearRequest` `` |',
  );
});

test('is JUnit and annotations for CI, in files where they are named', async () => {
  const folder = await folderOf({ 'old.json': old, 'new.json': withoutHat, 'call.json': hatted });
  const args = ['call.json', '--from', 'old.json', '--to', 'new.json', '--format', 'junit=report.xml', '--format', 'github'];
  const { output } = await impact(folder, ...args);
  expect(output).toContain('::error title=impact call.json%3A createToy call.json%3A POST /v1/toys::request body /hat: `hat` is gone%0A');
  expect(await readFile(join(folder, 'report.xml'), 'utf8')).toContain('<failure message="request body /hat: `hat` is gone"');
});

test('takes the contract that a recording names, among the installed versions', async () => {
  const manifest = { name: 'nexconn-contract' };
  const folder = await folderOf({
    'node_modules/contract-old/package.json': manifest,
    'node_modules/contract-old/generated/openapi.json': old,
    'new.json': withoutHat,
    'call.json': { ...hatted, contract: '0.3.0' },
    'stray.json': { ...hatted, contract: '0.2.0' },
  });
  expect(await impact(folder, 'call.json', '--to', 'new.json')).toMatchObject({
    code: 1,
    output: expect.stringContaining('from 0.3.0 to 0.4.0: 1 break'),
  });
  const stray = '1 call of stray.json made against the contract 0.2.0, which is not installed here: give it with --from';
  expect(await impact(folder, 'stray.json', '--to', 'new.json')).toEqual({ code: 2, output: '', errors: `${stray}.\n` });
  const both = await impact(folder, 'stray.json', 'call.json', '--to', 'new.json');
  expect(both).toMatchObject({ code: 1, output: expect.stringContaining('from 0.3.0 to 0.4.0: 1 break') });
  expect(both.output).toContain(stray);
});

test('judges the journal and the coverage of the mock by the contract of this package', async () => {
  const next = JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8')) as Document;
  const [path, { get }] = Object.entries(next.paths).find(([path, item]) => item.get && !path.includes('{')) as [
    string,
    { get: { operationId: string } },
  ];
  delete next.paths[path]?.get;
  const mock = await createMock();
  onTestFinished(() => mock.close());
  const { url } = await mock.listen();
  await fetch(url + path, { headers: { authorization: 'Bearer sk-test' } });
  const told = await Promise.all(['requests', 'coverage'].map(async (name) => (await fetch(`${url}/__mock/${name}`)).text()));
  const folder = await folderOf({ 'journal.json': told[0], 'coverage.json': told[1], 'next.json': next });
  for (const file of ['journal.json', 'coverage.json'])
    expect(await impact(folder, file, '--to', 'next.json')).toMatchObject({
      code: 1,
      output: expect.stringContaining(`breaks         operation \`${get.operationId}\` (GET ${path}) is gone`),
    });
  // The other way round: what was not in the older contract is possible now.
  expect(await impact(folder, 'journal.json', '--from', 'next.json')).toMatchObject({
    code: 0,
    output: expect.stringContaining('1 newly possible'),
  });
});

test('checks the rest where something cannot be read, and ends with 1', async () => {
  const folder = await folderOf({ 'old.json': old, 'new.json': withoutHat, 'calls/1.json': plain, 'calls/2.json': '{' });
  expect(await impact(folder, 'calls', '--from', 'old.json', '--to', 'new.json')).toEqual({
    code: 1,
    output: 'calls/2.json is not JSON\n1 call, from 0.3.0 to 0.4.0: 0 break, 0 warned, 0 newly possible, 1 unchanged.\n',
    errors: '',
  });
});

test.each([
  [
    'without calls of the gateway',
    ['other.json', '--from', 'old.json', '--to', 'new.json'],
    'No call of the gateway in other.json, only 1 of others.\n',
  ],
  ['without anything', ['gone.json', '--to', 'new.json'], /^There is no gone\.json; give recordings and folders of them, /],
  [
    'with calls that are none',
    ['old.json', '--to', 'new.json'],
    'old.json is no recording: it needs request.method, .url and .headers, and response.status, .headers and .ended.\n',
  ],
  ['without a contract', ['call.json'], 'Give --from, --to, or both: without them, both are the contract of this package.\n'],
  ['with a contract that is none', ['call.json', '--to', 'empty.json'], 'empty.json is no contract: it has no `openapi`\n'],
])('%s it ends with 2, and says so', async (_, args, errors) => {
  const folder = await folderOf({
    'old.json': old,
    'new.json': withoutHat,
    'call.json': plain,
    'other.json': recordingOf({ url: '/v9/other' }),
    'empty.json': {},
  });
  expect(await impact(folder, ...args)).toEqual({
    code: 2,
    output: '',
    errors: typeof errors === 'string' ? errors : expect.stringMatching(errors),
  });
});

test('tells no key, whatever was kept', async () => {
  const key = 'sk-live-4f9a8b7c6d5e';
  const sent = { kind: 'bear', name: key, hat: true };
  const made = recordingOf({ sent, answer: { id: 'a', status: 'made' } });
  const headers = { ...made.request.headers, authorization: `Bearer ${key}` };
  const request = { ...made.request, url: `/v1/toys?key=${key}`, headers };
  const interaction = {
    request: { method: 'POST', path: '/v1/toys', query: `key=${key}`, headers, body: sent },
    response: { status: 201 },
  };
  const postData = { mimeType: 'application/json', text: JSON.stringify(sent) };
  const folder = await folderOf({
    'old.json': old,
    'new.json': contractAfter(({ components, info }) => {
      delete components.schemas.BearRequest?.properties.hat;
      Object.assign(components.schemas.BearRequest?.properties.name ?? {}, { enum: ['Bo'] });
      info.version = '0.4.0';
    }),
    'calls/recording.json': { ...made, request },
    'calls/browser.har': {
      log: { entries: [{ request: { method: 'POST', url: `https://me:${key}@toys.example/v1/toys?a=${key}`, headers: [], postData } }] },
    },
    'calls/journal.json': [{ method: 'POST', path: '/v1/toys', query: `key=${key}`, requestHeaders: headers, requestBody: sent }],
    'calls/pact.json': { consumer: { name: 'a' }, provider: { name: 'b' }, interactions: [interaction] },
  });
  for (const format of ['text', 'json', 'junit', 'github', 'markdown']) {
    const args = ['calls', '--from', 'old.json', '--to', 'new.json', '--format', format];
    const { code, output, errors } = await impact(folder, ...args);
    expect([code, errors]).toEqual([1, '']);
    expect(output).toContain(format === 'github' || format === 'markdown' ? 'name' : '[redacted]');
    expect(output).not.toContain('4f9a8b7c');
  }
});
