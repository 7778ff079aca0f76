/**
 * Recognizes events that are like the one before but for one text. Most events of a stream are, and what holds for one of them holds for the next: they
 * need neither be parsed nor judged.
 */
import type { Json } from '../contract/prepared/json.js';
import { isObject } from '../protocols/parts/json.js';

/** What two events have in common, around a text. */
interface Shape {
  /** Up to the text, with the quotation mark. */
  start: string;
  end: string;
  name: string | undefined;
}

interface JudgedEvent {
  data: string;
  name: string | undefined;
  value: Json;
}

/** Characters of an event; of longer ones there are few. */
const longest = 4000;

/** How many events in a row may be looked at in vain: in some streams each has another number. */
const mostMisses = 12;

/** Characters that do not stand in JSON as they are, and some that do. */
const special = /["\\\p{Cc}]/u;

function textOfJson(literal: string): string | undefined {
  if (!special.test(literal)) return literal;
  try {
    return JSON.parse(`"${literal}"`) as string;
  } catch {
    return undefined;
  }
}

/** Finds the only place at which two values differ, where both have a text there. */
class Difference {
  path: string[] | undefined;
  text = '';
  isOnly = true;
  readonly #at: string[] = [];

  constructor(one: Json, other: Json) {
    this.#compare(one, other);
  }

  #compare(one: Json, other: Json): void {
    if (!this.isOnly || one === other) return;
    if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
      for (let index = 0; index < one.length; index++) this.#inside(String(index), one[index] as Json, other[index] as Json);
    } else if (isObject(one) && isObject(other)) {
      const names = Object.keys(one);
      this.isOnly &&= names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name));
      for (const name of names) this.#inside(name, one[name] as Json, other[name] as Json);
    } else if (typeof one === 'string' && typeof other === 'string' && !this.path) {
      this.path = [...this.#at];
      this.text = other;
    } else this.isOnly = false;
  }

  #inside(name: string, one: Json, other: Json): void {
    this.#at.push(name);
    this.#compare(one, other);
    this.#at.pop();
  }
}

/** What stands around the text in which two events differ; `undefined` where they differ in other ways. */
function shapeOf(before: JudgedEvent, { data, name, value }: JudgedEvent, isText: (path: readonly string[]) => boolean): Shape | undefined {
  const { path, text, isOnly } = new Difference(before.value, value);
  if (!isOnly || !path || !isText(path)) return undefined;
  const shorter = Math.min(data.length, before.data.length);
  let same = 0;
  while (same < shorter && data.charCodeAt(same) === before.data.charCodeAt(same)) same++;
  let alike = 0;
  while (alike < shorter - same && data.charCodeAt(data.length - 1 - alike) === before.data.charCodeAt(before.data.length - 1 - alike))
    alike++;
  const start = data.lastIndexOf('"', same - 1) + 1;
  const end = data.indexOf('"', data.length - alike);
  // In what both have in common may stand a part of the text, with quotation marks, or more than the text may differ.
  if (end < start || textOfJson(data.slice(start, end)) !== text) return undefined;
  return { start: data.slice(0, start), end: data.slice(end), name };
}

export class AlikeEvents {
  readonly #isText: (path: readonly string[]) => boolean;
  #before: JudgedEvent | undefined;
  #shape: Shape | undefined;
  #misses = 0;

  /** @param isText whether what stands at a place of an event is a text of which any piece is as good as another */
  constructor(isText: (path: readonly string[]) => boolean) {
    this.#isText = isText;
  }

  /** The text in which an event differs from the one before; `undefined` for one that is to be judged. */
  textOf(data: string, name: string | undefined): string | undefined {
    const shape = this.#shape;
    if (!shape || shape.name !== name) return undefined;
    const { start, end } = shape;
    const length = data.length - start.length - end.length;
    // What is empty says nothing, which is something else.
    if (length <= 0 || !data.startsWith(start) || !data.endsWith(end)) return undefined;
    return textOfJson(data.slice(start.length, start.length + length));
  }

  /** Takes an event that is not like the one before. @param isAsBefore whether nothing was found in it, and nothing goes on from it */
  learn(event: JudgedEvent, isAsBefore: boolean): void {
    this.#shape = undefined;
    const before = this.#before;
    this.#before = isAsBefore && event.data.length <= longest && this.#misses < mostMisses ? event : undefined;
    if (!before || !this.#before || before.name !== event.name) return;
    this.#shape = shapeOf(before, event, this.#isText);
    this.#misses = this.#shape ? 0 : this.#misses + 1;
  }
}
