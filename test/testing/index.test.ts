/** The kit runs in browsers: no Node-only module, and nothing that a strict content security policy forbids. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the kit bundles for browsers without Node and without `eval`, in at most 150 kB, compressed', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/testing/index.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    minify: true,
    write: false,
  });
  const [{ text } = { text: '' }] = outputFiles;
  expect(text.match(/.{20}(new Function\b|[^\w.]eval\(|[^\w.'"]require\().{20}/g) ?? []).toEqual([]);
  expect(gzipSync(text).length).toBeLessThanOrEqual(150_000);
});
