/** Works out, from the bundle and the examples, everything that the mock would otherwise work out per request. */
import { createHash } from 'node:crypto';
import { getAt } from '../../src/contract/pointer.js';
import type { Json } from '../../src/contract/prepared/json.js';
import type { OwnedHeader } from '../../src/contract/prepared/owned-field.js';
import type {
  KeyPlace,
  ModelEntry,
  PreparedContract,
  PreparedError,
  PreparedExample,
  PreparedHeader,
  PreparedOperation,
  PreparedResponse,
} from '../../src/contract/prepared.js';
import type { DocsEntry } from '../lib/docs-map.js';
import {
  componentName,
  type Document,
  type Operation,
  operationsOf,
  type Parameter,
  type Response,
  resolve,
  type Schema,
  serverOf,
} from '../lib/document.js';
import { documentationDate } from '../lib/documentation-date.js';
import { type ErrorExample, type Example, variedExample } from '../lib/examples.js';
import { prepareAnswerSamples } from './answer-samples.js';
import { modelsShown, namesJob, prepareTask, stateShown } from './jobs/prepare-jobs.js';
import { fieldTree, pinned } from './requests/field-tree.js';
import { volatileMembers } from './requests/volatile-members.js';
import { responseSchema } from './validators/validators.js';

const json = 'application/json';

/** Known values of a schema, the listed ones of an open list included. */
function knownValues(document: Document, schema: Schema | undefined): string[] {
  if (!schema) return [];
  const target = resolve<Schema>(document, schema);
  const own = 'const' in target ? [target.const] : (target.enum ?? []);
  return [...own, ...(target.anyOf ?? []).flatMap((branch: Schema) => knownValues(document, branch))];
}

