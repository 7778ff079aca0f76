/** What an editor knows of the client. `tsc` judges these; nothing is sent. */
import { describe, expectTypeOf, test } from 'vitest';
import {
  collect,
  type components,
  createNexconnClient,
  type NexconnStream,
  type Task,
  type TaskProgress,
  unwrap,
} from '../../src/client/index.js';

type Schemas = components['schemas'];
const client = createNexconnClient();
const throwing = createNexconnClient({ throwOnError: true });

describe('requests', () => {
  test('the model narrows the request', () => {
    type Input = Parameters<typeof client.createVideo>[0];
    expectTypeOf<Extract<Input, { model: 'kling-v2-6' }>>().toEqualTypeOf<Schemas['KlingV26CreateRequest']>();
    const fits = () => client.createVideo({ model: 'kling-v2-6', prompt: 'a', mode: 'pro' });
    // @ts-expect-error `mode` belongs to the fields of other models
    const wrongField = () => client.createVideo({ model: 'sora-2', prompt: 'a', mode: 'pro' });
    // @ts-expect-error a model that the contract does not name
    const wrongModel = () => client.createVideo({ model: 'kling-v99', prompt: 'a' });
    // @ts-expect-error `prompt` is required
    const incomplete = () => client.createVideo({ model: 'kling-v2-6' });
    expectTypeOf([fits, wrongField, wrongModel, incomplete]).toBeArray();
  });

  test('parameters and body fields stand side by side', () => {
    expectTypeOf(client.getVideo).parameter(0).toEqualTypeOf<{ id: string }>();
    expectTypeOf<{ id: string; prompt: string }>().toExtend<Parameters<typeof client.remixVideo>[0]>();
    expectTypeOf(client.listFiles).toBeCallableWith();
    expectTypeOf(client.listFiles).toBeCallableWith({ limit: 10, status: 'ready' });
    expectTypeOf(client.listModels).toBeCallableWith();
    // @ts-expect-error the id is required
    const withoutId = () => client.getVideo({});
    // @ts-expect-error no such parameter
    const unknownParameter = () => client.listFiles({ limits: 10 });
    expectTypeOf([withoutId, unknownParameter]).toBeArray();
  });

  test('known model ids complete, others are legal where the contract is open', () => {
    expectTypeOf(client.createChatCompletion).toBeCallableWith({ model: 'a-model-of-tomorrow', messages: [] });
    expectTypeOf(client.generateContent).toBeCallableWith({ model: 'gemini-2.5-pro', contents: [] });
  });

  test('header parameters are options', () => {
    expectTypeOf(client.createMessage).toBeCallableWith(
      { model: 'm', max_tokens: 1, messages: [] },
      { headers: { 'anthropic-beta': 'b', 'x-own': '1' }, retry: false, signal: AbortSignal.abort() },
    );
  });

  test('a stream is asked for by its own method', () => {
    // @ts-expect-error streamChatCompletion is the method for that
    const streamed = () => client.createChatCompletion({ model: 'm', messages: [], stream: true });
    // @ts-expect-error a stream cannot be switched off
    const whole = () => client.streamChatCompletion({ model: 'm', messages: [], stream: false });
    expectTypeOf([streamed, whole]).toBeArray();
  });
});

describe('answers', () => {
  test('data or error, each with its type', async () => {
    const call = () => client.createChatCompletion({ model: 'm', messages: [] });
    type Result = Awaited<ReturnType<typeof call>>;
    expectTypeOf<NonNullable<Result['data']>>().toEqualTypeOf<Schemas['ChatCompletionResponse']>();
    expectTypeOf<NonNullable<Result['error']>>().toEqualTypeOf<Schemas['ErrorResponse'] | Schemas['FlatErrorResponse']>();
    expectTypeOf<Extract<Result, { error?: never }>['data']>().not.toBeNullable();
  });

  test('unwrap and throwOnError leave the data only', () => {
    const unwrapped = () => unwrap(client.getFile({ file_id: 'f' }));
    expectTypeOf(unwrapped).returns.resolves.toEqualTypeOf<Schemas['FileResponse']>();
    const thrown = () => throwing.getFile({ file_id: 'f' });
    expectTypeOf<Awaited<ReturnType<typeof thrown>>['data']>().toEqualTypeOf<Schemas['FileResponse']>();
  });

  test("openapi-fetch's own methods keep the JSON type of an operation that can stream", () => {
    const call = () => client.POST('/v1/chat/completions', { body: { model: 'm', messages: [] } });
    expectTypeOf<NonNullable<Awaited<ReturnType<typeof call>>['data']>>().toEqualTypeOf<Schemas['ChatCompletionResponse']>();
    const unwrapped = () => unwrap(call());
    expectTypeOf(unwrapped).returns.resolves.toEqualTypeOf<Schemas['ChatCompletionResponse']>();
  });
});

