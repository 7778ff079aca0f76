/**
 * Validators for our own examples. The contract's schemas are open, since the gateway ignores what it does not know; here every
 * object is closed, so that a misspelt field in an example is found.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Document, Schema } from './document.js';

const closedRoot = 'https://contract/closed';
const openRoot = 'https://contract/open';

type Mode = 'closed' | 'open';

/** A copy of a schema that refuses unknown members (`closed`), or leaves that to the schema around it (`open`). */
function copy(schema: unknown, mode: Mode): any {
  if (Array.isArray(schema)) return schema.map((item) => copy(item, mode));
  if (schema === null || typeof schema !== 'object') return schema;
  const result: Schema = {};
  const source = schema as Schema;
  const describesObject = 'properties' in source || 'allOf' in source;
  const branches: Mode = describesObject ? 'open' : mode;
  for (const [key, value] of Object.entries(source)) {
    switch (key) {
      case '$ref':
        result[key] = String(value).replace('#', `${mode === 'closed' ? closedRoot : openRoot}#`);
        break;
      case 'discriminator':
        // Ajv knows the keyword, but not `mapping`.
        result[key] = { propertyName: value.propertyName };
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
  if (mode === 'closed' && describesObject && !('additionalProperties' in source)) result.unevaluatedProperties = false;
  return result;
}

/** Compiles schemas of a bundle, closed. */
export function closedValidators(document: Document): (schema: Schema) => ValidateFunction {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    discriminator: true,
    // Each schema judges a few examples: compiling fast matters more than fast code. The linter has validated the schemas.
    inlineRefs: false,
    validateSchema: false,
    code: { optimize: false },
  });
  addFormats.default(ajv);
  const components = (mode: Mode) => ({
    schemas: Object.fromEntries(Object.entries(document.components.schemas).map(([name, schema]) => [name, copy(schema, mode)])),
  });
  ajv.addSchema({ $id: closedRoot, components: components('closed') });
  ajv.addSchema({ $id: openRoot, components: components('open') });
  return (schema) => ajv.compile(copy(schema, 'closed'));
}

/** The findings of a validator in the reader's terms: where, what was expected, what came. */
export function explain(errors: ErrorObject[] | null | undefined): string[] {
  const relevant = (errors ?? []).filter((error) => !['oneOf', 'anyOf', 'if'].includes(error.keyword));
  const depth = Math.max(0, ...relevant.map((error) => error.instancePath.split('/').length));
  const deepest = (errors ?? []).some((error) => ['oneOf', 'anyOf'].includes(error.keyword))
    ? relevant.filter((error) => error.instancePath.split('/').length >= depth - 1)
    : relevant;
  return [
    ...new Set(
      deepest.map((error) => {
        const params = error.params as Record<string, unknown>;
        const detail = params.unevaluatedProperty ?? params.additionalProperty ?? params.allowedValues ?? params.allowedValue;
        return `${error.instancePath || '/'} ${error.message}${detail === undefined ? '' : ` (${JSON.stringify(detail)})`}`;
      }),
    ),
  ];
}
