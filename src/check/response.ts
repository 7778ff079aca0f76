/** Checks the response to a request: its status, its media type, its body or the events of its stream. */

import { declaredResponse } from '../contract/judge/declared-response.js';
import { explain } from '../contract/judge/explain.js';
import { saysNothing } from '../contract/judge/filled.js';
import { halfCharacterIn, wholeCharacters } from '../contract/judge/half-character.js';
import type { Validate } from '../contract/judge/validate.js';
import { judgeValue } from '../contract/judge/value.js';
import { type JudgedWarning, nullMember } from '../contract/judge/warning.js';
import { formatPointer, getAt, lookAt, parsePointer } from '../contract/pointer.js';
import type { Json } from '../contract/prepared/json.js';
import type { PreparedContract, PreparedOperation, PreparedResponse } from '../contract/prepared.js';
import type { Flaw } from '../http/bytes/utf8.js';
import { readJson, type UnreadableJsonError } from '../http/json/json-text.js';
import { mayHoldHalf } from '../http/json/whole-characters.js';
import type { AnswerCheck } from './asked/asked.js';
import type { Misfit } from './asked/said/misfit.js';
import { doubledMember } from './doubled-member.js';
import { type ExchangePart, type Finding, findingOf } from './findings/violation.js';
import { notJson } from './not-json.js';
import { ParsedBody } from './parsed-body.js';
import { statusWordFindings } from './status-words.js';
import { aroundFlaw, checkStream, type StreamCheck, type StreamContract } from './stream.js';

export interface ResponseContract {
  operation: PreparedOperation;
  /** Whether the request asks for a stream; undefined where its body is not known. */
  wantsStream: boolean | undefined;
  /** Dialects in which an error may come. */
  dialects: readonly string[];
  contract: Pick<PreparedContract, 'dialects' | 'errors'>;
  validators: Readonly<Record<string, Validate>>;
  /** Components that events of streams are instances of, by protocol. */
  events: Readonly<Record<string, string>>;
  /** Begin to follow a stream, by protocol. */
  orders: Readonly<Record<string, StreamContract['order']>>;
  /** Begins to check whether an answer keeps what was asked for; absent where that is not known. */
  asked?: ((isStream: boolean, tell: (misfit: Misfit) => void) => AnswerCheck) | undefined;
  /** Whether there is a body to check: the response to HEAD has none. */
  hasBody: boolean;
  /** Called for what is borne with. */
  warn(warning: JudgedWarning, part: ExchangePart): void;
}

export interface ResponseHead {
  status: number;
  /** Without its parameters, in lower case; empty where there is none. */
  mediaType: string;
  /** As the head names it; UTF-8 where it names none. */
  charset: string;
}

const eventStream = 'text/event-stream';

const typePlace = { part: 'response', in: 'header', pointer: '/content-type' } as const;

/** Findings in status and media type. */
export function checkHead({ operation, wantsStream, hasBody }: ResponseContract, { status, mediaType, charset }: ResponseHead): Finding[] {
  const declared = declaredResponse(operation, status);
  if (!declared) {
    const statuses = Object.keys(operation.responses).filter((name) => name !== 'default');
    return [findingOf({ part: 'response', in: 'status' }, 'status', `must be one of ${statuses.join(', ')}`, status)];
  }
  const streams = declared.mediaTypes.includes(eventStream);
  const allowed =
    wantsStream === undefined || !streams
      ? declared.mediaTypes
      : declared.mediaTypes.filter((type) => (type === eventStream) === wantsStream);
  if (!hasBody || allowed.length === 0) return [];
  // JSON and events have no other, and plain ASCII is a part of it.
  if (allowed.includes(mediaType))
    return charset === 'utf-8' || /^(?:utf-?8|us-ascii)$/i.test(charset)
      ? []
      : [findingOf(typePlace, 'content-type', 'must name no charset but UTF-8', charset)];
  const reason = streams && wantsStream !== undefined ? `, since the request asks for ${wantsStream ? 'a' : 'no'} stream` : '';
  return [findingOf(typePlace, 'content-type', `must be ${allowed.join(' or ')}${reason}`, mediaType || undefined)];
}

