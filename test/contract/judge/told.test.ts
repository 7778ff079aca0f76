/** However much is wrong, the first findings are told, and how many more there are. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import requestValidators from '../../../compiled/request-validators.js';
import { judgeRequest, requestValidatorsOf } from '../../../src/contract/judge/request.js';
import { further, moreThanFirst, mostTold, told, unsought } from '../../../src/contract/judge/told.js';

const findings = (count: number) => Array.from({ length: count }, (_, index) => ({ in: 'body', message: `finding ${index}` }));

describe('of a list of findings', () => {
  test('few are told', () => {
    expect(told(findings(mostTold))).toEqual(findings(mostTold));
    expect(moreThanFirst(findings(1))).toBe('');
    expect(moreThanFirst(findings(3))).toBe(' (and 2 more)');
  });

  test('many are counted', () => {
    const list = told(findings(50));
    expect(list).toHaveLength(21);
    expect(list.at(-1)).toMatchObject({ keyword: 'further', message: 'and 30 more', further: { count: 30, isAll: true } });
    expect(moreThanFirst(list)).toBe(' (and 49 more)');
    expect(told(list)).toEqual(list);
  });

  test('those that nobody looked for are said to be there', () => {
    expect(told([...findings(50), unsought('body')]).at(-1)).toMatchObject({ message: 'and at least 30 more' });
    expect(told([...findings(2), unsought('body')]).at(-1)).toMatchObject({ message: 'and more' });
    expect(moreThanFirst([...findings(2), further('body', { count: 7, isAll: true })])).toBe(' (and 8 more)');
  });
});

describe('a body that is wrong in a hundred thousand places is judged by the first of them:', () => {
  const many = (one: unknown) => Array(100_000).fill(one);
  const user = { role: 'user', content: 'Hi' };
  const operation = (id: string) => contract.operations.find((one) => one.id === id) ?? expect.fail(id);
  const judge = (id: string, body: unknown) =>
    judgeRequest(operation(id), requestValidatorsOf(id, requestValidators), {
      path: {},
      query: new URLSearchParams(),
      header: () => undefined,
      body,
    });

  test.each([
    ['items that are no objects', 'createChatCompletion', { model: 'm', messages: many(5) }],
    ['items without members', 'createChatCompletion', { model: 'm', messages: many({}) }],
    ['items of items', 'createChatCompletion', { model: 'm', messages: [{ role: 'user', content: many({ type: 'text' }) }] }],
    ['members of a map', 'createChatCompletion', { model: 'm', messages: [user], logit_bias: Object.fromEntries(many('x').entries()) }],
    ['alternatives', 'createResponse', { model: 'm', input: many(5) }],
    ['another protocol', 'createMessage', { model: 'm', max_tokens: 1, messages: many(null) }],
  ])('%s', (_, id, body) => {
    const { violations } = judge(id, body);
    expect(violations.length).toBeGreaterThan(mostTold);
    expect(violations.length).toBeLessThan(5000);
    expect(told(violations).at(-1)).toMatchObject({ message: expect.stringMatching(/^and at least \d+ more$/) });
  });

  test.each([
    ['unknown fields', { model: 'm', messages: [user], ...Object.fromEntries(many(1).map((_, index) => [`k${index}`, 1])) }],
    ['values that an open list does not name', { model: 'm', messages: [user], modalities: many('smell') }],
    ['members that are null', { model: 'm', messages: many({ ...user, name: null }) }],
  ])('%s are warnings', (_, body) => {
    const { violations, warnings } = judge('createChatCompletion', body);
    expect(violations).toEqual([]);
    expect(warnings.length).toBeLessThan(2100);
    expect(told(warnings).at(-1)).toMatchObject({ message: expect.stringMatching(/^and at least \d+ more$/) });
  });

  test('all that is null in place of absent counts as absent', () => {
    const messages = many({ role: 'assistant', content: 'x', name: null, tool_calls: null });
    const { violations, body } = judge('createChatCompletion', { model: 'm', messages: [user, ...messages] });
    expect(violations).toEqual([]);
    expect((body as { messages: object[] }).messages.at(-1)).toEqual({ role: 'assistant', content: 'x' });
  });

  test('names of any length are not told whole', () => {
    const [violation] = judge('createChatCompletion', {
      model: 'm',
      messages: [user],
      logit_bias: { ['k'.repeat(10_000)]: 'x' },
    }).violations;
    expect(violation).toMatchObject({ keyword: 'type', got: 'string "x"' });
    expect(JSON.stringify(violation).length).toBeLessThan(4000);
  });
});
