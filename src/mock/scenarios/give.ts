/** Gives an answer of a scenario: the response that it is, or the documented one that it makes its own. */
import { cloneJson } from '../../contract/clone.js';
import { dialectOf } from '../../contract/errors/dialect.js';
import { getAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedExample } from '../../contract/prepared.js';
import { DroppedConnection, type HttpResponse, isStream } from '../../http/message.js';
import { partsOf } from '../../protocols/parts/answer.js';
import type { ScenarioMatch } from '../../scenarios/book.js';
import { carriedValue, hasNoBody, isCarried } from '../../scenarios/carried-header.js';
import { kindOf } from '../../scenarios/compile.js';
import { contentOf, isAddress } from '../../scenarios/content.js';
import type {
  Answer,
  ContentAnswer,
  ErrorAnswer,
  JobAnswer,
  MediaAnswer,
  ResponseAnswer,
  Delivery as WrittenDelivery,
} from '../../scenarios/scenario.js';
import { builtAnswer } from '../adaptation/built-answers.js';
import { idsOfTurn } from '../adaptation/calls.js';
import { sleep } from '../answer/pauses.js';
import type { Steps } from '../answer/stream.js';
import { answerText } from '../answer/template.js';
import { conversationOf, RefusedRequest } from '../engine/exchange.js';
import { chooseExample, createAnswer, type Delivery, give, paced } from '../engine/response.js';
import type { Call } from '../engine/state.js';
import { answerName, mediaTypeOfFile, ownAddresses, toBase64 } from './files.js';
import { misfitsOf } from './misfits.js';

/** A call that is answered with what somebody wrote. */
export interface PlainCall {
  call: Call;
  stream: boolean;
  warn: (text: string) => void;
  /** Where a test says of each event when it is sent. */
  steps?: Steps;
}

/** A call that a scenario answers. */
export interface OwnCall extends PlainCall {
  match: ScenarioMatch;
}

/** The response; `undefined` where the request is to go on. */
export async function giveAnswer(own: OwnCall, answer: Answer): Promise<HttpResponse | undefined> {
  const { call } = own;
  if (answer.latencyMs !== undefined) call.exchange.latencyMs = answer.latencyMs;
  switch (kindOf(answer)) {
    case 'passThrough':
      return undefined;
    case 'error':
      throw refusalOf(answer as ErrorAnswer);
    case 'response':
      return withFault(own, answer, responseAsWritten(own, (answer as ResponseAnswer).response, deliveryOf(own, answer)));
    case 'example':
      return withFault(own, answer, await documentedAnswer(own, (answer as { example: string }).example, answer));
    case 'job':
      return withFault(own, answer, await jobAnswer(own, answer as JobAnswer));
    case 'media':
      return withFault(own, answer, await mediaAnswer(own, answer as MediaAnswer));
    default:
      return withFault(own, answer, await contentAnswer(own, answer as ContentAnswer));
  }
}

function refusalOf({ error }: ErrorAnswer): RefusedRequest {
  const { status, message, type, code, retryAfterSeconds } = typeof error === 'number' ? { status: error } : error;
  return new RefusedRequest({
    status,
    ...(message !== undefined && { message }),
    ...(type !== undefined && { type }),
    ...(code !== undefined && { code }),
    ...(retryAfterSeconds !== undefined && { headers: { 'retry-after': String(retryAfterSeconds) } }),
  });
}

const deliveryOf = ({ steps, warn }: PlainCall, { pace, fault }: WrittenDelivery): Delivery => ({
  ...(steps && { steps }),
  ...(pace && { pace }),
  ...(fault && {
    fault: {
      afterEvents: 0,
      ...fault,
      missed: (events) => warn(`nothing goes wrong after ${fault.afterEvents} events, since the stream has ${events}`),
    },
  }),
});

