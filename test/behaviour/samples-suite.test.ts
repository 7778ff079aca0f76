/** The samples for callers' schemas, measured by a suite and judged by a validator that are not ours. */
import { describe, expect, test } from 'vitest';
import { sampleFor } from '../../src/samples/index.js';
import { ajvFor, drafts, groupsOf } from '../samples/suite.js';

/** To be raised as it grows. */
const least = 0.99;

describe.each(drafts)('JSON-Schema-Test-Suite, %s', async (draft) => {
  const satisfiable = (await groupsOf(draft)).filter(({ tests }) => tests.some(({ valid }) => valid));
  const judged = satisfiable.flatMap((group) => {
    const isValid = ajvFor(draft, group.schema);
    // A judge that is wrong about the suite's own values is none for this schema.
    return isValid && group.tests.every(({ data, valid }) => !valid || isValid(data)) ? [{ ...group, isValid }] : [];
  });

  test('valid samples for the schemas that a value can satisfy', () => {
    const wrong = judged.filter(({ schema, isValid }) => !isValid(sampleFor(schema).value));
    expect(judged.length).toBeGreaterThan(250);
    expect(wrong.map(({ file, description }) => `${file}: ${description}`)).toEqual([]);
    expect(1 - wrong.length / judged.length).toBeGreaterThanOrEqual(least);
  });

  test('and no problem is said of them', () => {
    const wrong = judged.filter(({ schema }) => sampleFor(schema).problems.length > 0);
    expect(wrong.map(({ file, description }) => `${file}: ${description}`)).toEqual([]);
  });
});
