/** What passes has to pass and what fails has to fail in vitest, in Node.js and in a page, and the failure has to say why. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', '--outputFile=node_modules/report.json'];
const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
const { testResults } = JSON.parse(readFileSync('node_modules/report.json', 'utf8'));

const reasons = {
  'a response that the contract does not have': 'createChatCompletion response body /choices: is required',
  'a request that the contract does not have': 'createChatCompletion request body /messages: is required',
};
assert.equal(testResults.length, 4, stdout + stderr);
for (const { name, message, assertionResults } of testResults) {
  assert.ok(assertionResults.length > 0, `${name}: ${message}`);
  for (const { title, status, failureMessages } of assertionResults) {
    const reason = name.includes('failing') ? reasons[title] : undefined;
    const said = failureMessages.join('\n');
    assert.equal(status, reason === undefined ? 'passed' : 'failed', `${name}: ${title}\n${said}`);
    if (reason !== undefined) assert.ok(said.includes(reason), said);
  }
}
