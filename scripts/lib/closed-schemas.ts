/**
 * The judgement of our own examples. The contract's schemas are open, since the gateway ignores what it does not know; here every
 * object is closed, so that a misspelt field in an example is found.
 */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { explain, type Violation } from '../../src/contract/judge/explain.js';
import type { Document, Schema } from './document.js';
import { addRuleKeywords, withMessages } from './keywords/rule-keywords.js';

const closedRoot = 'https://contract/closed';
const openRoot = 'https://contract/open';

type Mode = 'closed' | 'open';

/** A copy of a schema that refuses unknown members (`closed`), or leaves that to the schema around it (`open`). */
function copy(schema: unknown, mode: Mode): any {
  if (Array.isArray(schema)) return schema.map((item) => copy(item, mode));
  if (schema === null || typeof schema !== 'object') return schema;
  const result: Schema = {};
  const source = schema as Schema;
  // A union is closed as a whole: else every alternative would refuse the fields of the others. One with a tag is closed branch by branch,
  // since Ajv loses count of the fields there; only the branch of the tag is tried.
  const { propertyName, mapping } = source.discriminator ?? {};
  const union = mapping ? [] : ['anyOf', 'oneOf'];
  const describesObject = ['properties', 'allOf', ...union].some((keyword) => keyword in source);
  const branches: Mode = describesObject ? 'open' : mode;
  for (const [key, value] of Object.entries(source)) {
    switch (key) {
      case '$ref':
        result[key] = String(value).replace('#', `${mode === 'closed' ? closedRoot : openRoot}#`);
        break;
      case 'discriminator':
        // Ajv knows the keyword, but not `mapping`.
        if (mapping) result[key] = { propertyName };
        break;
      case 'allOf':
        result[key] = copy(value, 'open');
        break;
      case 'anyOf':
      case 'oneOf':
        result[key] = copy(value, branches);
        break;
      case 'properties':
        result[key] = Object.fromEntries(Object.entries(value as Schema).map(([name, property]) => [name, copy(property, 'closed')]));
        break;
      case 'items':
      case 'prefixItems':
      case 'additionalProperties':
        result[key] = copy(value, 'closed');
        break;
      default:
        result[key] = value;
    }
  }
  // Says which tags there are, which Ajv's own error does not.
  if (mapping) {
    const tag = { required: [propertyName], properties: { [propertyName]: { enum: Object.keys(mapping) } } };
    result.allOf = [...(result.allOf ?? []), tag];
  }
  if (mode === 'closed' && describesObject && !('additionalProperties' in source)) result.unevaluatedProperties = false;
  return result;
}

/** Of an object that fits none of its alternatives, one cannot say which members it may have. */
function decided(errors: readonly ErrorObject[]): ErrorObject[] {
  const undecided = new Set(
    errors.filter(({ keyword }) => ['anyOf', 'oneOf', 'discriminator'].includes(keyword)).map(({ instancePath }) => instancePath),
  );
  return errors.filter(({ keyword, instancePath }) => keyword !== 'unevaluatedProperties' || !undecided.has(instancePath));
}

/** What is wrong with a value, which is called by the name of its place. */
export type Judge = (value: unknown, place: string) => Violation[];

/** Prepares judges by the schemas of a bundle, closed. Each is made once, when it is first asked for. */
export function closedJudges(document: Document): (schema: Schema) => Judge {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    discriminator: true,
    // Each schema judges a few examples: compiling fast matters more than fast code. The linter has validated the schemas.
    inlineRefs: false,
    validateSchema: false,
    code: { optimize: false },
    messages: false,
  });
  addFormats.default(ajv);
  addRuleKeywords(ajv);
  const components = (mode: Mode) => ({
    schemas: Object.fromEntries(
      Object.entries(document.components.schemas).map(([name, schema]) => [name, copy(withMessages(schema), mode)]),
    ),
  });
  ajv.addSchema({ $id: closedRoot, components: components('closed') });
  ajv.addSchema({ $id: openRoot, components: components('open') });
  const judges = new WeakMap<Schema, Judge>();
  const prepare = (schema: Schema): Judge => {
    const validate = ajv.compile(copy(withMessages(schema), 'closed'));
    return (value, place) => (validate(value) ? [] : explain(decided(validate.errors ?? []), value, place));
  };
  return (schema) => {
    const judge = judges.get(schema) ?? prepare(schema);
    judges.set(schema, judge);
    return judge;
  };
}
