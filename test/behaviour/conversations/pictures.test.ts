/** Answers with pictures, where they are asked for: what they hold, and that their tokens add up. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { ask, type Form, forms } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

interface GeminiAnswer {
  candidates: { content: { parts: { text?: string; inlineData?: object }[] } }[];
  usageMetadata: {
    promptTokenCount: number;
    candidatesTokenCount: number;
    totalTokenCount: number;
    thoughtsTokenCount?: number;
    candidatesTokensDetails: { modality: string; tokenCount: number }[];
  };
}

const picturesOf = async (form: Form, modalities: string[]) => {
  const { status, answer } = await ask(mock, form, { messages: [{ user: 'Draw a very blue fish, please.' }] }, {
    generationConfig: { responseModalities: modalities },
  } as never);
  expect(status).toBe(200);
  return answer as unknown as GeminiAnswer;
};

describe.each(forms.filter(({ protocolName }) => protocolName === 'generate-content'))('$name', (form) => {
  test.each([[['TEXT', 'IMAGE']], [['IMAGE']]])('of modalities %s, each has its tokens', async (modalities) => {
    const { candidates, usageMetadata } = await picturesOf(form, modalities);
    const parts = candidates[0]?.content.parts ?? [];
    expect(parts.filter(({ inlineData }) => inlineData)).toHaveLength(1);
    expect(parts.some(({ text }) => text)).toBe(modalities.includes('TEXT'));
    const { promptTokenCount, candidatesTokenCount, thoughtsTokenCount = 0, totalTokenCount, candidatesTokensDetails } = usageMetadata;
    const counts = Object.fromEntries(candidatesTokensDetails.map(({ modality, tokenCount }) => [modality, tokenCount]));
    expect(counts.IMAGE).toBe(1120);
    expect((counts.TEXT ?? 0) > 0).toBe(modalities.includes('TEXT'));
    expect((counts.TEXT ?? 0) + (counts.IMAGE ?? 0)).toBe(candidatesTokenCount);
    expect(promptTokenCount + candidatesTokenCount + thoughtsTokenCount).toBe(totalTokenCount);
  });
});

test.each(forms.filter(({ protocolName }) => protocolName === 'chat-completions'))(
  '$name: a picture alone where text is no modality',
  async (form) => {
    for (const modalities of [['text', 'image'], ['image']]) {
      const { status, answer, content } = await ask(mock, form, { messages: [{ user: 'Draw a very blue fish, please.' }] }, {
        modalities,
      } as never);
      expect(status).toBe(200);
      expect(answer).toMatchObject({ choices: [{ message: { images: [{ type: 'image_url' }] } }] });
      expect(content.text !== '').toBe(modalities.includes('text'));
    }
  },
);
