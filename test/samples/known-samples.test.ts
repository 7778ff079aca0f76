import { expect, it } from 'vitest';
import { KnownSamples } from '../../src/samples/known-samples.js';

interface Made {
  value: { city: string };
}

function counted() {
  const known = new KnownSamples<Made>();
  let made = 0;
  const sample = (schema: unknown, kind = '') => known.sample(schema, kind, () => ({ value: { city: `city ${++made}` } }));
  return { sample, made: () => made };
}

it('makes one sample for equal schemas, and others for others', () => {
  const { sample, made } = counted();
  const first = sample({ type: 'object', properties: { city: {} } });
  expect(sample({ type: 'object', properties: { city: {} } })).toEqual(first);
  expect(sample({ type: 'object', properties: { town: {} } })).not.toEqual(first);
  expect(sample({ type: 'object', properties: { city: {} } }, 'object')).not.toEqual(first);
  expect(made()).toBe(3);
});

it('hands out copies, so that nobody changes what others get', () => {
  const { sample } = counted();
  const schema = { type: 'object' };
  sample(schema).value.city = 'changed';
  const second = sample(schema);
  second.value.city = 'changed too';
  expect(sample(schema)).toEqual({ value: { city: 'city 1' } });
});

it('keeps nothing of large schemas', () => {
  const { sample, made } = counted();
  const large = { enum: ['x'.repeat(30_000)] };
  sample(large);
  sample(large);
  expect(made()).toBe(2);
});

it('keeps a bounded number of them, and those that are in use', () => {
  const { sample, made } = counted();
  for (let index = 0; index < 1000; index++) {
    sample({ title: `${index}`, description: 'x'.repeat(10_000) });
    sample({ title: 'in use' });
  }
  // Each of the thousand once, and the one in use now and then.
  expect(made()).toBeGreaterThan(1001);
  expect(made()).toBeLessThan(1020);
});
