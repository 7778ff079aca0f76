/** What the protocols share about tools, and about what a request wants of its answer. */
import type { Json } from '../../contract/prepared/json.js';
import type { AnswerFormat, ToolDefinition, Wishes } from './conversation.js';
import { asArray, asObject, asText, isObject } from './json.js';

/** A tool without a name cannot be called. */
const isName = (name: Json | undefined): name is string => typeof name === 'string' && name !== '';

/** A list of the one tool, or an empty one if it has no name. */
export function toolDefinition(name: Json | undefined, schema: Json | undefined): ToolDefinition[] {
  if (!isName(name)) return [];
  return [isObject(schema) ? { name, schema } : { name }];
}

/** A list of the one tool that takes any text, or text after a grammar. */
export function customTool(name: Json | undefined, grammar: Json | undefined): ToolDefinition[] {
  if (!isName(name)) return [];
  const { syntax, definition } = asObject(grammar);
  const tool: ToolDefinition = { name, kind: 'custom' };
  if (typeof syntax !== 'string') return [tool];
  return [{ ...tool, ...(syntax === 'regex' ? { pattern: asText(definition) } : { grammar: { syntax, definition: asText(definition) } }) }];
}

/** The tools that a list allows, by their names or by entries that have them; all of them where there is no list. */
export function onlyAllowed(tools: ToolDefinition[], allowed: Json | undefined, nameOf = (entry: Json): Json | undefined => entry) {
  if (!Array.isArray(allowed)) return tools;
  const names = new Set(allowed.map((entry) => nameOf(entry)));
  return tools.filter(({ name }) => names.has(name));
}

export const jsonFormat = (schema: Json | undefined): Extract<AnswerFormat, { kind: 'json' }> =>
  isObject(schema) ? { kind: 'json', schema } : { kind: 'json' };

/** A limit of tokens: a number from `least`. One below it is no number, which limits nothing. */
export const tokenLimit = (value: Json | undefined, least = 1): number | undefined =>
  typeof value === 'number' ? (value >= least ? value : Number.NaN) : undefined;

/** Stop sequences: one or several; empty ones stop nothing. */
export const stopTexts = (value: Json | undefined): string[] =>
  value === undefined
    ? []
    : (typeof value === 'string' ? [value] : asArray(value)).map((text) => asText(text)).filter((text) => text !== '');

/** What a list of modalities asks for; their case does not matter. Text is what one gets unasked. */
export function modalities(value: Json | undefined): Pick<Wishes, 'pictures' | 'noText'> {
  if (value === undefined) return { pictures: false };
  const names = asArray(value).map((name) => asText(name).toLowerCase());
  const pictures = names.includes('image');
  return { pictures, ...(pictures && !names.includes('text') && { noText: true }) };
}
