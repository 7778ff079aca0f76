/** Checks a stream of server-sent events as it flows. */

import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { explain } from '../contract/judge/explain.js';
import { halfCharacterIn, wholeCharacters } from '../contract/judge/half-character.js';
import { mostErrors, type Validate } from '../contract/judge/validate.js';
import { judgeValue } from '../contract/judge/value.js';
import { type JudgedWarning, nullMember, unknownValue } from '../contract/judge/warning.js';
import { compilePointer } from '../contract/pointer.js';
import type { Json } from '../contract/prepared/json.js';
import type { PreparedStream } from '../contract/prepared.js';
import type { Flaw } from '../http/bytes/utf8.js';
import { readJson, UnreadableJsonError } from '../http/json/json-text.js';
import { mayHoldHalf } from '../http/json/whole-characters.js';
import { streamProtocols } from '../protocols/stream-protocols.js';
import { AlikeEvents } from './alike-events.js';
import type { AnswerCheck } from './asked/asked.js';
import type { Misfit } from './asked/said/misfit.js';
import { doubledMember } from './doubled-member.js';
import { type Finding, findingOf } from './findings/violation.js';
import { notJson } from './not-json.js';
import type { Order } from './order/follow.js';
import { furtherKind } from './order/further-kind.js';

const typeOf = compilePointer('/type');

/** Characters of an event; what goes on longer than any picture that is sent in one has no end. */
const longestEvent = 64 * 2 ** 20;

/** Any that somebody may have thought of; blanks keep a connection open. */
const fieldName = /^(?:[a-z][\w-]*|\s*)$/i;

export interface StreamContract {
  stream: PreparedStream;
  protocol: string | undefined;
  /** Begins to follow the order of the events; absent where they may come in any order. */
  order?: Order | undefined;
  /** Begins to check whether the answer keeps what was asked for; absent where that is not known. */
  asked?: ((tell: (misfit: Misfit) => void) => AnswerCheck) | undefined;
  /** Validator of the data of an event. */
  validate: Validate | undefined;
  /** Whether a body is an error in the dialect of the operation: some protocols report errors so in the middle of a stream. */
  isError(body: unknown): boolean;
  /** Whether it is an error by itself, in whatever form. */
  isBareError?(body: unknown): boolean;
  /** What is wrong with an error beside its form. */
  errorFindings?(body: unknown): Finding[];
  /** Called for what is borne with; the same in further events is told no more. */
  warn(warning: JudgedWarning): void;
}

export interface StreamCheck {
  /** Takes the next piece of the stream, of whatever length; a byte order mark before it is fine. */
  write(text: string, flaw?: Flaw): void;
  end(): void;
  /** How many came so far, without the one that only says that it ends. */
  events(): number;
}

/** What stands around the first bytes that could not be read. */
export const aroundFlaw = (text: string): string => text.slice(Math.max(0, text.indexOf('\uFFFD') - 20)).slice(0, 40);

