import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Example, readExamples, variedExample } from '../../../scripts/lib/examples.js';

const example = `
response: { body: {}, status: 200 }
request:
  body: { type: cat, description: Purrs, body: {}, path: {} }
  path: { id: pet-1 }
x-docs: { notes: Seen once., provenance: seed }
summary: A pet
`;

test('an example reads the same whatever the order of its keys, save those of a body', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'examples-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'createPet'));
  await writeFile(join(folder, 'createPet/pet.yaml'), example);
  const [{ request, docs } = { request: {}, docs: {} }] = await readExamples([], [], folder);
  expect(JSON.stringify({ request, docs })).toBe(
    JSON.stringify({
      request: { path: { id: 'pet-1' }, body: { type: 'cat', description: 'Purrs', body: {}, path: {} } },
      docs: { provenance: 'seed', notes: 'Seen once.' },
    }),
  );
});

describe('the example that another one is a variation of', () => {
  const named = (name: string, form: object = { body: {} }) => ({ name, response: { status: 200, ...form } }) as Example;
  const stream = { events: [] };
  const own = ['walk', 'walk.long', 'walk.long.uphill', 'walk.at-night.uphill']
    .map((name) => named(name))
    .concat(named('walk.stream', stream));
  test.each([
    ['walk.long.uphill', 'walk.long'],
    ['walk.at-night.uphill', 'walk'],
    ['walk', undefined],
    ['walking.long', undefined],
  ])('of %s is %s', (name, varied) => expect(variedExample(named(name), own)?.name).toBe(varied));

  test('is a stream if it is one', () => {
    expect(variedExample(named('walk.stream', stream), own)).toBeUndefined();
    expect(variedExample(named('walk.stream.long', stream), own)?.name).toBe('walk.stream');
    expect(variedExample(named('walk.stream.long'), own)?.name).toBe('walk');
  });
});
