/** The count of tokens of a request that goes on from an answer by its id: what was said before is read again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { ask, forms } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

/** How a request of the protocol names the answer that it goes on from. */
const goingOn: Record<string, (id: string) => Record<string, Json>> = {
  responses: (id) => ({ previous_response_id: id }),
  messages: (id) => ({ thread: { type: 'continue', previous_message_id: id } }),
};
const question = { messages: [{ user: 'Why is the sky blue, and the sea too?' }] };
const next = { messages: [{ user: 'And at night?' }] };

describe.each(forms.filter(({ protocolName }) => goingOn[protocolName]))('$name', (form) => {
  const go = (dialogue: typeof question, previous?: string) =>
    ask(mock, form, dialogue, previous === undefined ? {} : goingOn[form.protocolName]?.(previous));
  const idOf = ({ answer }: Awaited<ReturnType<typeof go>>) => (answer as { id: string }).id;

  test('adds up over three turns', async () => {
    const [first, alone] = [await go(question), await go(next)];
    const { input = 0, output = 0, reasoning = 0 } = first.content.usage ?? {};
    const second = await go(next, idOf(first));
    expect(second.content.usage?.input).toBe(input + output - reasoning + (alone.content.usage?.input ?? 0));
    const third = await go(next, idOf(second));
    expect(third.content.usage?.input).toBeGreaterThan((second.content.usage?.input ?? 0) + (second.content.usage?.output ?? 0) / 2);
    const { total } = third.content.usage ?? {};
    if (total !== undefined) expect(total).toBe((third.content.usage?.input ?? 0) + (third.content.usage?.output ?? 0));
  });

  test.each(['resp_0ffffffffffffffffffffffffffffffffffffffffffffffff', 'msg_01ffffffffffffffffffffff', 'x', ''])(
    'counts nothing for an id that is not of the mock: "%s"',
    async (foreign) => {
      const alone = await go(next);
      expect((await go(next, foreign)).content.usage?.input).toBe(alone.content.usage?.input);
    },
  );
});
