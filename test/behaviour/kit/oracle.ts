/** A second judge, made straight from the bundled description: it decides which mutations break something declared. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { formatPointer, getAt } from '../../../src/contract/pointer.js';

type Schema = Record<string, any>;

const document: Schema = JSON.parse(readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: false, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'description', ...document });

/** The description as whoever makes values up reads it: without conditions. */
const unconditional = JSON.parse(JSON.stringify(document), (key, value) =>
  ['if', 'then', 'else'].includes(key) && typeof value === 'object' ? undefined : value,
);
ajv.addSchema({ $id: 'unconditional', ...unconditional });

const compiled = new Map<string, ValidateFunction>();

function validator(pointer: string, name = 'description'): ValidateFunction {
  const id = `${name}#${pointer}`;
  const known = compiled.get(id) ?? ajv.compile({ $ref: id });
  compiled.set(id, known);
  return known;
}

function followed(pointer: string): string {
  const node = getAt(document, pointer) as Schema | undefined;
  return node?.$ref ? followed(node.$ref.slice(1)) : pointer;
}

/** Whether a JSON answer is valid for an operation and a status. */
export function isValidAnswer(path: string, method: string, status: number, body: unknown, name?: 'unconditional'): boolean {
  const declared = followed(formatPointer(['paths', path, method.toLowerCase(), 'responses', status]));
  return validator(`${declared}${formatPointer(['content', 'application/json', 'schema'])}`, name)(body);
}

/** Whether whoever knows the schema of an answer, but no conditions, could have made it up. */
export const couldBeMadeUp = (path: string, method: string, status: number, body: unknown): boolean =>
  isValidAnswer(path, method, status, body, 'unconditional');

/** Whether a value is an instance of a component. */
export const isValid = (component: string, value: unknown): boolean => validator(`/components/schemas/${component}`)(value);
