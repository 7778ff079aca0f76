/** What the client adds to a web page that has openapi-fetch already: minified, gzipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { repeatDocument } from '../../scripts/bench/servers/many-times.js';
import { generateClient } from '../../scripts/generate/client.js';
import { type Document, operationsOf } from '../../scripts/lib/document.js';
import { project } from '../../scripts/lib/project.js';
import * as client from '../../src/client/index.js';

/** Bytes, compressed with gzip at its highest level: of the code, and of what it knows of each operation to give it a method. */
const budgets = { code: 8000, operation: 40 };

/** Bundles for a browser, where a module of Node cannot be found. `tables` stand in for what the client knows of the contract. */
async function bundle(names: string[], from: string, tables?: string) {
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
    plugins: [
      {
        name: 'tables',
        setup: ({ onLoad }) =>
          onLoad({ filter: /[\\/]generated[\\/]client\.ts$/ }, () =>
            tables === undefined ? undefined : { contents: tables, loader: 'ts' },
          ),
      },
    ],
  });
  const inputs = Object.entries(metafile.outputs['bundle.js']?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { bytes: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length, inputs: inputs.map(([path]) => path) };
}

const entry = './src/client/index.js';
const everything = Object.keys(client);
const description: Document = JSON.parse(readFileSync(join(project.generated, 'openapi.json'), 'utf8'));
const empty: Document = { ...description, paths: {}, 'x-tasks': {}, 'x-error-dialects': {} };

describe('the client with everything', async () => {
  const alone = await bundle(['default', 'mergeHeaders'], 'openapi-fetch');
  const code = await bundle(everything, entry, generateClient(empty));

  test('is at most 8 kB of code, beyond openapi-fetch', () => {
    expect(code.bytes - alone.bytes).toBeLessThanOrEqual(budgets.code);
  });

  test.each([
    ['', description],
    ['of a description ten times as large', repeatDocument(description, 10)],
  ])('and at most 0.04 kB an operation %s', async (_, document) => {
    const { bytes } = await bundle(everything, entry, generateClient(document));
    const known = bytes - code.bytes;
    expect(known).toBeGreaterThan(0);
    expect(known).toBeLessThanOrEqual(budgets.operation * [...operationsOf(document)].length);
  });
});

test('it carries neither the prepared contract nor how answers are made', async () => {
  const { inputs } = await bundle(everything, entry);
  expect(inputs).toContain('src/client/client.ts');
  expect(inputs.filter((path) => /generated\/(?!client\.ts)|compiled\/|src\/mock|request-parts|tools\.ts/.test(path))).toEqual([]);
});
