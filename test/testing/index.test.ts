/** The kit runs in browsers: no Node-only module, and nothing that a strict content security policy forbids. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the kit bundles for browsers without Node and without `eval`', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/testing/index.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    minify: true,
    write: false,
  });
  const [{ text } = { text: '' }] = outputFiles;
  expect(text).toContain('toMatchContract');
  expect(text.match(/.{20}(new Function\b|[^\w.]eval\(|[^\w.'"]require\().{20}/g) ?? []).toEqual([]);
});
