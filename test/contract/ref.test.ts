import { describe, expect, test } from 'vitest';
import { follow, targetOf } from '../../src/contract/ref.js';

const cat = { type: 'object' };
const document = {
  schemas: { Cat: cat, 'a/b': 1, 'Bär «1»': 2, '100%': 3, 'a~b': 4 },
  first: { $ref: '#/second' },
  second: { $ref: '#/schemas/Cat' },
  broken: { $ref: '#/schemas/D%C3%B6g' },
};

describe('targetOf', () => {
  test.each([
    ['#/schemas/Cat', cat],
    ['#/schemas/Cat/type', 'object'],
    ['#', document],
    ['#/schemas/a~1b', 1],
    ['#/schemas/a%2Fb', 1],
    ['#/schemas/a%2fb', 1],
    ['#/schemas/B%C3%A4r%20%C2%AB1%C2%BB', 2],
    ['#/schemas/Bär «1»', 2],
    ['#/schemas/100%25', 3],
    ['#/schemas/a~0b', 4],
    ['#/schemas/a%7E0b', 4],
    ['#/schemas/Dog', undefined],
    ['#/schemas/Dog/type', undefined],
    ['#/schemas/constructor', undefined],
    ['https://elsewhere/schemas#/Cat', undefined],
  ])('%s', (ref, target) => {
    expect(targetOf(document, ref)).toEqual(target);
  });

  test('refuses what is encoded wrongly', () => {
    expect(() => targetOf(document, '#/schemas/100%')).toThrow(URIError);
  });
});

describe('follow', () => {
  const fail = (ref: string): never => {
    throw new Error(`no ${ref}`);
  };
  test.each<[unknown, unknown]>([
    [{ $ref: '#/schemas/Cat' }, cat],
    [{ $ref: '#/first' }, cat],
    [cat, cat],
    ['text', 'text'],
    [null, null],
    [undefined, undefined],
  ])('%j', (node, target) => {
    expect(follow<unknown>(document, node, fail)).toEqual(target);
  });

  test.each([
    [{ $ref: '#/nowhere' }, 'no #/nowhere'],
    [{ $ref: '#/broken' }, 'no #/schemas/Dög'],
  ])('tells which reference leads nowhere: %j', (node, message) => {
    expect(() => follow<unknown>(document, node, fail)).toThrow(message);
  });

  test('has what stands in its place', () => {
    expect(follow(document, { $ref: '#/nowhere' }, () => cat)).toBe(cat);
  });
});
