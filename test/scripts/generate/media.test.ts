import { expect, test } from 'vitest';
import { generateMedia } from '../../../scripts/generate/media.js';
import type { PreparedContract } from '../../../src/contract/prepared.js';

type Named = Pick<PreparedContract, 'tasks' | 'ownedFields'>;

const family = (media: Record<string, string>) => ({ speech: { media } }) as unknown as Named['tasks'];

/** The types of the samples in a module. */
const typesIn = (module: string): string[] => [...module.matchAll(/type: '([^']+)', ext/g)].map(([, type = '']) => type);

test('has the samples that the contract names, and no others', async () => {
  expect(typesIn(await generateMedia({ tasks: {}, ownedFields: {} }))).toEqual([]);
  const audio = { tasks: family({ '/url': 'audio/mpeg', '/master': 'audio/wav' }), ownedFields: {} };
  expect(typesIn(await generateMedia(audio)).sort()).toEqual(['audio/mpeg', 'audio/wav']);
});

test('has all of a kind where the request decides which', async () => {
  const ownedFields: Named['ownedFields'] = { Song: { '/data': { media: 'audio/mpeg', type: '$request.body#/type' } } };
  expect(typesIn(await generateMedia({ tasks: {}, ownedFields })).sort()).toEqual(['audio/mpeg', 'audio/wav']);
});

test('says where a type stands of which there is no sample', async () => {
  const ownedFields: Named['ownedFields'] = { Song: { '/url': { media: 'audio/flac' } } };
  const generating = generateMedia({ tasks: family({ '/url': 'model/gltf' }), ownedFields });
  await expect(generating).rejects.toThrow(
    /^openapi\/tasks\.yaml: speech: media \/url: src\/mock\/media\/ has no sample of model\/gltf; it has .*audio\/mpeg.*\nopenapi\/owned-fields\.yaml: Song: \/url: .* audio\/flac;/,
  );
});
