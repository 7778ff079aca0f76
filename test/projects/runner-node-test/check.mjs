/** What passes has to pass and what fails has to fail, and the failure has to say why, in modules of both formats. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

for (const format of ['mjs', 'cjs']) {
  const run = (name) => spawnSync(process.execPath, ['--test', '--test-reporter=spec', `${name}.test.${format}`], { encoding: 'utf8' });
  const passing = run('passing');
  assert.equal(passing.status, 0, passing.stdout);
  assert.match(passing.stdout, /pass 2\b/);
  const failing = run('failing');
  assert.equal(failing.status, 1, failing.stdout);
  assert.match(failing.stdout, /createChatCompletion request body \/messages: is required/);
}
