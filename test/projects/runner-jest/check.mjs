/** What passes has to pass and what fails has to fail in jest, however it loads the package, and the failure has to say why. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');

/** @returns what jest says about some of the projects */
function run(projects, nodeOptions = []) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...nodeOptions, jest, '--json', '--testTimeout=120000', '--selectProjects', ...projects],
    { encoding: 'utf8' },
  );
  assert.ok(stdout.startsWith('{'), stderr);
  return JSON.parse(stdout).testResults.flatMap(({ name, message, assertionResults }) => {
    assert.ok(assertionResults.length > 0, message);
    return assertionResults.map(({ title, status, failureMessages }) => ({ name, title, status, message: failureMessages.join('\n') }));
  });
}

const reasons = {
  'a response that the contract does not have': 'createChatCompletion response body /choices: is required',
  'a request that the contract does not have': 'createChatCompletion request body /messages: is required',
  'a request that did not come': 'it received nothing',
};

const results = [...run(['commonjs', 'typescript', 'jsdom', 'fixed-jsdom', 'msw']), ...run(['modules'], ['--experimental-vm-modules'])];
for (const { name, title, status, message } of results) {
  const reason = name.includes('failing') ? reasons[title] : undefined;
  assert.equal(status, reason === undefined ? 'passed' : 'failed', `${name}: ${title}\n${message}`);
  if (reason !== undefined) assert.ok(message.includes(reason), message);
}
assert.equal(results.filter(({ status }) => status === 'failed').length, 3 * Object.keys(reasons).length);
assert.ok(results.some(({ name }) => name.endsWith('passing.test.mjs')));
