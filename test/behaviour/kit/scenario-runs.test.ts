/** Whatever a caller does to a gateway that keeps the contract, the kit finds nothing: drawn calls, left, repeated, streamed and sent at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import Anthropic from '@anthropic-ai/sdk';
import fc from 'fast-check';
import OpenAI from 'openai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNexconnClient } from '../../../src/client/index.js';
import { contractFetch } from '../../../src/testing/contract-fetch.js';
import { createMock, type Mock } from '../../mocks.js';
import { runs } from '../../runs.js';
import { documented, toRequest } from '../../testing/documented-requests.js';

let mock: Mock;
let url: string;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 2000, journalSize: 1 });
  url = (await mock.listen()).url;
});
afterAll(() => mock.close());

const run = fc.record({
  via: fc.constantFrom('fetch', 'fetch', 'client', 'openai chat', 'openai responses', 'anthropic'),
  exchange: fc.nat(documented.length - 1),
  streams: fc.boolean(),
  leaving: fc.constantFrom('never', 'never', 'before', 'at once', 'abort', 'cancel', 'break', 'timeout', 'unread'),
  /** Pieces or events before the caller leaves, or hundredths of a second. */
  after: fc.integer({ min: 0, max: 5 }),
  failures: fc.integer({ min: 0, max: 2 }),
  body: fc.constantFrom('string', 'bytes', 'blob', 'request', 'stream', 'generator'),
  reading: fc.constantFrom('text', 'json', 'reader', 'own buffer', 'clone', 'array buffer'),
  chunks: fc.option(fc.integer({ min: 1, max: 60 })),
  network: fc.boolean(),
  throws: fc.boolean(),
  atOnce: fc.integer({ min: 1, max: 3 }),
});
type Run = typeof run extends fc.Arbitrary<infer T> ? T : never;

interface Caller extends Run {
  fetch: typeof fetch;
  prefer: string;
  abort: AbortController;
  signal: AbortSignal;
}

const leaves = ({ leaving }: Run) => leaving !== 'never';

/** Takes events as the run has it. */
async function follow({ leaving, after, abort }: Caller, events: AsyncIterable<unknown>): Promise<void> {
  let count = 0;
  for await (const _ of events) {
    if (count++ < after) continue;
    if (leaving === 'break' || leaving === 'cancel' || leaving === 'unread') break;
    if (leaving === 'abort') abort.abort();
  }
}

const messages = [{ role: 'user' as const, content: 'Hi' }];

const sdk = ({ fetch, prefer, failures }: Caller, base: string) => ({
  apiKey: 'any',
  baseURL: url + base,
  fetch,
  maxRetries: failures,
  defaultHeaders: { prefer },
});

const calls: Record<Run['via'], (caller: Caller) => Promise<unknown>> = {
  fetch: plainCall,
  async client(caller) {
    const { fetch, failures, prefer, signal, streams } = caller;
    const retry = { limit: failures, minDelayMs: 1, nonIdempotent: true };
    const client = createNexconnClient({ baseUrl: url, apiKey: 'any', fetch, retry });
    const options = { signal, headers: { prefer } };
    if (!streams) return client.createChatCompletion({ model: 'gpt-5', messages }, options);
    return follow(caller, client.streamChatCompletion({ model: 'gpt-5', messages }, options));
  },
  async 'openai chat'(caller) {
    const { chat } = new OpenAI(sdk(caller, '/v1'));
    const { signal } = caller;
    if (!caller.streams) return chat.completions.create({ model: 'gpt-5', messages }, { signal });
    return follow(caller, await chat.completions.create({ model: 'gpt-5', messages, stream: true }, { signal }));
  },
  async 'openai responses'(caller) {
    const { responses } = new OpenAI(sdk(caller, '/bypass/openai/v1'));
    const ask = { model: 'openai/gpt-5.2', input: 'Hi' };
    const { signal } = caller;
    if (!caller.streams) return responses.create(ask, { signal });
    return follow(caller, await responses.create({ ...ask, stream: true }, { signal }));
  },
  async anthropic(caller) {
    const { messages: api } = new Anthropic(sdk(caller, ''));
    const ask = { model: 'claude-4.5-sonnet', max_tokens: 500, messages };
    const { signal } = caller;
    if (!caller.streams) return api.create(ask, { signal });
    return follow(caller, await api.create({ ...ask, stream: true }, { signal }));
  },
};

