/** The text of a YAML file, with the places of its parts. */
import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { BadInput } from '../lib/bad-input.js';

export class Source {
  readonly contents: Document.Parsed['contents'];
  readonly value: unknown;

  /**
   * @param name what to call the file in messages
   * @throws BadInput when the text is no YAML
   */
  constructor(
    readonly name: string,
    readonly text: string,
  ) {
    const lines = new LineCounter();
    const refuse = (at: number, message: string): never => {
      const { line, col } = lines.linePos(at);
      throw new BadInput(`${name}:${line}:${col}: ${message}`);
    };
    const document = parseDocument(text, { merge: true, prettyErrors: false, lineCounter: lines });
    for (const { pos, message } of document.errors) refuse(pos[0], message);
    visit(document, {
      Alias(_, alias) {
        if (!alias.resolve(document)) refuse(alias.range?.[0] ?? 0, `No anchor ${alias.source} stands before this`);
      },
    });
    this.contents = document.contents;
    this.value = document.toJS();
  }

  with(text: string): Source {
    return text === this.text ? this : new Source(this.name, text);
  }
}

/** A key as it is written, but for quotes: the value of a merge key is no text. */
export const keyText = (key: unknown): string => (isScalar(key) && key.source !== undefined ? key.source : String(key));
