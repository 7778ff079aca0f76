/** What the client adds to a web page that has openapi-fetch already, minified and gzipped: its code, and the contract that it carries. */
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';
import * as carried from '../../generated/client.js';
import { project } from '../../scripts/lib/project.js';
import * as client from '../../src/client/index.js';

/** Bundles for a browser, where a module of Node cannot be found. */
async function bundle(names: string[], from: string, plugins: Plugin[] = []) {
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
    plugins,
  });
  const inputs = Object.entries(metafile.outputs['bundle.js']?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { bytes: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length, inputs: inputs.map(([path]) => path) };
}

const entry = './src/client/index.js';
const everything = Object.keys(client);
const alone = await bundle(['default', 'mergeHeaders'], 'openapi-fetch');

/** Leaves the client without a contract. */
const withoutContract: Plugin = {
  name: 'without-contract',
  setup({ onLoad }) {
    const contents = Object.keys(carried).map((name) => `export const ${name} = [];`);
    onLoad({ filter: /generated.client\.ts$/ }, () => ({ contents: contents.join('\n') }));
  },
};

test('the code of the client is at most 8000 bytes beyond openapi-fetch, and an operation adds at most 40', async () => {
  const [{ bytes }, code] = [await bundle(everything, entry), await bundle(everything, entry, [withoutContract])];
  expect(code.bytes - alone.bytes).toBeLessThanOrEqual(8000);
  expect((bytes - code.bytes) / Object.keys(carried.operations).length).toBeLessThanOrEqual(40);
});

test('it carries neither the prepared contract nor how answers are made', async () => {
  const { inputs } = await bundle(everything, entry);
  expect(inputs).toContain('src/client/client.ts');
  expect(inputs.filter((path) => /generated\/(?!client\.ts)|src\/mock|request-text|tools\.ts/.test(path))).toEqual([]);
});
