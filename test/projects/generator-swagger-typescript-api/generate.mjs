import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { generateApi } from 'swagger-typescript-api';

const input = createRequire(import.meta.url).resolve('nexconn-contract/openapi.json');
// A documented schema is called `Parameters`, which its templates also use as the utility type; hence a prefix.
const { files } = await generateApi({ input, output: false, silent: true, typePrefix: 'Nexconn' });
assert.match(files[0].fileContent, /\/v1\/chat\/completions/);
await writeFile('client.ts', files[0].fileContent);
