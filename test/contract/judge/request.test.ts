/** What a request breaks: its body, and its parameters as the validators see them. */
import { describe, expect, test } from 'vitest';
import { judgeRequest, requestValidatorsOf } from '../../../src/contract/judge/request.js';
import type { Validate } from '../../../src/contract/judge/validate.js';
import type { PreparedParameter } from '../../../src/contract/prepared.js';

const parameter = (name: string, place: PreparedParameter['in'], array = false): PreparedParameter => ({
  name,
  in: place,
  required: false,
  array,
});
const parameters = [parameter('id', 'path'), parameter('limit', 'query'), parameter('Tags', 'query', true), parameter('X-Trace', 'header')];

const request = ({ path = {}, query = '', headers = {} as Record<string, string>, body = undefined as unknown } = {}) => ({
  path,
  query: new URLSearchParams(query),
  header: (name: string) => headers[name] ?? null,
  body,
});

describe('the parameters', () => {
  /** What the validator of a place is given. */
  function values(place: 'path' | 'query' | 'header', given: Parameters<typeof request>[0]): unknown {
    let seen: unknown;
    const validate: Validate = (value) => {
      seen = value;
      return true;
    };
    judgeRequest({ parameters }, { [place]: validate }, request(given));
    return seen;
  }

  test.each<['path' | 'query' | 'header', Parameters<typeof request>[0], object]>([
    ['path', { path: { id: 'a b/ä' } }, { id: 'a b/ä' }],
    ['path', { path: {} }, {}],
    ['query', { query: 'limit=5' }, { limit: '5' }],
    ['query', { query: 'limit=' }, {}],
    ['query', { query: 'limit=%20' }, { limit: ' ' }],
    ['query', { query: '' }, {}],
    ['query', { query: 'limit=5&limit=6' }, { limit: ['5', '6'] }],
    ['query', { query: 'Tags=a' }, { tags: ['a'] }],
    ['query', { query: 'Tags=a&Tags=b' }, { tags: ['a', 'b'] }],
    ['query', { query: 'tags=a' }, {}],
    ['query', { query: 'other=1&__proto__=2' }, {}],
    ['header', { headers: { 'x-trace': '7' } }, { 'x-trace': '7' }],
    ['header', { headers: { 'x-trace': '' } }, {}],
    ['header', { headers: { other: '1' } }, {}],
  ])('in the %s of %j', (place, given, wanted) => {
    expect(values(place, given)).toEqual(wanted);
  });
});

describe('a request', () => {
  const refuse = (pointer: string): Validate => {
    const validate: Validate = () => false;
    validate.errors = [{ keyword: 'type', instancePath: pointer, params: { type: 'string' } }];
    return validate;
  };

  test('that breaks several things is told all of them, the body first', () => {
    const { violations: found } = judgeRequest(
      { parameters },
      { header: refuse('/x-trace'), query: refuse('/limit'), path: refuse('/id'), body: refuse('/model') },
      request({ path: { id: '1' }, query: 'limit=5', headers: { 'x-trace': '1' }, body: { model: 5 } }),
    );
    expect(found.map(({ in: place, message }) => [place, message])).toEqual([
      ['body', 'model must be string, got number 5'],
      ['path', 'id must be string, got string "1"'],
      ['query', 'limit must be string, got string "5"'],
      ['header', 'x-trace must be string, got string "1"'],
    ]);
  });

  test.each<[unknown, number]>([
    [undefined, 0],
    [null, 1],
    ['', 1],
    [0, 1],
    [false, 1],
  ])('with the body %j is judged by it only where there is one', (body, violations) => {
    expect(judgeRequest({ parameters }, { body: refuse('') }, request({ body })).violations).toHaveLength(violations);
  });

  test('that nothing judges is right', () => {
    expect(judgeRequest({ parameters }, {}, request({ body: 'anything' }))).toEqual({ violations: [], warnings: [], body: 'anything' });
  });

  test('refused without a reason breaks nothing that could be named', () => {
    expect(judgeRequest({ parameters }, { body: () => false }, request({ body: 1 })).violations).toEqual([]);
  });
});

describe('what the gateway ignores of a request', () => {
  const body = { required: true, mediaTypes: [], fields: { properties: { mood: { values: ['good'] }, name: {} } } };
  const known = { ...parameter('model', 'path'), values: ['m-1'] };
  const judge = (given: Parameters<typeof request>[0]) =>
    judgeRequest({ parameters: [known], body }, { path: () => true }, request(given)).warnings.map(({ in: place, pointer, message }) => [
      place,
      pointer,
      message,
    ]);

  test.each<[what: string, given: Parameters<typeof request>[0], warnings: string[][]]>([
    ['nothing of what is known', { path: { model: 'm-1' }, body: { mood: 'good', name: 'x' } }, []],
    ['a member that the contract does not know', { body: { nmae: 'x' } }, [['body', '/nmae', 'unknown field']]],
    ['a value that an open list does not name', { body: { mood: 'god' } }, [['body', '/mood', 'unknown value "god"']]],
    ['such a parameter', { path: { model: 'm-2' } }, [['path', '/model', 'unknown value "m-2"']]],
  ])('%s', (_, given, warnings) => {
    expect(judge(given)).toEqual(warnings);
  });
});

test('the validators of an operation are found by its id, and no others', () => {
  const [body, query, other]: Validate[] = [() => true, () => true, () => true];
  const all = { createToy_body: body, createToy_query: query, createToyBox_body: other, createToy_cookie: other } as Record<
    string,
    Validate
  >;
  expect(requestValidatorsOf('createToy', all)).toEqual({ body, query });
  expect(requestValidatorsOf('nothing', all)).toEqual({});
});
