/**
 * Portman makes a request of each operation out of the description, newman sends them to the mock, and what they say of its responses is the
 * verdict. Schemas are not theirs to judge: Portman writes the description down in OpenAPI 3.0, where the conditions in them say something else.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createMock } from 'nexconn-contract/mock';

const require = createRequire(import.meta.url);
const description = require.resolve('nexconn-contract/openapi.json');
const { paths } = JSON.parse(readFileSync(description, 'utf8'));
const operations = Object.values(paths).flatMap((path) => Object.keys(path).filter((name) => /^(get|put|post|patch|delete)$/.test(name)));

const mock = await createMock();
const { url } = await mock.listen();
const report = 'newman.json';
const options = JSON.stringify({ reporters: ['cli', 'json'], reporter: { json: { export: report } } });
const args = [
  '--local',
  description,
  '--baseUrl',
  url,
  '--portmanConfigFile',
  'portman.json',
  '--runNewman',
  '--newmanRunOptions',
  options,
];
const portman = spawn('node_modules/.bin/portman', args, { stdio: ['ignore', 'pipe', 'pipe'] });
let output = '';
for (const stream of [portman.stdout, portman.stderr])
  stream.on('data', (piece) => {
    output += piece;
  });
await new Promise((resolve) => portman.on('close', resolve));
await mock.close();

// It is written where nothing failed.
assert.ok(existsSync(report), output);
const { run } = JSON.parse(readFileSync(report, 'utf8'));
const failures = run.failures.map(({ source, error }) => `${source?.name}: ${error.test ?? ''} ${error.message}`);
assert.deepEqual(failures, [], output);
assert.equal(run.stats.requests.total, operations.length, output);
assert.ok(run.stats.assertions.total >= 3 * operations.length, output);
console.log(`${run.stats.requests.total} requests, ${run.stats.assertions.total} assertions, none failed`);
