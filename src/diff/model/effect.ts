/** What one difference between two versions of a schema does to the values that it describes. */
import type { Schema } from '../../contract/openapi.js';
import type { Json } from '../../contract/prepared/json.js';
import type { Level } from './change.js';

/**
 * `narrowed`: something is no longer possible; `limited`: a bound is closer, which only those who give the value mind; `widened`:
 * something more is possible; `optional`: a field may be absent; `demanded`: a field must be given; `defaulted`: a field that is left
 * out means something else; `assumed`: what a field that is left out means was not told; `added`: something is new that nobody has to
 * care about; `forgotten`: something is still possible, but no longer told of; `deprecated`: it is not to be used any more; `noted`:
 * only readers of the contract see it.
 */
export type Effect =
  | 'narrowed'
  | 'limited'
  | 'widened'
  | 'optional'
  | 'demanded'
  | 'defaulted'
  | 'assumed'
  | 'added'
  | 'forgotten'
  | 'deprecated'
  | 'noted';

export interface SchemaEffect extends Concern {
  effect: Effect;
  rule: string;
  text: string;
  subjects: string[];
  /** The component that it stands in, or what the whole is called where there is none. */
  type?: string;
  /** What the value, or the member, was and is; absent where there was none or is none. */
  was?: Schema;
  is?: Schema;
  /** Where the values stand that it concerns; absent where no values were given. */
  pointers?: string[];
}

/** Which values an effect concerns. */
export interface Concern {
  /** The member that it is about; absent where it is about the value itself. */
  member?: string;
  /** The one value that it is about; absent where it is about any. */
  value?: Json;
  /** Keywords that have changed; absent where it is the whole schema. */
  keywords?: string[];
}

/** How a type is used: in what an operation takes, in what it gives. */
export interface Position {
  request: boolean;
  response: boolean;
}

/** Who gives a value minds what is demanded; who reads it minds what may come; both mind what is no longer possible. */
const minds: Record<Effect, (position: Position) => boolean> = {
  narrowed: () => true,
  limited: ({ request }) => request,
  widened: ({ response }) => response,
  optional: ({ response }) => response,
  demanded: ({ request }) => request,
  defaulted: ({ request }) => request,
  assumed: () => false,
  added: () => false,
  forgotten: () => false,
  deprecated: () => false,
  noted: () => false,
};

export function levelOf(effect: Effect, position: Position): Level {
  if (effect === 'noted') return 'docs';
  return minds[effect](position) ? 'breaking' : 'non-breaking';
}

/** A schema that says nothing. */
export const isAny = (schema: Schema): boolean => Object.keys(schema).every((key) => /^(title|description|examples?|x-.*)$/.test(key));

/** @param names what the text is about: the name of the value, or of the member, and the value that it is about */
export const effectOf = (effect: Effect, rule: string, text: string, names: unknown[], concern: Concern = {}): SchemaEffect => ({
  effect,
  rule,
  text,
  subjects: names.map(String),
  ...concern,
});
