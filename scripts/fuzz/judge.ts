/** What an answer has to be, whatever was asked: by our own checker, and by Ajv on the description itself. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { contract } from '../../compiled/contract.js';
import { createChecker, schemaValidator } from '../../src/check/packaged.js';
import type { CheckedRequest } from '../../src/check/subject.js';
import { formatPointer } from '../../src/contract/pointer.js';
import { unread } from '../../src/http/body-text.js';
import { decodedTextSync } from '../../src/http/encoded-body.js';
import { mediaTypeOf } from '../../src/http/media-type.js';
import type { ReadResponse } from './http-reader.js';
import { type Description, isOwnPath } from './operations.js';
import type { RawMessage } from './raw-messages.js';
import type { WireRequest } from './requests.js';

/** A response as it came. */
export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
  /** Whether the connection broke before it was complete. */
  isCut: boolean;
}

/** What asks for an answer that is no success. */
const asksForError = /code=|error-rate|sk-mock-/;
const asksForFault = /stream-fault=/;
/** Said before the body is read, which may tell the dialect. */
const beforeBody = new Set([417, 431]);
/** Values of a schema's types, which mean nothing. */
const asksForMadeUp = /dynamic/;

/** What is no HTTP is answered so: not as a gateway has it, a coding of transfer or a version that nobody knows. */
const oddIsAnswered = new Set([501, 502, 505]);

export class Judge {
  readonly #checker = createChecker({ auth: false });
  readonly #ajv: Ajv2020;
  readonly #description: Description;
  readonly #text: string;
  readonly #validators = new Map<string, ValidateFunction | undefined>();

  constructor(description: Description) {
    this.#description = description;
    this.#text = JSON.stringify(description);
    this.#ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false, logger: false });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(description, 'description');
  }

  /** @throws Error for an answer that is none to this request */
  judge(request: WireRequest, answer: Answer): void {
    const [target = '', query = ''] = request.target.split(/\?(.*)/s);
    const path = target.replace(/^\/__session\/[^/]+(?=\/)/, '');
    const wished = `${request.headers.prefer} ${request.headers.authorization} ${query}`;
    const isAsked =
      asksForError.test(wished) || (path === '/__mock/ready' && answer.status === 503) || this.#isDocumented(request, path, answer);
    if (answer.status >= 500 && !isAsked) throw new Error(`nobody asked for ${answer.status}: ${answer.body.toString().slice(0, 300)}`);
    if (asksForFault.test(wished)) return;
    if (answer.isCut) throw new Error('the connection broke');
    if (request.method === 'HEAD' || request.method === 'OPTIONS') return;
    if (isOwnPath(path)) this.#judgeOwn(answer);
    else if (this.#checker.knows(path, request.method)) this.#judgeKnown(request, path, query, answer);
    else this.#judgeUnknown(answer);
  }

  /** @throws Error for an answer that nobody has asked for, or one too many or too few */
  judgeRaw({ responses: expected }: RawMessage, responses: readonly ReadResponse[]): void {
    const wrong = responses.find(({ status }) => status >= 500 && !(expected === undefined && oddIsAnswered.has(status)));
    if (wrong) throw new Error(`nobody asked for ${wrong.status}: ${wrong.body.toString().slice(0, 300)}`);
    if (expected !== undefined && responses.length !== expected)
      throw new Error(
        `${responses.length} responses instead of ${expected}: ${JSON.stringify(responses.map(({ status, body }) => [status, body.toString().slice(0, 100)]))}`,
      );
    for (const { status, body } of responses) if (status >= 400 && body.length > 0) this.#judgeError(body);
  }

  /** Whether an error is one that the operation is documented to give, as some do for what they do not know. */
  #isDocumented({ method }: WireRequest, path: string, { status, body }: Answer): boolean {
    const match = status < 500 ? undefined : this.#checker.route(method, path);
    if (match?.kind !== 'operation') return false;
    const { error }: { error?: unknown } = JSON.parse(body.toString());
    return error !== undefined && this.#text.includes(JSON.stringify(error));
  }

