/** The workflows of the forge: what they name exists, and their shell does what it is for, with stand-ins for the programs that it calls. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { project } from '../../scripts/lib/project.js';

interface Step {
  id?: string;
  name?: string;
  uses?: string;
  run?: string;
  shell?: string;
  env?: Record<string, string>;
  if?: string;
}

const folder = join(project.root, '.github/workflows');
const steps = readdirSync(folder).flatMap((file) => {
  const { jobs } = parse(readFileSync(join(folder, file), 'utf8')) as { jobs: Record<string, { steps: Step[] }> };
  return Object.entries(jobs).flatMap(([job, { steps: all }]) => all.map((step) => ({ file, job, all, ...step })));
});
const scripts = steps.flatMap(({ run, ...step }) => (run === undefined ? [] : [{ ...step, run, title: step.name ?? run }]));
const commands: Record<string, string> = JSON.parse(readFileSync(join(project.root, 'package.json'), 'utf8')).scripts;

/** The source of a script of `package.json`, where it is one of ours. */
function sourceOf(command: string): string | undefined {
  const [, file = ''] = /(?:tsx|node) (scripts\/[\w/.-]+\.ts)$/.exec(command) ?? [];
  const [, name] = /node scripts\/run\.js ([\w/-]+)$/.exec(command) ?? [];
  return file !== '' ? file : name === undefined ? undefined : `scripts/${name}.ts`;
}

test('every action is one that cannot change', () => {
  for (const { uses, file } of steps) if (uses) expect(uses, file).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
});

const called = scripts.flatMap(({ file, run }) =>
  [...run.matchAll(/npm run (?:--silent )?([\w:]+)((?: -- [^|>\n]*)?)/g)].map(([, name = '', rest = '']) => ({
    file,
    name,
    flags: [...rest.matchAll(/(?<=\s)--(\w[\w-]*)/g)].map(([, flag = '']) => flag),
  })),
);

test('there are calls of scripts to look at', () => expect(called.length).toBeGreaterThan(15));

test.each(called)('$file runs $name, which there is, with flags that it has', async ({ name, flags }) => {
  const command = commands[name];
  expect(command).toBeDefined();
  if (flags.length === 0) return;
  const source = sourceOf(command as string) as string;
  const text = await readFile(join(project.root, source), 'utf8');
  for (const flag of flags)
    expect(text, source).toMatch(new RegExp(`(?:^|[\\s{,'])${flag}'?: \\{ type:|includes\\('--${flag}'\\)|flagsOf\\([^)]*'${flag}'`, 'm'));
});