/** Whether a body is an error in one of the dialects. */
function speaks({ contract, validators }: ResponseContract, dialects: readonly string[], body: unknown): boolean {
  const fits = (schema: string): boolean => {
    const validate = validators[`schema_${schema}`];
    return validate !== undefined && judgeValue(validate, body).errors.length === 0;
  };
  return dialects.some((name) => contract.dialects[name]?.schemas.some(fits));
}

/** Findings in the bytes of a JSON body. */
export function flawFindings(flaws: ReadonlySet<Flaw>, text: string): Finding[] {
  const place = { part: 'response', in: 'body' } as const;
  const findings = flaws.has('bytes') ? [findingOf(place, 'utf-8', 'must be UTF-8', aroundFlaw(text))] : [];
  return flaws.has('mark') ? [...findings, findingOf(place, 'json', 'must not begin with a byte order mark', text)] : findings;
}

export interface JudgedBody {
  findings: Finding[];
  /** As it counts. */
  body?: unknown;
  /** As it came; absent for what is no JSON. */
  read?: ParsedBody;
}

const bodyPlace = { part: 'response', in: 'body' } as const;

/** Findings in a JSON body. @param given as it came, or parsed */
export function checkBody(expected: ResponseContract, { status }: ResponseHead, given: string | ParsedBody): JudgedBody {
  const declared = declaredResponse(expected.operation, status);
  if (!declared || declared.mediaTypes.length === 0) return { findings: [] };
  let read: ParsedBody;
  try {
    read = given instanceof ParsedBody ? given : new ParsedBody(readJson(given));
  } catch (error) {
    return { findings: [notJson(bodyPlace, error as UnreadableJsonError, given as string)] };
  }
  const judged = judgeBody(expected, declared, status, read.value);
  if (given instanceof ParsedBody || mayHoldHalf(given)) {
    const half = halfCharacterIn(read.value);
    if (half) judged.findings.push(findingOf({ ...bodyPlace, pointer: half.pointer }, 'utf-8', wholeCharacters, half.text));
  }
  const doubled = typeof given === 'string' ? doubledMember(given, read.value) : undefined;
  if (doubled !== undefined) judged.findings.push(findingOf(bodyPlace, 'json', 'must have each member of an object once', doubled));
  judged.read = read;
  return judged;
}

/** Whether an answer of the operation may be a list; then an error may come in one, too, as Google's do. */
function isListed({ operation, validators }: ResponseContract): boolean {
  const validator = declaredResponse(operation, 200)?.validator;
  return validator !== undefined && validators[validator]?.([]) === true;
}

function judgeBody(expected: ResponseContract, declared: PreparedResponse, status: number, body: unknown): JudgedBody {
  if (status >= 400 && Array.isArray(body) && body.length === 1 && isListed(expected))
    return { ...judgeBody(expected, declared, status, body[0]), body };
  const validate = declared.validator === undefined ? undefined : expected.validators[declared.validator];
  const judged = validate && judgeValue(validate, body);
  const isValid = !judged || judged.errors.length === 0;
  const other = status >= 400 && expected.dialects.length > 0 ? otherDialect(expected, expected.dialects, body) : undefined;
  if (other !== undefined || (status >= 400 && expected.dialects.length > 0 && !speaks(expected, expected.dialects, body))) {
    const spoken = other === undefined ? Object.keys(expected.contract.dialects).filter((name) => speaks(expected, [name], body)) : [other];
    const wanted = `must be an error in the dialect ${expected.dialects.join(' or ')}`;
    if (spoken.length > 0 || isValid) {
      const { got, ...finding } = findingOf(bodyPlace, 'dialect', wanted, body);
      return { findings: [{ ...finding, got: spoken.length > 0 ? `the dialect ${spoken.join(' or ')}` : got }], body };
    }
  }
  if (!judged) return { findings: [], body };
  const isAnswer = status < 400 && isValid;
  const mayTellError = status < 400 && hasMessage(expected, body);
  // That is why it lacks what an answer has, which need not be told besides.
  if (mayTellError && isNothingButError(expected, body)) {
    return { findings: [findingOf(bodyPlace, 'dialect', `must be an answer, not an error, since the status is ${status}`, body)], body };
  }
  const findings: Finding[] = [];
  for (const pointer of judged.nulls) expected.warn(nullMember('body', pointer), 'response');
  for (const violation of explain(judged.errors, judged.value, 'body')) findings.push({ ...violation, part: 'response' });
  if (status >= 400) {
    findings.push(...repeatedStatus(expected, status, judged.value), ...emptyMessage(expected, judged.value));
    findings.push(...statusWordFindings(expected.contract, expected.dialects, status, judged.value));
  }
  if (mayTellError && isValid) findings.push(...errorBeside(expected, judged.value));
  if (isAnswer) findings.push(...asOneEvent(expected, declared, judged.value as Json), ...asAsked(expected, judged.value as Json));
  return { findings, body: judged.value };
}

