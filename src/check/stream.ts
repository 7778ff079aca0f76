/** Checks a stream of server-sent events as it flows. */
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { explain } from '../contract/judge/explain.js';
import type { Validate } from '../contract/judge/validate.js';
import { judgeValue } from '../contract/judge/value.js';
import { type JudgedWarning, nullMember } from '../contract/judge/warning.js';
import { getAt } from '../contract/pointer.js';
import type { Json, PreparedStream } from '../contract/prepared.js';
import { readJson, UnreadableJsonError } from '../http/json-text.js';
import { streamOrders } from '../protocols/stream-order.js';
import { streamProtocols } from '../protocols/stream-protocols.js';
import { type Finding, findingOf } from './violation.js';

export interface StreamContract {
  stream: PreparedStream;
  protocol: string | undefined;
  /** Validator of the data of an event. */
  validate: Validate | undefined;
  /** Whether a body is an error in the dialect of the operation: some protocols report errors so in the middle of a stream. */
  isError(body: unknown): boolean;
  /** Called for what is borne with; the same in further events is told no more. */
  warn(warning: JudgedWarning): void;
}

export interface StreamCheck {
  /** Takes the next piece of the stream, of whatever length. */
  write(text: string): void;
  end(): void;
  /** How many came so far, without the one that only says that it ends. */
  events(): number;
}

/** @param report called for each finding, at once; the same mistake in further events is reported no more */
export function checkStream(
  { stream, protocol, validate, isError, warn }: StreamContract,
  report: (finding: Finding) => void,
): StreamCheck {
  const { errorOf, isLast } = streamProtocols[protocol ?? ''] ?? {};
  const order = streamOrders[protocol ?? '']?.();
  const seen = new Set<string>();
  let count = 0;
  let terminated = false;
  let mayEnd = stream.terminator === undefined && isLast === undefined;
  let tail = '';

  const isNew = ({ pointer, keyword, expected }: Pick<Finding, 'pointer' | 'keyword' | 'expected'>): boolean => {
    const mistake = `${pointer.replace(/\/\d+/g, '/*')} ${keyword} ${expected}`;
    if (seen.has(mistake)) return false;
    seen.add(mistake);
    return true;
  };
  const find = (finding: Finding) => {
    if (isNew(finding)) report(finding);
  };
  const breaks = (number: number, keyword: string, expected: string, got?: unknown, pointer = '') =>
    find(findingOf({ part: 'stream', in: `event ${number}`, pointer }, keyword, expected, got));

  function read({ event: name, data }: EventSourceMessage): void {
    count++;
    if (terminated) {
      breaks(count, 'end', 'must not come after the end of the stream', data);
      return;
    }
    terminated = data === stream.terminator;
    if (terminated) return;
    try {
      judge(readJson(data) as Json, name);
    } catch (error) {
      if (!(error instanceof UnreadableJsonError)) throw error;
      breaks(count, 'json', error.expected, data);
    }
  }

  function judge(given: Json, name: string | undefined): void {
    const { value, errors, nulls } = validate ? judgeValue(validate, given) : { value: given, errors: [], nulls: [] };
    const event = value as Json;
    for (const warning of nulls.map((pointer) => nullMember(`event ${count}`, pointer))) if (isNew(warning)) warn(warning);
    const type = getAt(event, '/type');
    if (stream.framing === 'event' && name !== type) breaks(count, 'event', `must be named as its type, ${JSON.stringify(type)}`, name);
    if (stream.framing === 'data' && name !== undefined) breaks(count, 'event', 'must have no name', name);
    const isFailure = errorOf?.(event) !== undefined;
    const isValid = errors.length === 0;
    if (!isValid && !(isFailure && isError(event))) {
      for (const violation of explain(errors, event, `event ${count}`)) find({ ...violation, part: 'stream' });
    }
    const misplaced = isFailure ? undefined : order?.follow(event);
    if (misplaced && isValid) breaks(count, 'order', misplaced.expected, getAt(event, misplaced.pointer), misplaced.pointer);
    mayEnd ||= isFailure || (isLast?.(event) ?? false);
  }

  const parser = createParser({
    onEvent: read,
    onError: ({ line }) => breaks(count + 1, 'line', 'must be made of the lines of server-sent events', line),
  });

  return {
    write(text) {
      parser.feed(text);
      tail = (tail + text).slice(-4);
    },
    events: () => (terminated ? count - 1 : count),
    end() {
      if (tail !== '' && !/(\n\n|\r\r|\r\n\r\n)$/.test(tail)) breaks(count + 1, 'end', 'must end with an empty line', tail);
      else if (!terminated && !mayEnd) breaks(count + 1, 'end', `must be ${stream.terminator ?? 'the last event of the protocol'}`);
    },
  };
}
