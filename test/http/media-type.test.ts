import { expect, test } from 'vitest';
import { mediaTypeOf } from '../../src/http/media-type.js';

test.each([
  ['application/json', 'application/json'],
  ['Application/JSON ; charset=utf-8', 'application/json'],
  [';charset=utf-8', ''],
  [null, undefined],
  [undefined, undefined],
])('%j names %j', (contentType, mediaType) => {
  expect(mediaTypeOf(contentType)).toBe(mediaType);
});
