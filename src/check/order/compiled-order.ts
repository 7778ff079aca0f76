/** What of a protocol's streams as a whole is looked at in each event: worked out once. */
import { compilePointer } from '../../contract/pointer.js';
import type { StreamOrder } from '../../contract/prepared/stream-order.js';
import { type CompiledPart, compileLook, compilePart, type Look } from './part.js';

export interface CompiledOrder {
  root: CompiledPart;
  kindOf: ((event: unknown) => unknown) | undefined;
  kindAt: string;
  anywhere: ReadonlySet<string>;
  leads: ReadonlySet<string>;
  /** What events tell of the whole stream, that seals depend on. */
  wheres: readonly Look[];
  count: { pointer: string; read: (event: unknown) => unknown } | undefined;
  /** Numbers that never fall, and the objects that have them. */
  rising: { number: Look; object: Look }[];
  /** Numbers whose sum never falls. */
  risingSum: Look[];
  countsAnew: Look | undefined;
  instead: Look | undefined;
}

export function compiledOrder(order: StreamOrder): CompiledOrder {
  const root = compilePart('stream', order);
  return {
    root,
    kindOf: order.kind === undefined ? undefined : compilePointer(order.kind),
    kindAt: order.kind ?? '',
    anywhere: new Set(order.anywhere),
    leads: new Set(order.leads),
    wheres: wheresIn(root),
    count: order.count === undefined ? undefined : { pointer: order.count, read: compilePointer(order.count) },
    rising: (order.rising ?? []).map((pointers) => ({ number: compileLook(pointers), object: compileLook(pointers.map(parentOf)) })),
    risingSum: (order.risingSum ?? []).map(compileLook),
    countsAnew: order.countsAnew === undefined ? undefined : compileLook([order.countsAnew]),
    instead: order.instead === undefined ? undefined : compileLook([order.instead]),
  };
}

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

const wheresIn = (part: CompiledPart): Look[] => [
  ...[...part.seals.values()].flatMap(({ where }) => where.map(({ look }) => look)),
  ...part.parts.flatMap(wheresIn),
];
