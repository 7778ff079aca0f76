import { expect, test } from 'vitest';
import { chooseCalls } from '../../../src/mock/answer/calls.js';
import { converse } from '../../../src/protocols/parts/conversation.js';

test('takes more results without their calls than a function takes arguments', () => {
  const results = Array.from({ length: 300_000 }, () => ({ id: 'call_0123456789abcdef01234501', text: 'Yes.' }));
  const conversation = converse([{ role: 'user', results }], {
    tools: [{ name: 'look_up' }, { name: 'clock' }],
    wishes: { toolChoice: { mode: 'required' }, format: { kind: 'text' }, choices: 1, stop: [], pictures: false },
  });
  expect(chooseCalls(conversation, [], () => {})).toEqual([{ name: 'clock', arguments: {} }]);
});
