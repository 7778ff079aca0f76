import { expect, test } from 'vitest';
import { charsetOf, mediaTypeOf } from '../../src/http/media-type.js';

test.each([
  ['application/json', 'application/json'],
  ['Application/JSON ; charset=utf-8', 'application/json'],
  [';charset=utf-8', ''],
  [null, undefined],
  [undefined, undefined],
])('%j names %j', (contentType, mediaType) => {
  expect(mediaTypeOf(contentType)).toBe(mediaType);
});

test.each([
  ['application/json', 'utf-8'],
  ['application/json; charset=UTF-16', 'UTF-16'],
  ['application/json;Charset = "latin1"; x=y', 'latin1'],
  [null, 'utf-8'],
])('%s is in %s', (contentType, charset) => {
  expect(charsetOf(contentType)).toBe(charset);
});
