/** A documented body whose owned fields are open: the rest of its text is made once, and each answer only fills it in. */
import { cloneJson } from '../../contract/clone.js';
import { lookAt, visitAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { FilledField, Filling } from './owned-fields.js';

/** A body as text, with a look into it. */
export interface AnswerText {
  text: string;
  /** The value at a JSON pointer. */
  at(pointer: string): unknown;
}

/** A body that is made for one answer only. */
export const answerText = (body: Json): AnswerText => ({ text: JSON.stringify(body), at: (pointer) => lookAt(body, pointer) });

interface Hole {
  field: FilledField;
  /** The documented value. */
  current: unknown;
}

/** Stands where a hole is; no documented text holds such a character. */
const mark = '\u0001';
const marked = /"\\u0001(\d+)"/;

export class AnswerTemplate {
  readonly #body: Json;
  readonly #holes: Hole[] = [];
  /** The text before, between and after the holes, in the order of the text. */
  readonly #texts: string[] = [];
  /** Positions in `#holes`, in the order of the text. */
  readonly #order: number[] = [];

  constructor(body: Json, fields: readonly FilledField[]) {
    this.#body = body;
    const open = cloneJson(body);
    for (const field of fields) {
      visitAt(open, field.parts, (container, key) => {
        const position = this.#holes.push({ field, current: container[key] }) - 1;
        container[key] = `${mark}${position}`;
      });
    }
    for (const [index, part] of JSON.stringify(open).split(marked).entries()) {
      if (index % 2 === 0) this.#texts.push(part);
      else this.#order.push(Number(part));
    }
  }

  fill(filling: Filling): AnswerText {
    const values = this.#holes.map(({ field, current }) => field.fill(current, filling));
    let text = this.#texts[0] ?? '';
    for (const [index, position] of this.#order.entries()) text += JSON.stringify(values[position]) + this.#texts[index + 1];
    return {
      text,
      at: (pointer) => {
        const position = this.#holes.findIndex(({ field }) => field.pointer === pointer);
        return position === -1 ? lookAt(this.#body, pointer) : values[position];
      },
    };
  }
}
