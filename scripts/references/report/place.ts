/** A part of a source: what it is, and where it stands. */
import type { Path } from './locate.js';

/** A source is what its author wrote. */
type Value = any;

export class Place {
  /**
   * @param file absolute name
   * @param path of the value in the file
   * @param onKey whether the place is the key, not what stands there
   */
  constructor(
    readonly file: string,
    readonly value: Value,
    readonly path: Path = [],
    readonly onKey = false,
  ) {}

  /** What stands further in; the value is `undefined` where nothing does. */
  child(...keys: Path): Place {
    const value = keys.reduce<Value>((found, key) => found?.[key], this.value);
    return new Place(this.file, value, [...this.path, ...keys]);
  }

  /** The same, told by its key. */
  key(): Place {
    return new Place(this.file, this.value, this.path, true);
  }

  /** Members of an object, or entries of a list. */
  entries(): [key: string, member: Place][] {
    const { value } = this;
    if (Array.isArray(value)) return value.map((_, index) => [String(index), this.child(index)]);
    return value !== null && typeof value === 'object' ? Object.keys(value).map((key) => [key, this.child(key)]) : [];
  }
}

/** What is wrong, and where. */
export interface Finding {
  place: Place;
  message: string;
}

export type Findings = Generator<Finding>;
