/** Ways to break the answers of documented exchanges. Each mutant breaks something that the contract declares. */
import { contract } from '../../../compiled/contract.js';
import { streamOrders } from '../../../compiled/stream-orders.js';
import { eventStreamText, eventText } from '../../../src/contract/event-stream.js';
import { formatPointer, getAt, parsePointer, setAt } from '../../../src/contract/pointer.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import type { TaskFamily } from '../../../src/contract/prepared/task-family.js';
import type { PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';
import { isValid, isValidAnswer } from './oracle.js';

/** An answer as it is sent. */
export interface Sent {
  status: number;
  contentType: string;
  text: string;
}

export interface Exchange {
  operation: PreparedOperation;
  example: PreparedExample;
  answer: Sent;
}

/** What replaces the answers of one exchange, or of several that follow one another. */
export interface Mutant {
  kind: string;
  what: string;
  exchanges: Exchange[];
  /** Where the body is broken. */
  pointer?: string;
}

/** Gives numbers that decide what is broken, always the same ones for the same seed. */
export type Choose = <T>(list: readonly T[]) => T;

type Mutate = (exchange: Exchange, choose: Choose) => Mutant | undefined;

const mutant = (kind: string, what: string, exchange: Exchange, answer: Partial<Sent>, pointer?: string): Mutant => ({
  kind,
  what: `${exchange.operation.id} ${exchange.example.name}: ${what}`,
  exchanges: [{ ...exchange, answer: { ...exchange.answer, ...answer } }],
  ...(pointer !== undefined && { pointer }),
});

/** Pointers to all values below the root. */
function places(value: Json, at: (string | number)[] = []): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => [formatPointer([...at, key]), ...places(member as Json, [...at, key])]);
}

type Change = { what: string; apply: (body: Json) => void; pointer: string };

function without(body: Json, pointer: string): void {
  const parts = parsePointer(pointer);
  const key = parts.pop() ?? '';
  const container = getAt(body, formatPointer(parts));
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else delete (container as Record<string, Json>)[key];
}

/** Changes of one place of a JSON value. */
const changes: Record<string, (body: Json, pointer: string) => Change[]> = {
  'member dropped': (_, pointer) => [{ what: `${pointer} is dropped`, apply: (copy) => without(copy, pointer), pointer }],
  'type changed': (body, pointer) => {
    const value = getAt(body, pointer);
    // Not null: it counts as absent where the member may be.
    const others: Json[] = [true, 17, 'text', [], {}];
    return others.filter((to) => typeof to !== typeof value || Array.isArray(to) !== Array.isArray(value)).map((to) => change(pointer, to));
  },
  'value unknown': (body, pointer) => (typeof getAt(body, pointer) === 'string' ? [change(pointer, unknownValue)] : []),
  'out of range': (body, pointer) => {
    const value = getAt(body, pointer);
    return typeof value === 'number' ? [change(pointer, -1), change(pointer, value + 0.5)] : [];
  },
};

const unknownValue = 'no-such-value';

const change = (pointer: string, to: Json): Change => ({
  what: `${pointer} becomes ${JSON.stringify(to)}`,
  apply: (copy) => setAt(copy, pointer, to),
  pointer,
});

/** A random change of one kind that the oracle refuses. */
function breakingChange(
  kind: string,
  body: Json,
  choose: Choose,
  isBroken: (changed: Json) => boolean,
): (Change & { changed: Json }) | undefined {
  const all = places(body);
  for (let attempt = 0; attempt < 40 && all.length > 0; attempt++) {
    const options = changes[kind]?.(body, choose(all)) ?? [];
    if (options.length === 0) continue;
    const chosen = choose(options);
    const changed = structuredClone(body);
    chosen.apply(changed);
    if (isBroken(changed)) return { ...chosen, changed };
  }
  return undefined;
}

const isStream = ({ example }: Exchange) => example.events !== undefined;

const body =
  (kind: string): Mutate =>
  (exchange, choose) => {
    if (isStream(exchange)) return undefined;
    const { operation, answer } = exchange;
    const isBroken = (changed: Json) => !isValidAnswer(operation.path, operation.method, answer.status, changed);
    const broken = breakingChange(kind, JSON.parse(answer.text), choose, isBroken);
    return broken && mutant(kind, broken.what, exchange, { text: JSON.stringify(broken.changed) }, broken.pointer);
  };

