/** An agent whose tool makes videos with the stock fal client: the loop and the job both end by themselves. */
import { createOpenAI } from '@ai-sdk/openai';
import { createFalClient } from '@fal-ai/client';
import { generateText, Output, stepCountIs, streamText, tool } from 'ai';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { strict } from './schemas.js';
import { serve } from './served.js';

const served = serve();

const fal = () =>
  createFalClient({
    credentials: 'any-key',
    requestMiddleware: async (request) => ({
      ...request,
      url: request.url.replace('https://queue.fal.run', served.url('/queue')),
      headers: { ...request.headers, prefer: 'task-seconds=0' },
    }),
  });

test.each([false, true])('a video is made and then spoken of, stream: %s', async (stream) => {
  const videos: string[] = [];
  const request = {
    model: createOpenAI({ baseURL: served.url('/v1'), apiKey: 'any-key' }).chat('openai/gpt-5.2'),
    prompt: 'Film my cat, please.',
    stopWhen: stepCountIs(10),
    output: Output.object({ schema: strict }),
    tools: {
      film: tool({
        inputSchema: z.object({
          prompt: z.string().min(1),
          resolution: z.enum(['720p', '1080p']),
          duration: z.number().int().min(2).max(8),
        }),
        execute: async (input) => {
          const { data } = await fal().subscribe('fal-ai/vidu/q2/text-to-video', { input: input as never, pollInterval: 5 });
          videos.push(data.video.url);
          return data;
        },
      }),
    },
  };
  const result = stream ? streamText(request) : await generateText(request);
  if ('consumeStream' in result) await result.consumeStream();
  expect(await result.steps).toHaveLength(2);
  expect(strict.parse(await result.output)).toBeTruthy();
  expect(videos).toHaveLength(1);
  expect((await fetch(videos[0] ?? '')).headers.get('content-type')).toBe('video/mp4');
});
