/** Options that are unknown, wrong, or go by an old name. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkOptions } from '../../src/options/check-options.js';
import { boolean, callback, milliseconds, millisecondsOrRange, number, object, oneOf, text } from '../../src/options/kinds.js';

const kinds = {
  errorRate: number({ most: 1 }),
  polls: number({ whole: true }),
  waitMs: milliseconds,
  latencyMs: millisecondsOrRange,
  engine: oneOf('fast', 'slow'),
  strict: boolean,
  key: text,
  onEvent: callback,
  store: object,
  eventsPerSecond: number({ least: 0.001 }),
};
const check = (options: unknown) => checkOptions('make', options as object, kinds);

test('what is right passes, and what is undefined is left out', () => {
  const options = { errorRate: 0.5, latencyMs: [1, 1], engine: 'slow', strict: false, key: 'k', onEvent() {}, store: {} };
  expect(check({ ...options, polls: undefined })).toEqual(options);
  expect(check({ latencyMs: 5, polls: 0 })).toEqual({ latencyMs: 5, polls: 0 });
});

describe('the error says what would be right', () => {
  test.each([
    [{ errorRate: 7 }, RangeError, 'make: errorRate must be a number from 0 to 1, got 7'],
    [{ errorRate: Number.NaN }, RangeError, 'make: errorRate must be a number from 0 to 1, got NaN'],
    [{ errorRate: '0.5' }, TypeError, 'make: errorRate must be a number from 0 to 1, got "0.5"'],
    [{ errorRate: null }, TypeError, 'make: errorRate must be a number from 0 to 1, got null'],
    [{ polls: 1.5 }, RangeError, 'make: polls must be a whole number of at least 0, got 1.5'],
    [{ polls: -1 }, RangeError, 'make: polls must be a whole number of at least 0, got -1'],
    [{ waitMs: Number.POSITIVE_INFINITY }, RangeError, 'make: waitMs must be a number from 0 to 2147483647, got Infinity'],
    [
      { latencyMs: [400, 100] },
      TypeError,
      'make: latencyMs must be a number from 0 to 2147483647, or a range such as [100, 400], got [400,100]',
    ],
    [{ latencyMs: [1] }, TypeError, /got \[1\]$/],
    [{ engine: 'warp' }, TypeError, 'make: engine must be one of fast, slow, got "warp"'],
    [{ strict: 'yes' }, TypeError, 'make: strict must be true or false, got "yes"'],
    [{ key: '' }, TypeError, 'make: key must be a text that is not empty, got ""'],
    [{ onEvent: {} }, TypeError, 'make: onEvent must be a function, got a value of type object'],
    [{ store: check }, TypeError, 'make: store must be an object, got a value of type function'],
    [{ errorRat: 1 }, TypeError, 'make: there is no option errorRat; did you mean errorRate?'],
    [{ xyz: 1 }, TypeError, /^make: there is no option xyz; there are errorRate, polls, /],
    [{ constructor: 1 }, TypeError, /there is no option constructor/],
    [JSON.parse('{"__proto__":1}'), TypeError, /there is no option __proto__/],
    [null, TypeError, 'make: the options must be an object, got null'],
    ['fast', TypeError, 'make: the options must be an object, got "fast"'],
  ])('%j', (options, type, message) => {
    const failing = () => check(options);
    expect(failing).toThrow(type);
    expect(failing).toThrow(message);
  });
});

describe('an old name', () => {
  afterEach(() => vi.restoreAllMocks());

  test('stands for the current one, with one warning', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    expect(check({ tokensPerSecond: 5, latency: 7 })).toEqual({ eventsPerSecond: 5, latencyMs: 7 });
    check({ tokensPerSecond: 5 });
    expect(warn.mock.calls.map(([message, type]) => [message, type])).toEqual([
      ['make: tokensPerSecond is now eventsPerSecond; the old name is gone in 0.3', 'DeprecationWarning'],
      ['make: latency is now latencyMs; the old name is gone in 0.3', 'DeprecationWarning'],
    ]);
  });

  test('gives way to the current one, and is checked like it', () => {
    vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    expect(check({ latencyMs: 1, latency: 2 })).toEqual({ latencyMs: 1 });
    expect(check({ latency: 2, latencyMs: 1 })).toEqual({ latencyMs: 1 });
    expect(check({ latency: 2, latencyMs: undefined })).toEqual({ latencyMs: 2 });
    expect(() => check({ tokensPerSecond: 0 })).toThrow('make: tokensPerSecond must be a number of at least 0.001, got 0');
  });

  test('warns on the console where there is no Node.js', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.stubGlobal('process', undefined);
    try {
      checkOptions('page', { latency: 1 }, kinds);
    } finally {
      vi.unstubAllGlobals();
    }
    expect(warn).toHaveBeenCalledWith('page: latency is now latencyMs; the old name is gone in 0.3');
  });
});
