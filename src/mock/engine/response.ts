/** The successful answer to a request: the documented exchange that it is like, made its own. */
import { cloneJson } from '../../contract/clone.js';
import type { StreamFraming } from '../../contract/event-stream.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedExample } from '../../contract/prepared.js';
import type { HttpResponse } from '../../http/message.js';
import type { FaultPlan } from '../../options/preferences.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import type { Adaptation } from '../adaptation/adapt.js';
import { adaptation, fitsAsItIs, prepareAdaptation } from '../adaptation/late.js';
import type { OwnFilling } from '../answer/filling.js';
import type { Givable } from '../answer/known-answer.js';
import { type Filling, fillOwnedFields } from '../answer/owned-fields.js';
import { type Pace, type Steps, streamEvents } from '../answer/stream.js';
import { type AnswerText, answerText } from '../answer/template.js';
import { fillingFor, jsonResponse } from './call.js';
import { conversationOf, isSmall, RefusedRequest, warnOfAnswer } from './exchange.js';
import type { Call } from './state.js';

/** Answers of jobs and of Prism are promises, and those with values for schemas of the caller; all others are there at once. */
export function createAnswer(
  call: Call,
  example: PreparedExample | undefined,
  stream: boolean,
  delivery?: Delivery,
): HttpResponse | Promise<HttpResponse> {
  const { operation, exchange } = call;
  if (exchange.preferences.dynamic && !stream) return call.state.makeUp(call);
  if (!operation.prepared.task) return documentedAnswer(call, example, stream, delivery);
  return call.state.jobs.answer(call, example).then((answer) => answer ?? documentedAnswer(call, example, stream, delivery));
}

/** The example that was asked for by name or status, or the one that the request is like. */
export function chooseExample({ operation, exchange }: Call, stream: boolean): PreparedExample | undefined {
  const { prepared } = operation;
  const { example: name, code } = exchange.preferences;
  if (name !== undefined) {
    const named = prepared.examples.find((example) => example.name === name);
    if (!named)
      throw new RefusedRequest({
        status: 404,
        message: `Prefer: example must be one of ${prepared.examples.map((example) => example.name).join(', ')}, got ${name}`,
      });
    return named;
  }
  if (code !== undefined) {
    const declared = prepared.examples.find(({ status }) => status === code);
    if (!declared)
      throw new RefusedRequest({
        status: 404,
        message: `Prefer: code must be one of ${Object.keys(prepared.responses).join(', ')}, got ${code}`,
      });
  }
  const { params, body, request } = exchange;
  const chosen = operation.choose({ params, query: request.query, body, stream });
  return code === undefined || chosen?.status === code ? chosen : prepared.examples.find(({ status }) => status === code);
}

function documentedAnswer(
  call: Call,
  example: PreparedExample | undefined,
  stream: boolean,
  delivery?: Delivery,
): HttpResponse | Promise<HttpResponse> {
  const { operation, exchange } = call;
  if (!example) throw new RefusedRequest({ status: 500, message: `the contract has no example of ${operation.prepared.id}` });
  exchange.source.example = example.name;
  const { protocol } = operation;
  // An example that was asked for by name is given as it is.
  const asIs = exchange.preferences.example !== undefined;
  if (!protocol || asIs || exchange.body === undefined) return give(call, example, undefined, stream, delivery);
  const wanted = adaptationOf(call, example, protocol, conversationOf(exchange, protocol));
  if (fitsAsItIs(wanted)) return give(call, example, undefined, stream, delivery);
  const adapted = () => give(call, example, adaptation.now.adapt(wanted), stream, delivery);
  return prepareAdaptation(wanted)?.then(adapted) ?? adapted();
}

function adaptationOf(call: Call, example: PreparedExample, protocol: Protocol, conversation: Conversation): Adaptation {
  const { state, operation, exchange } = call;
  const alike = operation.documentedConversations?.(conversation) ?? [];
  exchange.stated?.apply('words');
  return {
    protocol,
    conversation,
    alike,
    example,
    call,
    chance: exchange.chance,
    isSmall: isSmall(exchange),
    thinks: conversation.wishes.reasoning ?? operation.thinksUnasked?.(conversation.model) ?? false,
    texts: state.contract.answerSamples,
    // What holds for all requests leaves those alone that the documentation shows.
    words: exchange.preferences.words ?? (alike.length === 0 ? state.options.words : undefined),
    warn: (message) => warnOfAnswer(exchange, message),
  };
}

/** How an answer is given that its author decided about; what is left out is as usual. */
export interface Delivery extends OwnFilling {
  pace?: { firstEventMs?: number; eventsPerSecond?: number };
  /** `missed` is told where the stream has fewer events. */
  fault?: FaultPlan & { message?: string; type?: string; missed?: (events: number) => void };
  steps?: Steps;
}

/** Of streams that no operation describes. */
const plainFraming: StreamFraming = { framing: 'data' };

const isGivable = (answer: Json | Givable | undefined): answer is Givable =>
  typeof (answer as Partial<Givable> | null | undefined)?.fill === 'function';

/**
 * Gives an answer as the request wants it: as JSON or as a stream.
 * @param answer a whole one; that of the example, if there is none
 */
