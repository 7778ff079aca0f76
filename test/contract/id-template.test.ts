/** Ids look like the gateway's, are unlike each other, and tell who made them and when. */
import { describe, expect, test } from 'vitest';
import { compileIdTemplate, randomHex } from '../../src/contract/id-template.js';

const time = 1_760_000_000_123;

describe('an id', () => {
  test.each([
    ['qvideo-{user}-{nanoseconds}', /^qvideo-abc123-1760000000123\d{6}$/],
    ['{hex:8}-{hex:4}', /^[0-9a-f]{8}-[0-9a-f]{4}$/],
    ['msg_{hex:24}', /^msg_[0-9a-f]{24}$/],
    ['plain', /^plain$/],
    ['a.b*c({user})', /^a\.b\*c\(abc123\)$/],
    ['größe-{user}', /^größe-abc123$/],
    ['', /^$/],
  ])('of %s', (template, form) => {
    expect(compileIdTemplate(template).format({ user: 'abc123', time })).toMatch(form);
  });

  test('is not made twice, not even in one millisecond', () => {
    const { format } = compileIdTemplate('{user}-{nanoseconds}');
    const ids = Array.from({ length: 10_000 }, () => format({ user: 'a', time }));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([0, 1, 999, time, time + 0.5])('made at %d tells that time', (at) => {
    const { format, parse } = compileIdTemplate('job-{user}-{nanoseconds}');
    expect(parse(format({ user: 'a', time: at }))).toEqual({ user: 'a', time: Math.floor(at) });
  });
});

describe('reading', () => {
  test.each<[template: string, id: string, parts: object | undefined]>([
    ['qvideo-{user}-{nanoseconds}', 'qvideo-abc-1760000000123000001', { user: 'abc', time }],
    ['{nanoseconds}', '1760000000123000001', { user: '', time }],
    ['{user}', 'Z9', { user: 'Z9', time: 0 }],
    ['a.b-{user}', 'a.b-c', { user: 'c', time: 0 }],
    // What other templates, people and attackers write.
    ['a.b-{user}', 'aXb-c', undefined],
    ['qvideo-{user}-{nanoseconds}', 'qvideo-abc-176000000012300000', undefined],
    ['qvideo-{user}-{nanoseconds}', 'qvideo-abc-17600000001230000011', undefined],
    ['qvideo-{user}-{nanoseconds}', 'qvideo--1760000000123000001', undefined],
    ['qvideo-{user}-{nanoseconds}', 'qvideo-a b-1760000000123000001', undefined],
    ['qvideo-{user}-{nanoseconds}', 'qvideo-ä-1760000000123000001', undefined],
    ['qvideo-{user}-{nanoseconds}', ' qvideo-abc-1760000000123000001', undefined],
    ['qvideo-{user}-{nanoseconds}', 'qvideo-abc-1760000000123000001\n', undefined],
    ['qvideo-{user}-{nanoseconds}', 'qvideo-abc-1760000000123000001/../x', undefined],
    ['qvideo-{user}-{nanoseconds}', '', undefined],
    ['{hex:4}-{user}', '00FF-a', undefined],
    ['{hex:4}-{user}', '00ff-a', { user: 'a', time: 0 }],
  ])('by %s: %j', (template, id, parts) => {
    expect(compileIdTemplate(template).parse(id)).toEqual(parts);
  });
});

test.each([0, 1, 7, 8, 9, 64])('%d random hex digits', (length) => {
  expect(randomHex(length)).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
});