describe('streams', () => {
  test('the events have the type of the protocol', () => {
    type Event<Stream> = Stream extends AsyncIterable<infer Item> ? Item : never;
    expectTypeOf<Event<ReturnType<typeof client.streamChatCompletion>>>().toEqualTypeOf<Schemas['ChatCompletionChunk']>();
    expectTypeOf<Event<ReturnType<typeof client.streamMessage>>>().toEqualTypeOf<Schemas['AnthropicStreamEvent']>();
    expectTypeOf<Event<ReturnType<typeof client.streamBypassMessage>>>().toEqualTypeOf<Schemas['AnthropicStreamEvent']>();
    expectTypeOf<Event<ReturnType<typeof client.streamResponse>>>().toEqualTypeOf<Schemas['ResponseStreamEvent']>();
    expectTypeOf<Event<ReturnType<typeof client.streamGenerateContent>>>().toEqualTypeOf<Schemas['GenerateContentResponse']>();
  });

  test('the type of an event narrows it', () => {
    const read = async () => {
      for await (const event of client.streamMessage({ model: 'm', max_tokens: 1, messages: [] })) {
        if (event.type === 'content_block_delta') return event;
      }
      return undefined;
    };
    expectTypeOf(read).returns.resolves.toEqualTypeOf<Schemas['AnthropicContentBlockDeltaEvent'] | undefined>();
  });

  test('the collector knows the answer', () => {
    const whole = (stream: NexconnStream<'createMessage'>) => collect(stream);
    expectTypeOf<Awaited<ReturnType<typeof whole>>['message']>().toEqualTypeOf<Schemas['AnthropicMessage']>();
    const gemini = () => collect(client.streamGenerateContent({ model: 'm', contents: [] }));
    expectTypeOf<Awaited<ReturnType<typeof gemini>>['message']>().toEqualTypeOf<Schemas['GenerateContentResponse']>();
  });
});

describe('jobs', () => {
  test('the call decides what the job ends in', () => {
    const video = () =>
      client.waitFor(client.createVideoGeneration({ model: 'veo-3.1-generate-preview', instances: [{ prompt: 'a' }] } as never));
    expectTypeOf(video).returns.resolves.toEqualTypeOf<Schemas['VideoGenerationJobInfo']>();
    const file = async () => client.waitFor(await client.createFile({ model: 'm', source: { type: 'url' } } as never));
    expectTypeOf(file).returns.resolves.toEqualTypeOf<Schemas['FileResponse']>();
    const thrown = () => throwing.waitFor(throwing.createFile({ model: 'm' } as never));
    expectTypeOf(thrown).returns.resolves.toEqualTypeOf<Schemas['FileResponse']>();
  });

  test('a family with a result operation ends in that result', () => {
    const task = { name: 'vidu', id: 'x' } as const;
    const video = () => client.waitFor(task);
    expectTypeOf(video).returns.resolves.toEqualTypeOf<Schemas['ViduVideoResult']>();
    const image = (stored: Task<'kling-image-o1'>) => client.waitFor(stored);
    expectTypeOf(image).returns.resolves.toEqualTypeOf<Schemas['KlingImageResult']>();
  });

  test('an image may be there at once', () => {
    const image = () => client.waitFor(client.createImage({ model: 'kling-v2', prompt: 'a' }));
    expectTypeOf(image).returns.resolves.toEqualTypeOf<Schemas['KlingImageTaskStatusResponse'] | Schemas['ImageGenerationResponse']>();
  });

  test('progress has the body of the query', () => {
    const wait = () =>
      client.waitFor(
        { name: 'videos', id: 'x' },
        { onProgress: (progress) => expectTypeOf(progress).toEqualTypeOf<TaskProgress<'videos'>>() },
      );
    expectTypeOf(wait).returns.resolves.toHaveProperty('status');
    expectTypeOf<TaskProgress<'videos'>['body']['status']>().extract<'in_progress'>().not.toBeNever();
  });

  test('only jobs can be waited for', () => {
    // @ts-expect-error a query starts no job
    const query = () => client.waitFor(client.getVideo({ id: 'x' }));
    // @ts-expect-error no such family
    const unknown = () => client.waitFor({ name: 'songs', id: 'x' });
    expectTypeOf([query, unknown]).toBeArray();
  });
});
