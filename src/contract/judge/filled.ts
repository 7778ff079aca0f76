/** Whether there is something at a place: null, 0 and an empty text or list are nothing. */
import { getAt, parsePointer } from '../pointer.js';

const isSomething = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== 0 && !(Array.isArray(value) && value.length === 0);

/** What a program writes that makes a text of nothing, or of an object, in the languages that there are. */
const inItsPlace = /^(?:undefined|null|None|<nil>|\[object \w+\])?$/;

/** Whether a text stands in the place of one that is missing. */
export const saysNothing = (text: string): boolean => inItsPlace.test(text.trim());

/** @param pointer `*` is each item of a list, which has to have some */
export const isFilled = (value: unknown, pointer: string): boolean => isFilledAt(value, parsePointer(pointer));

function isFilledAt(value: unknown, [part, ...rest]: readonly string[]): boolean {
  if (part === undefined) return isSomething(value);
  if (part === '*') return Array.isArray(value) && value.length > 0 && value.every((item) => isFilledAt(item, rest));
  return isFilledAt(getAt(value, `/${part}`), rest);
}
