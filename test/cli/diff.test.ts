/** `nexconn-contract diff`, as a user starts it. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import type { Document } from '../../scripts/lib/document.js';
import { project } from '../../scripts/lib/project.js';
import { runCommandIn } from './run-command.js';

const toys = await readFile(join(project.root, 'test/fixtures/diff/openapi.yaml'), 'utf8');

function changed(mutate: (document: Document) => void): string {
  const document = parse(toys) as Document;
  mutate(document);
  return JSON.stringify(document);
}

const withoutField = changed(({ components }) => void delete components.schemas.Toy?.properties.made_at);
const withField = changed(({ components }) => Object.assign(components.schemas.Toy?.properties, { price: { type: 'integer' } }));

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-diff-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const diff = (folder: string, ...args: string[]) => runCommandIn(folder, 'diff', ...args).ended;

describe('diff', () => {
  test('of two files, YAML or JSON, tells what breaks, where, and ends with 1', async () => {
    const folder = await folderOf({ 'old.yaml': toys, 'new.json': withoutField });
    expect(await diff(folder, 'old.yaml', 'new.json')).toEqual({
      code: 1,
      output: [
        'Toys / bear / Make a toy, Toys / train / Make a toy, Toys / Look at a toy',
        '  breaking      `made_at` is gone [createToy, getToy]',
        'Since 0.3.0: 1 breaking, 0 non-breaking, 0 in the documentation only. Verdict: major',
        '',
      ].join('\n'),
      errors: '',
    });
  });

  test('ends with 0 where nothing breaks, or nothing has changed', async () => {
    const folder = await folderOf({ 'old.yaml': toys, 'new.json': withField, 'same.json': changed(() => {}) });
    expect(await diff(folder, 'old.yaml', 'new.json')).toMatchObject({ code: 0, output: expect.stringContaining('`price` is new') });
    expect(await diff(folder, 'old.yaml', 'new.json', '--breaking-only')).toMatchObject({
      code: 0,
      output: expect.not.stringContaining('price'),
    });
    expect(await diff(folder, 'old.yaml', 'same.json')).toMatchObject({ code: 0, output: expect.stringContaining('Verdict: none') });
  });

  test('is JSON or Markdown on request', async () => {
    const folder = await folderOf({ 'old.yaml': toys, 'new.json': withoutField });
    const json = await diff(folder, 'old.yaml', 'new.json', '--format', 'json');
    expect(JSON.parse(json.output)).toMatchObject({
      from: { name: 'old.yaml', version: '0.3.0' },
      to: { name: 'new.json', version: '0.3.0' },
      verdict: 'major',
      changes: [{ level: 'breaking', rule: 'field-removed', component: 'Toy', operations: ['createToy', 'getToy'] }],
    });
    const markdown = await diff(folder, 'old.yaml', 'new.json', '--format', 'markdown');
    expect(markdown.output).toContain('## The contract from 0.3.0 to 0.3.0\n\n### Removed\n\n- Toys / bear');
    expect(markdown.output).toContain('  - **Breaking:** `made_at` is gone\n');
  });

  test('takes installed versions by folder and by name, and a version and a file', async () => {
    const old = { 'package.json': '{}', 'generated/openapi.json': changed(() => {}) };
    const folder = await folderOf({
      ...Object.fromEntries(Object.entries(old).map(([name, text]) => [`node_modules/contract-old/${name}`, text])),
      'node_modules/@team/contract-new/package.json': '{}',
      'node_modules/@team/contract-new/generated/openapi.json': withoutField,
      'app/new.json': withField,
    });
    expect(await diff(folder, 'node_modules/contract-old', './node_modules/@team/contract-new')).toMatchObject({ code: 1 });
    expect(await diff(join(folder, 'app'), 'contract-old', '@team/contract-new')).toMatchObject({ code: 1 });
    expect(await diff(join(folder, 'app'), 'contract-old', 'new.json')).toMatchObject({ code: 0 });
  });

  test('takes the contract of the command itself by its name where nothing is installed, as in an image', async () => {
    expect(await diff(await folderOf({}), 'nexconn-contract', 'nexconn-contract')).toMatchObject({ code: 0, errors: '' });
  });

  test('compares the contract of this package', async () => {
    const folder = await folderOf({});
    await mkdir(join(folder, 'node_modules'));
    await symlink(project.root, join(folder, 'node_modules/nexconn-contract'));
    await cp(join(project.generated, 'openapi.yaml'), join(folder, 'mine.yaml'));
    expect(await diff(folder, 'nexconn-contract', 'mine.yaml')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Verdict: none'),
    });
  });
});

describe('what is no contract ends with 2 and one line', () => {
  const least = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {} };
  const withOperation = (operation: unknown, components = {}) =>
    JSON.stringify({ ...least, paths: { '/a': { get: operation } }, components });
  const withResponse = (response: unknown) => withOperation({ responses: { 200: response } }, { responses: { A: response } });

  test.each([
    ['an empty object', '{}', 'bad is no contract: it has no `openapi`'],
    ['nothing', '', 'bad is no contract: it is empty'],
    ['a page', '<!doctype html><title>Sign in</title>', 'bad is no contract: it is a page or other markup'],
    ['of Swagger', '{ "swagger": "2.0", "info": {}, "paths": {} }', 'bad is no contract: it is of Swagger 2.0, and OpenAPI 3 is needed'],
    ['of a format to come', '{ "openapi": "4.0.0" }', 'bad is no contract: it is of OpenAPI 4.0.0, and 3 is needed'],
    ['a list', '[]', 'bad is no contract: it is no object'],
    ['a text', 'hello', 'bad is no contract: it is no object'],
    ['null', 'null', 'bad is no contract: it is no object'],
    ['without a version', '{ "openapi": "3.1.0", "info": {} }', 'bad is no contract: it has no `info.version`'],
    ['without paths', '{ "openapi": "3.1.0", "info": { "version": "1" }, "paths": [] }', 'bad is no contract: it has no `paths`'],
    ['with odd paths', JSON.stringify({ ...least, paths: { '/a': 1 } }), 'bad is no contract: `/paths/~1a` cannot be 1'],
    [
      'with odd components',
      JSON.stringify({ ...least, components: { schemas: [] } }),
      'bad is no contract: `/components/schemas` cannot be []',
    ],
    ['with an odd operation', withOperation('x'), 'bad is no contract: `/paths/~1a/get` cannot be "x"'],
    ['with odd servers', JSON.stringify({ ...least, servers: 5 }), 'bad is no contract: `/servers` cannot be 5'],
    ['with odd responses', withOperation({ responses: 1 }), 'bad is no contract: `/paths/~1a/get/responses` cannot be 1'],
  ])('%s', async (_, text, message) => {
    const folder = await folderOf({ bad: text, 'good.yaml': toys });
    const wanted = { code: 2, output: '', errors: `${message}\n` };
    expect(await diff(folder, 'bad', 'good.yaml')).toEqual(wanted);
  });

  test.each([
    ['broken JSON', '{ "openapi": "3.1.0",\n  "paths": {', /^bad is no contract: .*JSON/],
    ['broken YAML', 'openapi: 3.1.0\npaths: [\n', /^bad is no contract: .*line 3/],
    ['what a merge conflict leaves', '<<<<<<< HEAD\n{}', /^bad is no contract: it is a page or other markup/],
    [
      'a reference into nowhere',
      withOperation({ responses: { 200: { $ref: '#/components/responses/Gone' } } }),
      /cannot be compared: .*#\/components\/responses\/Gone/,
    ],
    ['a circle of references', withResponse({ $ref: '#/components/responses/A' }), /cannot be compared: their references lead in a circle/],
  ])('%s', async (_, text, message) => {
    const folder = await folderOf({ bad: text, 'good.yaml': toys });
    const { code, output, errors } = await diff(folder, 'bad', 'bad');
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(message);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  test('what is not there, and a folder of something else', async () => {
    const folder = await folderOf({ 'good.yaml': toys, 'other/package.json': '{}' });
    expect(await diff(folder, 'good.yaml', 'nobody')).toEqual({
      code: 2,
      output: '',
      errors:
        'There is no file, folder or installed package nobody; give an openapi.json or .yaml, the folder of a version, or its name in node_modules.\n',
    });
    expect(await diff(folder, 'other', 'good.yaml')).toEqual({
      code: 2,
      output: '',
      errors: 'other is no installed version: it has no generated/openapi.json; give such a folder, or the file of a contract itself.\n',
    });
    expect(await diff(folder, 'good.yaml')).toMatchObject({ code: 2, errors: expect.stringContaining("missing required argument 'to'") });
  });

  test('what is too large to be one', async () => {
    const folder = await folderOf({ 'good.yaml': toys, 'huge.json': `{"a":"${'x'.repeat(51 * 2 ** 20)}"}` });
    expect(await diff(folder, 'huge.json', 'good.yaml')).toEqual({
      code: 2,
      output: '',
      errors: 'huge.json is no contract: it has 51 MB, and 50 at most are read\n',
    });
  });
});
