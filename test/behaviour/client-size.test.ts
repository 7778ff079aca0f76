/** What the client adds to a web page that has openapi-fetch already: minified, gzipped. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import * as client from '../../src/client/index.js';

/** Bundles for a browser, where a module of Node cannot be found. */
async function bundle(names: string[], from: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names} } from '${from}'`, resolveDir: project.root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outfile: 'bundle.js',
    write: false,
    metafile: true,
  });
  const inputs = Object.entries(metafile.outputs['bundle.js']?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { bytes: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length, inputs: inputs.map(([path]) => path) };
}

const entry = './src/client/index.js';
const everything = Object.keys(client);
const alone = await bundle(['default', 'mergeHeaders'], 'openapi-fetch');

test('the client with everything is at most 8000 bytes beyond openapi-fetch', async () => {
  const { bytes } = await bundle(everything, entry);
  expect(bytes - alone.bytes).toBeLessThanOrEqual(8000);
});

test('it carries neither the prepared contract nor how answers are made', async () => {
  const { inputs } = await bundle(everything, entry);
  expect(inputs).toContain('src/client/client.ts');
  expect(inputs.filter((path) => /generated\/(?!client\.ts)|src\/mock|request-text|tools\.ts/.test(path))).toEqual([]);
});
