/** The sources of a contract, and where their parts stand. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Judge } from '../../lib/closed-schemas.js';
import type { Document, Schema } from '../../lib/document.js';
import type { ErrorExample, Example } from '../../lib/examples.js';
import { readYaml } from '../../lib/read-yaml.js';
import { Place } from '../report/place.js';
import { type PlacedOperation, placedOperations } from './exchange.js';

/** What the references of a contract are checked against. */
export interface Sources {
  /** The bundle. */
  document: Document;
  operations: PlacedOperation[];
  /** Component schemas and responses. */
  components: Place[];
  /** Of `x-tasks` and its like, by name without `x-`. */
  tables: Record<
    'tasks' | 'owned-fields' | 'error-dialects' | 'model-owners' | 'answer-samples' | 'stream-orders' | 'asked' | 'sdk-samples',
    Place
  >;
  workflows: Place[];
  docsMap: Place | undefined;
  /** The recorded navigation of the documentation. */
  navigation: Place | undefined;
  examples: Example[];
  errors: Place[];
  /** Types of which the mock has a file to serve. Where they are not given, as with the next two, what names one is not looked at. */
  mediaTypes: readonly string[] | undefined;
  /** Ids of the models that the contract names. */
  models: readonly string[] | undefined;
  /** What workflows can be about: names that the linter knows, and files. */
  descriptions: { names: readonly string[]; files: readonly string[] } | undefined;
  /** Judges of values by schema, who refuse unknown members. */
  judgeOf: (schema: Schema) => Judge;
}

/** What has been read of a contract before. */
export interface Given extends Pick<Sources, 'document' | 'examples' | 'mediaTypes' | 'models' | 'descriptions' | 'judgeOf'> {
  errors: readonly ErrorExample[];
}

/** @param file what the description begins with, such as `openapi/openapi.yaml` */
export async function readSources(file: string, { errors, ...given }: Given): Promise<Sources> {
  const { document } = given;
  const folder = `${dirname(file)}/`;
  const root = new Place(file, await readYaml(file));
  const table = (name: string): Place => {
    const { $ref } = root.child(`x-${name}`).value ?? {};
    const value: Schema = document[`x-${name}`] ?? {};
    return $ref === undefined ? new Place(file, value, [`x-${name}`]) : new Place(join(folder, $ref), value);
  };
  const optional = async (name: string) =>
    existsSync(join(folder, name)) ? new Place(join(folder, name), await readYaml(join(folder, name))) : undefined;
  const workflows = join(folder, 'workflows');
  const names = existsSync(workflows) ? (await readdir(workflows)).filter((name) => name.endsWith('.yaml')).sort() : [];
  return {
    ...given,
    operations: placedOperations(document, root, folder),
    components: ['schemas', 'responses'].flatMap((kind) =>
      Object.entries(document.components?.[kind] ?? {}).map(([name, value]) => {
        const { $ref } = root.child('components', kind, name).value ?? {};
        return $ref === undefined ? new Place(file, value, ['components', kind, name]) : new Place(join(folder, $ref), value);
      }),
    ),
    tables: {
      tasks: table('tasks'),
      'owned-fields': table('owned-fields'),
      'error-dialects': table('error-dialects'),
      'model-owners': table('model-owners'),
      'answer-samples': table('answer-samples'),
      'stream-orders': table('stream-orders'),
      asked: table('asked'),
      'sdk-samples': table('sdk-samples'),
    },
    workflows: await Promise.all(names.map(async (name) => new Place(join(workflows, name), await readYaml(join(workflows, name))))),
    docsMap: await optional('docs-map.yaml'),
    navigation: await optional('docs-navigation.yaml'),
    errors: errors.map((error) => new Place(join(folder, 'examples/errors', `${error.name}.yaml`), error)),
  };
}
