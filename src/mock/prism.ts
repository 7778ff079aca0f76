/** Prism itself, loaded only when a request or an option asks for it: it takes a second and 140 MB. */
import { createInstance } from '@stoplight/prism-http';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js';
import { validateInput } from '@stoplight/prism-http/dist/validator/index.js';
import type { IHttpOperation } from '@stoplight/types';
import { isLeft } from 'fp-ts/lib/Either.js';
import { fieldName, type Violation } from '../contract/judge/explain.js';
import { formatPointer } from '../contract/pointer.js';
import type { Json } from '../contract/prepared.js';
import { withoutCallbacks } from '../contract/without-callbacks.js';
import type { Exchange } from './exchange.js';

const silent = { info() {}, warn() {}, error() {}, debug() {}, trace() {}, success() {}, fatal() {}, child: () => silent } as never;

export interface Prism {
  /** What Prism finds wrong with a request. */
  judge(operationId: string, exchange: Exchange): Promise<Violation[]>;
  /** An answer that Prism makes up from the schema. */
  generate(operationId: string, exchange: Exchange): Promise<{ status: number; body: Json }>;
}

/** @param description text of the description, as JSON */
export async function createPrism(description: string): Promise<Prism> {
  const operations = (await getHttpOperationsFromSpec(withoutCallbacks(description))) as unknown as IHttpOperation[];
  const byId = new Map(operations.map((operation) => [operation.iid ?? '', operation]));
  const operationOf = (id: string): IHttpOperation => {
    const operation = byId.get(id);
    if (!operation) throw new Error(`Prism knows no operation ${id}`);
    return operation;
  };
  return {
    judge: async (operationId, exchange) => judge(operationOf(operationId), exchange),
    generate: (operationId, exchange) => generate(operationOf(operationId), exchange),
  };
}

const toElement = ({ request, body }: Exchange, path = request.path) => ({
  method: request.method.toLowerCase() as 'get',
  url: { path, query: Object.fromEntries(request.query) },
  // Without a length Prism does not look at the content type.
  headers: { ...request.headers(), ...(body !== undefined && { 'content-length': String(JSON.stringify(body).length) }) },
  body,
});

function judge(resource: IHttpOperation, exchange: Exchange): Violation[] {
  const result = validateInput({ resource, element: toElement(exchange) as never });
  if (!isLeft(result)) return [];
  return result.left.map(({ path = [], code, message }) => {
    const [place = 'body', ...parts] = path.map(String);
    const pointer = formatPointer(parts);
    return { in: place, pointer, field: fieldName(pointer), keyword: String(code ?? ''), expected: message, got: '', message };
  });
}

async function generate(resource: IHttpOperation, exchange: Exchange): Promise<{ status: number; body: Json }> {
  const { code, seed } = exchange.preferences;
  const config = {
    isProxy: false,
    checkSecurity: false,
    validateRequest: false,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: true, ...(code !== undefined && { code }), ...(seed !== undefined && { seed }) },
  };
  const instance = createInstance(config as never, { logger: silent });
  // Prism writes the first `Accept` into the configuration it is given, hence a fresh one each time.
  const result = await instance.request({ ...toElement(exchange), headers: {} } as never, [resource])();
  if (isLeft(result)) throw result.left;
  const { statusCode, body } = result.right.output;
  return { status: statusCode, body: (typeof body === 'string' ? JSON.parse(body) : body) as Json };
}
