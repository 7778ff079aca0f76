/** The contract as it is going to be: edits pile up here, and nothing is written. */
import type { ContractSources } from '../locate/contract-sources.js';

export class Draft {
  #sources: ContractSources;
  readonly #texts = new Map<string, string | undefined>();
  /** Files in which something new was written, so that the house's hand is to be laid on them. */
  readonly written: Set<string>;

  constructor(sources: ContractSources, written: Iterable<string> = []) {
    this.#sources = sources;
    this.written = new Set(written);
  }

  /** The sources with all edits. */
  get sources(): ContractSources {
    if (this.#texts.size > 0) {
      this.#sources = this.#sources.with(this.#texts);
      this.#texts.clear();
    }
    return this.#sources;
  }

  text(file: string): string {
    return this.#texts.get(file) ?? this.#sources.text(file);
  }

  /** @param isNew whether more is written than another name or value */
  edit(file: string, change: (text: string) => string, isNew = false): void {
    this.#texts.set(file, change(this.text(file)));
    if (isNew) this.written.add(file);
  }

  create(file: string, text: string): void {
    this.#texts.set(file, text);
    this.written.add(file);
  }

  drop(file: string): void {
    this.#texts.set(file, undefined);
    this.written.delete(file);
  }

  /** A draft of its own, which this one may become. */
  fork(): Draft {
    return new Draft(this.sources, this.written);
  }

  become(other: Draft): void {
    this.#sources = other.sources;
    this.#texts.clear();
    for (const file of other.written) this.written.add(file);
  }
}
