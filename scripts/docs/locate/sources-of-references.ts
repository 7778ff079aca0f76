/** The sources as the check of references reads them. */
import { join } from 'node:path';
import type { Document, Json, Schema } from '../../lib/document.js';
import type { Example } from '../../lib/examples.js';
import { Place } from '../../references/report/place.js';
import { placedOperations } from '../../references/schemas/exchange.js';
import type { Sources } from '../../references/schemas/sources.js';
import type { ContractSources } from './contract-sources.js';
import { type ExampleFile, examplesOf } from './page-parts.js';

const tables = [
  'tasks',
  'owned-fields',
  'error-dialects',
  'model-owners',
  'answer-samples',
  'stream-orders',
  'asked',
  'sdk-samples',
] as const;

/** Nothing is judged: what a value lacks follows from the names that are looked up. */
const judgeOf: Sources['judgeOf'] = () => () => [];

/** @returns the sources without what does not name members: models, media types, navigation */
export function referenceSources(sources: ContractSources, document: Document = sources.document): Sources {
  const place = (file: string, value: unknown) => new Place(join(sources.folder, file), value);
  const root = place('openapi.yaml', sources.value('openapi.yaml'));
  const components = ['schemas', 'responses'].flatMap((kind) =>
    Object.entries(document.components?.[kind] ?? {}).map(([name, value]) => {
      const file: string | undefined = root.value.components?.[kind]?.[name]?.$ref;
      return file === undefined ? new Place(root.file, value, ['components', kind, name]) : place(file, value);
    }),
  );
  const operations = placedOperations(document, root, sources.folder);
  const examples = operations.flatMap(({ id }) => examplesOf(sources, id)) as (ExampleFile & Json)[] as unknown as Example[];
  const table = (name: string) => {
    const file: string | undefined = root.value[`x-${name}`]?.$ref;
    const value: Schema = document[`x-${name}`] ?? {};
    return file === undefined ? new Place(root.file, value, [`x-${name}`]) : place(file, value);
  };
  return {
    document,
    operations,
    components,
    tables: Object.fromEntries(tables.map((name) => [name, table(name)])) as Sources['tables'],
    workflows: sources.names('workflows').map((file) => place(file, sources.value(file))),
    docsMap: undefined,
    navigation: undefined,
    examples,
    errors: sources
      .names('examples/errors')
      .map((file) => place(file, { ...sources.value(file), name: file.slice('examples/errors/'.length, -'.yaml'.length) })),
    mediaTypes: undefined,
    models: undefined,
    descriptions: undefined,
    judgeOf,
  };
}
