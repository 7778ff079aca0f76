/** Cuts the body of a response as networks do, where a request prefers that. */
import { type HttpResponse, isStream } from '../http/message.js';
import { inChunks } from './answer/chunks.js';
import type { Exchange } from './engine/exchange.js';

/** `Prefer: chunks=7`, for streams and for the list that stands for one. */
export function cutBody({ preferences: { chunks }, stated, operation }: Exchange, response: HttpResponse): void {
  const { body, status } = response;
  if (chunks === undefined || body === null) return;
  if (!isStream(body) && !(status < 300 && operation?.listsEvents())) return;
  response.body = inChunks(body, chunks);
  response.apart = true;
  stated?.apply('chunks');
}