const status: Mutate = (exchange, choose) => {
  const other = choose([202, 203, 204, 206, 299, 302].filter((candidate) => !exchange.operation.responses[candidate]));
  return mutant('status undeclared', `status ${other}`, exchange, { status: other, ...(other === 204 && { text: '' }) });
};

const mediaType: Mutate = (exchange, choose) => {
  const other = choose(isStream(exchange) ? ['application/json', 'text/plain'] : ['text/html', 'text/event-stream', 'application/xml']);
  return mutant('media type', `content type ${other}`, exchange, { contentType: other });
};

const truncated: Mutate = (exchange, choose) => {
  const { text } = exchange.answer;
  if (isStream(exchange)) return undefined;
  return mutant('malformed', 'the body breaks off', exchange, { text: text.slice(0, choose([0, 1, text.length >> 1, text.length - 1])) });
};

/** Streams are written anew from their events, so that one of them can be changed. */
const streamed =
  (kind: string, change: (events: Json[], exchange: Exchange, choose: Choose) => { what: string; text: string } | undefined): Mutate =>
  (exchange, choose) => {
    const { events } = exchange.example;
    const changed = events && change(structuredClone(events), exchange, choose);
    return changed && mutant(kind, changed.what, exchange, { text: changed.text });
  };

const framingOf = ({ operation: { stream } }: Exchange) => {
  if (!stream) throw new Error('not a stream');
  return stream;
};

const event = (kind: string) =>
  streamed(`event: ${kind}`, (events, exchange, choose) => {
    const framing = framingOf(exchange);
    const index = choose([...events.keys()]);
    const order = streamOrders[exchange.operation.protocol ?? ''];
    // A kind that nobody knows may be a new one.
    const isNew = (changed: Json) => order?.further && order.kind !== undefined && getAt(changed, order.kind) === unknownValue;
    const broken = breakingChange(kind, events[index] as Json, choose, (changed) => !isNew(changed) && !isValid(framing.event, changed));
    return broken && { what: `event ${index + 1}, ${broken.what}`, text: eventStreamText(events.with(index, broken.changed), framing) };
  });

const chunk = streamed('event malformed', (events, exchange, choose) => {
  const framing = framingOf(exchange);
  const index = choose([...events.keys()]);
  const good = eventText(events[index], framing);
  const bad = choose([
    good.replace(/\}(\s*)$/, '$1'),
    good.replace('data: {', 'data: {{'),
    good.replace('data: {', 'data: NaN, {'),
    good.replace(/\}(\s*)$/, ',}$1'),
    `data:\n\n${good}`,
  ]);
  const texts = events.map((data, position) => (position === index ? bad : eventText(data, framing)));
  return { what: `event ${index + 1} is ${JSON.stringify(bad.slice(0, 40))}`, text: texts.join('') + eventStreamText([], framing) };
});

const ending = streamed('end missing', (events, exchange, choose) => {
  const framing = framingOf(exchange);
  const whole = eventStreamText(events, framing);
  const cuts: { what: string; text: string }[] = [{ what: 'the last line is cut', text: whole.trimEnd().slice(0, -1) }];
  if (framing.terminator !== undefined) {
    cuts.push({ what: 'no terminator', text: eventStreamText(events, { ...framing, terminator: undefined as never }) });
    cuts.push({ what: 'wrong terminator', text: eventStreamText(events, { ...framing, terminator: 'DONE' }) });
    cuts.push({ what: 'an event after the terminator', text: whole + eventText(events[0], framing) });
  } else {
    cuts.push({ what: 'no last event', text: eventStreamText(events.slice(0, -1), framing) });
  }
  return choose(cuts);
});

const naming = streamed('event name', (events, exchange, choose) => {
  const framing = framingOf(exchange);
  const index = choose([...events.keys()]);
  const good = eventText(events[index], framing);
  const bad =
    framing.framing === 'data'
      ? `event: delta\n${good}`
      : choose([good.replace(/^event: .*\n/, ''), good.replace(/^event: /, 'event: x_')]);
  const texts = events.map((data, position) => (position === index ? bad : eventText(data, framing)));
  return { what: `event ${index + 1} is ${JSON.stringify(bad.slice(0, 40))}`, text: texts.join('') + eventStreamText([], framing) };
});

