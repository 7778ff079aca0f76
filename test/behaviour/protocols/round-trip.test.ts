/**
 * Laws that hold for any answer. A stream carries the whole answer but for this, so that the answers here have it already:
 * - chat completions: choices and calls are numbered in order, and content parts become one text;
 * - generateContent: several candidates are numbered, and an unsealed text part runs into the next of its kind;
 * - responses: every output item has an id.
 */
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { chatCompletions } from '../../../src/protocols/chat-completions/protocol.js';
import { generateContent } from '../../../src/protocols/generate-content/protocol.js';
import { messages } from '../../../src/protocols/messages/protocol.js';
import type { BuiltContent } from '../../../src/protocols/parts/answer.js';
import { asObject, asText } from '../../../src/protocols/parts/json.js';
import type { Protocol } from '../../../src/protocols/parts/protocol.js';
import { responses } from '../../../src/protocols/responses/protocol.js';
import { runs } from '../../runs.js';

const text = fc.string({ unit: 'binary', maxLength: 40 });
const filled = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const count = fc.nat(1000);
const input = fc.dictionary(
  fc.string({ maxLength: 5 }).filter((key) => key !== '__proto__'),
  fc.jsonValue({ maxDepth: 2 }),
  { maxKeys: 3 },
);
const anyJson = fc.jsonValue().map((value) => value as Json);
const some = <T>(item: Arbitrary<T>) => fc.array(item, { maxLength: 3 });

/** A record whose last members may be missing. */
const record = (required: Record<string, Arbitrary<unknown>>, optional: Record<string, Arbitrary<unknown>> = {}) =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });

const chatChoice = record(
  {
    message: record(
      { role: fc.constant('assistant'), content: fc.option(text) },
      {
        reasoning_content: fc.option(text),
        refusal: fc.option(text),
        images: some(record({ type: fc.constant('image_url'), image_url: record({ url: text }) })),
        thinking_blocks: some(record({ type: fc.constant('thinking'), thinking: text })),
        tool_calls: some(
          record({
            id: filled,
            type: fc.constant('function'),
            function: record({ name: filled, arguments: input.map((value) => JSON.stringify(value)) }),
          }),
        ).map((calls) => calls.map((call, index) => ({ ...call, index }))),
      },
    ),
    finish_reason: fc.constantFrom('stop', 'length', 'tool_calls'),
  },
  { logprobs: fc.constant(null) },
);

const chatAnswer = record(
  {
    id: filled,
    object: fc.constant('chat.completion'),
    created: count,
    model: filled,
    choices: some(chatChoice).map((choices) => choices.map((choice, index) => ({ ...choice, index }))),
  },
  {
    usage: fc.option(record({ prompt_tokens: count, completion_tokens: count, total_tokens: count })),
    system_fingerprint: fc.option(text),
  },
);

const message = record(
  {
    id: filled,
    type: fc.constant('message'),
    role: fc.constant('assistant'),
    model: filled,
    content: some(
      fc.oneof(
        record({ type: fc.constant('text'), text }, { citations: fc.option(some(record({ type: fc.constant('page_location') }))) }),
        record({ type: fc.constant('thinking'), thinking: text }, { signature: text }),
        record({ type: fc.constant('redacted_thinking'), data: text }),
        record({ type: fc.constantFrom('tool_use', 'server_tool_use'), id: filled, name: filled, input }),
        record({ type: fc.constant('web_search_tool_result'), tool_use_id: filled, content: some(input) }),
      ),
    ),
    stop_reason: fc.option(filled),
    stop_sequence: fc.option(filled),
    usage: record(
      { input_tokens: count, output_tokens: count },
      {
        cache_read_input_tokens: fc.option(count),
        cache_creation: fc.option(input),
        service_tier: fc.option(filled),
        server_tool_use: fc.option(input),
        output_tokens_details: fc.option(record({ thinking_tokens: count })),
      },
    ),
  },
  { stop_details: fc.option(input), container: fc.option(input) },
);

/** Whether no unsealed text part runs into the next. */
const separable = (parts: Partial<Record<string, unknown>>[]) =>
  parts.every(({ text, thought }, index) => {
    const before = parts[index - 1];
    return text === undefined || before?.text === undefined || before.thought !== thought || before.thoughtSignature !== undefined;
  });

const candidate = record(
  {},
  {
    content: record(
      { role: fc.constant('model') },
      {
        parts: some(
          fc.oneof(
            record({ text }, { thought: fc.boolean(), thoughtSignature: filled }),
            record({ functionCall: record({ name: filled, args: input }) }, { thoughtSignature: filled }),
            record({ inlineData: record({ mimeType: filled, data: text }) }),
          ),
        ).filter(separable),
      },
    ),
    finishReason: filled,
    safetyRatings: some(input),
  },
);

