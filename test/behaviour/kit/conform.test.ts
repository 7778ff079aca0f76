/** What `conform` makes of recordings, whoever made them. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { createMock } from '../../../src/mock/index.js';
import { runCommand } from '../../cli/run-command.js';
import { executablePath, launch, openPage } from '../browser/chromium.js';

const headers = { authorization: 'Bearer sk-a-secret-key', 'content-type': 'application/json' };
const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }] };
const post = (body: unknown): RequestInit => ({ method: 'POST', headers, body: JSON.stringify(body) });

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'conform-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

async function fileOf(content: unknown, name = 'a.json'): Promise<string> {
  const file = join(await folder(), name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const conform = (...args: string[]) => runCommand('conform', ...args).ended;

const request = { method: 'POST', url: '/v1/chat/completions', headers: { 'content-type': 'application/json', authorization: 'Bearer x' } };
const recording = (more: object = {}) => ({ time: '2026-01-15T12:00:00Z', request, duration: 1, violations: [], ...more });

describe('a recording', () => {
  test('of another contract is checked, and that is said', async () => {
    const made = (build: string) => recording({ format: 1, contract: build, request: { ...request, json: chat } });
    const file = await fileOf([made('0.0.1+2025-01-01.000000000000'), made('0.0.1+2025-01-01.000000000000'), made(contract.build)]);
    expect(await conform(file)).toEqual({
      code: 0,
      output: '3 exchanges checked, 0 with violations.\nMissing: response (3).\n',
      errors: `2 exchanges recorded against the contract 0.0.1+2025-01-01.000000000000, and checked against ${contract.build}.\n`,
    });
  });

  test.each([
    ['response', null],
    ['response', 0],
    ['contract', null],
    ['contract', {}],
  ])('whose %s is %j is told, and hides no other', async (name, value) => {
    const file = await fileOf([recording({ [name]: value }), recording({ request: { ...request, json: chat } })]);
    const { code, output } = await conform(file);
    expect(code).toBe(1);
    expect(output).toMatch(/entry 1 is no recording: .*\n1 exchange checked, 0 with violations, 1 could/);
  });

  test('of a newer form is not guessed at, and hides no other', async () => {
    const file = await fileOf([
      recording({ format: 9, request: { method: 1, url: '/', headers: {} } }),
      recording({ request: { ...request, json: chat } }),
    ]);
    const { code, output } = await conform(file);
    expect(code).toBe(1);
    expect(output).toMatch(
      /entry 1 has the format 9, and this version of nexconn-contract reads 1: .*\n1 exchange checked, 0 with violations, 1 could/,
    );
    const alone = await conform(await fileOf(recording({ format: 9 })));
    expect(alone).toMatchObject({ code: 2, output: '' });
    expect(alone.errors).toMatch(/^\S+a\.json has the format 9, .*\.\n$/);
  });

  const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

  test.each(['json', 'text'])('that is nested deeper than anybody means is told so, kept as %s', async (form) => {
    const kept = (value: unknown) => ({ [form]: form === 'json' ? value : JSON.stringify(value) });
    const response = { status: 200, headers: { 'content-type': 'application/json' }, ended: 'end' };
    const file = await fileOf([
      recording({ request: { ...request, ...kept({ ...chat, metadata: deep(1000) }) } }),
      recording({ request: { ...request, ...kept(chat) }, response: { ...response, ...kept(deep(1001)) } }),
    ]);
    const { output } = await conform(file);
    expect(output).toMatch(/request body: must be nested at most 1000 levels deep/);
    expect(output).toMatch(/response body: must be nested at most 1000 levels deep/);
  });

  test.each(['json', 'text'])('with a mistake tells how its request is sent again, kept as %s', async (form) => {
    const wrong = { ...chat, temperature: 'warm' };
    const kept = form === 'json' ? wrong : JSON.stringify(wrong);
    const { output } = await conform(await fileOf(recording({ request: { ...request, [form]: kept } })));
    expect(output).toContain('/temperature');
    expect(output).toContain(`--data-raw '${JSON.stringify(wrong)}'`);
  });

  test.each(['json', 'text'])('of a stream that is none is told so, kept as %s', async (form) => {
    const response = {
      status: 200,
      headers: { 'content-type': 'text/event-stream' },
      ended: 'cancel',
      [form]: form === 'json' ? {} : '{}',
    };
    const { output } = await conform(await fileOf(recording({ request: { ...request, json: { ...chat, stream: true } }, response })));
    expect(output).toBe('1 exchange checked, 0 with violations.\n');
  });
});

describe('one half of each exchange', () => {
  const broken = recording({
    request: { ...request, json: { ...chat, messages: 'Hi' } },
    response: { status: 200, headers: { 'content-type': 'application/json' }, ended: 'end', json: { id: 1 } },
  });

  test.each([
    [[], ['request body /messages', 'response body /id']],
    [['--only', 'requests'], ['request body /messages']],
    [['--only', 'responses'], ['response body /id']],
  ])('%j', async (args, found) => {
    const { code, output } = await conform(await fileOf(broken), ...args);
    expect(code).toBe(1);
    expect(['request body /messages', 'response body /id'].filter((place) => output.includes(place))).toEqual(found);
  });

  test('that is not there is nothing to check', async () => {
    const { code, errors } = await conform(await fileOf(recording({ request: { ...request, json: chat } })), '--only', 'responses');
    expect(code).toBe(2);
    expect(errors).toMatch(/^Nothing could be checked in \S+: 1 exchange, missing: response \(1\)\.\n$/);
    expect((await conform(await fileOf(broken), '--only', 'pages')).errors).toContain('Allowed choices are requests, responses.');
  });
});

describe('what the mock tells', () => {
  test('of its requests is checked, and what it does not keep is said', async () => {
    const mock = await createMock();
    onTestFinished(() => mock.close());
    const { url } = await mock.listen();
    await (await fetch(`${url}/v1/models`, { headers })).text();
    await (await fetch(`${url}/v1/chat/completions`, post(chat))).text();
    const response = await fetch(`${url}/v1/chat/completions`, post({ ...chat, messages: 'Hi' }));
    await response.text();
    const journal = await (await fetch(`${url}/__mock/requests`)).text();
    const { code, output, errors } = await conform(await fileOf(journal));
    expect(code).toBe(1);
    expect(output).toContain('request body /messages: must be array');
    expect(output).toContain('3 exchanges checked, 1 with violations.\n');
    expect(errors).toBe('3 exchanges of journals, which keep no responses: only requests are checked.\n');
    const brief = await (await fetch(`${url}/__mock/requests?brief=true`)).text();
    expect(await conform(await fileOf(brief))).toMatchObject({
      code: 0,
      output: '1 exchange checked, 0 with violations, 2 had nothing to check.\n',
    });
  });

  test('of what was exercised has to be in the contract', async () => {
    const mock = await createMock();
    onTestFinished(() => mock.close());
    await (await mock.fetch('http://mock/v1/models', { headers })).text();
    await (await mock.fetch('http://mock/v1/chat/completions', post({ ...chat, stream: true }))).text();
    const report = mock.coverage();
    expect(await conform(await fileOf(report))).toMatchObject({ code: 0, output: '2 exchanges checked, 0 with violations.\n' });
    const rows = [
      { operation: 'listMovies', status: '200', mediaType: 'application/json', hits: 1 },
      { operation: 'listModels', status: '206', mediaType: 'application/json', hits: 1 },
      { operation: 'listModels', status: '200', mediaType: 'text/html', hits: 2 },
      { operation: 'listMusic', status: '200', mediaType: 'application/json', hits: 0 },
    ];
    const { code, output } = await conform(await fileOf({ ...report, rows }));
    expect(code).toBe(1);
    expect(output).toContain('3 exchanges checked, 3 with violations.\n');
    expect(output).toMatch(/row 1: - - 200\n {2}listMovies request route: must be an operation of the contract, got string "listMovies"/);
  });
});

test('what only the text of a body in a HAR file tells is found', async () => {
  const text = '{"object":"list","data":[],"object":"list"}';
  const entry = {
    request: { method: 'GET', url: 'https://gateway.example/v1/files', headers: [] },
    response: { status: 200, content: { size: text.length, mimeType: 'application/json', text } },
  };
  const { code, output } = await conform(await fileOf({ log: { entries: [entry] } }, 'a.har'));
  expect(code).toBe(1);
  expect(output).toContain('response body: must have each member of an object once');
});

test('what nothing was checked in is not green', async () => {
  const entry = {
    request: { method: 'POST', url: 'https://gateway.example/v1/chat/completions', headers: [] },
    response: { status: 200, content: { size: 9, mimeType: 'application/json' } },
  };
  const { code, output, errors } = await conform(await fileOf({ log: { entries: [entry, entry] } }, 'a.har'));
  expect([code, output]).toEqual([2, '']);
  expect(errors).toMatch(/^Nothing could be checked in \S+a\.har: 2 exchanges, missing: request body \(2\), response body \(2\)\.\n$/);
  const other = { request: { method: 'GET', url: 'https://elsewhere.example/a', headers: [] } };
  expect((await conform(await fileOf({ log: { entries: [other] } }, 'a.har'))).code).toBe(2);
  expect((await conform(await fileOf({ log: { entries: [] } }, 'a.har'))).code).toBe(2);
  expect((await conform(await folder())).code).toBe(2);
});

describe.skipIf(!executablePath)('what Playwright writes', () => {
  let place = '';
  let close: () => Promise<unknown> = async () => {};
  let url = '';
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'playwright-'));
    const mock = await createMock({ eventsPerSecond: 1000 });
    ({ url } = await mock.listen());
    const browser = await launch();
    close = () => Promise.all([browser.close(), mock.close(), rm(place, { recursive: true })]);
    for (const [name, content, mode] of kinds) {
      const page = await openPage(browser, { recordHar: { path: join(place, name), content, mode } });
      await page.goto(url);
      await page.evaluate(
        async ([address, bodies, headers]) => {
          for (const body of bodies) {
            const response = await fetch(`${address}/v1/chat/completions`, { method: 'POST', headers, body: JSON.stringify(body) });
            await response.text();
          }
          const leaving = new AbortController();
          const slow = { ...headers, prefer: 'events-per-second=1' };
          const left = await fetch(`${address}/v1/chat/completions`, {
            method: 'POST',
            headers: slow,
            body: JSON.stringify(bodies[1]),
            signal: leaving.signal,
          });
          await left.body?.getReader().read();
          leaving.abort();
        },
        [url, [chat, { ...chat, stream: true }, { ...chat, messages: 'Hi' }], headers] as const,
      );
      await page.context().close();
    }
  });
  afterAll(() => close());

  const kinds = [
    ['embed/a.har', 'embed', 'full'],
    ['attach/a.har', 'attach', 'full'],
    ['minimal/a.har', 'embed', 'minimal'],
    ['a.har.zip', 'attach', 'full'],
    ['packed.zip', 'embed', 'minimal'],
    ['omit/a.har', 'omit', 'full'],
  ] as const;

  test.each(kinds.slice(0, -1))('is checked with its bodies: %s', async (name) => {
    const { code, output } = await conform(join(place, name));
    expect(output.split('\n').filter((line) => /^ {2}\S/.test(line))).toEqual([
      expect.stringContaining('request body /messages: must be array'),
    ]);
    expect(output).toMatch(/4 exchanges checked, 1 with violations\.\nMissing: response body \(1\)\.\n$/);
    expect(code).toBe(1);
  });

  test('is checked in its folder, with the files beside it', async () => {
    expect((await readdir(join(place, 'attach'))).length).toBeGreaterThan(4);
    expect((await conform(join(place, 'attach'))).output).toMatch(
      /4 exchanges checked, 1 with violations\.\nMissing: response body \(1\)\.\n$/,
    );
  });

  test('without bodies is nothing to check', async () => {
    const { code, errors } = await conform(join(place, 'omit/a.har'));
    expect(code).toBe(2);
    expect(errors).toMatch(/^Nothing could be checked in .*4 exchanges, missing: /);
    expect(JSON.parse(await readFile(join(place, 'omit/a.har'), 'utf8')).log.entries.length).toBeGreaterThan(3);
  });
});

test('a file is not in memory as a whole', async () => {
  const file = join(await folder(), 'large.har');
  const text = 'x'.repeat(2 ** 20);
  const entry = JSON.stringify({
    request: { method: 'GET', url: 'https://elsewhere.example/', headers: [] },
    response: { status: 200, content: { text } },
  });
  const own = JSON.stringify({
    request: {
      method: 'POST',
      url: 'https://gateway.example/v1/chat/completions',
      headers: [],
      postData: { mimeType: 'application/json', text: JSON.stringify(chat) },
    },
  });
  const out = createWriteStream(file);
  out.write('{"log":{"entries":[');
  for (let number = 0; number < 300; number++)
    if (!out.write(`${entry},`)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  await new Promise<void>((resolve) => out.end(`${own}]}}`, () => resolve()));
  vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=60');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { code, output } = await runCommand('conform', file).ended;
  expect([code, output]).toEqual([0, '1 exchange checked, 0 with violations.\nMissing: response (1).\n']);
});
