/** What of a protocol's streams as a whole is looked at in each event: worked out once. */
import { compilePointer } from '../../contract/pointer.js';
import type { StreamOrder } from '../../contract/prepared.js';
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
  rising: Look[];
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
    rising: (order.rising ?? []).map(compileLook),
    instead: order.instead === undefined ? undefined : compileLook([order.instead]),
  };
}

const wheresIn = (part: CompiledPart): Look[] => [
  ...[...part.seals.values()].flatMap(({ where }) => where.map(({ look }) => look)),
  ...part.parts.flatMap(wheresIn),
];
