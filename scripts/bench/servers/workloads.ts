/** The requests that the servers are put under, taken from the contract's own examples. */
import type { PreparedContract, PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';
import type { WorkloadName } from '../figures/result.js';

export interface Workload {
  name: WorkloadName;
  title: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  /** First digit of the status that is expected. */
  expects: '2' | '4';
  /** Events of the documented stream, and what ends it. */
  stream?: { events: number; terminator: string };
}

const headers = { authorization: 'Bearer benchmark', 'content-type': 'application/json', accept: 'application/json' };

const most = <T>(items: readonly T[], size: (item: T) => number): T | undefined =>
  items.reduce<T | undefined>((best, item) => (best === undefined || size(item) > size(best) ? item : best), undefined);

const sizeOf = ({ request }: PreparedExample): number => JSON.stringify(request.body ?? null).length;

function request({ method, path }: PreparedOperation, body: unknown): Pick<Workload, 'method' | 'path' | 'headers' | 'body' | 'expects'> {
  return { method, path, headers, body: JSON.stringify(body), expects: '2' };
}

/** The operation that is documented best among those that answer with a stream or with JSON, as the request wants it. */
function chatOperation({ operations }: PreparedContract): PreparedOperation {
  const streaming = operations.filter(({ stream, path }) => stream && !path.includes('{'));
  const operation = most(streaming, ({ examples }) => examples.length);
  if (!operation) throw new Error('the contract has no operation that streams');
  return operation;
}

/** The longest documented stream of a page that has a JSON exchange as well, with that exchange. */
function chatExamples({ id, examples }: PreparedOperation): { json: PreparedExample; stream: PreparedExample } {
  const pairs = examples.flatMap((stream) => {
    const json = stream.events && examples.find(({ name, body }) => body !== undefined && stream.name.startsWith(`${name}.`));
    return json ? [{ json, stream }] : [];
  });
  const longest = most(pairs, ({ stream }) => stream.events?.length ?? 0);
  if (!longest) throw new Error(`${id} has no page with both a JSON answer and a stream`);
  return longest;
}

/** The largest documented body of the operation whose body has the most alternatives. */
function largestBody({ operations }: PreparedContract): Pick<Workload, 'method' | 'path' | 'headers' | 'body' | 'expects'> {
  const operation = most(
    operations.filter(({ body }) => body?.fields.branches),
    ({ body }) => new Set(Object.values(body?.fields.branches?.trees ?? {})).size,
  );
  const example = operation && most(operation.examples, sizeOf);
  if (!operation || !example) throw new Error('the contract has no body with alternatives');
  return request(operation, example.request.body);
}

/** A body that says other words, with tools of other names: no documented answer fits it as it is. */
function reworded(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(reworded);
  if (typeof body !== 'object' || body === null) return body;
  const isTool = 'name' in body && 'parameters' in body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (name === 'content' && typeof value === 'string') return [name, `${value} Say it in other words.`];
      return [name, isTool && name === 'name' ? `own_${value}` : reworded(value)];
    }),
  );
}

/** The first documented request that offers tools, and has a JSON answer. */
function toolRequest({ id, examples }: PreparedOperation): unknown {
  const example = examples.find(
    ({ request: { body }, body: answer }) => answer && Array.isArray((body as { tools?: unknown } | null)?.tools),
  );
  if (!example) throw new Error(`${id} has no example that offers tools`);
  return example.request.body;
}

/** The body with another question, in place of its last words. */
export function asking<T extends Pick<Workload, 'body' | 'title'>>(workload: T, question: string, title: string): T {
  const body = JSON.parse(workload.body) as { messages: { content: unknown }[] };
  const last = body.messages.at(-1);
  if (!last) throw new Error(`${workload.title} asks nothing`);
  last.content = question;
  return { ...workload, title, body: JSON.stringify(body) };
}

const paceOff = 'first-event-ms=0, events-per-second=1000000000';

/** @param events how many are wanted */
const streaming = (events: number): Record<string, string> => ({
  ...headers,
  accept: 'text/event-stream',
  prefer: paceOff,
  // The same preferences in the words of Steady.
  'x-steady-stream-count': String(events),
  'x-steady-stream-interval-ms': '0',
});

/** Words of an answer that is made for the request, and the events that they come in, without what ends the stream. */
const wordCount = 32;
const eventsOfWords = 34;

/** A body with the same members, none of them of its type. */
const spoil = (body: unknown): unknown => Object.fromEntries(Object.keys(body as object).map((name) => [name, 0]));

export function workloadsOf(contract: PreparedContract): Record<WorkloadName, Workload> {
  const operation = chatOperation(contract);
  const { json, stream } = chatExamples(operation);
  const events = stream.events?.length ?? 0;
  const largest = largestBody(contract);
  const firstStream = operation.examples.find((example) => example.events) ?? stream;
  return {
    chat: { name: 'chat', title: 'JSON chat', ...request(operation, json.request.body) },
    calls: { name: 'calls', title: 'JSON chat with own words and tools', ...request(operation, reworded(toolRequest(operation))) },
    cut: {
      name: 'cut',
      title: 'JSON chat with own words, cut at 16 tokens',
      ...request(operation, { ...(reworded(json.request.body) as object), max_tokens: 16 }),
    },
    largest: { name: 'largest', title: `Largest \`oneOf\` body (${largest.body.length} bytes)`, ...largest },
    refused: { name: 'refused', title: 'Refused request (400)', ...request(operation, spoil(json.request.body)), expects: '4' },
    stream: {
      name: 'stream',
      title: `Stream of ${events} events, pace off`,
      ...request(operation, stream.request.body),
      headers: streaming(events),
      stream: { events, terminator: operation.stream?.terminator ?? '' },
    },
    words: {
      name: 'words',
      title: `Stream of ${eventsOfWords} events with own words, pace off`,
      ...request(operation, reworded(firstStream.request.body)),
      headers: { ...streaming(eventsOfWords), prefer: `${paceOff}, words=${wordCount}` },
      stream: { events: eventsOfWords, terminator: operation.stream?.terminator ?? '' },
    },
  };
}