function prepareResponses(document: Document, operation: Operation): Record<string, PreparedResponse> {
  const { headers: ownedHeaders = {}, ...owned } = document['x-owned-fields'] ?? {};
  const prepareHeader = (name: string, declared: Schema): PreparedHeader => {
    const resolved = resolve<Schema>(document, declared);
    const { example, schema, 'x-media-type': mediaType, 'x-allowance': allowance, 'x-at-most': atMost } = resolved;
    // What the server makes up needs no example.
    return {
      ...(example !== undefined && !(name in ownedHeaders) && { value: String(example) }),
      ...(mediaType && { mediaType }),
      ...(allowance && { allowance }),
      ...(schema?.type === 'integer' && { isNumber: true }),
      ...(atMost && { atMost }),
    };
  };
  const charsetsOf = (content: Response['content'] = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(content).flatMap(([type, { 'x-charset': charset }]) => (charset ? [[type, charset]] : [])));
  const components = (schema: Schema | undefined): string[] => {
    if (!schema) return [];
    if (schema.$ref) return [componentName(schema.$ref)];
    return [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap(components);
  };
  return Object.fromEntries(
    Object.entries(operation.responses).map(([status, entry]) => {
      const response = resolve(document, entry);
      return [
        status,
        {
          mediaTypes: Object.keys(response.content ?? {}),
          components: components(response.content?.[json]?.schema).filter((name) => name in owned),
          ...(response.content?.[json]?.schema && { validator: responseSchema(document, operation.operationId, status, entry).name }),
          headers: Object.fromEntries(
            Object.entries(response.headers ?? {}).map(([name, header]) => [name.toLowerCase(), prepareHeader(name.toLowerCase(), header)]),
          ),
          ...(Object.keys(charsetsOf(response.content)).length > 0 && { charsets: charsetsOf(response.content) }),
        },
      ];
    }),
  );
}

function prepareExample(
  document: Document,
  operation: Operation,
  example: Example,
  selector: string | undefined,
  own: Example[],
  docs: DocsEntry[],
): PreparedExample {
  const { request, response } = example;
  const varied = variedExample(example, own);
  const model = selector === undefined ? undefined : getAt(request.body, `/${selector}`);
  const task = operation['x-task'];
  const state = task && stateShown(example.name, task.role, document['x-tasks'][task.name]);
  const models = task && namesJob(task.role) ? modelsShown(operation, document['x-tasks'][task.name], example, docs) : undefined;
  return {
    name: example.name,
    ...(varied && { variantOf: varied.name }),
    ...(state !== undefined && { state }),
    ...(models && { models }),
    request: request as PreparedExample['request'],
    status: response.status,
    ...(response.headers && { headers: response.headers }),
    ...(response.events ? { events: response.events } : { body: response.body as Json }),
    ...(typeof model === 'string' && { model }),
  };
}

/** Whether a schema, or a part of it, has the member that names the model. */
const namesModel = (document: Document, schema: Schema | undefined): boolean =>
  schema?.properties?.model !== undefined ||
  (schema?.allOf ?? []).some((part: Schema) => namesModel(document, resolve<Schema>(document, part)));

function prepareOperation(
  document: Document,
  path: string,
  method: string,
  operation: Operation,
  examples: Example[],
  docs: DocsEntry[],
): PreparedOperation {
  const parameters = [...(document.paths[path]?.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
    resolve<Parameter>(document, parameter),
  );
  const content = operation.requestBody?.content ?? {};
  const schema = content[json]?.schema && resolve<Schema>(document, content[json].schema);
  const discriminator: string | undefined = schema?.discriminator?.propertyName;
  const selector = discriminator ?? (namesModel(document, schema) ? 'model' : undefined);
  const stream = operation['x-stream'];
  const own = examples.filter((example) => example.operationId === operation.operationId);
  const volatile = volatileMembers(document, content[json]?.schema);
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    security: (operation.security ?? document.security ?? []).map((alternative) => Object.keys(alternative)),
    parameters: parameters.map((parameter) => {
      const { values } = fieldTree(document, parameter.schema);
      return {
        name: parameter.name,
        in: parameter.in as 'path' | 'query' | 'header',
        required: parameter.required ?? false,
        array: resolve<Schema>(document, parameter.schema ?? {}).type === 'array',
        ...(values && { values }),
      };
    }),
    ...(operation.requestBody && {
      body: {
        required: operation.requestBody.required ?? false,
        mediaTypes: Object.keys(content),
        fields: fieldTree(document, content[json]?.schema),
        ...(discriminator && { discriminator }),
      },
    }),
    responses: prepareResponses(document, operation),
    dialect: operation['x-error-dialect'] ?? Object.keys(document['x-error-dialects'])[0] ?? '',
    dialectBranches: ((schema?.oneOf ?? []) as Schema[]).flatMap((branch) => {
      const dialect = resolve<Schema>(document, branch)['x-error-dialect'];
      return dialect && discriminator ? [{ field: discriminator, values: pinned(document, branch, discriminator), dialect }] : [];
    }),
    ...(operation['x-protocol'] && { protocol: operation['x-protocol'] }),
    ...(stream && {
      stream: {
        when: stream.when,
        event: componentName(stream.event.$ref),
        framing: stream.framing,
        ...(stream.terminator !== undefined && { terminator: stream.terminator }),
        ...(stream.lineEnd && { lineEnd: stream.lineEnd }),
        ...(stream.blankLines && { blankLines: stream.blankLines }),
      },
    }),
    ...(operation['x-task'] && { task: prepareTask(path, operation['x-task']) }),
    ...(operation['x-model'] && { model: operation['x-model'] }),
    ...(Object.keys(volatile).length > 0 && { volatile }),
    modality: operation['x-modality'] ?? '',
    examples: own.map((example) => prepareExample(document, operation, example, selector, own, docs)),
  };
}

/** The models that the contract names, with the operations and schemas that name them. */
export function modelCatalogue(document: Document): ModelEntry[] {
  const owners = Object.entries<string>(document['x-model-owners'] ?? {}).sort(([a], [b]) => b.length - a.length);
  const models = new Map<string, ModelEntry>();
  const add = (id: string, operation: Operation, schema?: string) => {
    const entry = models.get(id) ?? {
      id,
      owner: owners.find(([prefix]) => id.startsWith(prefix))?.[1] ?? '',
      modalities: [],
      operations: [],
      schemas: [],
    };
    models.set(id, entry);
    const put = (list: string[], value: string | undefined) => value !== undefined && !list.includes(value) && list.push(value);
    put(entry.modalities, operation['x-modality']);
    put(entry.operations, operation.operationId);
    put(entry.schemas, schema);
  };
  for (const { operation } of operationsOf(document)) {
    if (operation['x-model']) add(operation['x-model'], operation);
    const body = operation.requestBody?.content[json]?.schema;
    const branches: Schema[] = body ? [body, ...((resolve<Schema>(document, body).oneOf ?? []) as Schema[])] : [];
    for (const branch of branches) {
      const model = resolve<Schema>(document, branch).properties?.model;
      for (const id of knownValues(document, model)) add(id, operation, branch.$ref ? componentName(branch.$ref) : undefined);
    }
    for (const entry of operation.parameters ?? []) {
      const parameter = resolve<Parameter>(document, entry);
      if (parameter.name === 'model') for (const id of knownValues(document, parameter.schema)) add(id, operation);
    }
  }
  return [...models.values()];
}

interface StrayPlaces {
  header?: string[];
  query?: string[];
}

const strayPlaces = (groups: readonly StrayPlaces[]): KeyPlace[] =>
  groups.flatMap(({ header = [], query = [] }) => [
    ...header.map((name): KeyPlace => ({ in: 'header', name })),
    ...query.map((name): KeyPlace => ({ in: 'query', name })),
  ]);

const withoutDocs = <T>(table: Record<string, T & { 'x-docs'?: unknown }>): Record<string, T> =>
  Object.fromEntries(Object.entries(table).map(([name, { 'x-docs': _, ...entry }]) => [name, entry as T]));

/** @param bundled text of the bundled description, whose hash names the contract */
export function prepareContract(
  document: Document,
  examples: Example[],
  errors: ErrorExample[],
  docs: DocsEntry[],
  bundled: string,
): PreparedContract {
  const byDialect: Record<string, Record<string, PreparedError[]>> = {};
  for (const { dialect, status, name, body, only, when, model } of errors) {
    if (only) continue;
    byDialect[dialect] ??= {};
    const statuses = byDialect[dialect];
    statuses[status] = [...(statuses[status] ?? []), { name, body: body as Json, ...(when && { when }), ...(model && { model }) }];
  }
  const { headers: ownedHeaders, ...ownedFields } = document['x-owned-fields'];
  const { title, version } = document.info;
  const hash = createHash('sha256').update(bundled).digest('hex').slice(0, 12);
  const docsDate = documentationDate(docs);
  return {
    title,
    version,
    ...(docsDate !== undefined && { docsDate }),
    hash,
    build: `${version}+${docsDate === undefined ? '' : `${docsDate}.`}${hash}`,
    server: serverOf(document),
    operations: [...operationsOf(document)].map(({ path, method, operation }) =>
      prepareOperation(document, path, method, operation, examples, docs),
    ),
    modalities: document['x-modalities'] ?? [],
    dialects: withoutDocs(document['x-error-dialects']),
    errors: byDialect,
    securitySchemes: Object.fromEntries(
      Object.entries(document.components.securitySchemes).map(
        ([name, { description, 'x-scheme-words': words, 'x-stray-keys': stray, ...scheme }]) => [
          name,
          { ...scheme, ...(words && { words }), ...(stray && { stray: strayPlaces(stray) }) },
        ],
      ),
    ) as PreparedContract['securitySchemes'],
    tasks: withoutDocs(document['x-tasks']),
    ownedFields,
    ownedHeaders: Object.fromEntries(
      Object.entries<OwnedHeader | OwnedHeader[]>(ownedHeaders ?? {}).map(([name, forms]) => [name, [forms].flat()]),
    ),
    models: modelCatalogue(document),
    ...(document['x-answer-samples'] && { answerSamples: prepareAnswerSamples(document['x-answer-samples']) }),
  };
}
