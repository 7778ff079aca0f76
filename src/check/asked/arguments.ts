/** Do the arguments of calls fit what the request says that its tools take? */

import { type compilePointer, formatPointer, getAt } from '../../contract/pointer.js';
import { readJson } from '../../http/json/json-text.js';
import type { ConversationHead, ToolDefinition } from '../../protocols/index.js';
import { faultsIn } from '../../samples/index.js';
import { type JoinedPieces, joinedPieces } from '../order/joined-text.js';
import { asksForNothing } from './form.js';
import { isOfferedStrictly } from './offered.js';
import type { SaidPlace, TakeMember } from './said/said.js';

/** What hardly a model gets wrong, but whoever translates; and what vendors promise besides where a tool is strict. */
const structure = new Set(['type', 'enum', 'const']);
const strictly = new Set([...structure, 'required', 'additionalProperties', 'false']);

/**
 * Where an answer has the calls: their names, and what they are called with, which an event may tell `whole`; `by` tells of a piece to which call it belongs.
 * Where the tool has to have any, some are `needed`, be they empty or `filled`.
 */
export interface CallPlaces {
  names: SaidPlace;
  arguments: SaidPlace;
  whole: SaidPlace | undefined;
  by: ReturnType<typeof compilePointer> | undefined;
  needed: 'told' | 'filled' | undefined;
}

interface Call {
  name?: string;
  given?: unknown;
  pieces?: JoinedPieces;
  pointer: string;
  event: number;
}

export interface MisfittingCall {
  pointer: string;
  event: number;
  expected: string;
  got: unknown;
}

/** Calls; those of later ones are not looked at. */
const most = 200;

/** Gathers the calls of one answer, from the whole of it or from event after event. */
export class CallArguments {
  readonly #places: CallPlaces;
  readonly #tools: ReadonlyMap<string, ToolDefinition>;
  readonly #body: unknown;
  readonly #calls = new Map<string, Call>();
  /** Number of the last event that told of one. */
  latest = 0;

  /** @param body of the request */
  constructor(places: CallPlaces, tools: ReadonlyMap<string, ToolDefinition>, body: unknown) {
    this.#places = places;
    this.#tools = tools;
    this.#body = body;
  }

  gather(piece: unknown, event: number): void {
    const { names, arguments: places, whole, by } = this.#places;
    const at = (take: (call: Call, value: unknown, path: string[]) => void): TakeMember => {
      return (value, path) => {
        this.latest = event;
        const own = path();
        const item = own.slice(0, own.findLastIndex((part) => /^\d+$/.test(part)) + 1);
        const key = by ? String(by(getAt(piece, formatPointer(item)))) : `${event}${formatPointer(item)}`;
        const call = this.#calls.get(key) ?? { pointer: '', event };
        if (this.#calls.size >= most && !this.#calls.has(key)) return;
        this.#calls.set(key, call);
        take(call, value, own);
      };
    };
    names.visit(
      piece,
      at((call, value, path) => {
        if (typeof value === 'string' && value !== '') call.name ??= value;
        if (call.pointer === '') call.pointer = formatPointer(path);
      }),
    );
    whole?.visit(
      piece,
      at((call, value) => {
        // An empty one is filled by the pieces that follow.
        if (Object.keys(Object(value)).length > 0) call.given = value;
      }),
    );
    places.visit(
      piece,
      at((call, value, path) => {
        Object.assign(call, { pointer: formatPointer(path), event });
        if (typeof value !== 'string') call.given = value;
        else {
          call.pieces ??= joinedPieces();
          call.pieces.add(value);
        }
      }),
    );
  }

  #isMissing({ given, pieces }: Call): boolean {
    const { needed } = this.#places;
    return needed !== undefined && given === undefined && (needed === 'told' ? pieces === undefined : (pieces?.length ?? 0) === 0);
  }

  #asksForNothing(schema: unknown): boolean {
    const all = Array.from(this.#tools.values(), (tool) => tool.schema);
    return asksForNothing(schema, all, { type: 'object' });
  }

  /** The first call that does not fit its tool. */
  misfit(): MisfittingCall | undefined {
    for (const call of this.#calls.values()) {
      const { name, given, pieces, pointer, event } = call;
      const tool = name === undefined ? undefined : this.#tools.get(name);
      if (this.#isMissing(call) && needsSome(tool))
        return { pointer, event, expected: `must come with what ${JSON.stringify(name)} requires`, got: pieces?.text };
      const value = given ?? parsed(pieces?.text);
      if (!tool?.schema || typeof value !== 'object' || value === null) continue;
      const asked = isOfferedStrictly(tool.name, this.#body) ? strictly : structure;
      const faults = faultsIn(tool.schema, value);
      const fault = faults.find(({ keyword }) => asked.has(keyword));
      const wrapper = faults.length > 0 && !fault ? wrapperOf(value, tool.schema) : undefined;
      if ((!fault && wrapper === undefined) || this.#asksForNothing(tool.schema)) continue;
      const how = fault ? `which it breaks at "${fault.pointer}" (${fault.keyword})` : `as what is in its ${JSON.stringify(wrapper)} does`;
      return { pointer, event, expected: `must fit what ${JSON.stringify(name)} takes, ${how}`, got: given ?? pieces?.text };
    }
    return undefined;
  }
}

/** The only member, if what is in it fits as it is or as JSON, and the whole does not: whoever translates hands on a member for all. */
function wrapperOf(value: object, schema: unknown): string | undefined {
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return undefined;
  const inner = Object.values(value)[0];
  const own = typeof inner === 'string' ? parsed(inner) : inner;
  const isObject = typeof own === 'object' && own !== null && !Array.isArray(own) && Object.keys(own).length > 0;
  return isObject && faultsIn(schema, own).length === 0 ? name : undefined;
}

const needsSome = (tool: ToolDefinition | undefined): boolean => {
  const { required } = Object(tool?.schema) as { required?: unknown };
  return Array.isArray(required) && required.length > 0;
};

/** `undefined` for what is no JSON, which the order of the stream and the schema of the answer look after. */
function parsed(text: string | undefined): unknown {
  try {
    return text ? readJson(text) : undefined;
  } catch {
    return undefined;
  }
}

/** The tools by their names, where any of them says what it takes. Of those that share a name nobody knows which is called. */
export function describedTools({ tools }: ConversationHead): ReadonlyMap<string, ToolDefinition> | undefined {
  if (!tools.some(({ schema }) => schema)) return undefined;
  const names = tools.map(({ name }) => name);
  return new Map(tools.filter(({ name }) => names.indexOf(name) === names.lastIndexOf(name)).map((tool) => [tool.name, tool]));
}
