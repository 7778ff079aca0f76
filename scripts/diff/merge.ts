/** Puts what oasdiff says of an operation together with what is said of the type behind it. */
import { type Change, highest } from './model/change.js';
import { type Reach, uses } from './model/reach.js';

/** Whether a change of a type explains one that oasdiff sees in an operation: the operation uses the type, and the names agree. */
function explains(type: Change, item: Change, reached: Map<string, Reach>[]): boolean {
  const { component } = type;
  if (
    component === undefined ||
    !type.subjects.some((name) => item.subjects.some((other) => other === name || other.startsWith(`${name}[`)))
  )
    return false;
  return item.operations.every((id) => uses(reached, id, component));
}

/** Each fact once: the change of the type, with the graver of both judgements. */
export function merge(types: Change[], operations: Change[], reached: Map<string, Reach>[]): Change[] {
  const merged = types.map((type) => ({ ...type }));
  const rest = operations.filter((item) => {
    const known = merged.find((type) => explains(type, item, reached));
    if (known) known.level = highest(known.level, item.level);
    return !known;
  });
  return [...merged, ...rest];
}
