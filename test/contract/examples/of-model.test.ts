import { describe, expect, it } from 'vitest';
import { examplesOfModel, requestedModel } from '../../../src/contract/examples/of-model.js';

const request = (body: unknown, query = '') => ({ path: {}, query: new URLSearchParams(query), header: () => undefined, body });

describe('the model that a request for a job asks for', () => {
  const named = { model: '$request.body#/model' };
  it.each([
    ['the one that later answers repeat', {}, { echo: { '/model': '$request.body#/model' } }, request({ model: 'cat' }), 'cat'],
    [
      'also where some values are no answer',
      {},
      { echo: { '/model': { from: '$request.query.m', except: [] } } },
      request({}, 'm=cat'),
      'cat',
    ],
    ['the one that the id remembers', {}, { remember: named }, request({ model: 'cat' }), 'cat'],
    ["the operation's own, where the request has none", { model: 'dog' }, { remember: named }, request({}), 'dog'],
    ["the operation's own, where the family knows no place for it", { model: 'dog' }, {}, request({ model: 'cat' }), 'dog'],
    ['none, where nothing says it', {}, {}, request({ model: 'cat' }), undefined],
  ])('is %s', (_, operation, family, asked, model) => expect(requestedModel(operation, family, asked)).toBe(model));
});

describe('the examples about the jobs of a model', () => {
  const examples = [{ models: ['cat'] }, { models: ['dog', 'wolf'] }, {}, { models: ['dog'] }];
  const of = (model: string | undefined, from = examples) => examplesOfModel(from, model).map((example) => from.indexOf(example));

  it('are those that name it', () => expect([of('dog'), of('wolf')]).toEqual([[1, 3], [1]]));
  it('are else those that name none', () => expect([of('bird'), of(undefined)]).toEqual([[2], [2]]));
  it('are else those about the models of the first', () =>
    expect(of('bird', [{ models: ['dog', 'wolf'] }, { models: ['cat'] }])).toEqual([0]));
  it('are none where there are none', () => expect(of('cat', [])).toEqual([]));
});
