/** An answer that is built once and given to many requests, each with ids of its own. */
import { cloneJson } from '../../contract/clone.js';
import { formatPointer, visitAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { JsonObject } from '../../protocols/parts/json.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import { type AnswerFields, type Givable, KnownAnswer } from '../answer/known-answer.js';
import { type CompiledField, type FilledField, type Filling, fillOwnedFields, type TokenCounts } from '../answer/owned-fields.js';
import { AnswerTemplate, type AnswerText } from '../answer/template.js';
import { idLength } from './calls.js';

/** Characters of what a request may say of its events, if they are to be kept. */
const longestKey = 1000;

/** Stands where a new id is to be, and the number of the id. */
const idMark = '\u0002';
const markedId = /\\u0002(\d+)\\u0002/g;
/** Stands where the whole answer is filled in, and the number of the value. */
const valueMark = '\u0003';

/** Whether JSON text holds what could be taken for a mark. */
export const holdsMarks = (json: string): boolean => /\\u000[1-3]/.test(json);

/** What fills the whole answer that events were made of. */
const valuesOf = new WeakMap<Filling, readonly unknown[]>();

/** Counts that follow from what the answer says, and from nothing of the request. */
const countsOfAnswer: ReadonlySet<string> = new Set(['output', 'visible', 'text', 'reasoning'] satisfies (keyof TokenCounts)[]);
const countsAnswer = ({ owned }: CompiledField): boolean => 'tokens' in owned && countsOfAnswer.has(owned.tokens);

const numberIn = (value: unknown): number | undefined =>
  typeof value === 'string' && value.startsWith(valueMark) ? Number(value.slice(valueMark.length)) : undefined;

const valueIn = (filling: Filling, number: number): unknown => valuesOf.get(filling)?.[number];

interface MadeEvents {
  /** What of the request they depend on. */
  key: string;
  /** What fills the whole answer, in order. */
  fill: (filling: Filling) => unknown[];
  templates: readonly AnswerTemplate[];
}

/** Built once. What a protocol puts into each event of it is worked out when a stream is first asked for. */
export class BuiltAnswer extends KnownAnswer {
  readonly choices: number;
  /** How many ids each answer needs. */
  readonly ids: number;
  readonly #protocol: Protocol;
  readonly #fields: AnswerFields;
  /** Those that were asked for last. */
  #made: MadeEvents | undefined;

  /** @param build makes the body, with ids that it asks for */
  constructor(protocol: Protocol, fields: AnswerFields, build: (newId: () => string) => Json) {
    let ids = 0;
    const body = build(() => `${idMark}${String(ids++).padStart(idLength - 2, '0')}${idMark}`);
    super({ body }, protocol, false, fields);
    this.choices = protocol.choices(body);
    this.ids = ids;
    this.#protocol = protocol;
    this.#fields = fields;
  }

  override fillEvents(filling: Filling, request: Json): AnswerText[] {
    const { fill, templates } = this.#eventsFor(filling, request);
    valuesOf.set(filling, fill(filling));
    return templates.map((template) => template.fill(filling));
  }

  #eventsFor(filling: Filling, request: Json): MadeEvents {
    const { eventMembers = [], toEvents } = this.#protocol;
    const asked = Object.fromEntries(eventMembers.map((name) => [name, (request as JsonObject)[name] ?? null]));
    const key = JSON.stringify(asked);
    if (this.#made?.key === key) return this.#made;
    const body = cloneJson(this.body);
    // A protocol may reckon with what the answer counts, which all requests have in common.
    const { body: fields, event } = this.#fields;
    fillOwnedFields(body, fields.filter(countsAnswer), filling);
    const fill = markValues(
      body,
      fields.filter((field) => !countsAnswer(field)),
    );
    const made = { key, fill, templates: toEvents(body, asked).map((one) => templateOf(one, event)) };
    if (key.length <= longestKey) this.#made = made;
    return made;
  }
}

/** Puts marks in the place of what is filled in. @returns what makes the values for them */
function markValues(body: Json, fields: readonly CompiledField[]): MadeEvents['fill'] {
  const values: { field: FilledField; current: unknown }[] = [];
  for (const field of fields) {
    visitAt(body, field.parts, (container, key) => {
      const number = values.push({ field, current: container[key] }) - 1;
      container[key] = `${valueMark}${number}`;
    });
  }
  return (filling) => values.map(({ field, current }) => field.fill(current, filling));
}

/** An event that holds marks: what fills them comes first, as in an event that is made of an answer filled in. */
function templateOf(event: Json, fields: readonly CompiledField[]): AnswerTemplate {
  const others = cloneJson(event);
  for (const { parts } of fields) {
    visitAt(others, parts, (container, key) => {
      container[key] = null;
    });
  }
  const within = (field: FilledField): FilledField => ({
    ...field,
    fill(current, filling, position) {
      const number = numberIn(current);
      return field.fill(number === undefined ? current : valueIn(filling, number), filling, position);
    },
  });
  return new AnswerTemplate(event, [...fields.map(within), ...markedFields(others)]);
}

/** The places of marks, as fields. */
function markedFields(value: Json, parts: readonly string[] = []): FilledField[] {
  const number = numberIn(value);
  if (number !== undefined) return [{ pointer: formatPointer(parts), parts, fill: (_, filling) => valueIn(filling, number) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => markedFields(member, [...parts, key]));
}

/** A built answer for one request. */
export class RepeatedAnswer implements Givable {
  readonly #built: BuiltAnswer;
  readonly #ids: readonly string[];

  /** @param newId makes the ids, in the order in which the answer was built with them */
  constructor(built: BuiltAnswer, newId: () => string) {
    this.#built = built;
    this.#ids = Array.from({ length: built.ids }, newId);
  }

  get body(): Json {
    return JSON.parse(this.#withIds(JSON.stringify(this.#built.body))) as Json;
  }

  get content(): Givable['content'] {
    return this.#built.content;
  }

  get choices(): number {
    return this.#built.choices;
  }

  fill(filling: Filling): AnswerText {
    return this.#named(this.#built.fill(filling));
  }

  fillEvents(filling: Filling, request: Json): AnswerText[] {
    return this.#built.fillEvents(filling, request).map((event) => this.#named(event));
  }

  #named({ text, at }: AnswerText): AnswerText {
    return { text: this.#withIds(text), at };
  }

  #withIds(json: string): string {
    return this.#ids.length === 0 ? json : json.replace(markedId, (_, number: string) => this.#ids[Number(number)] as string);
  }
}