/** Faults of a response that is no stream, which has them in its events. */
function withFault({ call }: OwnCall, { fault }: WrittenDelivery, response: HttpResponse): HttpResponse {
  if (!fault || isStream(response.body)) return response;
  if (fault.kind !== 'cut') call.exchange.ending.fault = fault.kind;
  if (fault.kind === 'error') {
    const { message, type } = fault;
    throw new RefusedRequest({
      status: statusOf(call, type),
      ...(message !== undefined && { message }),
      ...(type !== undefined && { type }),
    });
  }
  const { 'content-length': _, ...headers } = response.headers;
  return { ...response, headers, body: fault.kind === 'cut' ? halfOf(response.body) : nothing(call.exchange.request.signal) };
}

/** The status that goes with a type of error in the dialect of the operation; 500 where none does. */
function statusOf({ state, operation, exchange }: Call, type: string | undefined): number {
  const spoken = dialectOf(operation.prepared, exchange.body);
  const dialect = state.contract.dialects[spoken];
  const byStatus = Object.entries(dialect?.types ?? {}).find(([status, name]) => name === type && /^\d+$/.test(status));
  if (byStatus) return Number(byStatus[0]);
  const at = dialect?.type;
  const documented = Object.entries(state.contract.errors[spoken] ?? {}).find(
    ([, errors]) => at !== undefined && errors.some(({ body }) => getAt(body, at) === type),
  );
  return Number(documented?.[0] ?? 500);
}

async function* halfOf(body: HttpResponse['body']): AsyncGenerator<string | Uint8Array> {
  if (typeof body === 'string' || body instanceof Uint8Array) yield body.slice(0, Math.ceil(body.length / 2));
  throw new DroppedConnection();
}

// biome-ignore lint/correctness/useYield: nothing ever comes.
async function* nothing(signal: AbortSignal | undefined): AsyncGenerator<string> {
  await sleep(Number.POSITIVE_INFINITY, signal);
}

function responseAsWritten(
  { call, warn }: OwnCall,
  { status = 200, headers = {}, body, text, events }: ResponseAnswer['response'],
  delivery: Delivery,
): HttpResponse {
  const given = Object.fromEntries(
    Object.entries(headers).flatMap(([name, written]) => {
      // A value that was one expression has the type of what it stands for.
      const value = typeof written === 'string' ? written : JSON.stringify(written);
      if (!isCarried(name, value)) warn(`the header ${name} is none that can be sent as it is: ? stands for what it cannot have`);
      return isCarried(name, '') ? [[name.toLowerCase(), carriedValue(value)]] : [];
    }),
  );
  if (hasNoBody(status)) return { status, headers: given, body: null };
  const response = (mediaType: string, content: HttpResponse['body']): HttpResponse => ({
    status,
    headers: { 'content-type': mediaType, ...given },
    body: content,
  });
  if (events) {
    // The word that ends a stream may be written too: it comes once, and is no JSON.
    const said = events.filter((event) => event !== call.operation.prepared.stream?.terminator);
    return response('text/event-stream', paced(call, said.map(answerText), delivery));
  }
  if (body !== undefined) return response('application/json', JSON.stringify(body));
  if (text !== undefined) return response('text/plain; charset=utf-8', text);
  return { status, headers: given, body: null };
}

/** The documented answer of that name, or the one that the request is like. */
async function documentedAnswer(own: PlainCall, name: string | undefined, answer: WrittenDelivery): Promise<HttpResponse> {
  const { call, stream } = own;
  const { exchange } = call;
  const stated = exchange.preferences;
  // As if the request had asked for it.
  if (name !== undefined) exchange.preferences = { ...stated, example: name };
  const response = await createAnswer(call, chooseExample(call, stream), stream, deliveryOf(own, answer));
  exchange.preferences = stated;
  return response;
}

/** The documented answer that serves as frame. */
function frameOf({ call, stream }: OwnCall): PreparedExample {
  const example = chooseExample(call, stream);
  if (!example) throw new RefusedRequest({ status: 500, message: `the contract has no example of ${call.operation.prepared.id}` });
  return example;
}

