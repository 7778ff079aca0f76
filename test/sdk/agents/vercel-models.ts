/** A model of each chat protocol, as the Vercel AI SDK has it. */
import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { generateText } from 'ai';
import type { Served } from './served.js';

export type VercelModel = Parameters<typeof generateText>[0]['model'];

/** By name; each is made when it is asked for, since the address of the mock is not known before. */
export const vercelModels = ({ url }: Served): Record<string, () => VercelModel> => ({
  'Vercel AI, chat completions': () =>
    createOpenAICompatible({ name: 'nexconn', baseURL: url('/v1'), apiKey: 'any-key' })('gemini-2.5-flash'),
  'Vercel AI, Responses': () => createOpenAI({ baseURL: url('/bypass/openai/v1'), apiKey: 'any-key' }).responses('openai/gpt-5.2'),
  'Vercel AI, Messages': () => createAnthropic({ baseURL: url('/v1'), apiKey: 'any-key' })('claude-4.5-sonnet'),
  'Vercel AI, generateContent': () =>
    createGoogleGenerativeAI({ baseURL: url('/bypass/vertex/v1'), apiKey: 'unused', headers: { Authorization: 'Bearer any-key' } })(
      'models/google/gemini-3.1-flash-lite',
    ),
});
