/** Known keys are taken out of whatever repeats them, and nothing else is. */
import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/journal/secrets.js';

const key = 'sk-live-4f9a8b7c6d5e';
const secrets = new Secrets([key]);
const odd = 'sk"quoted\\back/slash é+=<&>';

describe('a text', () => {
  test.each([
    ['no such key: sk-live-4f9a8b7c6d5e.', 'no such key: [redacted].'],
    [`${key}${key}`, '[redacted][redacted]'],
    ['sk-live-4f9a8b7c6d5', 'sk-live-4f9a8b7c6d5'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(secrets.text(text)).toBe(expected);
  });

  test('that was shortened within the key', () => {
    expect(secrets.text('string "no such key: sk-live-4f9...')).toBe('string "no such key: [redacted]...');
    expect(secrets.text('"no such key: sk-live-4f9..."')).toBe('"no such key: [redacted]..."');
    expect(secrets.text('that is all, s...')).toBe('that is all, s...');
  });

  test.each([
    ['escaped for an address', encodeURIComponent(odd.replace('é', 'e'))],
    ['escaped for JSON', JSON.stringify(odd).slice(1, -1)],
    ['in Base64', Buffer.from(odd).toString('base64').replace('=', '')],
    ['in Base64, in another place', Buffer.from(` ${odd}`).toString('base64url')],
    ['in hexadecimal digits', Buffer.from(odd.replace('é', 'e')).toString('hex')],
    ['in HTML', Array.from(odd, (c) => `&#x${c.charCodeAt(0).toString(16)};`).join('')],
  ])('that was shortened within the key, %s', (_, written) => {
    const own = new Secrets([odd, odd.replace('é', 'e')]);
    for (let length = 24; length < written.length; length++)
      expect(own.text(`string "no: ${written.slice(0, length)}...`), written.slice(0, length)).toMatch(
        /^string "no: \w{0,2}\[redacted\]\w?\.\.\.$/,
      );
  });

  test.each(['k', 'any', 'sk-any', 'anything', 'completions', '1700000000'])('keeps what may be an ordinary word: %s', (word) => {
    expect(new Secrets([word]).text(`say ${word} to all`)).toBe(`say ${word} to all`);
  });
});

describe('a key with characters that are escaped', () => {
  const own = new Secrets([odd]);
  test.each([
    ['as it is', odd],
    ['in JSON', JSON.stringify(odd)],
    ['in JSON with slashes escaped', JSON.stringify(odd).replaceAll('/', '\\/')],
    [
      'in JSON of ASCII only',
      JSON.stringify(odd).replace(/[^\x20-\x7e]|[<>&=+]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
  ])('%s', (_, text) => {
    expect(own.text(`{"a":${text},"b":1}`)).toMatch(/^\{"a":"?\[redacted\]"?,"b":1\}$/);
  });

  test('in an address', () => {
    expect(new Secrets(['a+b/c=d e-f']).text(`/x?q=${encodeURIComponent('a+b/c=d e-f')}&r=1`)).toBe('/x?q=[redacted]&r=1');
    expect(new Secrets(['a+b/c=d e-f']).text(`/x?${new URLSearchParams({ q: 'a+b/c=d e-f' })}`)).toBe('/x?q=[redacted]');
  });
});

describe('a key that others have written in a way of their own', () => {
  const own = 'sk-live/4f9a+8b7c6d5e=';
  const percent = (text: string) => Array.from(text, (c) => `%${c.charCodeAt(0).toString(16)}`).join('');
  const unicode = (text: string) => Array.from(text, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const html = (text: string) => Array.from(text, (c) => `&#x${c.charCodeAt(0).toString(16)};`).join('');
  test.each([
    ['escaped for an address, and once more', encodeURIComponent(encodeURIComponent(own))],
    ['escaped for an address, each character', percent(own)],
    ['escaped for JSON, each character', unicode(own)],
    ['in HTML, each character', html(own)],
    ['in HTML, by numbers', Array.from(own, (c) => `&#${c.charCodeAt(0)};`).join('')],
    ['in HTML within HTML', html(own).replaceAll('&', '&amp;')],
    ['in hexadecimal digits', Buffer.from(own).toString('hex')],
    ['in hexadecimal digits, each byte by itself', (Buffer.from(own).toString('hex').toUpperCase().match(/../g) ?? []).join(' ')],
    ['in JSON within JSON', JSON.stringify(JSON.stringify(own.replaceAll('/', '\\/'))).slice(3, -3)],
  ])('%s', (_, text) => {
    expect(new Secrets([own]).text(`a ${text} b`)).toBe('a [redacted] b');
  });

  test.each(['', 'Bearer ', 'me:', '{"key":"'])('in Base64, after %j', (before) => {
    for (const alphabet of ['base64', 'base64url'] as const) {
      const written = Buffer.from(`${before}${own}"}`).toString(alphabet);
      const text = new Secrets([own]).text(`a ${written} b`);
      expect(text).toContain('[redacted]');
      // What is left of it are its neighbours.
      expect(Buffer.from(text.slice(2, -2).replace('[redacted]', ''), alphabet).toString('latin1')).not.toMatch(/live|4f9a|6d5e/);
      expect(text.length).toBeLessThan(18 + Buffer.from(before).toString('base64').length + 6);
    }
  });

  test('is looked for in texts that look like it to no end', () => {
    const text = `${'\\'.repeat(100_000)}%${'25'.repeat(100_000)}`;
    expect(new Secrets([own, '"'.repeat(20)]).text(text)).toBe(text);
  });
});

test('what is named may be as long as a picture, and as many as there are', () => {
  const long = `data:image/png;base64,${'aB3+/'.repeat(100_000)}==`;
  expect(new Secrets([long]).text(`a ${long} b`)).toBe('a [redacted] b');
  expect(JSON.parse(new Secrets([long]).body(JSON.stringify([long, 'b'])))).toEqual(['[redacted]', 'b']);
  const many = Array.from({ length: 100 }, (_, index) => `${index} 日本 `.repeat(200));
  expect(new Secrets(many).text(`${many[5]}, 50 %`)).toBe('[redacted], 50 %');
});

test('JSON stays JSON', () => {
  const value = { text: `no ${odd}`, list: [odd, 12345678901234, 5], [`of ${odd}`]: null };
  const own = new Secrets([odd, '12345678901234']);
  const clean = { text: 'no [redacted]', list: ['[redacted]', '[redacted]', 5], 'of [redacted]': null };
  expect(own.json(value)).toEqual(clean);
  expect(JSON.parse(own.body(JSON.stringify(value)))).toEqual(clean);
});

test('members that somebody named', () => {
  const own = new Secrets([], new Set(['user', 'metadata']));
  const value = { user: 'al', list: [{ User: 5 }], metadata: { a: 1 }, other: 'user' };
  const clean = { user: '[redacted]', list: [{ User: '[redacted]' }], metadata: '[redacted]', other: 'user' };
  expect(own.json(value)).toEqual(clean);
  expect(JSON.parse(own.body(JSON.stringify(value)))).toEqual(clean);
  expect(own.texts(value)).toEqual(value);
});

test('a body without keys stays as it was written', () => {
  expect(secrets.body('{ "a":\t1.0 }')).toBe('{ "a":\t1.0 }');
  expect(secrets.body(`no JSON: ${key}`)).toBe('no JSON: [redacted]');
});
