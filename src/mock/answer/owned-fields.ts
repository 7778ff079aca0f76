/** Fills in the fields of an answer that the server makes up: ids, times, echoes, addresses, counts of tokens. */
import type { Chance } from '../../contract/chance/chance.js';
import { cloneJson } from '../../contract/clone.js';
import { compileExpression, type Evaluate, type ExpressionContext } from '../../contract/expression.js';
import { compileIdTemplate } from '../../contract/id-template.js';
import { parsePointer, visitAt } from '../../contract/pointer.js';
import type { OwnedField } from '../../contract/prepared/owned-field.js';
import type { ModelEntry } from '../../contract/prepared.js';
import { compileShape, requestExpressions } from '../media/shape.js';
import { mediaValue } from './media.js';
import { countTokens } from './tokens.js';

/** What an answer is filled with. */
export interface Filling {
  request: ExpressionContext;
  /** Milliseconds since 1970. */
  now: number;
  /** Makes the ids. */
  chance: Chance;
  /** Address that the caller used. */
  origin: string;
  tokens: TokenCounts;
  models: readonly ModelEntry[];
  /** Addresses or data URLs in place of the documented results, in their order; absent: none. */
  media?: readonly string[];
  /** Ids made for this answer, by template or mark: the events of one stream share them. */
  ids: Map<string, string>;
}

export interface TokenCounts {
  input: number;
  /** All of the answer. */
  output: number;
  /** Text and pictures of the answer. */
  visible: number;
  text: number;
  reasoning: number;
  total: number;
}

/** A field that each answer fills in. */
export interface FilledField {
  pointer: string;
  parts: readonly string[];
  /** @param current the documented value @param position among the values of the field; 0 if left out */
  fill(current: unknown, filling: Filling, position?: number): unknown;
}

/** An owned field, ready to be filled in. */
export interface CompiledField extends FilledField {
  /** As the contract has it. */
  owned: OwnedField;
}

/** Callers may ask for more than there is memory. A list that they send is no longer than what they sent. */
const longestList = 100;

/** How many entries a list has that is as long as the request's value says: a number, a list, or one thing. */
function countOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return Math.min(value, longestList);
  return Array.isArray(value) ? value.length : 1;
}

function compileCount(counted: Extract<OwnedField, { tokens: unknown }>['tokens']): CompiledField['fill'] {
  if (!isExpression(counted)) return (_, { tokens }) => tokens[counted];
  const evaluate = compileExpression(counted);
  return (_, { request }) => [evaluate(request)].flat().reduce((sum: number, text) => sum + countTokens(textOf(text)), 0);
}

const isExpression = (text: string): text is `$${string}` => text.startsWith('$');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

function compileFill(field: OwnedField): CompiledField['fill'] {
  if ('id' in field) {
    const template = compileIdTemplate(field.id);
    return (_, filling) => {
      const { ids, now, chance } = filling;
      const known = ids.get(field.id);
      if (known !== undefined) return known;
      // What was thought is not read again.
      const context = () => filling.tokens.total - filling.tokens.reasoning;
      const id = template.format({ time: now, chance, context });
      ids.set(field.id, id);
      return id;
    };
  }
  if ('now' in field) {
    // A time that the answer does not know yet stays unknown.
    const format = (now: number) => (field.now === 'unix' ? Math.floor(now / 1000) : new Date(now).toISOString().replace('Z', '000Z'));
    return (current, { now }) => (current === null ? null : format(now));
  }
  if ('echo' in field) {
    const evaluate = compileExpression(field.echo);
    const left = field.without === undefined ? undefined : new RegExp(field.without, 'g');
    const complete = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(complete)
        : { ...field.completed?.[(value as { type?: string } | null)?.type ?? ''], ...(value as object) };
    return (current, { request, media }, position = 0) => {
      if (field.isMediaType && media) return typeOf(media, position) ?? current;
      const value = evaluate(request) ?? current;
      if (field.completed) return complete(value);
      return left && typeof value === 'string' ? value.replace(left, '') : value;
    };
  }
  if ('repeat' in field) {
    const evaluate = compileExpression(field.repeat);
    return (current, { request, media }) => {
      const count = media?.length || countOf(evaluate(request));
      if (!Array.isArray(current) || current.length === 0 || count === undefined) return current;
      return Array.from({ length: count }, (_, position) => {
        const entry = cloneJson(current[position % current.length]);
        if (field.index !== undefined) entry[field.index] = position;
        return entry;
      });
    };
  }
  if ('tokens' in field) return compileCount(field.tokens);
  if ('models' in field) {
    const names = Object.entries(field.models);
    return (current, { models }) => {
      const pattern = Array.isArray(current) ? (current[0] as object) : {};
      return models.map((model) => ({ ...pattern, ...Object.fromEntries(names.map(([name, member]) => [name, model[member]])) }));
    };
  }
  const type: Evaluate<unknown> = field.type ? compileExpression(field.type) : () => undefined;
  const asked = new Map(requestExpressions(field.shape ?? {}).map((expression) => [expression, compileExpression(expression)]));
  const shapeOf = compileShape(field.shape);
  return (current, { request, origin, media }, position = 0) =>
    media
      ? ownMedia(current, media, position)
      : mediaValue(
          current,
          String(type(request) ?? field.media),
          origin,
          shapeOf((expression) => asked.get(expression)?.(request), undefined),
        );
}

/** The media type of what its author gave as bytes. */
const typeOf = (media: readonly string[], position: number): string | undefined =>
  /^data:([^;,]+)/.exec(media[position % media.length] ?? '')?.[1];

/** A picture of its author's, in the form of the documented one: an address stays one, since its bytes are not at hand. */
function ownMedia(current: unknown, media: readonly string[], position: number): unknown {
  const own = media[position % media.length];
  if (own === undefined || typeof current !== 'string') return current;
  const bytes = /^data:[^,]*;base64,(.*)$/s.exec(own)?.[1];
  const isBare = !/^(?:data:|[a-z]+:\/\/)/i.test(current);
  return isBare ? (bytes ?? current) : own;
}

/** Prepares the owned fields of one or more components. */
export const compileOwnedFields = (fields: Record<string, OwnedField>): CompiledField[] =>
  Object.entries(fields).map(([pointer, field]) => ({
    pointer,
    parts: parsePointer(pointer),
    owned: field,
    fill: compileFill(field),
  }));

/** Fills the owned fields of a body in place. */
export function fillOwnedFields(body: unknown, fields: readonly CompiledField[], filling: Filling): void {
  for (const { parts, fill } of fields) {
    let position = 0;
    visitAt(body, parts, (container, key) => {
      container[key] = fill(container[key], filling, position++);
    });
  }
}
