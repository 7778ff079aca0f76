import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createMockServer } from '@scalar/mock-server';

const document = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('nexconn-contract/openapi-3.2.json'), 'utf8'));
assert.equal(document.openapi, '3.2.0');

const print = console.log;
console.log = () => {};
const app = await createMockServer({ document });
console.log = print;

let streams = 0;
for (const [path, item] of Object.entries(document.paths))
  for (const [method, operation] of Object.entries(item)) {
    const stream = operation['x-stream'];
    // Its router knows parameters that are a whole segment only.
    if (!stream || /\}[^/]/.test(path)) continue;
    const { itemSchema, examples } = operation.responses[200].content['text/event-stream'];
    assert.ok(itemSchema, path);
    // What a page shows as a stream is asked for as that page asks.
    const asked = operation.requestBody.content['application/json'].examples;
    const name = Object.keys(examples).find((name) => name in asked);
    const response = await app.request(`http://mock${path}`, {
      method: method.toUpperCase(),
      headers: { authorization: 'Bearer any', 'x-api-key': 'any', accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify(asked[name].value),
    });
    assert.equal(response.status, 200, response.status === 200 ? path : `${path}: ${await response.text()}`);
    assert.match(response.headers.get('content-type'), /^text\/event-stream/, path);
    const events = (await response.text()).split(/\r?\n/).filter((line) => line.startsWith('data: '));
    assert.ok(events.length > 1, `${path}: ${events.length} events`);
    if (stream.terminator) assert.equal(events.at(-1), `data: ${stream.terminator}`);
    streams++;
  }
assert.ok(streams > 1);
