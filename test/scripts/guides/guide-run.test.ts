/** A page that says what is not so is found out. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BlockError, GuideRun, MissingProgram } from '../../../scripts/guides/guide-run.js';

let folder: string;
let guide: GuideRun;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guide-'));
  guide = new GuideRun(folder, []);
});
afterEach(async () => {
  await guide.stop();
  await rm(folder, { recursive: true });
});

const block = (language: string, code: string, mark = 'run', file?: string) => ({ language, code, mark, line: 7, ...(file && { file }) });

test('a command has to end as the page says', async () => {
  await guide.run(block('sh', 'true'));
  await guide.run(block('sh', 'exit 3', 'run fails'));
  await expect(guide.run(block('sh', 'echo why; exit 3'))).rejects.toThrow(/^line 7 ends with 3:\nwhy/);
  await expect(guide.run(block('sh', 'true', 'run fails'))).rejects.toThrow(BlockError);
  await expect(guide.run(block('sh', 'false; true'))).rejects.toThrow(BlockError);
});

test('a text is what was printed, in order', async () => {
  await guide.run(block('sh', 'echo one 1; echo two; echo three'));
  await guide.run(block('text', 'one …\nthree\n'));
  await expect(guide.run(block('text', 'three\none …\n'))).rejects.toThrow('it does not say: one …');
  await expect(guide.run(block('text', 'four'))).rejects.toThrow('it does not say: four');
});

test('what a comment says is printed', async () => {
  await guide.run(block('ts', 'const a: number = 1;\nconsole.log(a); // 1: as it was\n'));
  await expect(guide.run(block('ts', 'console.log(1); // 2\n'))).rejects.toThrow('does not say: 2');
});

test('files are written, changed by differences, and used', async () => {
  await guide.run(block('yaml', '# a/b.yaml\nold\n', 'run', 'a/b.yaml'));
  await guide.run(block('diff', '--- a/a/b.yaml\n+++ b/a/b.yaml\n@@ -2,1 +2,1 @@\n-old\n+new\n'));
  expect(await readFile(join(folder, 'a/b.yaml'), 'utf8')).toBe('# a/b.yaml\nnew\n');
  await expect(guide.run(block('diff', '--- a/a/b.yaml\n+++ b/a/b.yaml\n@@ -2,1 +2,1 @@\n-gone\n+new\n'))).rejects.toThrow(BlockError);
  await expect(guide.run(block('yaml', 'no: file\n'))).rejects.toThrow('names the file that it is');
});

describe('what serves', () => {
  const serve = block(
    'js',
    "import { createServer } from 'node:http';\ncreateServer((_, response) => response.end('here')).listen(4010, '127.0.0.1', () => console.log('http://127.0.0.1:4010'));\n",
    'run serving',
  );

  test('goes on, on a port that stands for the one that is named', async () => {
    const ports = await guide.takePorts([serve]);
    expect(await guide.run(serve)).toContain(`http://127.0.0.1:${ports.get('4010')}`);
    const ask = block('sh', 'curl -sS http://127.0.0.1:4010');
    expect(await guide.run(ask)).toBe('here');
    await guide.stop();
    await expect(guide.run(ask)).rejects.toThrow(BlockError);
  });

  test('is missed when it ends', async () => {
    await expect(guide.run(block('sh', 'echo no; exit 1', 'run serving'))).rejects.toThrow(/^line 7 ends with 1:\nno/);
  });
});

test('a program that the machine lacks is told apart from one that fails', async () => {
  const { PATH } = process.env;
  process.env.PATH = '/nowhere';
  try {
    await expect(guide.run(block('py', 'print(1)'))).rejects.toThrow(new MissingProgram('this machine has no python3'));
  } finally {
    process.env.PATH = PATH;
  }
});
