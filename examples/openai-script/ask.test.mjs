/** The script as a program of its own, against a mock that it knows by its address only. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { createMock } from 'nexconn-contract/mock';

let mock;
let url;
before(async () => {
  mock = await createMock({ eventsPerSecond: 2000 });
  ({ url } = await mock.listen());
});
after(() => mock.close());

async function ask(...words) {
  const child = spawn(process.execPath, ['ask.mjs', ...words], {
    cwd: import.meta.dirname,
    env: { ...process.env, NEXCONN_BASE_URL: url },
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}

test('writes the answer', async () => {
  await mock.use({ when: { user: 'sky' }, answers: [{ text: 'Blue scatters the most.', usage: { output: 5 } }] });
  assert.deepEqual(await ask('Why', 'is', 'the', 'sky', 'blue?'), { code: 0, stdout: 'Blue scatters the most.\n', stderr: '5 tokens\n' });
});

test('says why there is none', async () => {
  await mock.use({ when: { user: 'money' }, answers: [{ error: { status: 402, message: 'The account is empty.' } }] });
  const { code, stderr } = await ask('money');
  assert.equal(code, 1);
  assert.match(stderr, /402.*The account is empty\./);
});

test('wants a question', async () => {
  assert.equal((await ask()).code, 2);
});
