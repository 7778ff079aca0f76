/** The successful answer to a request: the documented exchange that it is like, made its own. */
import { cloneJson } from '../contract/clone.js';
import type { Json, PreparedExample } from '../contract/prepared.js';
import type { MockResponse } from '../http/message.js';
import { adapt } from './answer/adapt.js';
import { type Asked, fillingFor, jsonResponse } from './answer/filling.js';
import { fillOwnedFields } from './answer/owned-fields.js';
import { type Pace, streamEvents } from './answer/stream.js';
import { type AnswerText, answerText } from './answer/template.js';
import { loadPrism, RefusedRequest } from './handle.js';
import { taskAnswer } from './job-response.js';
import type { Preferences } from './preferences.js';

/** Answers of jobs and of Prism are promises; all others are there at once. */
export function createAnswer(asked: Asked): MockResponse | Promise<MockResponse> {
  const { operation, exchange, request } = asked;
  const stream = operation.wantsStream(request);
  const example = chooseExample(asked, stream);
  if (exchange.preferences.dynamic && !stream) return dynamicAnswer(asked);
  if (!operation.prepared.task) return documentedAnswer(asked, example, stream);
  return taskAnswer(asked, example).then((answer) => answer ?? documentedAnswer(asked, example, stream));
}

/** The example that was asked for by name or status, or the one that the request is like. */
function chooseExample({ operation, exchange }: Asked, stream: boolean): PreparedExample | undefined {
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

function documentedAnswer(asked: Asked, example: PreparedExample | undefined, stream: boolean): MockResponse {
  const { operation, exchange } = asked;
  if (!example) throw new RefusedRequest({ status: 500, message: `the contract has no example of ${operation.prepared.id}` });
  exchange.example = example.name;
  return stream ? streamAnswer(asked, example) : jsonAnswer(asked, example);
}

function jsonAnswer(asked: Asked, example: PreparedExample): MockResponse {
  const { operation, exchange } = asked;
  const { protocol, ownedFields } = operation;
  if (operation.listsEvents) {
    const texts = answerEvents(asked, example).map(({ text }) => text);
    return jsonResponse(operation, example.status, { text: `[${texts.join(',')}]`, at: () => undefined }, asked.state.now());
  }
  const documented = operation.documented(example);
  const adapted = adapt(protocol, exchange.body as Json, documented);
  if (adapted === undefined) {
    const filling = fillingFor(asked, () => documented.content);
    return jsonResponse(operation, example.status, documented.fill(filling), filling.now);
  }
  const filling = fillingFor(asked, () => protocol?.read(adapted));
  fillOwnedFields(adapted, ownedFields.body, filling);
  return jsonResponse(operation, example.status, answerText(adapted), filling.now);
}

/** What the stream carries, event by event. */
function answerEvents(asked: Asked, example: PreparedExample): AnswerText[] {
  const { operation, exchange } = asked;
  const { protocol, ownedFields } = operation;
  const documented = operation.documented(example);
  const adapted = adapt(protocol, exchange.body as Json, documented);
  if (adapted === undefined && documented.events) {
    const filling = fillingFor(asked, () => documented.content);
    return documented.events.map((event) => event.fill(filling));
  }
  const answer = adapted ?? cloneJson(documented.body);
  const filling = fillingFor(asked, () => protocol?.read(answer));
  fillOwnedFields(answer, ownedFields.body, filling);
  const events = protocol?.toEvents(answer, exchange.body as Json) ?? [];
  for (const event of events) fillOwnedFields(event, ownedFields.event, filling);
  return events.map(answerText);
}

function streamAnswer(asked: Asked, example: PreparedExample): MockResponse {
  const { state, operation, exchange } = asked;
  const { protocol, prepared } = operation;
  const { stream } = prepared;
  if (!stream) throw new RefusedRequest({ status: 500, message: `${prepared.id} has no stream` });
  const events = answerEvents(asked, example);
  const { preferences, request } = exchange;
  const body = streamEvents({
    events,
    framing: stream,
    pace: paceOf(preferences, state.options),
    errorEvent: (sent) => protocol?.errorEvent('the stream was interrupted on request', sent) ?? {},
    signal: request.signal,
    ...(preferences.streamFault && { fault: preferences.streamFault }),
  });
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    ...operation.headers(example.status, events[0] ?? answerText(null), state.now()),
  };
  return { status: example.status, headers, body };
}

function paceOf({ ttft, tps }: Preferences, { tokensPerSecond, firstTokenMs }: { tokensPerSecond: number; firstTokenMs?: number }): Pace {
  const between = 1000 / (tps ?? tokensPerSecond);
  return { first: ttft ?? firstTokenMs ?? between, between };
}

async function dynamicAnswer({ state, operation, exchange }: Asked): Promise<MockResponse> {
  const prism = await loadPrism(state);
  const { status, body } = await prism.generate(operation.prepared.id, exchange);
  return jsonResponse(operation, status, answerText(body), state.now());
}
