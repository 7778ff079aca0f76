/** An answer that is given more than once, with what is worked out of it once. */
import { cloneJson } from '../../contract/clone.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedExample } from '../../contract/prepared.js';
import type { AnswerContent, AnswerPart } from '../../protocols/parts/answer.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import { type CompiledField, type Filling, fillOwnedFields } from './owned-fields.js';
import { AnswerTemplate, type AnswerText, answerText } from './template.js';

/** The owned fields of an operation's answers. */
export interface AnswerFields {
  body: readonly CompiledField[];
  event: readonly CompiledField[];
}

/** What an answer is given by, whoever wrote it. */
export interface Givable {
  /** The whole answer, before it is filled in. */
  readonly body: Json;
  /** What the answer says; absent where the operation has no chat protocol. */
  readonly content: AnswerContent | undefined;
  /** How many alternatives it has; 1 if left out. */
  readonly choices?: number;
  /** The whole answer, filled in. */
  fill(filling: Filling): AnswerText;
  /** Its events as this request wants them, filled in; `undefined` where they are to be made of the whole answer. */
  fillEvents(filling: Filling, request: Json): AnswerText[] | undefined;
}

export class KnownAnswer implements Givable {
  /** Whether it is documented as a whole one or as a stream. */
  readonly body: Json;
  readonly content: AnswerContent | undefined;
  /** What it says, part by part; none where the operation has no chat protocol. */
  readonly parts: readonly AnswerPart[];
  readonly #fields: AnswerFields;
  readonly #events: readonly Json[] | undefined;
  #template: AnswerTemplate | undefined;
  #eventTemplates: AnswerTemplate[] | undefined;

  /** @param listsEvents whether a documented body is the list of what a stream would have carried */
  constructor(
    { body, events }: Pick<PreparedExample, 'body' | 'events'>,
    protocol: Protocol | undefined,
    listsEvents: boolean,
    fields: AnswerFields,
  ) {
    this.#events = events ?? (listsEvents ? (body as Json[]) : undefined);
    this.body = (this.#events && protocol ? protocol.fromEvents(this.#events) : body) ?? null;
    this.content = protocol?.read(this.body);
    this.parts = protocol?.parts(this.body) ?? [];
    this.#fields = fields;
  }

  fill(filling: Filling): AnswerText {
    const { body: fields } = this.#fields;
    // A list of any length leaves no text that all answers have in common.
    if (fields.some(({ owned }) => 'repeat' in owned)) {
      const body = cloneJson(this.body);
      fillOwnedFields(body, fields, filling);
      return answerText(body);
    }
    this.#template ??= new AnswerTemplate(this.body, fields);
    return this.#template.fill(filling);
  }

  fillEvents(filling: Filling, _request: Json): AnswerText[] | undefined {
    this.#eventTemplates ??= this.#events?.map((event) => new AnswerTemplate(event, this.#fields.event));
    return this.#eventTemplates?.map((event) => event.fill(filling));
  }
}