/** @param report called for each finding, at once; the same mistake in further events is reported no more */
export function checkStream(
  { stream, protocol, order, asked, validate, isError, isBareError, errorFindings, warn }: StreamContract,
  report: (finding: Finding) => void,
): StreamCheck {
  const { errorOf, isLast } = streamProtocols[protocol ?? ''] ?? {};
  const seen = new Set<string>();
  let count = 0;
  let isFirst = true;
  let terminated = false;
  let failed = false;
  let hasError = false;
  let mayEnd = stream.terminator === undefined && isLast === undefined;
  let tail = '';

  /** What was found, be it told or not. */
  let found = 0;
  const isNew = (pointer: string, keyword: string, expected: string): boolean => {
    found++;
    const mistake = `${pointer.replace(/\/\d+/g, '/*')} ${keyword} ${expected}`;
    // Where members have ever new names, nobody looks for all of them.
    if (seen.has(mistake) || seen.size >= mostErrors) return false;
    seen.add(mistake);
    return true;
  };
  const find = (finding: Finding) => {
    if (isNew(finding.pointer, finding.keyword, finding.expected)) report(finding);
  };
  const breaks = (number: number, keyword: string, expected: string, got?: unknown, pointer = '') =>
    find(findingOf({ part: 'stream', in: `event ${number}`, pointer }, keyword, expected, got));

  let isValid = true;
  // What is out of order is told once a place: what follows is out of order likewise.
  const following = order?.(({ event, pointer, keyword, expected, got }) => {
    if (isValid && isNew(pointer, keyword, expected.replace(/\d+|".*"/g, '')))
      report(findingOf({ part: 'stream', in: `event ${event}`, pointer }, keyword, expected, got));
  });

  const answer = asked?.(({ event, pointer, expected, got }) => breaks(event, 'x-asked', expected, got, pointer));
  const endAnswer = () => {
    following?.end();
    answer?.end();
  };

  const alike = answer && new AlikeEvents((path) => answer.isRepeatable(path));

  function read(message: EventSourceMessage): void {
    const { data, event: name } = message;
    count++;
    const text = terminated ? undefined : alike?.textOf(data, name);
    if (text !== undefined && !mayHoldHalf(data)) {
      following?.repeat();
      answer?.repeat(text);
      return;
    }
    if (terminated) {
      breaks(count, 'end', 'must not come after the end of the stream', data);
      return;
    }
    terminated = data === stream.terminator;
    if (terminated) {
      if (!failed) endAnswer();
      return;
    }
    try {
      const event = readJson(data) as Json;
      const before = found;
      judge(event, message);
      const half = mayHoldHalf(data) ? halfCharacterIn(event) : undefined;
      if (half) breaks(count, 'utf-8', wholeCharacters, half.text, half.pointer);
      const doubled = doubledMember(data, event);
      if (doubled !== undefined) breaks(count, 'json', 'must have each member of an object once', doubled);
      alike?.learn({ data, name, value: event }, found === before && !failed && following?.isRepeatable !== false);
    } catch (error) {
      if (!(error instanceof UnreadableJsonError)) throw error;
      // What was told in it is not known.
      failed = true;
      find(notJson({ part: 'stream', in: `event ${count}` }, error, data));
    }
  }

  function judge(given: Json, { event: name, data }: EventSourceMessage): void {
    const judged = validate && !validate(given) ? judgeValue(validate, given) : undefined;
    const event = judged ? (judged.value as Json) : given;
    for (const pointer of judged?.nulls ?? []) {
      const warning = nullMember(`event ${count}`, pointer);
      if (isNew(pointer, warning.keyword, warning.expected)) warn(warning);
    }
    if (stream.framing === 'event' && name !== typeOf(event))
      breaks(count, 'event', `must be named as its type, ${JSON.stringify(typeOf(event))}`, name);
    // To an event that has no name the standard gives this one.
    if (stream.framing === 'data' && name !== undefined && name !== 'message') breaks(count, 'event', 'must have no name', name);
    const isTold = errorOf?.(event) !== undefined;
    const mayBeStray = judged !== undefined && judged.errors.length > 0 && typeOf(event) === undefined;
    const isStray = mayBeStray && isBareError?.(event) === true && !(isTold && isError(event));
    const isFailure = isTold || isStray;
    const further = judged && order?.further ? furtherKind(judged.errors, event, order.further) : undefined;
    if (further !== undefined) {
      const warning = unknownValue(`event ${count}`, order?.further?.at ?? '', further);
      if (isNew(warning.pointer, warning.keyword, further)) warn(warning);
    }
    isValid = !judged || judged.errors.length === 0;
    if (isStray) breaks(count, 'dialect', 'must be an error as this protocol tells one in a stream', data);
    else if (judged && !isValid && further === undefined && !(isFailure && isError(event))) {
      for (const violation of explain(judged.errors, event, `event ${count}`)) find({ ...violation, part: 'stream' });
    }
    if (isFailure) for (const finding of errorFindings?.(event) ?? []) find({ ...finding, part: 'stream', in: `event ${count}` });
    const ends = isLast?.(event) ?? false;
    // The protocol may close the stream after an error, and says nothing more.
    if (hasError && !isFailure && !ends) breaks(count, 'error', 'must not come after an error', data);
    else if (isFailure && following?.isClosed) breaks(count, 'end', 'must not come after the end of the stream', data);
    hasError ||= isFailure;
    failed ||= isFailure;
    if (!isFailure) {
      following?.follow(event, further !== undefined);
      answer?.follow(event);
    }
    mayEnd ||= isFailure || ends;
  }

  // Lines of other fields, and times that are no numbers, are left out: so the standard has it. What has no name of a field is of something
  // else, such as the page of a server in between.
  let isReadable = true;
  const parser = createParser({
    onEvent: read,
    maxBufferSize: longestEvent,
    onError({ type, field = '', line }) {
      if (type === 'unknown-field' && !fieldName.test(field)) breaks(count + 1, 'line', 'must be lines of events', line);
      if (type !== 'max-buffer-size-exceeded') return;
      isReadable = false;
      failed = true;
      breaks(count + 1, 'length', `must be at most ${longestEvent} characters long`);
    },
  });

  return {
    write(text, flaw) {
      if (text === '') return;
      if (flaw === 'bytes') breaks(count + 1, 'utf-8', 'must be UTF-8', aroundFlaw(text));
      if (!isReadable) return;
      parser.feed(isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text);
      isFirst = false;
      tail = text.length > 1 ? text.slice(-2) : (tail + text).slice(-2);
    },
    events: () => (terminated ? count - 1 : count),
    end() {
      // The last event may lack the empty line: readers take it all the same.
      if (isReadable && tail !== '' && tail !== '\n\n') parser.feed('\n\n');
      if (isReadable && !terminated && !mayEnd)
        breaks(count + 1, 'end', `must come, and be ${stream.terminator ?? 'the last of the protocol'}`);
      else if (!terminated && !failed) endAnswer();
    },
  };
}
