/** Whether a text has the form that a request asks for. */
import { readJson, UnreadableJsonError } from '../../http/json/json-text.js';
import type { AnswerFormat } from '../../protocols/index.js';
import { faultsIn, sampleFor } from '../../samples/index.js';
import { inShort } from './in-short.js';

/** Keywords of a schema that a model is held to; limits of numbers and lengths are left to it by most vendors. */
const structure = new Set(['type', 'enum', 'const', 'required', 'additionalProperties', 'false']);

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
    // A schema that no value meets asks for nothing.
    if (!fault || sampleFor(format.schema).problems.length > 0) return undefined;
    return `must be JSON that fits the schema of the request, which it breaks at "${fault.pointer}" (${fault.keyword})`;
  } catch (error) {
    if (error instanceof UnreadableJsonError) return 'must be JSON, as the request asks';
    throw error;
  }
}