/** What the run asks for the exchange with. */
async function sentAs({ body, exchange, network, prefer, signal }: Caller): Promise<Parameters<typeof fetch>> {
  const [, operation, example] = documented[exchange] as (typeof documented)[number];
  const request = toRequest(operation, example, url);
  if (!request.headers.has('prefer')) request.headers.set('prefer', prefer);
  const { method, headers } = request;
  if (request.body === null || body === 'request') return [new Request(request, { signal })];
  const bytes = new Uint8Array(await request.arrayBuffer());
  const init = { method, headers, signal };
  if (body === 'string') return [request.url, { ...init, body: new TextDecoder().decode(bytes) }];
  if (body === 'bytes') return [request.url, { ...init, body: bytes }];
  if (body === 'blob') return [request.url, { ...init, body: new Blob([bytes]) }];
  const stream = new Blob([bytes]).stream();
  async function* pieces() {
    yield* stream;
  }
  // In process nobody but `fetch` itself takes a generator.
  const once = body === 'generator' && network ? pieces() : stream;
  return [request.url, { ...init, body: once as unknown as BodyInit, duplex: 'half' } as RequestInit];
}

async function plainCall(caller: Caller): Promise<unknown> {
  const { leaving, after, abort, reading } = caller;
  const response = await caller.fetch(...(await sentAs(caller)));
  if (leaving === 'unread') return undefined;
  if (leaving === 'at once') return response.body?.cancel();
  if (leaving === 'break' || leaving === 'cancel' || leaving === 'abort' || reading === 'reader') {
    const reader = response.body?.getReader();
    for (let count = 0, piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      if (count++ < after) continue;
      if (leaving === 'abort') abort.abort();
      else if (leaving !== 'never') return reader?.cancel();
    }
    return undefined;
  }
  if (reading === 'own buffer' && response.body) {
    const reader = response.body.getReader({ mode: 'byob' });
    while (!(await reader.read(new Uint8Array(50))).done);
    return undefined;
  }
  if (reading === 'clone') return Promise.all([response.clone().text(), response.text()]);
  if (reading === 'array buffer') return response.arrayBuffer();
  return reading === 'json' && response.headers.get('content-type')?.includes('json') ? response.json() : response.text();
}

/** The gateway, which asks for no long pause. */
const gateway =
  (network: boolean): typeof fetch =>
  async (...call) => {
    const response = await (network ? fetch(...call) : mock.fetch(...call));
    if (response.status !== 503) return response;
    return new Response(await response.text(), {
      status: 503,
      headers: { ...Object.fromEntries(response.headers), 'retry-after-ms': '1' },
    });
  };

const unread = 'its body was not read to its end';

let sessions = 0;

test('the kit finds nothing in what keeps the contract', async () => {
  await fc.assert(
    fc.asyncProperty(run, async (drawn) => {
      const checked = contractFetch(gateway(drawn.network), { onViolation: drawn.throws ? 'throw' : 'collect', baseUrl: url });
      const failures = drawn.failures > 0 && drawn.via !== 'fetch' ? `, code=503, times=${drawn.failures}` : '';
      const session = `run-${sessions++}`;
      const one = async (index: number) => {
        const abort = new AbortController();
        const signal = drawn.leaving === 'timeout' ? AbortSignal.timeout(drawn.after * 10) : abort.signal;
        if (drawn.leaving === 'before') abort.abort();
        const prefer = `session=${session}-${index}${failures}${drawn.chunks ? `, chunks=${drawn.chunks}` : ''}`;
        const calling = calls[drawn.via]({ ...drawn, fetch: checked, prefer, abort, signal });
        if (drawn.leaving === 'at once' && drawn.via !== 'fetch') setTimeout(() => abort.abort(), 0);
        // Node.js 20 loses an abort now and then, and then nobody ever hears of the rest.
        await (leaves(drawn) ? Promise.race([calling.catch(() => {}), sleep(500)]) : calling);
      };
      await Promise.all(Array.from({ length: drawn.atOnce }, (_, index) => one(index)));
      expect(checked.violations).toEqual([]);
      const reasons = checked.notChecked.map(({ reason }) => reason);
      // Whoever leaves may read no body to its end.
      const borne = ['its body is a stream', ...(leaves(drawn) ? [unread] : [])];
      expect(reasons.filter((reason) => !borne.includes(reason))).toEqual([]);
      if (drawn.leaving === 'never') expect(checked.coverage().operations.hit).toBe(1);
    }),
    { numRuns: runs(60) },
  );
});
