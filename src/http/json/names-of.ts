/** Lists the members of JSON that somebody else wrote. */

/** Members from which on a list of them is kept: to make it takes as long as to parse the object, however often it was made. */
const many = 1000;

const listed = new WeakMap<object, readonly string[]>();

/** Names of the members of an object that nobody changes. */
export function namesOf(value: object): readonly string[] {
  const before = listed.get(value);
  if (before) return before;
  const names = Object.keys(value);
  if (names.length >= many) listed.set(value, names);
  return names;
}