async function contentAnswer(own: OwnCall, answer: ContentAnswer): Promise<HttpResponse> {
  const { call, match, stream, warn } = own;
  const { operation, exchange } = call;
  const { protocol, prepared } = operation;
  if (!protocol || prepared.protocol === undefined)
    throw new RefusedRequest({ status: 500, message: `${match.scenario.name} answers with words, which ${prepared.id} has no place for` });
  const conversation = conversationOf(exchange, protocol);
  const { files } = match.scenario;
  const images = await imagesOf(own, answer);
  const content = contentOf(answer, {
    protocol: prepared.protocol,
    conversation,
    warn,
    textOf: (file) => (files ? files.text(file) : ''),
    imageOf: (image) => images.get(image) ?? image,
  });
  for (const misfit of await misfitsOf(content, conversation)) warn(misfit);
  const example = frameOf(own);
  const { choices, sealed = false } = conversation.wishes;
  const newId = idsOfTurn(conversation, partsOf(content.parts, 'toolCall').length, exchange.chance);
  const built = builtAnswer({ protocol, operation, frame: example, content: { ...content, sealed }, choices, newId });
  return give(call, example, built, stream, { ...deliveryOf(own, answer), media: [], ...(answer.usage && { tokens: answer.usage }) });
}

/** The pictures of files, as data URLs. */
async function imagesOf({ match }: OwnCall, { images = [], parts = [] }: ContentAnswer): Promise<Map<string, string>> {
  const { files } = match.scenario;
  const named = [...images, ...parts.flatMap((part) => ('image' in part ? [part.image] : []))].filter((image) => !isAddress(image));
  return new Map(
    await Promise.all(
      named.map(
        async (file) => [file, files ? `data:${mediaTypeOfFile(file)};base64,${toBase64(await files.bytes(file))}` : file] as const,
      ),
    ),
  );
}

async function mediaAnswer(own: OwnCall, answer: MediaAnswer): Promise<HttpResponse> {
  const { call, match, stream } = own;
  const example = frameOf(own);
  const { files } = match.scenario;
  const addresses = ownAddresses(answer.media, answerName(match.scenario.name, match.index), call.exchange.request.origin);
  const body = cloneJson(call.operation.documented(example).body);
  // Where the answer has bytes in place of an address, those of a file are at hand.
  const media = await Promise.all(
    answer.media.map(async (one, position) =>
      isAddress(one) || !files || !holdsBytes(call, body)
        ? (addresses[position] ?? one)
        : `data:${mediaTypeOfFile(one)};base64,${toBase64(await files.bytes(one))}`,
    ),
  );
  return give(call, example, body, stream, { ...deliveryOf(own, answer), media });
}

/** Whether the results of an answer are bytes, not addresses. */
const holdsBytes = ({ operation }: Call, body: Json): boolean =>
  operation.ownedFields.body.some(({ pointer, owned }) => ('media' in owned || 'type' in owned) && hasBytesAt(body, pointer));

function hasBytesAt(body: Json, pointer: string): boolean {
  const value = getAt(body, pointer.replaceAll('/*', '/0'));
  return typeof value === 'string' && !/^[a-z]+:\/\//i.test(value);
}

/** The documented answer, or the beginning of a job that goes as its source says. */
export async function giveDocumented(own: PlainCall, source: string | undefined): Promise<HttpResponse> {
  const { call, stream } = own;
  const begun = source === undefined ? undefined : await call.state.jobs.answer(call, chooseExample(call, stream), { source });
  return begun ?? documentedAnswer(own, undefined, {});
}

async function jobAnswer(own: OwnCall, answer: JobAnswer): Promise<HttpResponse> {
  const { call, match, stream } = own;
  const { job } = answer;
  const plan = {
    source: answerName(match.scenario.name, match.index),
    ...(job.end !== undefined && { end: job.end }),
    ...(job.seconds !== undefined && { seconds: job.seconds }),
    ...(job.polls !== undefined && { polls: job.polls }),
    ...(job.at !== undefined && { at: job.at }),
  };
  const response = await call.state.jobs.answer(call, chooseExample(call, stream), plan);
  return response ?? documentedAnswer(own, undefined, answer);
}