const eventOrder = streamed('event order', (events, exchange, choose) => {
  const framing = framingOf(exchange);
  const write = (what: string, changed: Json[]) => ({ what, text: eventStreamText(changed, framing) });
  const [first = null, ...rest] = events;
  if (exchange.operation.protocol === 'messages') {
    const index = (type: string) => events.findIndex((data) => getAt(data, '/type') === type);
    return choose([
      write('the start comes last', [...rest, first]),
      write('no start', rest),
      write('the start comes twice', [first, ...events]),
      write('a block never opens', events.toSpliced(index('content_block_start'), 1)),
      write('a block never closes', events.toSpliced(index('content_block_stop'), 1)),
      write(
        'a piece of another block',
        events.with(index('content_block_delta'), { ...(events[index('content_block_delta')] as object), index: 9 } as Json),
      ),
    ]);
  }
  if (exchange.operation.protocol === 'responses') {
    const index = choose([...rest.keys()]);
    return choose([
      write('two events change places', [...rest.slice(0, 1), first, ...rest.slice(1)]),
      write('an event is missing', events.toSpliced(index, 1)),
    ]);
  }
  if (exchange.operation.protocol === 'chat-completions' && events.length > 1) {
    return write('a chunk of another answer', events.with(-1, { ...(events.at(-1) as object), id: 'chatcmpl-other' } as Json));
  }
  return undefined;
});

/** Whether an event may come more or less often, or elsewhere among its like, without that anything declared is broken. */
function isFree(protocol: string | undefined, event: Json): boolean {
  const type = getAt(event, '/type');
  if (protocol === 'messages') {
    const delta = getAt(event, '/delta/type');
    return (
      type === 'ping' || (type === 'content_block_delta' && (delta !== 'input_json_delta' || getAt(event, '/delta/partial_json') === ''))
    );
  }
  if (protocol === 'responses') return type === 'response.in_progress';
  const [choice] = (getAt(event, '/choices') ?? getAt(event, '/candidates') ?? []) as Json[];
  const hasEnd = getAt(choice, '/finish_reason') || getAt(choice, '/finishReason');
  const [call] = (getAt(choice, '/delta/tool_calls') ?? []) as Json[];
  return !hasEnd && (call === undefined || (!getAt(call, '/id') && getAt(call, '/function/arguments') === ''));
}

/** Whether an event adds something that may not come once the answer has ended. */
const saysSomething = (event: Json): boolean =>
  Boolean(
    getAt(event, '/choices/0/delta/content') ||
      getAt(event, '/choices/0/delta/reasoning_content') ||
      getAt(event, '/choices/0/delta/tool_calls'),
  ) || getAt(event, '/candidates/0/content/parts') !== undefined;

/** Other orders of the same events: counted anew, where they are counted. */
const sequences: Record<string, (events: Json[], at: number, choose: Choose) => Json[] | undefined> = {
  dropped: (events, at) => events.toSpliced(at, 1),
  repeated: (events, at) => events.toSpliced(at, 0, events[at] as Json),
  swapped: (events, at) => (at + 1 < events.length ? events.toSpliced(at, 2, events[at + 1] as Json, events[at] as Json) : undefined),
  moved: (events, at, choose) => {
    const rest = events.toSpliced(at, 1);
    return rest.toSpliced(choose([...rest.keys(), rest.length]), 0, events[at] as Json);
  },
};

const sequence = (kind: string) =>
  streamed(`sequence: ${kind}`, (events, exchange, choose) => {
    const { protocol } = exchange.operation;
    const at = choose([...events.keys()]);
    const event = events[at] as Json;
    if (isFree(protocol, event)) return undefined;
    // A call may be named again, and an item may open before the one before it is done.
    if (kind === 'repeated' && getAt(event, '/choices/0/delta/tool_calls/0/function/arguments') === '') return undefined;
    if (kind === 'swapped' && getAt(event, '/type') === 'response.output_item.done') return undefined;
    const changed = sequences[kind]?.(events, at, choose);
    if (!changed || changed.length === 0) return undefined;
    // What is left without the free ones shows whether anything is out of order; of some protocols only what follows the end does.
    const skeleton = (list: Json[]) => JSON.stringify(list.filter((one) => !isFree(protocol, one)));
    const isOther = skeleton(changed) !== skeleton(events);
    const end = changed.findIndex((one) => getAt(one, '/choices/0/finish_reason') || getAt(one, '/candidates/0/finishReason'));
    const isLate = end >= 0 && changed.slice(end + 1).some(saysSomething);
    if (!isOther && !isLate) return undefined;
    const counted = changed.map((one, index) => (protocol === 'responses' ? { ...(one as object), sequence_number: index } : one) as Json);
    return { what: `event ${at + 1} is ${kind}`, text: eventStreamText(counted, framingOf(exchange)) };
  });

