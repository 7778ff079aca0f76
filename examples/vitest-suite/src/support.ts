import type OpenAI from 'openai';

export interface Ticket {
  urgent: boolean;
  summary: string;
}

const model = 'gemini-2.5-flash';

/** What a support team wants to know of a letter. @throws SyntaxError where the model does not answer with JSON */
export async function readLetter(openai: OpenAI, letter: string): Promise<Ticket> {
  const { choices } = await openai.chat.completions.create({
    model,
    messages: [
      { role: 'system', content: 'Answer with JSON: { "urgent": boolean, "summary": string }.' },
      { role: 'user', content: letter },
    ],
    response_format: { type: 'json_object' },
  });
  return JSON.parse(choices[0]?.message.content ?? '');
}

/** Writes a reply, word by word. Whoever has read enough breaks off the loop, which closes the connection. */
export async function* reply(openai: OpenAI, letter: string, signal?: AbortSignal): AsyncGenerator<string> {
  const stream = await openai.chat.completions.create(
    { model, stream: true, messages: [{ role: 'user', content: `Answer this letter:\n${letter}` }] },
    { signal },
  );
  for await (const { choices } of stream) {
    const word = choices[0]?.delta.content;
    if (word) yield word;
  }
}
