/**
 * Validators with Prism's options, compiled to standalone code: they need no compiler at run time, so they also work under a content
 * security policy that forbids `eval`. That they judge as Prism does is held by the differential test.
 */
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import { componentName, type Document, operationsOf, type Parameter, type Response, resolve, type Schema } from '../../lib/document.js';
import { addAnswerKeywords, isAnswerKeyword } from '../../lib/keywords/answer-keywords.js';
import { addBranches } from '../../lib/keywords/branches.js';
import { addContains } from '../../lib/keywords/contains.js';
import { addRuleKeywords, isRuleKeyword, withMessages } from '../../lib/keywords/rule-keywords.js';
import { project } from '../../lib/project.js';
import { compactValidators } from './compact.js';
import { formatsModule, importFormats } from './formats.js';
import { simplifySchema } from './simplify-schema.js';
import { tagUnions } from './tagged-unions.js';

/** Prism's options (`prism-http`, validator/validators/utils). */
export const prismOptions = {
  allErrors: true,
  strict: false,
  discriminator: true,
  allowUnionTypes: true,
  allowMatchingProperties: true,
  logger: false,
} as const;

/** An Ajv, and the names of validators with the id of the schema in it that each is for. */
export interface Group {
  ajv: Ajv2020;
  ids: Map<string, string>;
}

/** Standalone code of the named schemas of several Ajv instances, as one ES module without imports. */
export async function toModule(groups: Group[]): Promise<string> {
  const sources = groups.map(({ ajv, ids }) =>
    importFormats(compactValidators(standalone.default(ajv, Object.fromEntries([...ids.values()].map((id) => [exportName(id), id]))))),
  );
  const formats = new Set(sources.flatMap(({ names }) => names));
  const { outputFiles } = await build({
    stdin: { contents: moduleText(groups), resolveDir: project.root },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
    minify: true,
    write: false,
    legalComments: 'none',
    plugins: [
      {
        name: 'groups',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^group-\d+$/ }, ({ path }) => ({ path, namespace: 'groups' }));
          onLoad({ filter: /.*/, namespace: 'groups' }, ({ path }) => ({
            contents: sources[Number(path.slice('group-'.length))]?.code ?? '',
            resolveDir: project.root,
          }));
          onLoad({ filter: /\bajv-formats\Wdist\Wformats\.js$/ }, async ({ path }) => ({
            contents: formatsModule(await readFile(path, 'utf8'), formats),
          }));
        },
      },
    ],
  });
  return (outputFiles[0] as { text: string }).text;
}

/** One default export with all validators, so that they can be found by name. */
function moduleText(groups: Group[]): string {
  const imports = groups.map((_, index) => `import * as group${index} from 'group-${index}';`);
  const members = groups.flatMap(({ ids }, index) => Array.from(ids, ([name, id]) => `${name}: group${index}.${exportName(id)}`));
  return `${imports.join('\n')}\nexport default { ${members.join(', ')} };`;
}

const exportName = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/**
 * An Ajv that knows the components, with sets of named schemas. References are not inlined, which keeps the code a third as large, except
 * to schemas of one keyword, where the call would be longer; it words no messages; equal schemas share a validator.
 */
function createGroups<Sets extends Record<string, Record<string, Schema>>>(
  document: Document,
  sets: Sets,
  { coerceTypes = false, ofAnswers = false } = {},
): { [Name in keyof Sets]: Group } {
  const ajv = new Ajv2020({
    ...prismOptions,
    coerceTypes,
    // The linter has done that.
    validateSchema: false,
    inlineRefs: 1,
    messages: false,
    code: { source: true, esm: true },
  });
  addFormats.default(ajv);
  addRuleKeywords(ajv);
  addContains(ajv);
  addBranches(ajv);
  if (ofAnswers) addAnswerKeywords(ajv);
  const keeps = (key: string) => isRuleKeyword(key) || (ofAnswers && isAnswerKeyword(key));
  const prepare = (schema: Schema) =>
    rebase(simplifySchema(withoutExtensions(withMessages(tagUnions(document, schema)), keeps), coerceTypes));
  const components = {
    schemas: Object.fromEntries(Object.entries(document.components.schemas).map(([name, schema]) => [name, prepare(schema)])),
  };
  // Every validator would track the evaluated members and hand on the dynamic anchors, whether a schema asks for them or not.
  const text = JSON.stringify([components, sets]);
  const uses = (keyword: string) => text.includes(`"${keyword}`);
  Object.assign(ajv.opts, { unevaluated: uses('unevaluated'), dynamicRef: uses('$dynamic') });
  ajv.addSchema({ $id: root, components });
  const known = new Map<string, string>();
  const add = (named: Record<string, Schema>): Group => {
    const ids = new Map<string, string>();
    for (const [name, declared] of Object.entries(named)) {
      const schema = prepare(declared);
      const text = JSON.stringify(schema);
      const id = schema.$ref && Object.keys(schema).length === 1 ? schema.$ref : known.get(text);
      if (id === undefined) ajv.addSchema(schema, name);
      known.set(text, id ?? name);
      ids.set(name, id ?? name);
    }
    return { ajv, ids };
  };
  return Object.fromEntries(Object.entries(sets).map(([name, named]) => [name, add(named)])) as { [Name in keyof Sets]: Group };
}

