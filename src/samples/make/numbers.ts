/** Numbers within bounds, of which they are multiples. */
import { boundsOf, limitOf, type Schema } from '../schema/keywords.js';

const mostDigits = 15;

/** The smallest number that is a multiple of both. */
function commonMultiple(a: number, b: number): number {
  const digits = Math.max(...[a, b].map((step) => String(step).split(/\.|e-/)[1]?.length ?? 0));
  const scale = 10 ** Math.min(digits, mostDigits);
  const [left, right] = [Math.round(a * scale), Math.round(b * scale)];
  let [larger, smaller] = [left, right];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0 ? a : ((left / larger) * right) / scale;
}

/** How many are looked at on either side of where the looking begins. */
const range = 1000;
/** After so many whole numbers on either side, one is looked at that is not whole. */
const fewWhole = 5;
/** Into how many parts the room between two bounds is divided. */
const finest = 60;

/** @param areWhole whether only integers are wanted */
export function* numbers(schemas: readonly Schema[], areWhole: boolean): Generator<number> {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [isLowOut, isHighOut] = [false, false];
  let step = areWhole ? 1 : 0;
  for (const schema of schemas) {
    const { minimum, above, maximum, below } = boundsOf(schema);
    if (minimum !== undefined && minimum > low) [low, isLowOut] = [minimum, false];
    if (above !== undefined && above >= low) [low, isLowOut] = [above, true];
    if (maximum !== undefined && maximum < high) [high, isHighOut] = [maximum, false];
    if (below !== undefined && below <= high) [high, isHighOut] = [below, true];
    const multiple = limitOf(schema.multipleOf);
    if (multiple !== undefined && multiple > 0) step = step === 0 ? multiple : commonMultiple(step, multiple);
  }
  const fits = (value: number) =>
    Number.isFinite(value) && (isLowOut ? value > low : value >= low) && (isHighOut ? value < high : value <= high);
  const start = low > 1 ? low : high < 1 ? high : 1;
  if (step > 0) {
    const first = Math.round(start / step);
    // 19.99 is no multiple of 0.01 for a strict validator, and those that are come first.
    for (const isStrict of [true, false]) {
      for (let distance = 0; distance <= range; distance++) {
        for (const times of distance === 0 ? [first] : [first + distance, first - distance]) {
          const [product, rounded] = [times * step, Number((times * step).toPrecision(mostDigits))];
          const strict = [product, rounded].find((near) => Number.isInteger(near / step));
          const value = isStrict ? strict : strict === undefined ? rounded : undefined;
          if (value !== undefined && fits(value)) yield value + 0;
        }
      }
    }
    return;
  }
  for (let distance = 0; distance <= range; distance++) {
    for (const value of [start + distance, start - distance]) if (fits(value) && (distance > 0 || value === start)) yield value;
    if (distance === fewWhole) for (const value of [start + 0.5, start - 0.5]) if (fits(value)) yield value;
  }
  // Between bounds that leave no room for a whole step.
  const [from, to] = [Math.max(low, start - 1), Math.min(high, start + 1)];
  for (let parts = 2; parts <= finest; parts++) if (fits(from + (to - from) / parts)) yield from + (to - from) / parts;
}
