/** The bundle for browsers runs, here in Node, against the mock. */
import assert from 'node:assert/strict';
import { createMock } from 'nexconn-contract/mock';

const mock = await createMock();
globalThis.baseUrl = (await mock.listen(0)).url;
await import('./dist/main.js');
const { models, violations } = await globalThis.result;
await mock.close();
assert.ok(models > 0);
assert.deepEqual(violations, []);
