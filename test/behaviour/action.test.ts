/** The GitHub action: its steps are run as a runner runs them. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { project } from '../../scripts/lib/project.js';

interface Step {
  id: string;
  shell: string;
  env: Record<string, string>;
  run: string;
}

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: Step[] };
}

const action: Action = parse(await readFile(join(project.root, 'action.yml'), 'utf8'));
const run = promisify(execFile);

interface Ended {
  outputs: Record<string, string>;
  /** What the steps printed. */
  printed: string;
  failed?: string;
}

/** @param given inputs */
async function runAction(given: Record<string, string> = {}): Promise<Ended> {
  const temp = await mkdtemp(join(tmpdir(), 'runner-'));
  const values: Record<string, string> = { 'github.action_path': project.root };
  // A busy machine takes longer than usual.
  const all = { 'timeout-seconds': '250', ...given };
  for (const [name, { default: usual }] of Object.entries(action.inputs)) values[`inputs.${name}`] = all[name as keyof typeof all] ?? usual;
  const filled = (text: string): string => text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => values[name] ?? '');
  onTestFinished(async () => {
    const pid = Number(values['steps.start.outputs.pid']);
    if (pid > 0)
      try {
        process.kill(pid);
      } catch {
        // It has ended by itself.
      }
    await rm(temp, { recursive: true, force: true });
  });
  let printed = '';
  for (const { id, shell, env, run: script } of action.runs.steps) {
    expect(shell).toBe('bash');
    const output = join(temp, `${id}.output`);
    await writeFile(output, '');
    const own = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, filled(text)]));
    const ended = await run('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
      cwd: project.root,
      env: {
        ...process.env,
        PORT: undefined,
        HOST: undefined,
        npm_config_prefer_offline: 'true',
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: output,
        ...own,
      },
    }).catch((error: { stdout: string; stderr: string }) => ({ ...error, failed: id }));
    printed += ended.stdout + ended.stderr;
    if ('failed' in ended) return { outputs: {}, printed, failed: id };
    for (const line of (await readFile(output, 'utf8')).split('\n')) {
      const [, name, value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
      if (name) values[`steps.${id}.outputs.${name}`] = value;
    }
  }
  return { outputs: Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, filled(value)])), printed };
}

test('says what each input and output is, and uses all of them', () => {
  const text = JSON.stringify(action.runs);
  expect(action.runs.using).toBe('composite');
  for (const [name, { description }] of Object.entries(action.inputs)) {
    expect(description).toMatch(/\.$/);
    expect(text).toContain(`\${{ inputs.${name} }}`);
  }
});

describe('starts', () => {
  const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };

  test('the mock, with scenarios and arguments as they are quoted', async () => {
    const { outputs } = await runAction({
      port: '0',
      scenarios: 'examples/scenarios/faults\n',
      args: `--auth-key 'my "own" key' --strict`,
    });
    expect(outputs.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${outputs.url}/v1/models`, { headers })).status).toBe(401);
    expect((await fetch(`${outputs.url}/v1/models`, { headers: { authorization: 'Bearer my "own" key' } })).status).toBe(200);
    expect(await (await fetch(`${outputs.url}/__mock/scenarios`)).json()).toContainEqual(
      expect.objectContaining({ name: expect.any(String) }),
    );
    const lines = (await readFile(outputs.log ?? '', 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ type: 'listening', url: outputs.url }));
  });

  test('a mock over TLS, with a certificate that it has made', async () => {
    const { outputs, printed } = await runAction({ port: '0', args: '--https' });
    expect(outputs, printed).toMatchObject({ url: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/) });
  });

  test('a proxy', async () => {
    const mock = await runAction({ port: '0' });
    const { outputs } = await runAction({ command: 'proxy', target: mock.outputs.url ?? '', port: '0' });
    await (await fetch(`${outputs.url}/v1/models`, { headers })).text();
    expect(await (await fetch(`${outputs.url}/__proxy/violations`)).json()).toEqual({ exchanges: 1, broken: 0, violations: 0 });
  });

  test('what npm installs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'packed-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: project.root,
      maxBuffer: 2 ** 26,
    });
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    const { outputs, printed } = await runAction({ package: join(folder, filename), port: '0' });
    expect(outputs, printed).toMatchObject({ url: expect.stringMatching(/^http/) });
    expect((await fetch(`${outputs.url}/__mock/ready`)).status).toBe(200);
  });
});

describe('where it does not start', () => {
  test('the log is printed, with the reason', async () => {
    const { failed, printed } = await runAction({ port: '0', scenarios: 'nowhere' });
    expect(failed).toBe('ready');
    expect(printed).toMatch(
      /::error title=nexconn-contract mock is not ready::it has ended\n::group::Log\n[^\n]*nowhere[\s\S]*::endgroup::\n/,
    );
  });

  test('arguments that cannot be read are not left out', async () => {
    const { failed, printed } = await runAction({ port: '0', args: `--strict --auth-key 'unclosed` });
    expect([failed, printed]).toEqual(['start', expect.stringMatching(/quote/)]);
  });

  test('it is not waited for longer than is said', async () => {
    const proxy = (seconds: number) =>
      runAction({ command: 'proxy', target: 'http://127.0.0.1:9', port: '0', 'timeout-seconds': String(seconds) });
    let ended = await proxy(2);
    // On a busy machine the proxy may not listen by then.
    for (let seconds = 4; ended.printed.includes('nothing listens'); seconds *= 2) ended = await proxy(seconds);
    expect(ended.failed).toBe('ready');
    expect(ended.printed).toMatch(
      /::error title=nexconn-contract proxy is not ready::.*nobody answers at http:\/\/127\.0\.0\.1:9: ECONNREFUSED.* 503/,
    );
  });
});
