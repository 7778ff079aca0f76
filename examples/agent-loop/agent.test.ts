import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { createMock, type Mock } from 'nexconn-contract/mock';
import { type ContractFetch, contractFetch, failOnViolations } from 'nexconn-contract/testing';
import { work } from './agent.ts';
import { tools } from './tools.ts';

let mock: Mock;
let checked: ContractFetch;
let anthropic: Anthropic;
beforeEach(async () => {
  mock = await createMock({ scenarios: join(import.meta.dirname, 'scenarios.yaml') });
  checked = contractFetch(mock.fetch);
  anthropic = new Anthropic({ baseURL: 'http://gateway', apiKey: 'any', fetch: checked });
});
afterEach(async () => {
  failOnViolations(checked);
  await mock.close();
});

test('works through its tools to an answer', async () => {
  const calls: string[] = [];
  const answer = await work(anthropic, 'Refund order 42, please.', { tools, onCall: (name) => calls.push(name) });
  assert.equal(answer, 'Done. Order 42 is refunded.');
  assert.deepEqual(calls, ['get_order', 'refund']);
});

test('calls several tools at once, and tells of the one that failed', async () => {
  const both = [42, 99].map((number) => ({ name: 'get_order', arguments: { number } }));
  await mock.use({ when: { user: 'both' }, answers: [{ toolCalls: both }] });
  await mock.use({ when: { toolResult: 'get_order' }, answers: [{ text: '{$conversation#/toolResults/1/text}' }] });
  assert.equal(await work(anthropic, 'Look up both.', { tools }), 'Error: There is no order 99.');
});

test('tells the model of a tool that there is not', async () => {
  await mock.use({ when: { user: 'fly' }, answers: [{ toolCalls: [{ name: 'fly', arguments: {} }] }] });
  await mock.use({ when: { toolResult: 'fly' }, answers: [{ text: '{$conversation#/toolResults/0/text}' }] });
  assert.equal(await work(anthropic, 'fly', { tools }), 'Error: There is no tool fly; there are get_order, refund.');
});

test('stops a model that never ends', async () => {
  await mock.use({ answers: [{ toolCalls: [{ name: 'get_order', arguments: { number: 42 } }] }] });
  await assert.rejects(work(anthropic, 'Go on', { tools, mostTurns: 3 }), { message: 'There is no answer after 3 turns.' });
  assert.equal(mock.journal().length, 3);
});

test('waits where the gateway is overloaded', async () => {
  await mock.use({ when: { user: 'Hello' }, answers: [{ error: { status: 503, retryAfterSeconds: 0 }, times: 1 }, { text: 'Hi.' }] });
  assert.equal(await work(anthropic, 'Hello', { tools }), 'Hi.');
});
