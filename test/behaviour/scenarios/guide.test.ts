/** The guide to scenarios: what it shows is right, and runs. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { memberNames } from '../../../scripts/generate/scenarios/members.js';
import { project } from '../../../scripts/lib/project.js';
import { runCommandIn } from '../../cli/run-command.js';

const text = await readFile(join(project.root, 'docs/guides/scenarios.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, block = '']) => block);
const files = blocks('yaml');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nexconn-guide-'));
  await mkdir(join(folder, 'scenarios'));
  for (const name of ['cat.mp4', 'cat.png', 'long.md']) await writeFile(join(folder, 'scenarios', name), name);
});
afterAll(() => rm(folder, { recursive: true }));

describe('its files', () => {
  test.each(files.map((file, index) => [index + 1, file] as const))('number %i is right', async (index, file) => {
    await writeFile(join(folder, 'scenarios', `${index}.yaml`), file);
    const { code, output } = await runCommandIn(folder, 'scenarios', 'check', `scenarios/${index}.yaml`).ended;
    expect(output).toMatch(/, 0 findings(, \d+ warnings?)?\n$/);
    expect(code).toBe(0);
  });

  test('have every condition, and every member of an answer', () => {
    const scenarios = files.flatMap((file) => parse(file) as { when?: object; answers: object[] }[]);
    const conditions = new Set(scenarios.flatMap(({ when = {} }) => Object.keys(when)));
    const members = new Set(scenarios.flatMap(({ answers }) => answers.flatMap((answer) => Object.keys(answer))));
    const names = memberNames();
    expect(names['/when']?.filter((name) => !conditions.has(name))).toEqual([]);
    const beside = ['latencyMs', 'fault'];
    expect(names['/answers/*']?.filter((name) => !members.has(name) && !beside.includes(name))).toEqual([]);
    for (const name of beside) expect(text).toContain(`\`${name}`);
  });
});

test('its code runs', async () => {
  await mkdir(join(folder, 'app/scenarios'), { recursive: true });
  await writeFile(join(folder, 'app/scenarios/1.yaml'), files[0] ?? '');
  const mock = pathToFileURL(join(project.root, 'dist/mock.js')).href;
  const [code = ''] = blocks('ts');
  const script = code.replace("'nexconn-contract/mock'", JSON.stringify(mock));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(folder, 'app'),
  });
  expect(stdout).toBe('0\n');
  expect(stderr).toBe('');
});
