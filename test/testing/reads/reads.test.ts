/** What an application reads of an answer is noted, whatever reads it, and nothing else changes for the application. */
import { deepStrictEqual } from 'node:assert/strict';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { awaitParsing, Reads, unwatched, watchParsing } from '../../../src/testing/reads/reads.js';

watchParsing();

let count = 0;

/** A text that nobody has parsed before, and what is read of it. */
function answerOf(value: object): { text: string; read: () => string[] } {
  const text = JSON.stringify({ ...value, id: ++count });
  const reads = new Reads(() => {});
  awaitParsing(text, reads);
  return { text, read: () => [...reads.pointers].sort() };
}

describe('an answer', () => {
  test('tells which members were read, items of lists alike', () => {
    const { text, read } = answerOf({
      choices: [{ message: { content: 'a', 'x/y': 1 } }, { message: { content: 'b' } }],
      usage: { total: 1 },
    });
    const answer = JSON.parse(text);
    expect(read()).toEqual([]);
    expect(answer.choices[1].message.content).toBe('b');
    expect(read()).toEqual(['/choices', '/choices/*/message', '/choices/*/message/content']);
    expect(answer.choices[0].message['x/y']).toBe(1);
    expect(read()).toContain('/choices/*/message/x~1y');
    expect(read()).not.toContain('/usage');
  });

  test('that is copied is read as a whole', () => {
    const { text, read } = answerOf({ a: { b: 1 } });
    expect({ ...JSON.parse(text) }).toMatchObject({ a: { b: 1 } });
    expect(read()).toEqual(['/a', '/a/b', '/id']);
  });

  test('whose members are only listed is not read', () => {
    const { text, read } = answerOf({ a: 1 });
    const answer = JSON.parse(text);
    expect(Object.keys(answer)).toEqual(['a', 'id']);
    expect('a' in answer).toBe(true);
    expect(read()).toEqual([]);
  });

  test('is as it was for all that is done with it', () => {
    const { text } = answerOf({ a: { b: [1, { c: 2 }] } });
    const answer = JSON.parse(text);
    expect(JSON.stringify(answer)).toBe(text);
    expect(structuredClone(answer)).toEqual(answer);
    expect(Object.isFrozen(Object.freeze(answer))).toBe(true);
    expect(answer.a).toBe(answer.a);
    answer.a.b = 3;
    expect(answer.a.b).toBe(3);
    delete answer.a.b;
    expect(answer.a).toEqual({});
    expect({ ...JSON.parse(text) }).toStrictEqual({ a: { b: [1, { c: 2 }] }, id: count });
    deepStrictEqual(JSON.parse(text), { a: { b: [1, { c: 2 }] }, id: count });
  });

  test('is printed as it was, which reads nothing', () => {
    const { text, read } = answerOf({ a: { b: [1, { c: 2 }] } });
    const answer = JSON.parse(text);
    expect(inspect(answer, { depth: 9 })).toBe(inspect({ a: { b: [1, { c: 2 }] }, id: count }, { depth: 9 }));
    answer.a = 3;
    expect(inspect(answer)).toBe(inspect({ a: 3, id: count }));
    expect(read()).toEqual([]);
  });

  test('that the check parses is not read', () => {
    const { text, read } = answerOf({ a: 1 });
    expect(unwatched(() => JSON.parse(text)).a).toBe(1);
    expect(read()).toEqual([]);
    expect(JSON.parse(text).a).toBe(1);
    expect(read()).toEqual(['/a']);
  });

  test('that is parsed twice is watched twice', () => {
    const { text, read } = answerOf({ a: 1 });
    JSON.parse(text);
    expect(JSON.parse(text).a).toBe(1);
    expect(read()).toEqual(['/a']);
  });

  test('that says the same as another is told from it', () => {
    const text = JSON.stringify({ a: 1, b: 2, id: ++count });
    const [first, second] = [new Reads(() => {}), new Reads(() => {})];
    awaitParsing(text, first);
    awaitParsing(text, second);
    expect(JSON.parse(text).a).toBe(1);
    expect(JSON.parse(text).b).toBe(2);
    expect([[...first.pointers], [...second.pointers]]).toEqual([['/a'], ['/b']]);
  });

  test.each([['"text"'], ['null'], ['[1, 2]'], ['7']])('that is %s is as it is', (text) => {
    awaitParsing(text, new Reads(() => {}));
    expect(JSON.stringify(JSON.parse(text))).toBe(text.replace(' ', ''));
  });
});

test('what is no answer is parsed as ever', () => {
  const own = JSON.parse('{"a":{"b":1}}', (name, value) => (name === 'b' ? 2 : value));
  expect(Object.getOwnPropertyDescriptor(own, 'a')).toMatchObject({ value: { b: 2 } });
  expect(() => JSON.parse('{')).toThrow(SyntaxError);
});
