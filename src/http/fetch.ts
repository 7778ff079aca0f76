/** The mock as a `fetch`: standard requests in, standard responses out. */
import { bodyText } from './body-text.js';
import { type HttpRequest, type HttpResponse, isStream } from './message.js';

function toHttpRequest(request: Request, limit: number, prefix: string): HttpRequest {
  const url = new URL(request.url);
  return {
    method: request.method,
    path: url.pathname.slice(prefix.length),
    query: url.searchParams,
    header: (name) => request.headers.get(name) ?? undefined,
    headers: () => Object.fromEntries(request.headers),
    text: async () => bodyText(new Uint8Array(await request.arrayBuffer()), (name) => request.headers.get(name), limit),
    origin: url.origin + prefix,
    signal: request.signal,
  };
}

/**
 * A stream that takes the next event when the reader wants it, and stops the source when the reader goes away. It keeps the request: Node
 * forgets whom to tell of an abort once a request is collected as garbage.
 */
function toReadable(source: AsyncIterable<string | Uint8Array>, request: Request): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        request.signal.throwIfAborted();
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      } catch (error) {
        controller.error(error);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/**
 * @param limit largest request body in bytes
 * @param prefix path below which the mock is reached
 */
export function toFetch(respond: (request: HttpRequest) => Promise<HttpResponse>, limit: number, prefix = ''): typeof fetch {
  return async (input, init) => {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    request.signal.throwIfAborted();
    const { status, headers, body } = await respond(toHttpRequest(request, limit, prefix));
    request.signal.throwIfAborted();
    const empty = body === null || request.method === 'HEAD' || status === 204 || status === 304;
    return new Response(empty ? null : isStream(body) ? toReadable(body, request) : (body as BodyInit), { status, headers });
  };
}
