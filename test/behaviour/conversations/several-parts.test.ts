/** What the parts of a message say is read the same in every chat protocol: a line each. */
import { expect, test } from 'vitest';
import { type Protocol, protocols } from '../../../src/protocols/index.js';

const parts = ['First.', '', 'Second.'].map((text) => ({ text }));
const typed = (type: string) => parts.map((part) => ({ type, ...part }));

test.each<[protocol: string, body: Parameters<Protocol['conversation']>[0]]>([
  [
    'chat-completions',
    {
      messages: [
        { role: 'system', content: typed('text') },
        { role: 'user', content: typed('text') },
      ],
    },
  ],
  ['messages', { system: typed('text'), messages: [{ role: 'user', content: typed('text') }] }],
  ['generate-content', { systemInstruction: { parts }, contents: [{ role: 'user', parts }] }],
  [
    'responses',
    {
      input: [
        { role: 'developer', content: typed('input_text') },
        { role: 'user', content: typed('input_text') },
      ],
    },
  ],
])('%s', (name, body) => {
  const { user, system, turns } = (protocols[name] as Protocol).conversation(body);
  expect({ user, system, turn: turns[0]?.text }).toEqual({ user: 'First.\nSecond.', system: 'First.\nSecond.', turn: 'First.\nSecond.' });
});
