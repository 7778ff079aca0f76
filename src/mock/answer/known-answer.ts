/** An answer that is given more than once, with what is worked out of it once. */
import { cloneJson } from '../../contract/clone.js';
import type { Json, PreparedExample } from '../../contract/prepared.js';
import type { AnswerContent, AnswerPart } from '../../protocols/parts/answer.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import { type CompiledField, type Filling, fillOwnedFields } from './owned-fields.js';
import { AnswerTemplate, type AnswerText, answerText } from './template.js';

/** The owned fields of an operation's answers. */
export interface AnswerFields {
  body: readonly CompiledField[];
  event: readonly CompiledField[];
}

export class KnownAnswer {
  /** The whole answer, whether it is documented as one or as a stream. */
  readonly body: Json;
  /** What the answer says; absent where the operation has no chat protocol. */
  readonly content: AnswerContent | undefined;
  /** What it says, part by part; none where the operation has no chat protocol. */
  readonly parts: readonly AnswerPart[];
  readonly #fields: AnswerFields;
  readonly #events: readonly Json[] | undefined;
  #template: AnswerTemplate | undefined;
  #eventTemplates: AnswerTemplate[] | undefined;

  /** @param listsEvents whether a documented body is the list of what a stream would have carried */
  constructor({ body, events }: PreparedExample, protocol: Protocol | undefined, listsEvents: boolean, fields: AnswerFields) {
    this.#events = events ?? (listsEvents ? (body as Json[]) : undefined);
    this.body = (this.#events && protocol ? protocol.fromEvents(this.#events) : body) ?? null;
    this.content = protocol?.read(this.body);
    this.parts = protocol?.parts(this.body) ?? [];
    this.#fields = fields;
  }

  /** The whole answer, filled in. */
  fill(filling: Filling): AnswerText {
    const { body: fields } = this.#fields;
    // A list of any length leaves no text that all answers have in common.
    if (fields.some(({ repeats }) => repeats)) {
      const body = cloneJson(this.body);
      fillOwnedFields(body, fields, filling);
      return answerText(body);
    }
    this.#template ??= new AnswerTemplate(this.body, fields);
    return this.#template.fill(filling);
  }

  /** The documented events; absent where the documentation shows only the whole answer. */
  get events(): readonly AnswerTemplate[] | undefined {
    this.#eventTemplates ??= this.#events?.map((event) => new AnswerTemplate(event, this.#fields.event));
    return this.#eventTemplates;
  }
}
