import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createClient } from '@hey-api/openapi-ts';

const input = createRequire(import.meta.url).resolve('nexconn-contract/openapi.json');
await createClient({ input, output: 'client', logs: { level: 'silent' } });
assert.match(await readFile('client/sdk.gen.ts', 'utf8'), /\/v1\/chat\/completions/);
