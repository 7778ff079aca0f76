import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockText, recordPage } from '../../../../scripts/docs/lock/lock.js';
import { readPages } from '../../../../scripts/docs/read/inputs.js';
import type { DocsPage } from '../../../../scripts/docs/read/page.js';
import type { Parameter, Schema } from '../../../../scripts/lib/document.js';
import { markdownOf, operationIn, type PageModel } from '../contract-pages.js';
import { referred, writable } from '../schema-forms.js';
import { copyProject, type ProjectCopy } from './project-copy.js';

let copy: ProjectCopy;

beforeAll(async () => {
  copy = await copyProject('createFile');
});
afterAll(() => copy.remove());

const apply = (args: string[], input?: string) =>
  copy.run('scripts/docs/commands/docs-apply.ts', args, { ...(input !== undefined && { input }) });

const renamed = (page: PageModel) => {
  const { expires_in, ...rest } = page.request as Record<string, number>;
  page.request = { ...rest, ttl: expires_in as number };
  page.modified = '2030-01-02 03:04:05';
};

const schema = () => readFile(join(copy.root, 'openapi/components/schemas/files/CreateFileRequest.yaml'), 'utf8');

test('makes no change that is refused, and none on a dry run', async () => {
  const before = await schema();
  const page = await copy.page('renamed.txt', renamed);
  const { code, stdout } = await apply([page, '--interactive'], 'n\n');
  expect(stdout).toContain('not made, as was answered');
  expect(code).toBe(1);
  expect((await apply([page, '--dry-run'])).stdout).toMatch(/renamed `expires_in` to `ttl` in 5 places/);
  expect(await schema()).toBe(before);
});

test('names a page that is broken, follows the others, and has nothing left to do afterwards', async () => {
  const page = await copy.page('renamed.txt', renamed);
  const broken = join(copy.folder, 'broken.txt');
  const whole = await readFile(page, 'utf8');
  await writeFile(broken, whole.slice(0, whole.indexOf('"ttl"')));
  const first = await apply([page, broken]);
  expect(first.code).toBe(2);
  expect(first.stderr).toMatch(/broken\.txt: the page is cut off/);
  expect(await schema()).toMatch(/^ {2}ttl:$/m);

  expect(await apply([page])).toMatchObject({ code: 0, stdout: expect.stringContaining('0 files to write') });
  expect(await copy.run('scripts/generate.ts', [])).toMatchObject({ code: 0, stderr: '' });
  expect(await copy.run('scripts/docs-diff.ts', [page])).toMatchObject({ code: 0, stdout: expect.stringContaining('no drift') });
  expect(await apply([page])).toMatchObject({ code: 0, stdout: expect.stringContaining('0 files to write') });
});

test('writes schemas of every form so that the contract can be generated, and has nothing left to do afterwards', async () => {
  const own = await copyProject('createFile');
  try {
    const model = structuredClone(own.model);
    const { schemas } = model.document.components;
    Object.assign(schemas, structuredClone(referred));
    const schema = schemas.CreateFileRequest as Schema;
    schema.properties = { ...schema.properties, ...structuredClone(writable) };
    operationIn(model).parameters = [{ name: 'trace', in: 'query', schema: { type: 'integer', minimum: 1, default: 2 } } as Parameter];
    const page = join(own.folder, 'page.md');
    const [before] = readPages('page', markdownOf(own.model)) as [DocsPage];
    await writeFile(join(own.root, 'openapi/docs-lock.yaml'), lockText(recordPage([], own.docs, own.model.entry, before)));
    await writeFile(page, markdownOf(model));
    const run = (script: string, args: string[]) => own.run(`scripts/${script}.ts`, args);
    expect(await run('docs/commands/docs-apply', [page])).toMatchObject({ code: 0, stderr: '' });
    expect(await run('generate', [])).toMatchObject({ code: 0, stderr: '' });
    // Read as if for the first time, so that the page is compared with the contract and not with its record.
    await writeFile(join(own.root, 'openapi/docs-lock.yaml'), '[]\n');
    const { stdout } = await run('docs-diff', [page]);
    expect(Object.keys(writable).filter((name) => stdout.includes(`/${name}:`))).toEqual([]);
    expect(stdout).not.toMatch(/^ {2}unknown-field/m);
  } finally {
    await own.remove();
  }
});

test('refuses what is no page, each in one line', async () => {
  const texts = ['', '%PDF-1.7\n', '<!doctype html><p>', 'a\0b', 'Just a text.\n'];
  const files = texts.map((_, index) => join(copy.folder, `${index}.txt`));
  await Promise.all(files.map((file, index) => writeFile(file, texts[index] ?? '')));
  const { code, stdout, stderr } = await apply(files);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toEqual(files.map((file) => expect.stringContaining(`${file}: `)));
  expect((await apply([])).stderr).toContain('Name the pages');
});
