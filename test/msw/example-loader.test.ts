/** Examples are loaded when they are first needed, once, and again where that failed. */
import { describe, expect, test } from 'vitest';
import type { AreaExamples } from '../../src/contract/area.js';
import type { AnswerSamples } from '../../src/contract/prepared/answer-samples.js';
import type { PreparedExample, PreparedOperation } from '../../src/contract/prepared.js';
import { ExampleLoader } from '../../src/msw/example-loader.js';

const example = (name: string, body?: string): PreparedExample => ({ name, request: {}, status: 200, ...(body !== undefined && { body }) });

function setUp() {
  const operation = (id: string, modality: string, protocol?: string) =>
    ({ id, modality, examples: [example(id)], ...(protocol && { protocol }) }) as PreparedOperation;
  const operations = [
    operation('paint', 'image'),
    operation('sketch', 'image'),
    operation('sing', 'audio'),
    operation('talk', 'text', 'chat'),
  ];
  const [paint, sketch, sing, talk] = operations as [PreparedOperation, PreparedOperation, PreparedOperation, PreparedOperation];
  const contract: { operations: PreparedOperation[]; answerSamples?: AnswerSamples } = { operations };
  const asked: string[] = [];
  const offline = new Set<string>();
  const load = (area: string, examples: AreaExamples) => async () => {
    asked.push(area);
    await Promise.resolve();
    if (offline.has(area)) throw new TypeError('no network');
    return { examples };
  };
  const samples = { languages: {}, forms: {}, lengths: {}, units: [], negations: { before: [], after: [] }, pictureTokens: 0 };
  const loader = new ExampleLoader(
    contract,
    {
      image: load('image', { paint: [example('paint', 'a picture')], sketch: [example('sketch', 'a drawing')] }),
      audio: load('audio', { sing: [example('sing', 'a song')] }),
      chat: load('chat', { talk: [example('talk', 'a speech')] }),
    },
    async () => {
      asked.push('samples');
      return { answerSamples: samples };
    },
  );
  return { loader, contract, samples, paint, sketch, sing, talk, asked, offline };
}

const bodyOf = ({ examples }: PreparedOperation) => examples[0]?.body;

test('nothing is loaded before it is asked for', () => {
  const { paint, asked } = setUp();
  expect(asked).toEqual([]);
  expect(bodyOf(paint)).toBeUndefined();
});

test('the examples of an area come together, and those of others do not', async () => {
  const { loader, paint, sketch, sing, asked } = setUp();
  await loader.load(paint);
  expect([paint, sketch, sing].map(bodyOf)).toEqual(['a picture', 'a drawing', undefined]);
  expect(asked).toEqual(['image']);
});

test('an area is loaded once, however many wait for it, and nobody waits for what is there', async () => {
  const { loader, paint, sketch, asked } = setUp();
  await Promise.all([loader.load(paint), loader.load(sketch), loader.loadAll()]);
  expect(loader.load(paint)).toBeUndefined();
  expect(asked).toEqual(['image', 'audio', 'chat', 'samples']);
});

test('the texts of made-up answers come with the first chat protocol', async () => {
  const { loader, contract, samples, paint, talk } = setUp();
  await loader.load(paint);
  expect(contract.answerSamples).toBeUndefined();
  await loader.load(talk);
  expect([bodyOf(talk), contract.answerSamples]).toEqual(['a speech', samples]);
});

test('all can be loaded at once', async () => {
  const { loader, paint, sing, asked } = setUp();
  await loader.loadAll();
  await loader.loadAll();
  expect([paint, sing].map(bodyOf)).toEqual(['a picture', 'a song']);
  expect(asked).toEqual(['image', 'audio', 'chat', 'samples']);
});

describe('where it fails', () => {
  test('the error says what could not be loaded, why, and what helps', async () => {
    const { loader, sing, offline } = setUp();
    offline.add('audio');
    await expect(loader.load(sing)).rejects.toThrow(/examples of audio could not be loaded \(no network\).*gateway\.ready\(\)/);
  });

  test('it is tried again the next time, and what was there stays', async () => {
    const { loader, paint, sing, asked, offline } = setUp();
    offline.add('audio');
    await expect(loader.loadAll()).rejects.toThrow('examples of audio');
    await loader.load(paint);
    expect(bodyOf(paint)).toBe('a picture');
    offline.clear();
    await loader.load(sing);
    expect(bodyOf(sing)).toBe('a song');
    expect(asked.filter((area) => area === 'audio')).toHaveLength(2);
  });
});
