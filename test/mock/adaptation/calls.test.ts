import { expect, test } from 'vitest';
import { chooseCalls } from '../../../src/mock/adaptation/calls.js';
import { converse } from '../../../src/protocols/parts/conversation.js';

/** More than a function takes arguments here. */
function tooMany(): number {
  for (let count = 65_536; ; count *= 2) {
    try {
      Math.max(...Array(count).fill(0));
    } catch {
      return count;
    }
  }
}

test('takes more results without their calls than a function takes arguments', () => {
  const results = Array.from({ length: tooMany() }, () => ({ id: 'call_0123456789abcdef01234501', text: '5' }));
  const conversation = converse([{ role: 'user', results }], {
    tools: [{ name: 'look_up' }, { name: 'clock' }],
    wishes: { toolChoice: { mode: 'required' }, format: { kind: 'text' }, choices: 1, stop: [], pictures: false },
  });
  expect(chooseCalls({ conversation, isSmall: true, texts: undefined, warn() {} }, [])).toEqual([{ name: 'clock', arguments: {} }]);
});
