/** What a request is recognized by: three keys, each over less of it than the one before. */
import { hash } from 'node:crypto';
import { compileCondition, type ExpressionContext } from '../../contract/expression.js';
import type { Json, PreparedOperation } from '../../contract/prepared.js';
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

/** What two requests have in common that belong to the same place in a conversation. */
const turnsOf = ({ model, turns }: Conversation): Json =>
  plain([
    model ?? null,
    turns.map(({ role, text, images, calls, results }) => ({
      role,
      text,
      images: [...images],
      calls: calls.map(({ name, arguments: input }) => ({ name, arguments: input })),
      results: results.map((result) => result.text),
    })),
  ]);

const keyOf = (...texts: string[]): string => hash('sha1', texts.join('\n'), 'base64');

export class KeyedRequest {
  /** The body as it is compared; `undefined` where there is none. */
  readonly body: Json | undefined;
  /** What it consists of, text by text: the parameters, the members of the body, the entries of those that are lists. */
  readonly parts: readonly string[];
  readonly #operation: KeyedOperation;
  readonly #request: ExpressionContext;
  readonly #head: string;

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
  }

  /** Key of all that counts. */
  get exact(): string {
    return keyOf('exact', this.#head, ...this.parts);
  }

  /** Key of all that is the same on another day and on another machine. */
  get blanked(): string {
    return keyOf('blanked', this.#head, blank(this.parts.join('\n')));
  }

  /** Key of model and turns; `undefined` where the operation has no chat protocol. */
  get turns(): string | undefined {
    const turns = this.turnsOf(this.body);
    // What wants a stream is not served by a recording without one.
    return turns === undefined ? undefined : keyOf('turns', this.#head, String(this.#operation.wantsStream(this.#request)), turns);
  }

  /** Model and turns of another body of this operation, as a text. */
  turnsOf(body: Json | undefined): string | undefined {
    const { protocol } = this.#operation;
    return protocol && body !== undefined ? JSON.stringify(turnsOf(protocol.conversation(body))) : undefined;
  }
}

function partsOf(body: Json | undefined): string[] {
  if (body === undefined) return [];
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return [JSON.stringify(body)];
  return Object.entries(body).flatMap(([name, value]) =>
    Array.isArray(value) && value.length > 0
      ? value.map((entry, index) => `${name}/${index}:${JSON.stringify(entry)}`)
      : [`${name}:${JSON.stringify(value)}`],
  );
}
