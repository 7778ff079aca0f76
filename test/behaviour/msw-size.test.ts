/** What a page loads of the mock: small, and free of all that a browser or a strict content security policy refuses. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';

/** Bundles for a browser, where a module of Node cannot be found. */
const { outputFiles, metafile } = await build({
  absWorkingDir: project.root,
  entryPoints: ['src/msw/index.ts'],
  outfile: 'bundle.js',
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'esm',
  external: ['msw'],
  write: false,
  metafile: true,
});
const code = outputFiles[0]?.text ?? '';
const output = metafile.outputs['bundle.js'];

test('is at most 100 kB, compressed', () => {
  expect(code).toContain('mockGateway');
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(100_000);
});

test('has all in it but MSW itself', () => {
  expect(output?.imports.map(({ path }) => path)).toEqual(['msw']);
});

test('leaves what takes Node.js out', () => {
  const inputs = Object.keys(output?.inputs ?? {});
  expect(inputs).toContain('src/mock/core.ts');
  expect(
    inputs.filter((path) => /stoplight|contract\/description|mock\/(index|http-server|node-parts|prism|stores|reference)/.test(path)),
  ).toEqual([]);
  expect(code).not.toMatch(/\bprocess\.|\bBuffer\b|node:/);
});

test('makes no code at run time', () => {
  expect(code).not.toMatch(/\beval\(|\bFunction\(|set(Timeout|Interval)\(['"`]/);
});
