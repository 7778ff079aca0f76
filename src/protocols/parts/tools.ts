/** What the protocols share about tools and about the form of the answer in a request. */
import type { Json } from '../../contract/prepared.js';
import { isObject } from './json.js';
import type { AnswerFormat, ToolDefinition } from './protocol.js';

/** A list of the one tool, or an empty one if it has no name. */
export function toolDefinition(name: Json | undefined, schema: Json | undefined): ToolDefinition[] {
  if (typeof name !== 'string') return [];
  return [isObject(schema) ? { name, schema } : { name }];
}

/** The tools with these names; all of them if no names are given. */
export const onlyNamed = (tools: ToolDefinition[], names: readonly (Json | undefined)[]): ToolDefinition[] =>
  names.length > 0 ? tools.filter(({ name }) => names.includes(name)) : tools;

export const jsonFormat = (schema: Json | undefined): AnswerFormat => (isObject(schema) ? { kind: 'json', schema } : { kind: 'json' });
