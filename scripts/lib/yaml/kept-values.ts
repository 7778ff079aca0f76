/**
 * What texts of the contract say, kept from one run to the next: all of them take a second to parse, and thirty milliseconds to read back. A value is found by
 * the digest of its text, so that it cannot be out of date; a file that is broken, or written by another version, is as good as none.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Above it, what this run did not ask for goes. */
const mostBytes = 8 * 1024 * 1024;

export class KeptValues {
  #kept: Map<string, Uint8Array> | undefined;
  readonly #asked = new Map<string, Uint8Array>();
  #isNew = false;

  constructor(readonly file: string) {}

  /**
   * @param text of which the value follows; @param parse works it out, where it is not kept
   * @returns a value of the caller's own
   */
  of<Value>(text: string, parse: (text: string) => Value): Value {
    this.#kept ??= this.#read();
    const key = createHash('sha256').update(text).digest('base64');
    const kept = this.#asked.get(key) ?? this.#kept.get(key);
    if (kept) {
      this.#asked.set(key, kept);
      return deserialize(kept);
    }
    const value = parse(text);
    this.#asked.set(key, serialize(value));
    this.#isNew = true;
    return value;
  }

  #read(): Map<string, Uint8Array> {
    try {
      const kept: unknown = deserialize(readFileSync(this.file));
      return kept instanceof Map ? kept : new Map();
    } catch {
      return new Map();
    }
  }

  /** Writes what has come, for the next run. Where nothing can be written, that run parses again. */
  keep(): void {
    if (!this.#isNew) return;
    const aside = `${this.file}.${process.pid}`;
    try {
      const isFull = (statSync(this.file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes;
      mkdirSync(dirname(this.file), { recursive: true });
      // Others may have written meanwhile.
      writeFileSync(aside, serialize(new Map([...(isFull ? [] : this.#read()), ...this.#asked])));
      renameSync(aside, this.file);
      this.#isNew = false;
    } catch {}
  }
}