test.each(scripts)('$file: "$title" is shell, and uses what it is given', async ({ run, env = {}, all, if: condition = '' }) => {
  await new Promise<void>((resolve, reject) => {
    const child = execFile('bash', ['-n'], (error) => (error ? reject(error) : resolve()));
    child.stdin?.end(run);
  });
  const given = new Set([...Object.keys(env), 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_EVENT_NAME']);
  for (const [, own = ''] of run.matchAll(/^\s*(\w+)=/gm)) given.add(own);
  for (const [, name = ''] of run.matchAll(/\$\{?(\w+)/g)) expect([...given]).toContain(name);
  for (const [, id, output] of `${condition} ${Object.values(env).join(' ')}`.matchAll(/steps\.(\w+)\.outputs\.(\w+)/g))
    expect(all.find((step) => step.id === id)?.run).toContain(`echo "${output}=`);
  for (const [path] of run.matchAll(/(?<=\s)scripts\/[\w/.-]+/g)) expect(existsSync(join(project.root, path))).toBe(true);
});

describe('the shell of', () => {
  let room: string;
  beforeEach(async () => {
    room = await mkdtemp(join(tmpdir(), 'workflows-'));
  });
  afterEach(() => rm(room, { recursive: true, force: true }));

  /** A program that notes how it was called, and does what a line of shell says. */
  async function standIn(name: string, does: string): Promise<void> {
    const file = join(room, name);
    await writeFile(file, `#!/bin/sh\necho "${name} $*" >> "$ROOM/calls"\n${does}\n`);
    await chmod(file, 0o755);
  }

  const textOf = (name: string) => readFile(join(room, name), 'utf8').catch(() => '');

  /** Runs a step as the forge does. */
  async function runStep(title: string, env: Record<string, string> = {}) {
    const step = scripts.find((one) => one.title.startsWith(title));
    if (!step) throw new Error(`no step is called ${title}`);
    const flags = step.shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
    const paths = { GITHUB_OUTPUT: join(room, 'output'), GITHUB_STEP_SUMMARY: join(room, 'summary'), ROOM: room };
    const code = await new Promise<number>((resolve) => {
      execFile(
        'bash',
        [...flags, '-c', step.run],
        { cwd: room, env: { ...process.env, ...paths, ...env, PATH: `${room}${delimiter}${process.env.PATH}` } },
        (error) => resolve(error ? Number(error.code) : 0),
      );
    });
    return { code, calls: (await textOf('calls')).trim().split('\n'), output: await textOf('output'), summary: await textOf('summary') };
  }

  test.each([0, 1, 2])('the catalogue watch passes an exit code of %i on', async (code) => {
    await standIn('npm', `echo told; exit ${code}`);
    expect(await runStep('Compare the models')).toMatchObject({
      code: 0,
      output: `status=${code}\n`,
      summary: '```\ntold\n```\n',
    });
  });

  test.each([
    ['0', '', []],
    ['0', '7', ['gh issue close 7']],
    ['1', '7', ['gh issue edit 7 --body-file body.md']],
    ['1', '', ['gh issue create --title New --body-file body.md']],
  ])('the issue of new models, with status %s and the issue "%s"', async (status, number, expected) => {
    await writeFile(join(room, 'report.txt'), 'a-model is new');
    await standIn('gh', `if [ "$2" = list ]; then echo "${number}"; fi`);
    const { code, calls } = await runStep('Tell of new models', { STATUS: status, TITLE: 'New' });
    expect(code).toBe(0);
    expect(calls.slice(1).map((call, index) => call.slice(0, expected[index]?.length))).toEqual(expected);
    expect(await textOf('body.md')).toBe('```\na-model is new```\n');
  });

  test.each([
    [1, 'echo body > body.md; ', 'body\n'],
    [3, '', '```\ntold\n```\n'],
  ])('the update, which ends with %i', async (code, writes, summary) => {
    await standIn('npm', `${writes}echo told; exit ${code}`);
    await standIn('git', '');
    const ran = await runStep('Follow the documentation', { BASE: 'main' });
    expect(ran).toMatchObject({ code: 0, output: `status=${code}\n`, summary });
    expect(ran.calls.at(-1)).toBe('npm run --silent docs:update -- --pull-request --base main --retry 300 --body body.md');
  });

  test('the changelog of a pull request', async () => {
    await standIn('npm', 'echo "$4"');
    const { calls, summary } = await runStep('Show what changes', { GITHUB_EVENT_NAME: 'pull_request' });
    expect(calls).toEqual(['npm run --silent changelog', 'npm run --silent changelog -- HEAD^1']);
    expect(summary).toBe('## Since the last release\n\n## In this pull request\n--\n');
  });

  test.each([
    ['', 'npm run --silent release -- --dry-run'],
    ['minor', 'npm run --silent release -- --dry-run --bump minor'],
  ])('a rehearsal, raised by "%s"', async (bump, call) => {
    await standIn('npm', 'exit 1');
    // Its own exit code counts, and not that of what shows it.
    expect(await runStep('npm run --silent release', { BUMP: bump })).toMatchObject({ code: 1, calls: [call] });
  });

  test.each([
    [0, ' --provenance'],
    [22, ''],
  ])('publishing, where the keys of the registry answer with %i', async (code, attest) => {
    await writeFile(join(room, 'package.json'), '{"publishConfig":{"registry":"https://registry.example/npm"}}');
    await writeFile(join(room, 'a.tgz'), '');
    await standIn('npm', '');
    await standIn('curl', `exit ${code}`);
    const { code: ended, calls } = await runStep('Publish, with an attestation', { NPM_TOKEN: 't' });
    expect(ended).toBe(0);
    expect(calls[0]).toBe('npm config set //registry.example/npm/:_authToken t --location user');
    expect(calls.at(-1)).toBe(`npm publish --registry https://registry.example/npm/${attest} ./a.tgz`);
  });

  test('keeping what was released', async () => {
    await writeFile(join(room, 'a.tgz'), '');
    await writeFile(join(room, 'a.sbom.json'), '');
    await standIn('git', 'echo v1.2.3');
    await standIn('gh', '');
    expect((await runStep('Keep the package')).calls.at(-1)).toBe(
      'gh release create v1.2.3 --title v1.2.3 --notes-from-tag ./a.tgz ./a.sbom.json',
    );
  });
});
