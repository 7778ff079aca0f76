import { describe, expect, it } from 'vitest';
import { checkExampleNames } from '../../../../scripts/generate/examples/check-example-names.js';
import type { DocsEntry } from '../../../../scripts/lib/docs-map.js';
import type { ErrorExample, Example } from '../../../../scripts/lib/examples.js';

const page = (fields: Partial<DocsEntry> = {}): DocsEntry => ({
  path: ['Pets', 'Create Pet'],
  kind: 'endpoint',
  operation: 'createPet',
  example: 'create-pet',
  provenance: 'seed',
  ...fields,
});

const example = (operationId: string, name: string, docs: unknown = { provenance: 'inferred' }): Example => ({
  operationId,
  name,
  file: `${operationId}/${name}.yaml`,
  summary: '',
  docs: docs as Example['docs'],
  request: {},
  response: { status: 200, body: {} },
});

const error = (name: string, fields: Partial<ErrorExample> = {}): ErrorExample => ({
  name,
  file: `errors/${name}.yaml`,
  summary: '',
  docs: { provenance: 'vendor' },
  dialect: 'kling-image',
  status: 404,
  body: {},
  ...fields,
});

const documented = [example('createPet', 'create-pet')];

/** The findings as `file: message`. */
const check = (docs: DocsEntry[], examples: Example[], errors: ErrorExample[] = []): string[] =>
  checkExampleNames(docs, examples, errors, ['seed', 'vendor', 'inferred']).map(({ file, message }) => `${file}: ${message}`);

describe('examples', () => {
  it('are named after a page of their operation, with a suffix for further ones', () => {
    expect(check([page()], [...documented, example('createPet', 'create-pet.two-cats')])).toEqual([]);
    expect(check([page()], [...documented, example('createPet', 'make-pet')])).toEqual([
      'createPet/make-pet.yaml: no page has an example make-pet',
    ]);
  });

  it('do not stand with another operation that has pages of its own', () => {
    const docs = [page(), page({ path: ['Pets', 'Delete Pet'], operation: 'deletePet', example: 'delete-pet' })];
    const examples = [...documented, example('deletePet', 'delete-pet'), example('deletePet', 'create-pet.gone')];
    expect(check(docs, examples)).toEqual(['deletePet/create-pet.gone.yaml: the page of create-pet belongs to createPet']);
  });

  it.each(['delete-pet', 'create-pet.deleted'])('of an operation without a page may be named %s', (name) => {
    expect(check([page()], [...documented, example('deletePet', name)])).toEqual([]);
  });

  it('say where they come from', () => {
    expect(check([page()], [example('createPet', 'create-pet', null)])).toEqual(['createPet/create-pet.yaml: x-docs is missing']);
    expect(check([page()], [example('createPet', 'create-pet', { provenance: 'guess' })])).toEqual([
      'createPet/create-pet.yaml: x-docs: provenance guess is none of seed, vendor, inferred',
    ]);
  });
});

describe('error examples', () => {
  it.each(['kling-image-404', 'kling-image-404-no-task'])('may be named %s', (name) => {
    expect(check([], [], [error(name)])).toEqual([]);
  });

  it.each(['kling-image-400', 'image-404', 'kling-image-4040', 'no-task'])('are not named %s', (name) => {
    expect(check([], [], [error(name)])).toEqual([
      `errors/${name}.yaml: the name of an error of kling-image with 404 begins with kling-image-404`,
    ]);
  });

  it('say where they come from', () => {
    expect(check([], [], [error('kling-image-404', { docs: undefined as never })])).toEqual([
      'errors/kling-image-404.yaml: x-docs is missing',
    ]);
  });
});
