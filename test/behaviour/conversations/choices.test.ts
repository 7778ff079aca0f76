/** Several alternatives in one answer: what tells them apart, and that the tokens of all of them are counted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { ask, type Dialogue, forms, type Reply } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

const messages = [{ user: 'Is it raining where I live?' }];
const dialogue: Dialogue = { messages, tools: [{ name: 'look_up' }, { name: 'clock' }], parallel: true };

const several: Record<string, (count: number) => Record<string, Json>> = {
  'chat-completions': (n) => ({ n }),
  'generate-content': (candidateCount) => ({ generationConfig: { candidateCount } }),
};

function usageOf({ content }: Reply) {
  const { input = 0, output = 0, reasoning = 0, total } = content.usage ?? {};
  return { input, output, reasoning, total };
}

describe.each(forms.filter(({ protocolName }) => protocolName in several))('$name', (form) => {
  const choices = (count: number) => several[form.protocolName]?.(count) ?? {};

  test('calls of different alternatives have different ids', async () => {
    const { text } = await ask(mock, form, dialogue, choices(3));
    const ids = [...text.matchAll(/"id":"(call_\w+)"/g)].map(([, id]) => id);
    // The first calls both tools at once, which Gemini is not asked to.
    expect(ids).toHaveLength(form.protocolName === 'chat-completions' ? 6 : 3);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the tokens of all alternatives are counted', async () => {
    const one = usageOf(await ask(mock, form, { messages }, choices(1)));
    const three = usageOf(await ask(mock, form, { messages }, choices(3)));
    expect(three.output).toBe(3 * one.output);
    expect(three.reasoning).toBe(3 * one.reasoning);
    expect(three.total).toBe(three.input + three.output);
  });
});

test.each(forms.filter(({ protocolName }) => protocolName === 'generate-content'))('$name: pictures count each', async (form) => {
  const { answer } = await ask(mock, form, { messages }, { generationConfig: { candidateCount: 2, responseModalities: ['IMAGE'] } });
  expect(answer).toMatchObject({
    usageMetadata: {
      candidatesTokenCount: 2 * 1120,
      candidatesTokensDetails: [
        { modality: 'TEXT', tokenCount: 0 },
        { modality: 'IMAGE', tokenCount: 2 * 1120 },
      ],
    },
  });
});