/** The validators of one document. More is asked of answers than of requests, so that what they share is compiled for each. */
interface Validators {
  bodies: Group;
  answers: Group;
  parameters: Group;
}

const known = new WeakMap<Document, Validators>();

function validatorsOf(document: Document): Validators {
  let validators = known.get(document);
  if (!validators) {
    const { bodies, parameters } = requestSchemas(document);
    validators = {
      ...createGroups(document, { bodies }),
      ...createGroups(document, { answers: answerSchemas(document) }, { ofAnswers: true }),
      ...createGroups(document, { parameters }, { coerceTypes: true }),
    };
    known.set(document, validators);
  }
  return validators;
}

/** Request validators, named `<operationId>_body`, `_path`, `_query` and `_header`. Parameters arrive as text and are coerced. */
export function requestValidators(document: Document): Promise<string> {
  const { bodies, parameters } = validatorsOf(document);
  return toModule([bodies, parameters]);
}

function requestSchemas(document: Document): Record<'bodies' | 'parameters', Record<string, Schema>> {
  const bodies: Record<string, Schema> = {};
  const parameters: Record<string, Schema> = {};
  for (const { path, operation } of operationsOf(document)) {
    const schema = operation.requestBody?.content['application/json']?.schema;
    if (schema) bodies[`${operation.operationId}_body`] = schema;
    const declared = [...(document.paths[path]?.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
      resolve<Parameter>(document, parameter),
    );
    for (const place of ['path', 'query', 'header'] as const) {
      const list = declared.filter((parameter) => parameter.in === place);
      if (list.length > 0) parameters[`${operation.operationId}_${place}`] = parametersSchema(list);
    }
  }
  return { bodies, parameters };
}

/** The object schema of the parameters of one place, as Prism builds it: names in lower case. */
const parametersSchema = (parameters: Parameter[]): Schema => ({
  type: 'object',
  properties: Object.fromEntries(parameters.map(({ name, schema }) => [name.toLowerCase(), schema ?? {}])),
  required: parameters.filter(({ required }) => required).map(({ name }) => name.toLowerCase()),
});

/** What says nothing about a value; leaving it out keeps the generated code small. */
const silent = new Set(['description', 'default', 'examples', 'example', 'title', '$schema']);

/** A schema without annotations and extensions. */
export function withoutExtensions(schema: Schema, keeps: (key: string) => boolean = isRuleKeyword): Schema {
  const walk = (node: any, isMap: boolean): any => {
    if (Array.isArray(node)) return node.map((item) => walk(item, false));
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => isMap || keeps(key) || !(silent.has(key) || key.startsWith('x-')))
        .map(([key, value]) => [
          key,
          ['const', 'enum', 'default', 'required'].includes(key) && !isMap
            ? value
            : walk(value, !isMap && ['properties', 'patternProperties', '$defs', '__bundled__', 'dependentRequired'].includes(key)),
        ]),
    );
  };
  return walk(schema, false);
}

/**
 * Validators of answers: `schema_<component>` for every component (the events of streams among them), and
 * `response_<operationId>_<status>` for each JSON answer that is not simply a component.
 */
export function responseValidators(document: Document): Promise<string> {
  return toModule([validatorsOf(document).answers]);
}

function answerSchemas(document: Document): Record<string, Schema> {
  const named: Record<string, Schema> = {};
  for (const name of Object.keys(document.components.schemas)) named[`schema_${name}`] = { $ref: `#/components/schemas/${name}` };
  for (const { operation } of operationsOf(document)) {
    for (const [status, entry] of Object.entries(operation.responses)) {
      const { name, schema } = responseSchema(document, operation.operationId, status, entry);
      if (schema && !named[name]) named[name] = schema;
    }
  }
  return named;
}

/** The schema of a JSON answer, and the name of its validator; answers that share a component share a validator. */
export function responseSchema(
  document: Document,
  operationId: string,
  status: string,
  entry: Response,
): { name: string; schema?: Schema } {
  const schema = resolve<Response>(document, entry).content?.['application/json']?.schema;
  if (schema?.$ref) return { name: `schema_${componentName(schema.$ref)}`, schema };
  return { name: entry.$ref ? `response_${componentName(entry.$ref)}` : `response_${operationId}_${status}`, ...(schema && { schema }) };
}

const root = 'https://contract/';

/** Makes the references of a schema absolute, so that it can be compiled apart from its document. */
function rebase(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string' ? value.replace(/^#/, `${root}#`) : value,
  );
}