const geminiAnswer = record(
  {},
  {
    candidates: some(candidate).map((candidates) =>
      candidates.length > 1 ? candidates.map((one, index) => ({ ...one, index })) : candidates,
    ),
    usageMetadata: record({}, { promptTokenCount: count, trafficType: filled }),
    promptFeedback: input,
    responseId: filled,
  },
);

const response = record(
  {
    id: filled,
    object: fc.constant('response'),
    status: fc.constantFrom('completed', 'incomplete'),
    error: fc.constant(null),
    incomplete_details: fc.option(input),
    output: some(
      fc.oneof(
        record({
          id: filled,
          type: fc.constant('message'),
          role: fc.constant('assistant'),
          status: fc.constant('completed'),
          content: some(
            fc.oneof(
              record({ type: fc.constant('output_text'), text }, { annotations: some(input), logprobs: some(input) }),
              record({ type: fc.constant('refusal'), refusal: text }),
              record({ type: fc.constant('other'), value: text }),
            ),
          ),
        }),
        record(
          { id: filled, type: fc.constant('reasoning'), summary: some(record({ type: fc.constant('summary_text'), text })) },
          { content: some(record({ type: fc.constant('reasoning_text'), text })) },
        ),
        record({
          id: filled,
          type: fc.constant('function_call'),
          status: fc.constant('completed'),
          call_id: filled,
          name: filled,
          arguments: input.map((value) => JSON.stringify(value)),
        }),
        record({ id: filled, type: fc.constant('web_search_call') }),
      ),
    ),
  },
  { completed_at: count, usage: fc.option(record({ total_tokens: count })) },
);

const cases: [string, Protocol, Arbitrary<unknown>][] = [
  ['chat completions', chatCompletions, chatAnswer],
  ['messages', messages, message],
  ['generateContent', generateContent, geminiAnswer],
  ['responses', responses, response],
];

describe.each(cases)('%s', (_, protocol, answers) => {
  const anyAnswer = answers.map((answer) => answer as Json);

  test('a stream carries the whole answer', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        expect(protocol.fromEvents(protocol.toEvents(answer, {}))).toEqual(answer);
      }),
      { numRuns: runs(500) },
    );
  });

  test('an answer is left as it was', () => {
    const content: BuiltContent = { parts: [{ text: 'x' }, { toolCall: { name: 'f', arguments: {} } }], finish: 'calls' };
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const before = structuredClone(answer);
        const events = protocol.toEvents(answer, {});
        const eventsBefore = structuredClone(events);
        protocol.fromEvents(events);
        protocol.build(answer, content, () => 'id');
        protocol.withChoices(answer, 3, () => 'id');
        expect([answer, events]).toEqual([before, eventsBefore]);
      }),
    );
  });

  test('another text is what is read, and streamed in pieces', () => {
    fc.assert(
      fc.property(anyAnswer, text, (answer, words) => {
        const changed = protocol.build(answer, { parts: [{ text: words }], finish: 'stop' }, () => 'id');
        const read = protocol.read(changed);
        expect(read).toMatchObject({ text: words, reasoning: '', toolCalls: [] });
        expect(protocol.read(protocol.fromEvents(protocol.toEvents(changed, {})))).toEqual(read);
      }),
    );
  });

  test('nothing throws on odd input', () => {
    fc.assert(
      fc.property(anyJson, fc.array(anyJson), (odd, events) => {
        protocol.conversation(protocol.canonical(odd));
        protocol.requestParts(odd);
        protocol.read(odd);
        const parts = [...protocol.parts(odd), { text: 'x' }, { toolCall: { name: 'f', arguments: odd } }];
        protocol.read(protocol.build(odd, { parts, finish: 'stop' }, () => 'id'));
        protocol.withChoices(odd, 2, () => 'id');
        protocol.toEvents(odd, odd);
        protocol.fromEvents(events);
        protocol.errorOf(odd);
      }),
    );
  });
});

/** The last event of this protocol repeats the whole answer, so that the laws above do not see the others. */
describe('responses without their last event', () => {
  const typeOf = (event: Json) => asText(asObject(event).type);

  test('have the whole output in their items', () => {
    fc.assert(
      fc.property(response, (answer) => {
        const { output } = asObject(responses.fromEvents(responses.toEvents(answer as Json, {}).slice(0, -1)));
        expect(output).toEqual(answer.output);
      }),
    );
  });

  test('have all text, reasoning and arguments in their deltas', () => {
    fc.assert(
      fc.property(response, (answer) => {
        const deltas = responses.toEvents(answer as Json, {}).filter((event) => !/\.(done|completed|incomplete)$/.test(typeOf(event)));
        const { text, reasoning, toolCalls } = responses.read(answer as Json);
        expect(responses.read(responses.fromEvents(deltas))).toMatchObject({ text, reasoning, toolCalls });
      }),
    );
  });
});
