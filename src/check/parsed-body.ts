/** A JSON body that somebody kept as what it says: it need not be written down to be read again. */
export class ParsedBody {
  /** @param value nested no deeper than it would be read */
  constructor(readonly value: unknown) {}

  /** For those who want to see it. */
  get text(): string {
    return JSON.stringify(this.value);
  }
}
