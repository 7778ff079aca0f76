import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readExamples } from '../../../scripts/lib/examples.js';

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
