/** The command as a user starts it. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { freePort } from '../../scripts/lib/net/free-port.js';
import { preferenceTexts } from '../../src/options/preference-texts.js';
import { eventually } from '../eventually.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const running: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...env } });
  running.push(child);
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output, errors })),
  );
  const listening = async (): Promise<string> => {
    for (;;) {
      const [, said, told] = /Listening on (\S+)|"url":"([^"]+)"/.exec(output) ?? [];
      const url = said ?? told;
      if (url) return url;
      if (child.exitCode !== null) throw new Error(errors);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return { child, ended, listening, output: () => output };
}

describe('nexconn-contract mock', () => {
  test('ends with the shell that npm puts before it', async () => {
    // A shell that waits for its child does not pass a signal on.
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${cli}" mock --port 0; true`], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    running.push(shell);
    const url = await new Promise<string>((resolve) => {
      let output = '';
      shell.stdout.on('data', (data) => {
        output += data;
        const [, found] = /Listening on (\S+)/.exec(output) ?? [];
        if (found) resolve(found);
      });
    });
    expect((await fetch(`${url}/v1/models`)).status).toBe(200);
    shell.kill('SIGTERM');
    await eventually(() => expect(fetch(`${url}/v1/models`)).rejects.toThrow());
  });

  test('prints a line to try, the page and the address, and the line works', async () => {
    const { listening, output } = run(['mock', '--port', '0']);
    const url = await listening();
    expect(output().trimEnd().split('\n').slice(-2)).toEqual([
      `Reference, to try every operation, and journal: ${url}/`,
      `Listening on ${url}`,
    ]);
    const line = /^\s*curl (.*)$/m.exec(output())?.[1] ?? '';
    const sample = spawn('bash', ['-c', `curl -s ${line}`]);
    let answer = '';
    sample.stdout.on('data', (data) => {
      answer += data;
    });
    await new Promise((resolve) => sample.on('close', resolve));
    expect(JSON.parse(answer).choices).toHaveLength(1);
    expect(line).toContain(url);
    expect(output().split('\n', 1)[0]).toMatch(`${contract.title} ${contract.build}`);
  });

  test('lists the operations where that is asked for, before the address', async () => {
    const { listening, output } = run(['mock', '--port', '0', '--operations']);
    const url = await listening();
    for (const { id, path } of contract.operations) expect(output()).toMatch(new RegExp(`${path.replace(/[{}.:/]/g, '\\$&')}\\s+${id}\\n`));
    expect(output()).toMatch(new RegExp(`\nListening on ${url}\n$`));
  });

  test.each([[['--quiet']], [['-q']], [['--log', 'silent']]])('says nothing but where it listens, with %j', async (flags) => {
    const { listening, output, child, ended } = run(['mock', '--port', '0', ...flags]);
    const url = await listening();
    expect((await fetch(`${url}/v1/models`)).status).toBe(200);
    child.kill('SIGTERM');
    await ended;
    expect(output()).toBe(`Listening on ${url}\n`);
  });

  test('takes the port from PORT, and from --port before it', async () => {
    const port = await freePort();
    expect(await run(['mock'], { PORT: String(port) }).listening()).toBe(`http://127.0.0.1:${port}`);
    expect(await run(['mock', '--port', '0'], { PORT: String(port) }).listening()).not.toBe(`http://127.0.0.1:${port}`);
  });

  test('works in production mode', async () => {
    const url = await run(['mock', '--port', '0'], { NODE_ENV: 'production' }).listening();
    expect((await fetch(`${url}/v1/models`)).status).toBe(200);
  });

  test('says so when the port is taken', async () => {
    const server: Server = createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
    );
    const { code, errors } = await run(['mock', '--port', String(port)]).ended;
    expect(code).toBe(2);
    expect(errors.trim()).toBe(`Port ${port} on 127.0.0.1 is taken. Stop what listens there, or choose another port with --port.`);
    server.close();
  });

  test.each([
    [['--port', 'abc'], /port number/],
    [['--port', '70000'], /0 to 65535/],
    [['--latency-ms', 'fast'], /100-400/],
    [['--latency-ms', '400-100'], /100-400/],
    [['--words', 'many'], /Give a number of words from 1 to 20000 such as 500, or a range such as 20-400\./],
    [['--words', '400-20'], /20-400/],
    [['--words', '30000'], /1 to 20000/],
    [['--error-rate', '2'], /0 to 1/],
    [['--now', 'noon'], /a time from 1970 to 2286/],
    [['--body-limit-bytes', 'huge'], /64mb/],
    [['--events-per-second', '0'], /Give a number of at least 0\.001\./],
    [['--task-polls', '1.5'], /Give a whole number of at least 0\./],
    [['--tokens-per-second', 'fast'], /Give a number of at least 0\.001\./],
    [['--events-per-secnd', '5'], /Did you mean --events-per-second\?/],
    [['--auth-key', ''], /Give a text that is not empty\./],
    [['--host', ''], /Give an address such as 127\.0\.0\.1/],
    [['--auth', 'maybe'], /on, off/],
    [['--store', 'mysql://x'], /unknown store/],
    [['--host', '203.0.113.9'], /not an address of this machine/],
    [['--nonsense'], /unknown option/],
  ])('refuses %j with one clear line', async (args, message) => {
    const { code, errors } = await run(['mock', '--port', '0', ...args]).ended;
    expect(code).toBe(2);
    expect(errors).toMatch(message);
    expect(errors).not.toMatch(/\n\s+at /);
  });

  test('answers with the scenarios that it is given', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nexconn-scenarios-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'a.yaml'), '- name: a\n  when: { operation: listModels }\n  answers: [{ error: 429, times: 1 }]\n');
    await writeFile(join(folder, 'b.yaml'), '- name: b\n  when: { operation: listModels }\n  answers: [{ error: 503 }]\n');
    const url = await run([
      'mock',
      '--port',
      '0',
      '--scenarios',
      join(folder, 'a.yaml'),
      '--scenarios',
      join(folder, 'b.yaml'),
    ]).listening();
    const statuses = [await fetch(`${url}/v1/models`), await fetch(`${url}/v1/models`)].map(({ status }) => status);
    expect(statuses).toEqual([429, 503]);
    await writeFile(join(folder, 'b.yaml'), '- name: b\n  answers: [{}]\n');
    const { code, errors } = await run(['mock', '--port', '0', '--scenarios', join(folder, 'b.yaml'), '--scenarios', folder]).ended;
    expect(code).toBe(2);
    expect(errors).toMatch(/^.*b\.yaml:2:13 \/0\/answers\/0: needs something to say .*\n$/);
  });

  test.each([
    [{ HOST: 'x86_64-conda-linux-gnu' }, /^x86_64-conda-linux-gnu \(the environment variable HOST\) is not an address of this machine\./],
    [{ PORT: 'tcp://10.0.0.1:80' }, /from env 'PORT' is invalid\. Give a port number/],
  ])('names the variable %j of another tool', async (env, message) => {
    const args = 'PORT' in env ? [] : ['--port', '0'];
    const { code, errors } = await run(['mock', ...args], env).ended;
    expect(code).toBe(2);
    expect(errors).toMatch(message);
  });

  test('says that the port of the variable is taken', async () => {
    const server: Server = createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
    );
    const { errors } = await run(['mock'], { PORT: String(port) }).ended;
    expect(errors).toMatch(`Port ${port} (the environment variable PORT) on 127.0.0.1 is taken.`);
    server.close();
  });

  test('old names of flags work, with a warning, and are not in the help', async () => {
    const old = ['--latency', '1-2', '--first-token-ms', '0', '--tokens-per-second', '1000', '--body-limit', '1kb'];
    const mock = run(['mock', '--port', '0', ...old]);
    const url = await mock.listening();
    const tooLarge = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'k', 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'x'.repeat(2000) }),
    });
    expect(tooLarge.status).toBe(413);
    expect(await tooLarge.text()).toContain('1024 bytes; the limit is set by bodyLimitBytes (--body-limit-bytes)');
    mock.child.kill('SIGTERM');
    expect((await mock.ended).errors.split('\n').sort()).toEqual([
      '',
      '--body-limit is now --body-limit-bytes; the old name is gone in 0.3.',
      '--first-token-ms is now --first-event-ms; the old name is gone in 0.3.',
      '--latency is now --latency-ms; the old name is gone in 0.3.',
      '--tokens-per-second is now --events-per-second; the old name is gone in 0.3.',
    ]);
    const { output } = await run(['mock', '--help']).ended;
    expect(output).toContain('--latency-ms <ms>');
    expect(output).not.toMatch(/--latency |--first-token|--tokens|--body-limit /);
  });

  test('--now is where the clock stands, which is said', async () => {
    const { listening, output } = run(['mock', '--port', '0', '--now', '2026-01-31T12:00:00Z']);
    const url = await listening();
    expect(output()).toContain(`The clock stands at 2026-01-31T12:00:00.000Z; POST ${url}/__mock/clock moves it.`);
    const move = { method: 'POST', body: '{"advanceMs":1000}' };
    expect(await (await fetch(`${url}/__mock/clock`, move)).json()).toEqual({ now: '2026-01-31T12:00:01.000Z', stands: true });
  });

  test('the help has all preferences', async () => {
    const { output } = await run(['mock', '--help']).ended;
    for (const [name, { form, effect }] of Object.entries(preferenceTexts))
      expect(output.replace(/ +/g, ' ')).toContain(` ${name}=${form} ${effect}`);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s, with a stream under way', async (signal) => {
    const { child, listening, ended } = run(['mock', '--port', '0', '--events-per-second', '1']);
    const url = await listening();
    const response = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'k', 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'any', stream: true, messages: [{ role: 'user', content: 'Hi' }] }),
    });
    child.kill(signal);
    expect((await ended).code).toBe(0);
    await response.body?.cancel().catch(() => undefined);
  });

  test('logs JSON from the first byte to the last, and never a key', async () => {
    const { child, listening, output, ended } = run([
      'mock',
      '--port',
      '0',
      '--log',
      'json',
      '--now',
      '2026-01-31T12:00:00Z',
      '--latency',
      '0',
    ]);
    const url = await listening();
    await fetch(`${url}/v1/videos`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-very-secret', 'content-type': 'application/json' },
      body: '{"model":"sora-2"}',
    });
    await eventually(() => expect(output()).toContain('"exchange"'));
    child.kill('SIGTERM');
    await ended;
    const lines = output()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(lines).toMatchObject([
      { type: 'listening', time, server: 'mock', url, contract: contract.build, clock: '2026-01-31T12:00:00.000Z' },
      { type: 'exchange', time, method: 'POST', path: '/v1/videos', status: 400, operation: 'createVideo', requestId: expect.any(String) },
    ]);
    expect(output()).not.toContain('sk-very-secret');
  });
});

test('--version tells the version, the day of the documentation and the contract', async () => {
  const { output } = await run(['--version']).ended;
  expect(output.trim()).toBe(`${contract.version}+${contract.docsDate}.${contract.hash}`);
});
