/** The commands of the testing kit as a user starts them: proxy, conform, verify, coverage. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { createMock } from '../../src/mock/index.js';
import { contractFetch } from '../../src/testing/contract-fetch.js';
import { runCommand, runCommandIn } from '../cli/run-command.js';
import { eventually } from '../eventually.js';

const headers = { authorization: 'Bearer sk-a-secret-key', 'content-type': 'application/json' };
const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }] };
const post = (body: unknown): RequestInit => ({ method: 'POST', headers, body: JSON.stringify(body) });

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'kit-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

async function mockUrl(): Promise<string> {
  const mock = await createMock({ eventsPerSecond: 1000, taskSeconds: 0 });
  onTestFinished(() => mock.close());
  return (await mock.listen()).url;
}

describe('proxy', () => {
  test('logs what it finds, records, and what it recorded can be checked', async () => {
    const recordings = join(await folder(), 'new');
    const proxy = runCommand('proxy', await mockUrl(), '--port', '0', '--record', recordings);
    const url = await proxy.listening();
    await (await fetch(`${url}/v1/models`)).text();
    await (await fetch(`${url}/v1/chat/completions`, post({ ...chat, stream: true }))).text();
    // A recording is written after the answer has passed.
    await eventually(async () => {
      const written = (await readdir(recordings)).map(async (name) => JSON.parse(await readFile(join(recordings, name), 'utf8')));
      expect(await Promise.all(written)).toHaveLength(2);
    });
    const good = runCommand('conform', recordings);
    expect(await good.ended).toEqual({ code: 0, output: '2 exchanges checked, 0 with violations.\n', errors: '' });

    await (await fetch(`${url}/v1/chat/completions`, post({ ...chat, messages: 'Hi' }))).text();
    proxy.child.kill('SIGTERM');
    const { code, output } = await proxy.ended;
    expect(code).toBe(0);
    expect(output).toMatch(/POST \/v1\/chat\/completions 400 createChatCompletion .*messages: must be array, got string "Hi"/);
    expect(output).not.toContain('secret');
    const bad = await runCommand('conform', recordings).ended;
    expect(bad.code).toBe(1);
    expect(bad.output).toMatch(
      /00003-createChatCompletion\.json: POST \/v1\/chat\/completions 400 \(chatcmpl-\w+\)\n {2}createChatCompletion request body \/messages: must be array/,
    );
    expect(await readdir(recordings)).toHaveLength(3);
  });

  test.each([
    [['--fail-on-violation'], 1],
    [[], 0],
  ])('says how it went at its end, with %j', async (flags, wanted) => {
    const proxy = runCommand('proxy', await mockUrl(), '--port', '0', ...flags);
    const url = await proxy.listening();
    await (await fetch(`${url}/v1/models`, { headers })).text();
    await (await fetch(`${url}/v1/chat/completions`, post({ ...chat, messages: 'Hi' }))).text();
    proxy.child.kill('SIGTERM');
    const { code, output } = await proxy.ended;
    expect(output).toMatch(/\n2 exchanges passed, 1 with violations \(1 in all\)\.\n$/);
    expect(code).toBe(wanted);
  });

  test('bears with what is known, and tells at its end what was not met', async () => {
    const known = join(await folder(), 'known.json');
    const since = { reason: 'ticket 7', since: '2026-01-31' };
    const entry = { operation: 'createChatCompletion', part: 'request', pointer: '/messages', keyword: 'type', ...since };
    await writeFile(known, JSON.stringify([entry, { ...entry, pointer: '/model' }]));
    const proxy = runCommand('proxy', await mockUrl(), '--port', '0', '--fail-on-violation', '--baseline', known);
    const url = await proxy.listening();
    await (await fetch(`${url}/v1/chat/completions`, post({ ...chat, messages: 'Hi' }))).text();
    proxy.child.kill('SIGTERM');
    const { code, output, errors } = await proxy.ended;
    expect(output).toMatch(/\n1 exchanges passed, 0 with violations \(0 in all\)\.\n$/);
    expect(errors).toMatch(/^not found any more: createChatCompletion request \/model type \(known since 2026-01-31: ticket 7\)\./);
    expect(code).toBe(0);
  });

  test('logs JSON from the first byte to the last', async () => {
    const target = await mockUrl();
    const proxy = runCommand('proxy', target, '--port', '0', '--log', 'json', '--fail-on-violation');
    const url = await proxy.listening();
    const leaving = new AbortController();
    const slow = { ...headers, prefer: 'latency-ms=600000' };
    const left = fetch(`${url}/v1/chat/completions`, { ...post(chat), headers: slow, signal: leaving.signal }).catch(() => {});
    await eventually(async () => expect(await (await fetch(`${url}/__proxy/requests`)).json()).toMatchObject([{ open: true }]));
    leaving.abort();
    await left;
    await eventually(() => expect(proxy.output()).toContain('"exchange"'));
    proxy.child.kill('SIGINT');
    const { code, output, errors } = await proxy.ended;
    expect([code, errors]).toEqual([0, '']);
    expect(
      output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { type: 'listening', server: 'proxy', url, target: `${target}/`, contract: contract.build },
      { type: 'exchange', operation: 'createChatCompletion', status: 0, aborted: true, violations: [] },
      { type: 'stopped', exchanges: 1, broken: 0, violations: 0 },
    ]);
  });

  test('is not started to observe itself', async () => {
    const { code, errors } = await runCommand('proxy', 'http://localhost:4099', '--port', '4099').ended;
    expect([code, errors]).toEqual([
      2,
      'the proxy would observe itself: http://localhost:4099 is where it listens; give it the address of the gateway\n',
    ]);
  });

  test('says how to repeat what it finds, once, and counts what is found many times in one exchange', async () => {
    const server = createServer((_, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(
        JSON.stringify({ object: 'list', data: Array.from({ length: 500 }, () => ({ object: 'model', created: 1, owned_by: 'x' })) }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close().closeAllConnections());
    const gateway = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const proxy = runCommand('proxy', gateway, '--port', '0');
    const url = await proxy.listening();
    for (let call = 0; call < 2; call++) await (await fetch(`${url}/v1/models`, { headers })).text();
    await eventually(() => expect(proxy.output().match(/GET \/v1\/models 200/g)).toHaveLength(2));
    proxy.child.kill('SIGTERM');
    const { output } = await proxy.ended;
    expect(output.match(/\/data\/0\/id: is required \(at least 500 times, also elsewhere or with other values\)\n/g)).toHaveLength(2);
    expect(output.split('\n').filter((line) => line.includes('repeat it'))).toEqual([
      `    repeat it: curl -sS '${gateway}/v1/models' -H "Authorization: Bearer $NEXCONN_API_KEY" -H 'content-type: application/json'`,
    ]);
    expect(output).not.toContain('secret');
  });

  test.each([
    ['without an address', ['proxy'], "missing required argument 'url'"],
    ['with a wrong address', ['proxy', 'gateway'], 'Give an address such as'],
    ['with a wrong port', ['proxy', 'http://127.0.0.1:9', '--port', 'x'], 'Give a port number'],
  ])('%s it says so', async (_, args, message) => {
    const { code, errors } = await runCommand(...args).ended;
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });

  test('says at once when it cannot record', async () => {
    const taken = join(await folder(), 'file');
    await writeFile(taken, '');
    const { code, errors } = await runCommand('proxy', 'http://127.0.0.1:9', '--port', '0', '--record', taken).ended;
    expect(code).toBe(2);
    expect(errors).toMatch(/^Nothing can be recorded in \S+file: .*\n$/);
  });

  test('says when the port is taken', async () => {
    const port = new URL(await mockUrl()).port;
    const { code, errors } = await runCommand('proxy', 'http://127.0.0.1:9', '--port', port).ended;
    expect(code).toBe(2);
    expect(errors).toBe(`Port ${port} on 127.0.0.1 is taken. Stop what listens there, or choose another port with --port.\n`);
  });
});

describe('conform', () => {
  const entry = (second: number, url: string, body: unknown) => ({
    startedDateTime: `2026-01-15T12:00:0${second}Z`,
    time: 5,
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, headers: [], content: { mimeType: 'application/json', text: JSON.stringify(body) } },
  });

  test('reads HAR files and leaves out what is not the gateway’s', async () => {
    const file = join(await folder(), 'session.har');
    const ready = { id: 'qfile-1', object: 'file', status: 'ready', model: 'm', created_at: 1, expires_at: 2 };
    const entries = [
      entry(0, 'https://cdn.example.com/app.js', {}),
      entry(1, 'https://gateway.example/v1/files/qfile-1', ready),
      entry(2, 'https://gateway.example/v1/files/qfile-1', { ...ready, status: 'pending' }),
    ];
    await writeFile(file, JSON.stringify({ log: { entries } }));
    const { code, output } = await runCommand('conform', file, '--json').ended;
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      checked: 2,
      broken: 1,
      exchanges: [{ violations: [] }, { violations: [{ part: 'job', pointer: '/status', expected: 'must not be pending after ready' }] }],
    });
    expect((await runCommand('conform', file, '--base-url', 'https://other.example').ended).errors).toBe(
      `No exchange with the gateway in ${file}, only 3 with others.\n`,
    );
  });

  test('names what it cannot read, and checks the rest', async () => {
    const place = await folder();
    const [file, recordings] = [join(place, 'session.har'), join(place, 'recordings')];
    const ready = { id: 'qfile-1', object: 'file', status: 'ready', model: 'm', created_at: 1, expires_at: 2 };
    const good = entry(1, 'https://gateway.example/v1/files/qfile-1', ready);
    await writeFile(file, JSON.stringify({ log: { entries: [{ request: {} }, good] } }));
    await mkdir(recordings);
    await writeFile(join(recordings, '1.json'), '{}');
    await writeFile(
      join(recordings, '2.json'),
      JSON.stringify({
        time: '2026-01-15T12:00:00Z',
        request: { method: 'GET', url: '/v1/models', headers: {} },
        duration: 1,
        violations: [],
      }),
    );
    const { code, output } = await runCommand('conform', file, recordings, '--no-auth').ended;
    expect(code).toBe(1);
    expect(output).toContain(`${file}, entry 1: request.method and request.url are needed\n`);
    expect(output).toContain(`${join(recordings, '1.json')} is no recording: it needs`);
    expect(output).toContain('2 exchanges checked, 0 with violations, 2 could not be read.\nMissing: response (1).\n');
    const json = await runCommand('conform', file, '--json').ended;
    expect(JSON.parse(json.output)).toMatchObject({ checked: 1, broken: 0, unread: [{ source: `${file}, entry 1` }] });
  });

  test('says plainly what it cannot read', async () => {
    const place = await folder();
    const [text, other, har] = [join(place, 'text.json'), join(place, 'other.json'), join(place, 'no.har')];
    await Promise.all([writeFile(text, 'Hi'), writeFile(other, '{}'), writeFile(har, '{"log":1}')]);
    const errorOf = async (path: string) => {
      const { code, errors } = await runCommand('conform', path).ended;
      expect(code).toBe(2);
      return errors;
    };
    expect(await errorOf(join(place, 'none'))).toMatch(`There is no ${join(place, 'none')}; give recordings, `);
    expect(await errorOf(text)).toBe(`${text} is not JSON.\n`);
    expect(await errorOf(other)).toMatch(/other\.json is no recording: it needs/);
    expect(await errorOf(har)).toBe(`${har} is no HAR file: log.entries is missing.\n`);
  });
});

describe('verify', () => {
  test('says what costs money, verifies and writes its reports', async () => {
    const place = await folder();
    const [json, markdown] = [join(place, 'report.json'), join(place, 'report.md')];
    const { code, output } = await runCommand(
      'verify',
      '--base-url',
      await mockUrl(),
      '--only',
      'listModels,messages',
      '--json',
      json,
      '--markdown',
      markdown,
    ).ended;
    // One lists the models, the others are conversations.
    const all = contract.operations.flatMap(({ path, examples }) =>
      path === '/v1/models' || path.endsWith('/messages') ? examples : [],
    ).length;
    expect(output).toContain(`${all} documented exchanges and 0 workflows, 1 free call, ${all - 1} that cost money (${all - 1} text).`);
    expect(output).toContain(`in all    ${all} conform, 0 differ, 0 not reachable`);
    expect(code).toBe(0);
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ summary: { conforms: all, differs: 0, unreachable: 0 } });
    expect(await readFile(markdown, 'utf8')).toContain('| listModels | model-list | conforms |  |');
  });

  test('takes the old names of its flags, with a warning', async () => {
    const args = ['--base-url', 'http://gateway.invalid', '--api-key', 'k', '--budget', '0', '--job-timeout', '1'];
    const { errors } = await runCommand('verify', ...args).ended;
    expect(errors).toMatch(
      /^--budget is now --budget-calls; the old name is gone in 0\.3\.\n--job-timeout is now --job-timeout-seconds; .*\nNobody answers at /,
    );
    expect((await runCommand('verify', '--base-url', 'http://gateway.invalid', '--budget', 'x').ended).errors).toContain(
      'Give a whole number of at least 0.',
    );
  });

  test('refuses a list of names that names nothing', async () => {
    const { code, errors } = await runCommand('verify', '--base-url', await mockUrl(), '--only', ',').ended;
    expect(code).toBe(2);
    expect(errors).toContain('--only names nothing');
  });

  test('says so when workflows have to be left out', async () => {
    const { code, output } = await runCommandIn(await folder(), 'verify', '--base-url', await mockUrl(), '--only', 'files').ended;
    expect(output).toMatch(/2 workflows were left out: @redocly\/cli is not installed here \(npm install --save-dev @redocly\/cli\)\n$/);
    expect(code).toBe(0);
  });

  test('sends nothing to a gateway elsewhere before it is told what it may spend', async () => {
    const { code, errors } = await runCommand('verify', '--base-url', 'http://gateway.invalid', '--api-key', 'k').ended;
    expect(code).toBe(2);
    expect(errors).toMatch(/^Nothing was sent\. Add --yes/);
    expect((await runCommand('verify', '--base-url', 'http://gateway.invalid').ended).errors).toMatch(/^A key is needed/);
    const sent = await runCommand('verify', '--base-url', 'http://gateway.invalid', '--api-key', 'k', '--budget-calls', '0').ended;
    expect(sent.errors).toMatch(/^Nobody answers at http:\/\/gateway\.invalid\//);
    expect(sent.code).toBe(2);
  });

  test('says plainly what is wrong', async () => {
    const url = await mockUrl();
    expect((await runCommand('verify', '--base-url', url, '--only', 'movies').ended).errors).toMatch(/^Nothing is named movies\./);
    const refused = await runCommand('verify', '--base-url', url, '--only', 'files', '--api-key', 'sk-mock-401').ended;
    expect(refused.errors).toMatch(/^The gateway refuses the key \(401: .*\)\. Give another one with --api-key\.\n$/);
    expect(refused.code).toBe(2);
  });
});

describe('coverage', () => {
  test('reports what was exercised, as text, JSON and JUnit, and holds a threshold', async () => {
    const url = await mockUrl();
    await (await fetch(`${url}/v1/chat/completions`, post(chat))).text();
    const created = await fetch(`${url}/v1/files`, post({ model: 'gemini-3.0-pro-preview', source_url: 'https://example.com/a.jpg' }));
    const { id } = (await created.json()) as { id: string };
    await (await fetch(`${url}/v1/files/${id}`, { headers })).text();
    const text = await runCommand('coverage', url).ended;
    const total = contract.operations.length;
    const percent = (300 / total).toFixed(1);
    expect(text.code).toBe(0);
    expect(text.output.split('\n', 1)).toEqual([`operations 3 of ${total} (${percent} %)`]);
    expect(text.output).toMatch(/createChatCompletion \(1 of \d+ answers\)\n +1 x 200 application\/json \S+\n/);
    expect(text.output).toMatch(/states of jobs\n +1 x files ready\n/);
    expect(text.output).toMatch(/not exercised: listModels, /);
    const json = await runCommand('coverage', url, '--format', 'json').ended;
    expect(JSON.parse(json.output).operations).toEqual({ hit: 3, total });
    const file = join(await folder(), 'coverage.xml');
    const junit = await runCommand('coverage', url, '--format', 'junit', '--output', file, '--fail-under-percent', '50').ended;
    expect(junit).toMatchObject({ code: 1, errors: `operations: ${percent} % exercised, less than 50 %.\n` });
    const xml = await readFile(file, 'utf8');
    expect(xml).toMatch(/<testsuite name="createFile" /);
    expect(xml).toContain('<testcase name="201 application/json create-file-upload-task" classname="createFile" time="0.000"/>');
    expect(xml).toContain(`<failure message="operations: ${percent} % exercised, less than 50 %" type="violation">`);
    const markdown = await runCommand('coverage', url, '--format', 'markdown').ended;
    expect(markdown.output).toMatch(/^## coverage\n[\s\S]*\| createFile \| 1 \| /);
    expect((await runCommand('coverage', url, '--fail-under-percent', String(Math.floor(300 / total))).ended).code).toBe(0);
  });

  test('takes the old names of its flags, with a warning', async () => {
    const url = await mockUrl();
    expect(
      await runCommand('coverage', url, '--fail-under', '4', '--of', 'answers', '--output', join(await folder(), 'out')).ended,
    ).toEqual({
      code: 1,
      output: '',
      errors: [
        '--fail-under is now --fail-under-percent; the old name is gone in 0.3.',
        '--of is now --measure; the old name is gone in 0.3.',
        'answers: 0.0 % exercised, less than 4 %.\n',
      ].join('\n'),
    });
    expect((await runCommand('coverage', url, '--of', 'lines').ended).errors).toContain('Allowed choices are operations, answers, states.');
  });

  test('of several runs is added up, for a part of the contract if it is asked for', async () => {
    const place = await folder();
    for (const [name, path, init] of [
      ['1.json', '/v1/models', { headers }],
      ['2.json', '/v1/chat/completions', post(chat)],
      ['3.json', '/v1/chat/completions', post(chat)],
    ] as const) {
      const checked = contractFetch((await createMock()).fetch);
      await (await checked(`http://mock${path}`, init)).text();
      await writeFile(join(place, name), JSON.stringify(checked.coverage()));
    }
    const url = await mockUrl();
    await (await fetch(`${url}/v1/models`, { headers })).text();
    const all = await runCommand('coverage', place, url).ended;
    expect(all).toMatchObject({ code: 0, errors: '' });
    expect(all.output).toMatch(/^operations 2 of /);
    expect(all.output).toMatch(/createChatCompletion .*\n +2 x 200 application\/json/);
    expect(all.output).toMatch(/listModels .*\n +2 x 200 application\/json/);
    const part = await runCommand('coverage', join(place, '1.json'), join(place, '2.json'), '--only', 'chat,videos', '--format', 'json')
      .ended;
    const { operations, rows, stateRows } = JSON.parse(part.output);
    const wanted = contract.operations.filter(({ path }) => /chat|videos/.test(path)).map(({ id }) => id);
    expect([...new Set(rows.map(({ operation }: { operation: string }) => operation))].sort()).toEqual(wanted.sort());
    expect(operations).toEqual({ hit: 1, total: wanted.length });
    expect(stateRows.length).toBeGreaterThan(0);
    const wrong = await runCommand('coverage', place, '--only', 'movies').ended;
    expect([wrong.code, wrong.errors]).toEqual([
      2,
      expect.stringMatching(/^Nothing is named movies\. Name operations, or any of .*\bchat\b/),
    ]);
  });

  test('of one session is asked for by its name', async () => {
    const url = await mockUrl();
    await (await fetch(`${url}/v1/models`, { headers: { ...headers, prefer: 'session=a b' } })).text();
    await (await fetch(`${url}/v1/chat/completions`, post(chat))).text();
    const one = await runCommand('coverage', url, '--session', 'a b').ended;
    expect(one.output).toMatch(/^operations 1 of [\s\S]*\nlistModels \(/);
    expect((await runCommand('coverage', `${url}/__session/a%20b`).ended).output).toBe(one.output);
    expect(one.errors).toBe('');
    expect((await runCommand('coverage', url, '--session', 'other').ended).errors).toBe('No request came in the session other.\n');
    expect((await runCommand('coverage', await folder(), '--session', 'a').ended).errors).toMatch(/ does not tell sessions apart; /);
  });

  test('of another contract is said to be, and not added up with this one', async () => {
    const place = await folder();
    const checked = contractFetch((await createMock()).fetch);
    const report = checked.coverage();
    await writeFile(join(place, '1.json'), JSON.stringify({ ...report, contract: '0.0.1+2025-01-01.000000000000' }));
    const old = await runCommand('coverage', join(place, '1.json')).ended;
    expect([old.code, old.errors]).toEqual([
      0,
      `The coverage is of the contract 0.0.1+2025-01-01.000000000000; this command has ${contract.build}.\n`,
    ]);
    await writeFile(join(place, '2.json'), JSON.stringify(report));
    const { code, errors } = await runCommand('coverage', place).ended;
    expect([code, errors]).toEqual([
      2,
      expect.stringMatching(/1\.json is of the contract 0\.0\.1.* and \S+2\.json of .*: they cannot be added up\.\n$/),
    ]);
  });

  test.each([
    ['x', / is not JSON\.\n$/],
    ['{}', / is no report: it needs rows and stateRows, with their hits\.\n$/],
    ['{"rows":[null],"stateRows":[]}', / is no report: /],
  ])('is not made up of what is no report: %s', async (text, message) => {
    const file = join(await folder(), 'a.json');
    await writeFile(file, text);
    const { code, errors } = await runCommand('coverage', file).ended;
    expect([code, errors]).toEqual([2, expect.stringMatching(message)]);
  });

  test('of a proxy is its own, and leaves no trace', async () => {
    const mock = await createMock();
    onTestFinished(() => mock.close());
    const proxy = runCommand('proxy', (await mock.listen()).url, '--port', '0');
    const url = await proxy.listening();
    await (await fetch(`${url}/v1/models`, { headers })).text();
    const { code, output } = await runCommand('coverage', url).ended;
    expect([code, output]).toEqual([0, expect.stringMatching(/listModels \(1 of \d+ answers\)/)]);
    expect(mock.journal()).toHaveLength(1);
    expect(await (await fetch(`${url}/__proxy/requests`)).json()).toHaveLength(1);
  });

  test('says when there is nothing to ask', async () => {
    expect((await runCommand('coverage', 'http://127.0.0.1:9').ended).errors).toBe(
      'Nobody answers at http://127.0.0.1:9; start the mock there, or give the address that it says.\n',
    );
  });
});
