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

const compiled = new Map<string, ValidateFunction>();

function validator(pointer: string): ValidateFunction {
  const known = compiled.get(pointer) ?? ajv.compile({ $ref: `description#${pointer}` });
  compiled.set(pointer, known);
  return known;
}

function followed(pointer: string): string {
  const node = getAt(document, pointer) as Schema | undefined;
  return node?.$ref ? followed(node.$ref.slice(1)) : pointer;
}

/** Whether a JSON answer is valid for an operation and a status. */
export function isValidAnswer(path: string, method: string, status: number, body: unknown): boolean {
  const declared = followed(formatPointer(['paths', path, method.toLowerCase(), 'responses', status]));
  return validator(`${declared}${formatPointer(['content', 'application/json', 'schema'])}`)(body);
}

/** Whether a value is an instance of a component. */
export const isValid = (component: string, value: unknown): boolean => validator(`/components/schemas/${component}`)(value);
