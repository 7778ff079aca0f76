/** Exchanges made of documented ones by one change. */
import { contract } from '../../../../compiled/contract.js';
import { eventStreamText } from '../../../../src/contract/event-stream.js';
import type { Json } from '../../../../src/contract/prepared/json.js';
import type { PreparedExample, PreparedOperation } from '../../../../src/contract/prepared.js';

/** An exchange as it is sent. */
export interface SentExchange {
  operation: PreparedOperation;
  /** Its request, in which the body may be another one. */
  example: PreparedExample;
  status: number;
  contentType: string;
  /** Further headers of the response. */
  headers?: Record<string, string>;
  answer: string | Uint8Array;
}

/** Exchanges that follow one another, and what the kit has to say of the last: part, keyword and place, each index as `*`. */
export type Fault = [name: string, exchanges: SentExchange | SentExchange[], rule: string];

/** Exchanges of which the kit has nothing to say. */
export type LegalVariant = [name: string, exchanges: SentExchange | SentExchange[]];

/** A body or an event, as freely as a test reads it. */
export type Loose = any;

export const operationOf = (id: string): PreparedOperation => {
  const found = contract.operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
};

/** Changes events, or says what comes in their place: others, or a text. */
export type EventsChange = ((events: Loose[]) => Loose[] | string) | ((events: Loose[]) => void);

/** Changes a body, or says what comes in its place. */
export type BodyChange = ((body: Loose) => Json) | ((body: Loose) => void);

/** The first documented exchange whose name ends so. */
export function documented(id: string, ending: string): { operation: PreparedOperation; example: PreparedExample } {
  const operation = operationOf(id);
  const example = operation.examples.find(({ name }) => name.endsWith(ending));
  if (!example) throw new Error(`${id} has no example that ends with ${ending}`);
  return { operation, example };
}

const plain = 'application/json';

/** A documented stream with other events, or with another text. */
export function streamed(id: string, ending: string, change: EventsChange): SentExchange {
  const { operation, example } = documented(id, ending);
  const events = structuredClone(example.events) as Loose[];
  const changed = change(events) ?? events;
  const framing = operation.stream as NonNullable<PreparedOperation['stream']>;
  const answer = typeof changed === 'string' ? changed : eventStreamText(changed, framing);
  return { operation, example, status: 200, contentType: 'text/event-stream', answer };
}

/** A documented stream with another text. */
export const streamedText = (id: string, ending: string, change: (text: string) => string): SentExchange =>
  streamed(id, ending, (events) => change(eventStreamText(events, operationOf(id).stream as NonNullable<PreparedOperation['stream']>)));

export type Head = Partial<Pick<SentExchange, 'status' | 'contentType' | 'headers'>>;

/** A documented answer with another body. */
export function answered(id: string, ending: string, change: BodyChange = () => {}, head: Head = {}): SentExchange {
  const { operation, example } = documented(id, ending);
  const body = structuredClone(example.body) as Loose;
  const changed = change(body) ?? body;
  return { operation, example, status: example.status, contentType: plain, answer: JSON.stringify(changed), ...head };
}

/** A documented answer, or stream, of other bytes. */
export function inBytes(exchange: SentExchange, change: (text: string) => string | Uint8Array, head: Head = {}): SentExchange {
  return { ...exchange, answer: change(exchange.answer as string), ...head };
}

/** A documented request with another body, and its documented answer. */
export function asked(id: string, ending: string, change: (body: Loose) => void): SentExchange {
  const { operation, example } = documented(id, ending);
  const body = structuredClone(example.request.body);
  change(body);
  const sent = example.events ? streamed(id, ending, () => {}) : answered(id, ending);
  return { ...sent, operation, example: { ...example, request: { ...example.request, body: body as Json } } };
}

/** The exchange with further members in its request; `undefined` takes one out. */
export function wanting(members: Loose, exchange: SentExchange, query: Loose = {}): SentExchange {
  const { request } = exchange.example;
  const body = { ...(structuredClone(request.body) as Loose), ...members };
  const asked = { ...request, ...(request.body !== undefined && { body }), query: { ...request.query, ...query } };
  return { ...exchange, example: { ...exchange.example, request: asked } };
}

/** Answers to queries for one job, the first's, each in the state that its name ends with. */
export function polled(id: string, ...polls: [ending: string, change?: (body: Loose) => void][]): SentExchange[] {
  const [first = ''] = polls[0] ?? [];
  const asking = documented(id, first).example;
  const [own = ''] = Object.values(asking.request.path ?? {});
  return polls.map(([ending, change = () => {}]) => {
    const poll = answered(id, ending);
    const [other = ''] = Object.values(poll.example.request.path ?? {});
    const body = JSON.parse((poll.answer as string).replaceAll(other, own));
    // Pages were written at different times.
    change(body);
    return { ...poll, example: asking, answer: JSON.stringify(body) };
  });
}

/** A documented error of a dialect. */
export function errorOf(dialect: string, status: number): Json {
  const error = contract.errors[dialect]?.[status]?.[0];
  if (!error) throw new Error(`${dialect} has no error ${status}, but ${Object.keys(contract.errors[dialect] ?? {})}`);
  return error.body;
}