const membersByContract = new WeakMap<object, Map<string, ReadonlySet<string>>>();

/** Pointers to the members that documented errors of a dialect have. */
function membersOf(contract: ResponseContract['contract'], dialect: string): ReadonlySet<string> {
  const known = membersByContract.get(contract) ?? new Map<string, ReadonlySet<string>>();
  membersByContract.set(contract, known);
  const bodies = Object.values(contract.errors[dialect] ?? {}).flatMap((errors) => errors.map(({ body }) => body));
  const members = known.get(dialect) ?? new Set(bodies.flatMap((body) => membersIn(body)));
  known.set(dialect, members);
  return members;
}

function membersIn(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => [`${at}/${name}`, ...membersIn(member, `${at}/${name}`)]);
}

/** The dialect that a body rather speaks than one of these, all of which take members that they do not know. */
function otherDialect(expected: ResponseContract, dialects: readonly string[], body: unknown): string | undefined {
  const members = membersIn(body);
  const isKnownTo = (name: string) => members.every((member) => membersOf(expected.contract, name).has(member));
  if (members.length === 0 || dialects.some(isKnownTo)) return undefined;
  return Object.keys(expected.contract.dialects).find((name) => isKnownTo(name) && speaks(expected, [name], body));
}

/** Whether a body has what errors of these dialects say; few answers have. */
const hasMessage = ({ contract, dialects }: ResponseContract, body: unknown): boolean =>
  dialects.some((name) => contract.dialects[name]?.message.some((pointer) => lookAt(body, pointer) !== undefined));

const answersHave = ({ examples }: ResponseContract['operation'], member: string): boolean =>
  examples.some(({ status, body }) => status < 400 && typeof body === 'object' && body !== null && Object.hasOwn(body, member));

/** Whether a body has members of an error and none of an answer. */
function isNothingButError({ contract, dialects, operation }: ResponseContract, body: unknown): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  return dialects.some((name) => {
    if (!contract.dialects[name]?.message.some((pointer) => lookAt(body, pointer) !== undefined)) return false;
    const { message = [], type, code, status, field, requestId } = contract.dialects[name] ?? {};
    const envelope = [...message, type, code, status, field, requestId].flatMap((pointer) => (pointer ? [parsePointer(pointer)[0]] : []));
    // What else it has may be the server's own, if it is no member of an answer.
    return Object.keys(body).every((member) => envelope.includes(member) || !answersHave(operation, member));
  });
}

