/** The bundle for browsers runs, here in Node, against the mock; that of a page with the mock in it loads what the examples say later, in parts. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createMock } from 'nexconn-contract/mock';
import openapi from 'nexconn-contract/openapi.json' with { type: 'json' };

// What pages have, and the code that loads further parts looks at.
globalThis.self = globalThis;

const mock = await createMock();
globalThis.baseUrl = (await mock.listen(0)).url;
await import('./dist/main.js');
const { models, violations } = await globalThis.result;
await mock.close();
assert.ok(models > 0);
assert.deepEqual(violations, []);

const parts = (await readdir('dist/page')).filter((name) => name.endsWith('.js') && name !== 'page.js');
assert.ok(parts.length > 1, 'the examples are in one piece');
const { examples } = openapi.paths['/v1/chat/completions'].post.responses[200].content['application/json'];
const words = JSON.stringify(examples).match(/(?<=")[\w ,.]{60,}(?=")/g) ?? [];
assert.ok(words.length > 0, 'the description has no example with a text');
const first = await readFile('dist/page/page.js', 'utf8');
assert.deepEqual(
  words.filter((text) => first.includes(text)),
  [],
);
const later = await Promise.all(parts.map((name) => readFile(`dist/page/${name}`, 'utf8')));
assert.deepEqual(
  words.filter((text) => !later.join().includes(text)),
  [],
);
