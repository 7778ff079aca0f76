/** Numbers that look drawn, and are the same for the same text or seed. */

/** What is longer is known by its ends and its length. */
const whole = 32_768;

/** FNV-1a of the text's UTF-16 code units, 32 bits, mixed so that each bit of it is as good as another. */
export function hashOf(text: string): number {
  const hashed = text.length <= whole ? text : `${text.slice(0, whole / 2)}${text.length}${text.slice(-whole / 2)}`;
  let hash = 0x811c9dc5;
  for (let index = 0; index < hashed.length; index++) hash = Math.imul(hash ^ hashed.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Mulberry32, from 0 to below 1: 32 bits of state are plenty for picking delays, faults and texts. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
