import { expect, test } from 'vitest';
import { converse, type Utterance } from '../../../src/protocols/parts/conversation.js';

const head = {
  tools: [],
  wishes: { toolChoice: { mode: 'auto' }, format: { kind: 'text' }, choices: 1, stop: [], pictures: false },
} as const;

test('reads messages of more parts than a function takes arguments', () => {
  const parts = Array.from({ length: 300_000 }, (_, index) => String(index));
  const calls = parts.map((id) => ({ id, name: 'look_up', arguments: {} }));
  const utterances: Utterance[] = [
    { role: 'system', texts: parts },
    { role: 'user', texts: parts, images: parts },
    { role: 'assistant', calls },
    { role: 'user', results: parts.map((id) => ({ id, text: id })) },
  ];
  const { system, images, turns, toolResults } = converse(utterances, head);
  expect(system).toBe(parts.join('\n'));
  expect(images).toBe(parts.length);
  expect(turns[1]?.calls).toHaveLength(parts.length);
  expect(toolResults.at(-1)).toMatchObject({ id: parts.at(-1), name: 'look_up' });
});