  #judgeOwn({ headers, body }: Answer): void {
    if (/json/.test(headers['content-type'] ?? '') && body.length > 0) JSON.parse(body.toString());
  }

  #judgeUnknown({ status, body }: Answer): void {
    if (status < 400) throw new Error(`a path that there is not is answered with ${status}`);
    this.#judgeError(body);
  }

  /** One that some path speaks like. */
  #judgeError(body: Buffer): void {
    const error: unknown = JSON.parse(body.toString());
    const speaks = Object.values(contract.dialects).some(({ schemas }) => schemas.some((name) => schemaValidator(name)?.(error)));
    if (!speaks) throw new Error(`an error in no dialect: ${JSON.stringify(error)}`);
  }

  #judgeKnown(request: WireRequest, path: string, query: string, answer: Answer): void {
    const check = this.#checker.begin({
      method: request.method,
      path,
      query: new URLSearchParams(query),
      header: (name) => request.headers[name],
      headers: () => request.headers,
      body: beforeBody.has(answer.status) ? null : bodyOf(request),
    });
    const text = answer.body.toString();
    const body = check.response(answer.status, (name) => answer.headers[name]);
    body.write(text);
    body.end();
    // What is made up goes by the schemas, of which another validator knows, and by nothing else that is to be said of bodies.
    const isMadeUp = asksForMadeUp.test(`${request.headers.prefer} ${query}`);
    const wrong = check.violations.filter(
      ({ part, in: place }) =>
        // Documented jobs of one id are several: they are no course of one job.
        part !== 'request' && part !== 'job' && !(isMadeUp && place === 'body'),
    );
    if (wrong.length > 0)
      throw new Error(
        `the answer is not as the contract has it:\n  ${wrong.map(({ message }) => message).join('\n  ')}\n  ${text.slice(0, 600)}`,
      );
    if (/\bjson\b/.test(answer.headers['content-type'] ?? '')) this.#judgeByDescription(request, path, answer, JSON.parse(text));
  }

  /** By another validator, made from the description as anybody has it. */
  #judgeByDescription({ method }: WireRequest, path: string, { status, headers }: Answer, body: unknown): void {
    const match = this.#checker.route(method, path);
    if (match.kind !== 'operation') return;
    const { prepared } = match.operation;
    const validate = this.#validator(prepared.path, prepared.method, String(status), mediaTypeOf(headers['content-type']) ?? '');
    if (!validate || validate(body)) return;
    const [error] = validate.errors ?? [];
    throw new Error(`Ajv finds the answer wrong: ${error?.instancePath} ${error?.message}: ${JSON.stringify(body).slice(0, 600)}`);
  }

  #validator(path: string, method: string, status: string, mediaType: string): ValidateFunction | undefined {
    const key = [path, method, status, mediaType].join(' ');
    if (!this.#validators.has(key)) this.#validators.set(key, this.#compile(path, method.toLowerCase(), status, mediaType));
    return this.#validators.get(key);
  }

  #compile(path: string, method: string, status: string, mediaType: string): ValidateFunction | undefined {
    const declared = this.#description.paths[path]?.[method]?.responses ?? {};
    const name = Object.hasOwn(declared, status) ? status : 'default';
    let at = ['paths', path, method, 'responses', name];
    const reference = (declared[name] as { $ref?: string } | undefined)?.$ref;
    if (reference !== undefined) at = reference.slice(2).split('/');
    const schemaAt = [...at, 'content', mediaType, 'schema'];
    const found = schemaAt.reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], this.#description);
    return found === undefined ? undefined : this.#ajv.compile({ $ref: `description#${formatPointer(schemaAt)}` });
  }
}

function bodyOf({ body, headers }: WireRequest): CheckedRequest['body'] {
  if (body === undefined) return undefined;
  try {
    return decodedTextSync(body, (name) => headers[name], 64 * 2 ** 20);
  } catch (error) {
    return unread(error);
  }
}