export function give(
  call: Call,
  example: PreparedExample,
  answer: Json | Givable | undefined,
  stream: boolean,
  delivery: Delivery = {},
): Promise<HttpResponse> {
  const [known, adapted] = isGivable(answer) ? [answer] : [call.operation.documented(example), answer];
  return (stream ? streamAnswer : jsonAnswer)(call, example, known, adapted, delivery);
}

async function jsonAnswer(
  call: Call,
  { status }: PreparedExample,
  known: Givable,
  adapted: Json | undefined,
  delivery: Delivery,
): Promise<HttpResponse> {
  const { operation } = call;
  const { protocol } = operation;
  if (operation.listsEvents()) {
    const texts = answerEvents(call, known, adapted, delivery).map(({ text }) => text);
    return jsonResponse(call, status, { text: `[${texts.join(',')}]`, at: () => undefined });
  }
  const { answer, now } = wholeAnswer(call, known, adapted, delivery);
  if (protocol?.keptIdAt) await call.state.keepAnswer(call, () => adapted ?? known.body, answer.at(protocol.keptIdAt.answer));
  return jsonResponse(call, status, answer, now);
}

function fillingOf(call: Call, known: Givable, adapted: Json | undefined, delivery: Delivery): Filling {
  const { protocol } = call.operation;
  const content = () => (adapted ? protocol?.read(adapted) : known.content);
  return fillingFor(call, content, adapted ? protocol?.choices(adapted) : known.choices, delivery);
}

function wholeAnswer(call: Call, known: Givable, adapted: Json | undefined, delivery: Delivery) {
  const filling = fillingOf(call, known, adapted, delivery);
  const { now } = filling;
  if (!adapted) return { answer: known.fill(filling), now };
  fillOwnedFields(adapted, call.operation.ownedFields.body, filling);
  return { answer: answerText(adapted), now };
}

/** What the stream carries, event by event. */
function answerEvents(call: Call, known: Givable, adapted: Json | undefined, delivery: Delivery): AnswerText[] {
  const { operation, exchange } = call;
  const { protocol, ownedFields } = operation;
  const request = exchange.body as Json;
  const filling = fillingOf(call, known, adapted, delivery);
  const filled = adapted ? undefined : known.fillEvents(filling, request);
  if (filled) return filled;
  const answer = adapted ?? cloneJson(known.body);
  fillOwnedFields(answer, ownedFields.body, filling);
  let events = protocol?.toEvents(answer, request) ?? [];
  // An answer that holds any was adapted; one of a scenario holds none, and may be the first that is given.
  if (exchange.conversation?.wishes.logprobs && adaptation.isLoaded)
    events = adaptation.now.tellEvents(operation.prepared.protocol, events);
  for (const event of events) fillOwnedFields(event, ownedFields.event, filling);
  return events.map(answerText);
}

async function streamAnswer(
  call: Call,
  { status }: PreparedExample,
  known: Givable,
  adapted: Json | undefined,
  delivery: Delivery,
): Promise<HttpResponse> {
  const { state, operation, exchange } = call;
  const { prepared, protocol } = operation;
  const { stream } = prepared;
  if (!stream) throw new RefusedRequest({ status: 500, message: `${prepared.id} has no stream` });
  const events = answerEvents(call, known, adapted, delivery);
  if (protocol?.keptIdAt) await state.keepAnswer(call, () => adapted ?? known.body, events[0]?.at(protocol.keptIdAt.event));
  const body = paced(call, events, delivery);
  const source = {
    status,
    mediaType: 'text/event-stream',
    answer: events[0] ?? answerText(null),
    now: state.now(),
    chance: exchange.chance,
  };
  const headers = { 'cache-control': 'no-cache', ...operation.headers(source) };
  return { status, headers, body };
}

/** The text of a stream at its pace, with the fault that is asked for. */
export function paced({ state, operation, exchange }: Call, events: readonly AnswerText[], delivery: Delivery): AsyncIterable<string> {
  const { protocol, prepared } = operation;
  const { preferences, stated, request } = exchange;
  const fault = preferences.streamFault ?? delivery.fault;
  stated?.apply('first-event-ms', 'events-per-second');
  if (fault && fault.afterEvents < events.length) stated?.apply('stream-fault');
  else delivery.fault?.missed?.(events.length);
  exchange.ending.events = 0;
  return streamEvents({
    events,
    framing: prepared.stream ?? plainFraming,
    pace: paceOf({ ...state.options, ...delivery.pace, ...preferences }),
    errorEvent(sent, error = delivery.fault) {
      const { message = 'the stream was interrupted on request', type } = error ?? {};
      return protocol?.errorEvent({ message, ...(type !== undefined && { type }) }, sent) ?? { error: { message, type } };
    },
    pauses: async () => new (await state.later.load()).Pauses(request.signal),
    progress: exchange.ending,
    ...(fault && { fault }),
    ...(delivery.steps && { steps: delivery.steps }),
  });
}

function paceOf({ eventsPerSecond, firstEventMs }: { eventsPerSecond: number; firstEventMs?: number | undefined }): Pace {
  const between = 1000 / eventsPerSecond;
  return { first: firstEventMs ?? between, between };
}
