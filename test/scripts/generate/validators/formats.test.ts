/** Validators have the formats that their schemas ask for, and no others. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import addFormats, { type FormatName } from 'ajv-formats';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { formatsModule, importFormats } from '../../../../scripts/generate/validators/formats.js';

const source = await readFile(createRequire(import.meta.url).resolve('ajv-formats/dist/formats'), 'utf8');

const load = async (code: string) => (await import(`data:text/javascript,${encodeURIComponent(code)}`)).fullFormats;

test('formats that code asks for are imported', () => {
  const code =
    'const a = require("ajv-formats/dist/formats").fullFormats.int32;const b = require("ajv-formats/dist/formats").fullFormats["date-time"];';
  expect(importFormats(code)).toEqual({
    names: ['int32', 'date-time'],
    code: 'import { fullFormats } from \'ajv-formats/dist/formats\';\nconst a = fullFormats["int32"];const b = fullFormats["date-time"];',
  });
  expect(importFormats('const a = 1;')).toEqual({ names: [], code: 'const a = 1;' });
});

describe('the module', () => {
  test.each<[FormatName, ...unknown[]]>([
    ['uri', 'https://example.com/a', 'a', 'https://a b'],
    ['date-time', '2024-02-29T10:00:00Z', '2023-02-29T10:00:00Z', '2024-02-29'],
    ['int32', 5, 2 ** 31, 0.5],
    ['byte', 'aGk=', 'aGk'],
    ['email', 'a@example.com', 'a'],
  ])('has %s, as it is', async (name, ...values) => {
    const formats = await load(formatsModule(source, new Set([name])));
    expect(Object.keys(formats)).toEqual([name]);
    const judge = (format: any, value: unknown): boolean =>
      format instanceof RegExp ? format.test(String(value)) : typeof format === 'function' ? format(value) : judge(format.validate, value);
    for (const value of values) expect(judge(formats[name], value)).toBe(judge(addFormats.default.get(name), value));
  });

  test('is bundled without what other formats use', async () => {
    const { outputFiles } = await build({
      stdin: { contents: `${formatsModule(source, new Set(['int32']))}console.log(fullFormats);` },
      bundle: true,
      format: 'esm',
      write: false,
    });
    expect(outputFiles[0]?.text).toContain('validateInt32');
    expect(outputFiles[0]?.text).not.toMatch(/isLeapYear|NOT_URI_FRAGMENT/);
  });

  test.each([
    ['a format that is not there', source, 'colour'],
    ['code of another kind', 'module.exports = { uri: /./ };', 'uri'],
    ['more exports', `${source}\nmodule.exports = exports;`, 'uri'],
  ])('%s is told as code that was not expected', (_, code, name) => {
    expect(() => formatsModule(code, new Set([name]))).toThrow(/^Unexpected code of ajv-formats/);
  });
});
