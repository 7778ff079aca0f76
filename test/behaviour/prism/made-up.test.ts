/** What Prism makes up fits the contract, also where that asks for one thing on the condition of another, of which Prism knows nothing. */
import { expect, test } from 'vitest';
import { createMock } from '../../../src/mock/index.js';

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const body = JSON.stringify({ model: 'claude-4.6-sonnet', max_tokens: 10, messages: [{ role: 'user', content: 'Hi' }] });

type Message = { stop_reason: string; content: { type: string }[] };

test.each(['prepared', 'prism'] as const)(
  'a made-up message stops for a tool only where it calls one, with the engine %s',
  async (engine) => {
    const mock = await createMock({ engine });
    const reasons = new Set<string>();
    const wrong: Message[] = [];
    for (let seed = 0; seed < 80; seed++) {
      const prefer = `dynamic=true, seed=${seed}`;
      const response = await mock.fetch('http://mock/v1/messages', { method: 'POST', headers: { ...headers, prefer }, body });
      const message = (await response.json()) as Message;
      reasons.add(message.stop_reason);
      const calls = message.content.some(({ type }) => type === 'tool_use');
      if (message.stop_reason === (calls ? 'end_turn' : 'tool_use')) wrong.push(message);
    }
    await mock.close();
    expect(wrong).toEqual([]);
    expect(reasons.size).toBeGreaterThan(1);
  },
);
