/** What a request is recognized by: three keys, each over less of it than the one before. */
import { hash } from 'node:crypto';
import { compileCondition, type ExpressionContext } from '../../contract/expression.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedOperation } from '../../contract/prepared.js';
import type { Conversation, Protocol } from '../../protocols/index.js';
import { protocols } from '../../protocols/index.js';
import { blank } from './blank.js';
import { compileNormalForm, type Normalize } from './normal-form.js';

/** What is worked out once per operation. */
export interface KeyedOperation {
  prepared: PreparedOperation;
  protocol: Protocol | undefined;
  normalize: Normalize;
  wantsStream(request: ExpressionContext): boolean;
  /** Names of the declared query parameters. */
  query: readonly string[];
}

export const keyedOperation = (prepared: PreparedOperation): KeyedOperation => ({
  prepared,
  protocol: prepared.protocol === undefined ? undefined : protocols[prepared.protocol],
  normalize: compileNormalForm(prepared.volatile),
  wantsStream: prepared.stream ? compileCondition(prepared.stream.when) : () => false,
  query: prepared.parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name)
    .sort(),
});

const plain = compileNormalForm();

/** A text that ends where it says: long ones are not worth being written as JSON. */
const counted = (text: string): string => `${text.length}:${text}`;

/** What two requests have in common that belong to the same place in a conversation. */
const turnsOf = ({ model, turns }: Conversation): string =>
  [
    JSON.stringify(model ?? null),
    ...turns.map(({ role, text, images, calls, results }) =>
      [
        role,
        counted(text),
        ...images.map(counted),
        ...calls.map(({ name, arguments: input }) => JSON.stringify(plain([name, input]))),
        ...results.map((result) => `=${counted(result.text)}`),
      ].join(' '),
    ),
  ].join('\n');

const digestOf = (text: string): string => hash('sha1', text, 'base64');

export class KeyedRequest {
  /** The body as it is compared; `undefined` where there is none. */
  readonly body: Json | undefined;
  /** What it consists of, text by text: the parameters, the members of the body, the entries of those that are lists. */
  readonly parts: readonly string[];
  readonly #operation: KeyedOperation;
  readonly #request: ExpressionContext;
  /** Of method, operation, path and query. */
  readonly #head: string;
  readonly #text: string;
  #digest: string | undefined;

  /** @param method in upper case */
  constructor(operation: KeyedOperation, method: string, request: ExpressionContext) {
    const { prepared, normalize, protocol } = operation;
    const body = request.body as Json | undefined;
    this.#operation = operation;
    this.#request = request;
    const query = operation.query.map((name) => request.query.getAll(name));
    this.#head = JSON.stringify([method, prepared.id, plain({ ...request.path }), query]);
    this.body = body === undefined ? undefined : normalize(protocol?.canonical(body) ?? body);
    this.parts = [...Object.entries(request.path).map(([name, value]) => `{${name}}${value}`), ...partsOf(this.body)];
    this.#text = this.parts.join('\n');
  }

  /** Key of all that counts. */
  get exact(): string {
    return this.#key('exact', this.#textDigest);
  }

  /** Key of all that is the same on another day and on another machine. */
  get blanked(): string {
    const text = blank(this.#text);
    return this.#key('blanked', text === this.#text ? this.#textDigest : digestOf(text));
  }

  /** Key of model and turns; `undefined` where the operation has no chat protocol. */
  get turns(): string | undefined {
    const turns = this.turnsOf(this.body);
    // What wants a stream is not served by a recording without one.
    return turns === undefined ? undefined : this.#key('turns', `${this.#operation.wantsStream(this.#request)} ${digestOf(turns)}`);
  }

  get #textDigest(): string {
    this.#digest ??= digestOf(this.#text);
    return this.#digest;
  }

  #key(kind: string, digest: string): string {
    return digestOf(`${kind}\n${this.#head}\n${digest}`);
  }

  /** Model and turns of another body of this operation, as a text. */
  turnsOf(body: Json | undefined): string | undefined {
    const { protocol } = this.#operation;
    return protocol && body !== undefined ? turnsOf(protocol.conversation(body)) : undefined;
  }
}

function partsOf(body: Json | undefined): string[] {
  if (body === undefined) return [];
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return [written(body)];
  return Object.entries(body).flatMap(([name, value]) =>
    Array.isArray(value) && value.length > 0
      ? value.map((entry, index) => `${name}/${index}:${written(entry)}`)
      : [`${name}:${written(value)}`],
  );
}

/** Characters from which on it takes longer to write a text as JSON than to do all else with it. */
const long = 200;

/** As deep as the texts of messages stand: an entry, its parts, and what is in them. */
const deep = 3;

/** A value as a text, by which it is compared: JSON, but for long texts that stand where messages have them. No JSON has a NUL in it. */
function written(value: Json, depth = deep): string {
  if (typeof value === 'string') return value.length < long || value.includes('\0') ? JSON.stringify(value) : `\0${value}\0`;
  if (value === null || typeof value !== 'object' || depth === 0) return JSON.stringify(value);
  const parts = Array.isArray(value)
    ? value.map((entry) => written(entry, depth - 1))
    : Object.keys(value).map((name) => `${JSON.stringify(name)}:${written(value[name] as Json, depth - 1)}`);
  return Array.isArray(value) ? `[${parts.join()}]` : `{${parts.join()}}`;
}
