/** What an option may be: the kinds that take more than a type. */
import { describe, expect, test } from 'vitest';
import { time, timeOf } from '../../src/options/kinds.js';

const noon = Date.UTC(2026, 0, 31, 12);

describe('a time', () => {
  test.each<[value: unknown, milliseconds: number]>([
    [noon, noon],
    [0, 0],
    [0.5, 0.5],
    [9_999_999_999_999, 9_999_999_999_999],
    [new Date(noon), noon],
    ['2026-01-31T12:00:00Z', noon],
    ['2026-01-31T12:00Z', noon],
    ['2026-01-31T12:00:00.25Z', noon + 250],
    ['2026-01-31T13:00:00+01:00', noon],
    ['2026-01-31', noon - 12 * 3_600_000],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
  ])('is %s', (value, milliseconds) => {
    expect(timeOf(value)).toBe(milliseconds);
  });

  // Without a zone, a moment would be another one elsewhere.
  test.each<unknown>([
    '2026-01-31T12:00:00',
    '2026-02-30',
    '2026-02-30T12:00:00Z',
    '2026-13-01',
    '2026-01-31T25:00Z',
    '31.01.2026',
    'noon',
    '',
    '2026',
    '1969-12-31',
    '2300-01-01',
    -1,
    1e13,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    new Date(Number.NaN),
    null,
    undefined,
    true,
    {},
    [0],
  ])('is not %j', (value) => {
    expect(timeOf(value)).toBeUndefined();
    expect(time.accepts(value)).toBe(false);
  });

  test('may be milliseconds as a text, where all is text', () => {
    expect(time.parse(String(noon))).toBe(noon);
    expect(time.parse('2026-01-31T12:00:00Z')).toBe(noon);
    expect(time.parse('noon')).toBeUndefined();
  });
});
