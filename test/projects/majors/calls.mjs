/** Clients against the mock: over a socket, in process and through MSW. */
import assert from 'node:assert/strict';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import { generateText, isStepCount, Output, streamText, tool } from 'ai';
import { setupServer } from 'msw/node';
import { createNexconnClient } from 'nexconn-contract';
import { createMock } from 'nexconn-contract/mock';
import { mockGateway } from 'nexconn-contract/msw';
import { contractFetch, failOnViolations } from 'nexconn-contract/testing';
import OpenAI from 'openai';
import { z } from 'zod';

const messages = [{ role: 'user', content: 'Why is the sky blue?' }];

const clientsOf = (base, fetch) => {
  const given = fetch ? { fetch } : {};
  return {
    openai: new OpenAI({ baseURL: `${base}/v1`, apiKey: 'any', maxRetries: 1, ...given }),
    responses: new OpenAI({ baseURL: `${base}/bypass/openai/v1`, apiKey: 'any', ...given }),
    anthropic: new Anthropic({ baseURL: base, apiKey: 'any', maxRetries: 1, ...given }),
    compatible: createOpenAICompatible({
      name: 'nexconn',
      supportsStructuredOutputs: true,
      baseURL: `${base}/v1`,
      apiKey: 'any',
      ...given,
    }),
    aiAnthropic: createAnthropic({ baseURL: `${base}/v1`, apiKey: 'any', ...given }),
    own: createNexconnClient({ baseUrl: base, apiKey: 'any', ...given }),
  };
};

const calls = {
  async 'openai: chat'({ openai }) {
    const { choices } = await openai.chat.completions.create({ model: 'gemini-2.5-flash', messages });
    assert.ok(choices[0].message.content);
  },
  async 'openai: stream'({ openai }) {
    let text = '';
    for await (const { choices } of await openai.chat.completions.create({ model: 'gemini-2.5-flash', messages, stream: true }))
      text += choices[0]?.delta.content ?? '';
    assert.ok(text);
  },
  async 'openai: responses'({ responses }) {
    assert.ok((await responses.responses.create({ model: 'gpt-5.4', input: 'Hi' })).output_text);
  },
  async 'openai: an error after its retry'({ openai }) {
    const failing = openai.withOptions({ apiKey: 'sk-mock-429' });
    await assert.rejects(failing.chat.completions.create({ model: 'gemini-2.5-flash', messages }), { status: 429 });
  },
  async 'anthropic: message'({ anthropic }) {
    const { content } = await anthropic.messages.create({ model: 'claude-4.5-sonnet', max_tokens: 100, messages });
    assert.ok(content.length > 0);
  },
  async 'anthropic: stream'({ anthropic }) {
    assert.ok(await anthropic.messages.stream({ model: 'claude-4.5-sonnet', max_tokens: 100, messages }).finalText());
  },
  async 'ai: text'({ compatible }) {
    assert.ok((await generateText({ model: compatible('gemini-2.5-flash'), messages })).text);
  },
  async 'ai: stream'({ compatible }) {
    let text = '';
    for await (const piece of streamText({ model: compatible('gemini-2.5-flash'), messages }).textStream) text += piece;
    assert.ok(text);
  },
  async 'ai: tools, to the end'({ compatible }) {
    const seen = [];
    const weather = tool({
      inputSchema: z.object({ city: z.string() }),
      execute: async (input) => {
        seen.push(input);
        return { degrees: 20 };
      },
    });
    const { text } = await generateText({ model: compatible('gemini-2.5-flash'), messages, tools: { weather }, stopWhen: isStepCount(4) });
    assert.equal(seen.length, 1);
    assert.ok(text);
  },
  async 'ai: an object'({ compatible }) {
    const output = Output.object({ schema: z.object({ name: z.string(), age: z.number() }) });
    const { output: made } = await generateText({ model: compatible('gemini-2.5-flash'), messages, output });
    assert.equal(typeof made.age, 'number');
  },
  async 'ai: anthropic'({ aiAnthropic }) {
    assert.ok((await generateText({ model: aiAnthropic('claude-4.5-sonnet'), messages })).text);
  },
  async 'nexconn-contract: a job'({ own }) {
    const video = await own.waitFor(own.createVideo({ model: 'kling-v2-6', prompt: 'A cat' }), { intervalMs: 10 });
    assert.ok(video);
  },
};

let failed = 0;
async function each(way, clients, more = {}) {
  for (const [name, call] of Object.entries({ ...calls, ...more })) {
    try {
      await call(clients);
    } catch (error) {
      failed++;
      console.log(`  FAILED  ${name}, ${way}`);
      console.log(error);
    }
  }
}

const mock = await createMock({ taskSeconds: 0 });
const { url } = await mock.listen(0);
const checked = contractFetch(fetch, { onViolation: 'collect' });
await each('over a socket, checked', clientsOf(url, checked), {
  async 'google: content'() {
    const google = new GoogleGenAI({
      apiKey: 'any',
      httpOptions: { baseUrl: `${url}/bypass/vertex`, apiVersion: 'v1', headers: { Authorization: 'Bearer any' } },
    });
    assert.ok((await google.models.generateContent({ model: 'gemini-2.5-flash', contents: 'Hi' })).text);
    let text = '';
    for await (const piece of await google.models.generateContentStream({ model: 'gemini-2.5-flash', contents: 'Hi' }))
      text += piece.text ?? '';
    assert.ok(text);
  },
});
failOnViolations(checked);
await each('in process', clientsOf('http://mock.test', mock.fetch));
await mock.close();

const server = setupServer(...mockGateway({ baseUrl: 'http://gateway.test', taskSeconds: 0 }).handlers);
server.listen({ onUnhandledRequest: 'error' });
await each('through MSW', clientsOf('http://gateway.test'));
server.close();

console.log(`${Object.keys(calls).length * 3 + 1} calls with Node.js ${process.versions.node}, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
