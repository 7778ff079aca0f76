/** What passes has to pass and what fails has to fail in Playwright, and the failure has to say why. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const { stdout, stderr } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], { encoding: 'utf8' });
assert.ok(stdout.startsWith('{'), stdout + stderr);
const { suites, errors } = JSON.parse(stdout);
assert.deepEqual(errors, []);

const reasons = {
  'a response that the contract does not have': 'createChatCompletion response body /choices: is required',
  'a request that the contract does not have': 'createChatCompletion request body /messages: is required',
  'a request that did not come': 'it received nothing',
};
assert.equal(suites.length, 2);
for (const { file, specs } of suites) {
  assert.equal(specs.length, 3);
  for (const { title, ok, tests } of specs) {
    const said = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message))).join('\n');
    const reason = file.includes('failing') ? reasons[title] : undefined;
    assert.equal(ok, reason === undefined, `${file}: ${title}\n${said}`);
    if (reason !== undefined) assert.ok(said.includes(reason), said);
  }
}