/** An error in a dialect that the operation does not speak, as far as the two differ. */
const dialect: Mutate = (exchange, choose) => {
  const { operation } = exchange;
  const own = operation.dialectBranches.find(({ field, values }) =>
    values.includes(getAt(exchange.example.request.body, `/${field}`) as Json),
  );
  const spoken = contract.dialects[own?.dialect ?? operation.dialect];
  const status = choose(Object.keys(operation.responses).filter((code) => Number(code) >= 400));
  const others = Object.entries(contract.errors)
    .flatMap(([name, byStatus]) => (byStatus[status] ?? []).map((error) => ({ name, body: error.body })))
    .filter(({ body }) => !spoken?.schemas.some((schema) => isValid(schema, body)));
  if (others.length === 0) return undefined;
  const other = choose(others);
  const answer = { status: Number(status), contentType: 'application/json', text: JSON.stringify(other.body) };
  return mutant('dialect', `${status} in the dialect ${other.name}`, exchange, answer);
};

export const answerMutations: Mutate[] = [
  ...Object.keys(changes).flatMap((kind) => [body(kind), event(kind)]),
  ...[status, mediaType, truncated, chunk, ending, naming, eventOrder, dialect],
  ...Object.keys(sequences).map(sequence),
];

/** Query answers about one job whose states go back, change after the end, or come with the wrong status or id. */
export function jobMutants(all: readonly Exchange[], name: string, family: TaskFamily, choose: Choose): Mutant | undefined {
  const queries = all.filter(({ operation }) => operation.task?.name === name && operation.task.role === 'query');
  const models = String(choose(queries).example.models);
  const stateIn = ({ example }: Exchange) => example.state ?? '';
  const page = queries.filter((exchange) => String(exchange.example.models) === models && exchange.example.state !== undefined);
  /** The answer of one exchange, to the request of another. */
  const asked = (first: Exchange, then: Exchange): Exchange[] => {
    const [from, to] = [then, first].map(({ example }) => Object.values(example.request.path ?? {})[0] ?? '') as [string, string];
    return [first, { ...then, example: first.example, answer: { ...then.answer, text: then.answer.text.replaceAll(from, to) } }];
  };
  const pairs = page.flatMap((first) =>
    page
      .filter((then) => {
        const [a, b] = [stateIn(first), stateIn(then)];
        if (a === b) return false;
        if (family.states[a]?.outcome) return b !== family.lifetime?.then;
        return family.order.includes(b) && family.order.indexOf(b) < family.order.indexOf(a);
      })
      .map((then) => ({ kind: 'state order', what: `${name}: ${stateIn(then)} after ${stateIn(first)}`, exchanges: asked(first, then) })),
  );
  const ids = page.flatMap((first) =>
    page
      .filter((then) => then !== first)
      .map((then) => ({ kind: 'other job', what: `${name}: answer about another job`, exchanges: [{ ...then, example: first.example }] })),
  );
  const statuses = page
    .filter((exchange) =>
      Object.values(family.states).some(({ status }) => status.query !== undefined && status.query !== exchange.answer.status),
    )
    .map((exchange) => {
      const other = exchange.answer.status === 200 ? 202 : 200;
      return {
        kind: 'status of state',
        what: `${name}: ${stateIn(exchange)} with ${other}`,
        exchanges: [{ ...exchange, answer: { ...exchange.answer, status: other } }],
      };
    });
  const kinds = [pairs, ids, statuses].filter((list) => list.length > 0);
  return kinds.length > 0 ? choose(choose<Mutant[]>(kinds)) : undefined;
}
