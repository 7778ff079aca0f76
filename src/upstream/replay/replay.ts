/** Answers requests from recordings. */

import { cloneJson } from '../../contract/clone.js';
import { fieldName } from '../../contract/judge/explain.js';
import { getAt, setAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { HttpResponse } from '../../http/message.js';
import { keyPart, sessionKey } from '../../http/session-key.js';
import { RefusedRequest } from '../../mock/engine/exchange.js';
import type { Call } from '../../mock/engine/state.js';
import { nameOf } from '../../recording/sources.js';
import { blank } from './blank.js';
import { differences } from './differences.js';
import type { Library, Shelved } from './library.js';
import { toResponse } from './recorded-response.js';
import { KeyedRequest } from './request-keys.js';

export interface ReplayOptions {
  library: Library;
  /** Whether only requests are answered that differ in nothing that counts. */
  strict: boolean;
  speed: number;
}

const equal = (a: string, b: string): boolean => a === b;
const equalBlanked = (a: string, b: string): boolean => blank(a) === blank(b);

export class Replay {
  readonly #library: Library;
  readonly #strict: boolean;
  readonly #speed: number;

  constructor({ library, strict, speed }: ReplayOptions) {
    this.#library = library;
    this.#strict = strict;
    this.#speed = speed;
  }

  /** The recorded response to a request; `undefined` where there is none. */
  async answer(call: Call): Promise<HttpResponse | undefined> {
    const { state, operation, exchange } = call;
    const request = this.#keyed(call);
    const { key, shelves, same } = this.#find(request) ?? {};
    if (key === undefined || !shelves) return undefined;
    // Where there is but one, nothing has to be counted.
    const count =
      shelves.length > 1 ? await state.store.increment(`${sessionKey(exchange.preferences.session ?? '')}replay:${keyPart(key)}`) : 1;
    const shelved = shelves[Math.min(count, shelves.length) - 1] as Shelved;
    const recorded = await this.#library.responseOf(shelved);
    const name = nameOf(shelved.place);
    if (same) {
      const [pointer = ''] = differences(request.body ?? null, (await this.#library.requestOf(shelved))?.body ?? null, same, 1);
      exchange.warnings = [
        ...exchange.warnings,
        { in: 'body', pointer, message: `is not as it was in the recording that answers, ${name}` },
      ];
    }
    const { contract } = state;
    const response = toResponse(recorded, { contract, operation: operation.prepared, exchange, speed: this.#speed });
    exchange.source.recording = name;
    return response;
  }

  /** Why there is no answer: what is most like the request, and where it differs. */
  async miss(call: Call): Promise<RefusedRequest> {
    const request = this.#keyed(call);
    const { id } = call.operation.prepared;
    const shelved = this.#library.nearest(id, request);
    if (!shelved) return new RefusedRequest({ status: 404, message: `no recording answers this request: there is none of ${id}` });
    const recorded = await this.#library.requestOf(shelved);
    const pointer = recorded && this.#decisive(request, recorded);
    const where = pointer === undefined ? 'has another path or query' : `differs at ${pointer || 'its body'}`;
    return new RefusedRequest({
      status: 404,
      message: `no recording answers this request; the nearest, ${nameOf(shelved.place)}, ${where}`,
      ...(pointer && { field: fieldName(pointer) }),
    });
  }

  #keyed({ operation, exchange, request }: Call): KeyedRequest {
    // What GET answers, HEAD answers without its body.
    const method = exchange.request.method === 'HEAD' ? 'GET' : exchange.request.method;
    return new KeyedRequest(this.#library.operation(operation.prepared), method, request);
  }

  /** What has the first of the keys; `same`: what counts as the same there, absent where nothing differs. */
  #find(request: KeyedRequest): { key: string; shelves: readonly Shelved[]; same?: (a: string, b: string) => boolean } | undefined {
    const { exact } = request;
    const shelves = this.#library.find(exact);
    if (shelves) return { key: exact, shelves };
    if (this.#strict) return undefined;
    for (const [key, same] of [
      [request.blanked, equal],
      [request.turns, equalBlanked],
    ] as const) {
      const found = this.#library.find(key);
      if (key !== undefined && found) return { key, shelves: found, same };
    }
    return undefined;
  }

  /** The first difference but for which the recording would have answered, where one of them is enough; else the first of all. */
  #decisive(request: KeyedRequest, recorded: KeyedRequest): string | undefined {
    const found = differences(request.body ?? null, recorded.body ?? null, this.#strict ? equal : equalBlanked);
    const turns = this.#strict ? undefined : recorded.turnsOf(recorded.body);
    if (turns === undefined) return found[0];
    const changesTurns = (pointer: string): boolean => {
      const changed = cloneJson(recorded.body as Json);
      setAt(changed, pointer, getAt(request.body, pointer));
      return recorded.turnsOf(changed) !== turns;
    };
    return found.find(changesTurns) ?? found[0];
  }
}