/** The error of a dialect in an answer that has all that it is to have, and no place for one. Jobs, which may have failed, are followed. */
function errorBeside({ contract, dialects, operation }: ResponseContract, body: unknown): Finding[] {
  const role = operation.task?.role;
  if (role === 'query' || role === 'result') return [];
  return dialects.flatMap((name) => {
    const { message = [] } = contract.dialects[name] ?? {};
    const told = message.filter((pointer) => isText(lookAt(body, pointer)));
    if (told.length === 0) return [];
    // What stands by itself, such as a message, says nothing of an error.
    const [envelope] = message.map(parsePointer).find((parts) => parts.length > 1) ?? [];
    if (envelope === undefined || !told.some((pointer) => parsePointer(pointer)[0] === envelope)) return [];
    const pointer = formatPointer([envelope]);
    // A member of the documented answers is theirs to tell.
    if (operation.examples.some((example) => example.status < 400 && getAt(example.body, pointer) !== undefined)) return [];
    return [findingOf({ ...bodyPlace, pointer }, 'dialect', 'must not be there beside an answer', lookAt(body, pointer))];
  });
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** An error that names another status than it has. */
function repeatedStatus({ contract, dialects }: ResponseContract, status: number, body: unknown): Finding[] {
  return dialects.flatMap((name) => {
    const pointer = contract.dialects[name]?.status;
    const told = pointer === undefined ? undefined : getAt(body, pointer);
    if (pointer === undefined || typeof told !== 'number' || told === status) return [];
    return [findingOf({ part: 'response', in: 'body', pointer }, 'dialect', `must be the status of the response, ${status}`, told)];
  });
}

/** An error that says nothing. */
function emptyMessage({ contract, dialects }: ResponseContract, body: unknown): Finding[] {
  const pointers = dialects.flatMap((name) => contract.dialects[name]?.message ?? []);
  const said = pointers.filter((pointer) => typeof lookAt(body, pointer) === 'string');
  const [pointer] = said;
  if (pointer === undefined || said.some((one) => !saysNothing(String(lookAt(body, one))))) return [];
  return [findingOf({ ...bodyPlace, pointer }, 'dialect', 'must say what went wrong', lookAt(body, pointer))];
}

/** An answer that has the form of an event has what the only event of a stream has. */
function asOneEvent({ operation, orders, events }: ResponseContract, { validator }: PreparedResponse, body: Json): Finding[] {
  const { protocol = '' } = operation;
  const event = events[protocol];
  // Some protocols answer with a list of what would be the events.
  const isList = Array.isArray(body) && operation.stream !== undefined;
  if (event === undefined || !(isList || validator === `schema_${event}`)) return [];
  const findings: Finding[] = [];
  const following = orders[protocol]?.(({ event: number, pointer, keyword, expected, got }) => {
    const at = isList && pointer !== '' ? `/${number - 1}${pointer}` : pointer;
    findings.push(findingOf({ part: 'response', in: 'body', pointer: at }, keyword, expected, got));
  });
  for (const one of isList ? body : [body]) following?.follow(one);
  following?.end();
  return findings;
}

/** A whole answer, or one that is a list of what would be events, keeps what was asked for. */
function asAsked({ operation, asked }: ResponseContract, body: Json): Finding[] {
  const isList = Array.isArray(body) && operation.stream !== undefined;
  const findings: Finding[] = [];
  const following = asked?.(isList, ({ event, pointer, expected, got }) => {
    const at = isList ? `/${event - 1}${pointer}` : pointer;
    findings.push(findingOf({ ...bodyPlace, pointer: at }, 'x-asked', expected, got));
  });
  for (const one of isList ? body : [body]) following?.follow(one);
  following?.end();
  return findings;
}

/** Starts the check of a stream. */
export function checkEvents(expected: ResponseContract, report: (finding: Finding) => void): StreamCheck | undefined {
  const { operation, validators, orders, asked, dialects } = expected;
  const { stream, protocol } = operation;
  if (!stream) return undefined;
  return checkStream(
    {
      stream,
      protocol,
      order: orders[protocol ?? ''],
      asked: asked && ((tell) => asked(true, tell)),
      validate: validators[`schema_${stream.event}`],
      isError: (body) => speaks(expected, dialects, body) && otherDialect(expected, dialects, body) === undefined,
      isBareError: (body) => isNothingButError(expected, body),
      errorFindings: (body) => emptyMessage(expected, body),
      warn: (warning) => expected.warn(warning, 'stream'),
    },
    report,
  );
}

/** The head as it counts: an error in place of a stream may have the media type that the stream would have had, as Google's have. */
export function countedHead({ operation, wantsStream, warn }: ResponseContract, head: ResponseHead): ResponseHead {
  const [mediaType, ...others] = declaredResponse(operation, head.status)?.mediaTypes ?? [];
  const isNamedAsStream = head.status >= 400 && wantsStream === true && isEventStream(head);
  if (!isNamedAsStream || mediaType === undefined || others.length > 0) return head;
  const [expected, got] = [`must be ${mediaType}`, `string ${JSON.stringify(head.mediaType)}`];
  const place = { in: typePlace.in, pointer: typePlace.pointer };
  warn({ ...place, keyword: 'content-type', expected, got, message: `${expected}, since an error is no stream` }, 'response');
  return { ...head, mediaType };
}

export const isEventStream = ({ mediaType }: ResponseHead): boolean => mediaType === eventStream;
