/** The protocols against the contract: every documented exchange of a chat operation. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import validators from '../../../compiled/response-validators.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import type { PreparedOperation } from '../../../src/contract/prepared.js';
import { type AnswerPart, type Finish, type Protocol, protocols, type ToolCall } from '../../../src/protocols/index.js';
import { streamReaders } from '../../../src/protocols/stream-readers.js';

interface Documented {
  name: string;
  protocol: Protocol;
  request: Json;
  answer: Json;
  /** The documented events, where the answer is a stream. */
  events?: Json[];
  answerSchema: string;
  eventSchema: string;
}

/** Components of an answer and of an event, from an operation of the protocol that has them. */
function schemasOf(protocol: string | undefined): Pick<Documented, 'answerSchema' | 'eventSchema'> {
  const operations = contract.operations.filter((operation) => operation.protocol === protocol);
  const find = (read: (operation: PreparedOperation) => string | undefined) =>
    operations.map(read).find((name) => name !== undefined) ?? '';
  return { answerSchema: find(({ responses }) => responses[200]?.components[0]), eventSchema: find(({ stream }) => stream?.event) };
}

const documented: Documented[] = contract.operations.flatMap((operation) => {
  const protocol = protocols[operation.protocol ?? ''];
  if (!protocol) return [];
  return operation.examples.map(({ name, request, body = null, events }) => {
    // Without server-sent events, Gemini answers the events as one array.
    const streamed = events ?? (Array.isArray(body) ? body : undefined);
    return {
      name: `${operation.id} ${name}`,
      protocol,
      request: request.body ?? null,
      answer: streamed ? protocol.fromEvents(streamed) : body,
      ...(streamed && { events: streamed }),
      ...schemasOf(operation.protocol),
    };
  });
});

const streams = documented.filter(({ events }) => events);

/** Why the value is no instance of the component; empty if it is one. */
function violations(component: string, value: Json): string[] {
  const validate = validators[`schema_${component}`];
  if (!validate) throw new Error(`No validator of ${component}`);
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

test('every protocol that an operation names is there, and is documented with streams', () => {
  const named = new Set(contract.operations.flatMap(({ protocol }) => protocol ?? []));
  expect(Object.keys(protocols).sort()).toEqual([...named].sort());
  expect(Object.keys(streamReaders).sort()).toEqual([...named].sort());
  expect(new Set(streams.map(({ protocol }) => protocol)).size).toBe(named.size);
});

describe.each(documented)('$name', ({ protocol, request, answer, answerSchema, eventSchema }) => {
  test('its answer becomes valid events and comes back', () => {
    const events = protocol.toEvents(answer, request);
    expect(events.flatMap((event) => violations(eventSchema, event))).toEqual([]);
    expect(events.map((event) => protocol.errorOf(event)).filter(Boolean)).toEqual([]);
    expect(protocol.fromEvents(events)).toEqual(answer);
  });

  test('its answer is read, and stays valid when changed', () => {
    const content = protocol.read(answer);
    expect(content.finishReason).toEqual(expect.any(String));
    expect(content.usage?.output).toEqual(expect.any(Number));

    const built = (parts: AnswerPart[], finish: Finish) => protocol.build(answer, { parts, finish }, () => 'free');
    const text = built([{ text: 'Hello world' }], 'stop');
    expect(violations(answerSchema, text)).toEqual([]);
    expect(protocol.read(text)).toMatchObject({ text: 'Hello world', reasoning: '', toolCalls: [] });
    expect(protocol.fromEvents(protocol.toEvents(text, request))).toEqual(text);

    const toolCall: ToolCall = { id: 'call_7', name: 'lookup', arguments: { city: 'Oslo', days: 2 } };
    const calls = built([{ reasoning: 'Look up.' }, { text: 'Let me see.' }, { toolCall }], 'calls');
    expect(violations(answerSchema, calls)).toEqual([]);
    expect(protocol.read(calls)).toMatchObject({ text: 'Let me see.', reasoning: 'Look up.', toolCalls: [toolCall] });
    expect(protocol.fromEvents(protocol.toEvents(calls, request))).toEqual(calls);

    const alternatives = protocol.withChoices(text, 3, () => 'free');
    expect(violations(answerSchema, alternatives)).toEqual([]);
    expect(protocol.fromEvents(protocol.toEvents(alternatives, request))).toEqual(alternatives);
  });

  test('its parts build an answer that says the same', () => {
    const finish = protocol.read(answer).toolCalls.length > 0 ? 'calls' : 'stop';
    const built = protocol.build(answer, { parts: protocol.parts(answer), finish }, () => 'free');
    expect(violations(answerSchema, built)).toEqual([]);
    expect({ ...protocol.read(built), usage: null }).toEqual({ ...protocol.read(answer), usage: null });
    expect(protocol.parts(built)).toEqual(protocol.parts(answer));
  });

  test('its tools are in its request', () => {
    const { tools } = protocol.conversation(request);
    const text = JSON.stringify(request);
    expect(tools.every(({ name, schema }) => text.includes(`"${name}"`) && (!schema || schema.type === 'object'))).toBe(true);
    expect(protocol.requestParts(request)).not.toEqual([]);
  });
});

describe.each(streams)('$name', ({ protocol, events = [], answer, answerSchema }) => {
  test('its events become a valid answer with all of their text', () => {
    expect(violations(answerSchema, answer)).toEqual([]);
    const { text, toolCalls } = protocol.read(answer);
    expect(text !== '' || toolCalls.length > 0 || JSON.stringify(answer).includes('image')).toBe(true);
    for (const call of toolCalls) expect(call.arguments).toEqual(expect.any(Object));
    expect(JSON.stringify(events)).toContain(
      String((answer as { id?: string; responseId?: string }).id ?? (answer as { responseId?: string }).responseId),
    );
  });
});

test.each([
  ['chat-completions', 'ErrorResponse'],
  ['messages', 'AnthropicStreamEvent'],
  ['generate-content', 'GeminiErrorResponse'],
  ['responses', 'ResponseStreamEvent'],
])('the error event of %s is a valid %s', (name, component) => {
  expect(violations(component, protocols[name]?.errorEvent({ message: 'Broken.' }, 3) ?? null)).toEqual([]);
});
