/** A recorded response as the answer of a scenario. */
import { createParser } from 'eventsource-parser';
import { dialectOf } from '../../contract/errors/dialect.js';
import { getAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedContract, PreparedOperation } from '../../contract/prepared.js';
import { readJson } from '../../http/json/json-text.js';
import type { AnswerPart, Finish, Protocol } from '../../protocols/index.js';
import { type RecordedResponse, textOf } from '../../recording/recording.js';
import type { Answer, CallContent, ContentAnswer, ErrorAnswer, PartContent } from '../../scenarios/scenario.js';

/** What no scenario can say. The message ends the sentence "it is kept as a recording: ...". */
export class Unsayable extends Error {}

/** What an answer is read by. */
export interface AnswerContext {
  contract: PreparedContract;
  operation: PreparedOperation;
  /** Name of the chat protocol. */
  protocol: string;
  reader: Protocol;
  /** Body of the request. */
  request: Json;
}

/** @throws Unsayable */
export function answerOf(response: RecordedResponse, context: AnswerContext): Answer {
  if (response.ended !== 'end') throw new Unsayable('its response broke');
  return response.status >= 400 ? errorOf(response, context) : contentOf(response, context);
}

function errorOf(response: RecordedResponse, { contract, operation, request }: AnswerContext): ErrorAnswer {
  const { status, headers } = response;
  const dialect = contract.dialects[dialectOf(operation, request)];
  const body = jsonOf(textOf(response) ?? '');
  const at = (pointer: string | undefined) => (pointer === undefined ? undefined : getAt(body, pointer));
  const message = dialect?.message.map(at).find((found) => typeof found === 'string');
  if (typeof message !== 'string') throw new Unsayable('its error is in another form than that of its path');
  const [type, code] = [at(dialect?.type), at(dialect?.code)];
  const wait = Number(headers['retry-after']);
  return {
    error: {
      status,
      message: escaped(message),
      ...(typeof type === 'string' && { type }),
      ...((typeof code === 'string' || typeof code === 'number') && { code }),
      ...(wait > 0 && { retryAfterSeconds: wait }),
    },
  };
}

function contentOf(response: RecordedResponse, context: AnswerContext): ContentAnswer {
  const { protocol, reader } = context;
  const answer = wholeAnswer(response, context);
  if (reader.choices(answer) > 1) throw new Unsayable('it has several alternatives');
  const parts = reader.parts(answer);
  if (parts.some((part) => 'image' in part && part.image.startsWith('data:'))) throw new Unsayable('it holds a picture');
  const finish = finishOf(answer, parts, reader);
  return { ...inShort(parts.map((part) => partOf(part, protocol))), ...(finish && { finish }) };
}

/** The answer, be it streamed or not. */
function wholeAnswer(response: RecordedResponse, { operation, reader }: AnswerContext): Json {
  const text = response.chunks?.map((chunk) => chunk.text).join('') ?? textOf(response) ?? '';
  // A HAR file has a stream as one text.
  const isStream = /^text\/event-stream/.test(response.headers['content-type'] ?? '');
  const events = isStream ? eventsOf(text, operation) : jsonOf(text);
  if (events === undefined) throw new Unsayable('its response is no JSON');
  if (!Array.isArray(events)) return events;
  if (events.some((event) => reader.errorOf(event))) throw new Unsayable('its stream ends with an error');
  return reader.fromEvents(events);
}

function eventsOf(text: string, { stream }: PreparedOperation): Json[] | undefined {
  const events: (Json | undefined)[] = [];
  const parser = createParser({
    onEvent({ data }) {
      if (data !== stream?.terminator) events.push(jsonOf(data));
    },
  });
  parser.feed(text);
  return events.includes(undefined) ? undefined : (events as Json[]);
}

function jsonOf(text: string): Json | undefined {
  try {
    return readJson(text) as Json;
  } catch {
    return undefined;
  }
}

const usual = (parts: readonly AnswerPart[]): Finish => (parts.some((part) => 'toolCall' in part) ? 'calls' : 'stop');

/** Why the answer ended, where that does not follow from what it says. */
function finishOf(answer: Json, parts: readonly AnswerPart[], reader: Protocol): ContentAnswer['finish'] {
  const { finishReason } = reader.read(answer);
  const says = (finish: Finish) => reader.read(reader.build(answer, { parts, finish }, () => 'id')).finishReason === finishReason;
  if (finishReason === undefined || says(usual(parts))) return undefined;
  const finish = (['stop', 'length', 'filtered'] as const).find(says);
  if (!finish) throw new Unsayable(`it ends with ${finishReason}`);
  return finish;
}

function partOf(part: AnswerPart, protocol: string): PartContent {
  if ('text' in part) return { text: escaped(part.text) };
  if ('reasoning' in part) return { reasoning: escaped(part.reasoning) };
  if ('refusal' in part) return { refusal: escaped(part.refusal) };
  if ('image' in part) return { image: escaped(part.image) };
  if ('raw' in part) return { raw: { [protocol]: escapedIn(part.raw) } };
  const { name, arguments: given } = part.toolCall;
  return { toolCall: { name, arguments: escapedIn(given) } };
}

/** In the short form where the parts stand in its order, and each but calls is there once. */
function inShort(parts: PartContent[]): ContentAnswer {
  const order = parts.map((part) => ['reasoning', 'text', 'toolCall'].findIndex((kind) => kind in part));
  const isUsual = order.every(
    (rank, index) => rank >= 0 && (index === 0 || rank > (order[index - 1] ?? 0) || (rank === 2 && order[index - 1] === 2)),
  );
  if (!isUsual) return { parts };
  if (parts.length === 0) return { text: '' };
  const toolCalls: CallContent[] = parts.flatMap((part) => ('toolCall' in part ? [part.toolCall] : []));
  const rest = Object.assign({}, ...parts.filter((part) => !('toolCall' in part))) as ContentAnswer;
  return { ...rest, ...(toolCalls.length > 0 && { toolCalls }) };
}

/** Text in which nothing is embedded. */
const escaped = (text: string): string => text.replaceAll('{$', '{$$$$');

function escapedIn(value: Json): Json {
  if (typeof value === 'string') return escaped(value);
  if (Array.isArray(value)) return value.map(escapedIn);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, escapedIn(member)]));
}
