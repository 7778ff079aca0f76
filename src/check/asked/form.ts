/** Whether a text has the form that a request asks for. */
import { readJson, UnreadableJsonError } from '../../http/json/json-text.js';
import type { AnswerFormat } from '../../protocols/index.js';
import { mostOfSchemas } from '../../protocols/parts/schema-members.js';
import { faultsIn, sampleFor } from '../../samples/index.js';
import { inShort } from './said/misfit.js';

/** Keywords of a schema that a model is held to; limits of numbers and lengths are left to it by most vendors. */
const structure = new Set(['type', 'enum', 'const', 'required', 'additionalProperties', 'false']);

/** How many times as long as they have to be people write schemas, with blanks and breaks. */
const blanks = 4;

/**
 * Whether nobody can be held to a schema: no value meets it, or servers leave it unread, since it, or all of the request, is larger than anybody means.
 * @param all schemas of the request
 */
export function asksForNothing(schema: unknown, all: readonly unknown[], options?: Parameters<typeof sampleFor>[1]): boolean {
  const isLarger = (value: unknown, most: number) => JSON.stringify(value).length > most / blanks;
  return isLarger(schema, mostOfSchemas.ofOne) || isLarger(all, mostOfSchemas.ofAll) || sampleFor(schema, options).problems.length > 0;
}

/** What a text would have to be; `undefined` where it is. @param isObject whether the request asks for JSON of an object, whatever it is like */
export function misformed(format: AnswerFormat, text: string, isObject = false): string | undefined {
  if (format.kind === 'choice') {
    const isOne = format.texts.length === 0 || format.texts.includes(text.trim());
    return isOne ? undefined : `must be one of ${inShort(format.texts.map((one) => JSON.stringify(one)))}, as the request asks`;
  }
  if (format.kind === 'text') return undefined;
  try {
    const value = readJson(text);
    if (isObject && (typeof value !== 'object' || value === null || Array.isArray(value)))
      return 'must be JSON of an object, as the request asks';
    const fault = format.schema && faultsIn(format.schema, value).find(({ keyword }) => structure.has(keyword));
    if (!fault || asksForNothing(format.schema, [])) return undefined;
    return `must be JSON that fits the schema of the request, which it breaks at "${fault.pointer}" (${fault.keyword})`;
  } catch (error) {
    if (error instanceof UnreadableJsonError) return 'must be JSON, as the request asks';
    throw error;
  }
}
