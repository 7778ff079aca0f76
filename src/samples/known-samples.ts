/** Samples that were made before: an agent sends the schemas of its tools with each step. */

/** Characters of a schema with its sample; a tool has about a thousand. */
const largest = 20_000;

/** Characters of all that are kept. */
const most = 2_000_000;

/** By the schema as text. What is handed out is a copy, since it becomes a part of an answer. */
export class KnownSamples<Sample> {
  readonly #texts = new Map<string, string>();
  #characters = 0;

  /** The sample that was made for the same before, or that `make` makes now. @param schema a small one; `kind`: tells apart what is made of it */
  sample(schema: unknown, kind: string, make: () => Sample): Sample {
    const key = kind + JSON.stringify(schema);
    const known = this.#texts.get(key);
    if (known !== undefined) return JSON.parse(known) as Sample;
    const made = make();
    this.#keep(key, JSON.stringify(made));
    return made;
  }

  #keep(key: string, text: string): void {
    const size = key.length + text.length;
    if (size > largest) return;
    // Those that are in use come again soon.
    if (this.#characters + size > most) {
      this.#texts.clear();
      this.#characters = 0;
    }
    this.#texts.set(key, text);
    this.#characters += size;
  }
}
