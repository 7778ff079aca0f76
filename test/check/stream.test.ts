/** The check of a stream, on streams of three lines. */
import { describe, expect, test } from 'vitest';
import { compileOrder } from '../../src/check/order/follow.js';
import { checkStream, type StreamContract } from '../../src/check/stream.js';
import type { Validate } from '../../src/contract/judge/validate.js';

/** An event is an object with a number `n`. */
const validate: Validate = (value) => {
  const valid = typeof (value as { n?: unknown }).n === 'number';
  validate.errors = valid ? null : [{ keyword: 'type', instancePath: '/n', params: { type: 'number' } }];
  return valid;
};

const plain: StreamContract = {
  stream: { when: '', event: 'Event', framing: 'data', terminator: 'END' },
  protocol: undefined,
  validate,
  isError: () => false,
  warn() {},
};
const named: StreamContract = { ...plain, stream: { when: '', event: 'Event', framing: 'event' } };

function findings(contract: StreamContract, ...texts: string[]): string[] {
  const found: string[] = [];
  const check = checkStream(contract, ({ in: place, pointer, expected, got }) => found.push(`${place}${pointer} ${expected}, got ${got}`));
  for (const text of texts) check.write(text);
  check.end();
  return found;
}

describe('unnamed events with a terminator', () => {
  test.each<[string, string[], string[]]>([
    ['a whole stream', ['data: {"n":1}\n\ndata: {"n":2}\n\n', 'data: END\n\n'], []],
    ['comments, ids and other line ends', [': hello\r\n\r\nid: 7\r\ndata: {"n":1}\r\n\r\ndata: END\r\n\r\n'], []],
    ['pieces of any length', ['da', 'ta: {"n"', ':1}\n', '\ndata: EN', 'D\n\n'], []],
    ['a wrong event', ['data: {"n":"x"}\n\ndata: END\n\n'], ['event 1/n must be number, got string "x"']],
    ['the same mistake twice', ['data: {"n":"x"}\n\ndata: {"n":"y"}\n\ndata: END\n\n'], ['event 1/n must be number, got string "x"']],
    [
      'no JSON',
      ['data: {"n":1\n\ndata: END\n\n'],
      ['event 1 must be JSON, got what ends too early, at line 1, column 7: string "{\\"n\\":1"'],
    ],
    ['a name', ['event: a\ndata: {"n":1}\n\ndata: END\n\n'], ['event 1 must have no name, got string "a"']],
    ['fields that nobody knows', ['foo: bar\nbaz\nretry: soon\ndata: {"n":1}\n\ndata: END\n\n'], []],
    ['the name that events have without one', ['event: message\ndata: {"n":1}\n\ndata: END\n\n'], []],
    ['carriage returns as line ends', ['data: {"n":1}\r\rdata: END\r', '\r'], []],
    ['line ends of every kind', ['data: {"n":1}\r\n\rdata: {"n":2}\n\r\ndata: END\r\n\n'], []],
    ['a byte order mark', ['\uFEFFdata: {"n":1}\n\ndata: END\n\n'], []],
    ['data in several lines', ['data: {"n":\ndata:1}\n\ndata: END\n\n'], []],
    ['no empty line at the end', ['data: {"n":1}\n\ndata: END\n'], []],
    ['no line end at the end', ['data: {"n":1}\n\ndata: END'], []],
    ['no terminator', ['data: {"n":1}\n\n'], ['event 2 must come, and be END, got nothing']],
    [
      'a cut terminator',
      ['data: {"n":1}\n\ndata: EN'],
      ['event 2 must be JSON, got what is none from line 1, column 1 on: string "EN"', 'event 3 must come, and be END, got nothing'],
    ],
    [
      'more after the end',
      ['data: END\n\ndata: {"n":1}\n\n'],
      ['event 2 must not come after the end of the stream, got string "{\\"n\\":1}"'],
    ],
    ['nothing', [], ['event 1 must come, and be END, got nothing']],
  ])('%s', (_, texts, expected) => {
    expect(findings(plain, ...texts)).toEqual(expected);
  });
});

describe('named events without a terminator', () => {
  test.each<[string, string, string[]]>([
    ['a whole stream', 'event: a\ndata: {"n":1,"type":"a"}\n\n', []],
    ['another name', 'event: b\ndata: {"n":1,"type":"a"}\n\n', ['event 1 must be named as its type, "a", got string "b"']],
    ['no name', 'data: {"n":1,"type":"a"}\n\n', ['event 1 must be named as its type, "a", got nothing']],
  ])('%s', (_, text, expected) => {
    expect(findings(named, text)).toEqual(expected);
  });
});

describe('a protocol that knows its last event', () => {
  const order = compileOrder({ kind: '/type', opens: ['message_start'], closes: ['message_stop'] });
  const messages: StreamContract = { ...named, protocol: 'messages', order, validate: undefined };
  const event = (type: string, more = {}) => `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`;

  test('needs it', () => {
    expect(findings(messages, event('message_start'), event('message_stop'))).toEqual([]);
    expect(findings(messages, event('message_start'))).toEqual(['event 2 must come, and be the last of the protocol, got nothing']);
  });

  test('may end with an error instead', () => {
    expect(findings(messages, event('message_start'), event('error', { error: { type: 'api_error', message: 'no' } }))).toEqual([]);
  });

  test('keeps its order', () => {
    expect(findings(messages, event('message_stop'))).toEqual(['event 1/type must come after message_start, got string "message_stop"']);
  });
});

test('an error in the dialect of the operation is no wrong event, any other object is', () => {
  const chat = { ...plain, protocol: 'chat-completions', isError: (body: unknown) => JSON.stringify(body).includes('message') };
  expect(findings(chat, 'data: {"error":{"message":"no"}}\n\n')).toEqual([]);
  expect(findings(chat, 'data: {"error":{}}\n\n')).toEqual(['event 1/n must be number, got nothing']);
});
