/** Checks recorded exchanges as if they happened now. */
import type { Checker } from '../check/checker.js';
import { createChecker } from '../check/packaged.js';
import { pathBelow } from '../check/path-below.js';
import type { CheckerOptions } from '../check/subject.js';
import type { ContractViolation } from '../check/violation.js';
import { mediaTypeOf } from '../http/media-type.js';
import { redactUrl, secretsOf } from '../journal/redaction.js';
import { type RecordedRequest, type RecordedResponse, type Recording, textOf } from './recording.js';

export interface Verdict {
  /** Where the recording came from. */
  source: string;
  operation?: string;
  method: string;
  url: string;
  status?: number;
  /** Milliseconds from the request to the end of the response. */
  durationMs: number;
  violations: ContractViolation[];
  /** What could not be checked, since the recording does not have it. */
  unchecked: UncheckedPart[];
}

/** A part of an exchange that a recording may lack. */
export type UncheckedPart = 'request body' | 'response' | 'response body';

/** What is the gateway's in a recording. */
export interface ReplayOptions extends CheckerOptions {
  /** Only exchanges below this address are the gateway's; without it, all whose path the contract has. */
  baseUrl?: URL;
  /**
   * Whether a request body that is missing may have been there.
   * @default false
   */
  omitsBodies?: boolean;
}

/** Whether the body was there, and was not kept: what is no text says nothing to a check anyway. */
const lacksBody = (method: string, { headers, ended, json, text, chunks }: RecordedResponse): boolean =>
  method !== 'HEAD' &&
  ended === 'cancel' &&
  json === undefined &&
  text === undefined &&
  !chunks?.some((chunk) => chunk.text !== '') &&
  /^$|json|event-stream/.test(mediaTypeOf(headers['content-type']) ?? '');

/** Takes recordings in the order in which they were made: jobs are followed from one to the next. */
export class Replay {
  readonly #checker: Checker;
  readonly #baseUrl: URL | undefined;
  readonly #omitsBodies: boolean;
  #clock = 0;

  constructor({ baseUrl, omitsBodies = false, ...options }: ReplayOptions = {}) {
    this.#baseUrl = baseUrl;
    this.#omitsBodies = omitsBodies;
    this.#checker = createChecker(options, () => this.#clock);
  }

  /** @returns undefined for an exchange with something else than the gateway */
  check(source: string, { time, request, response, duration }: Recording): Verdict | undefined {
    const { method, url, headers } = request;
    const address = new URL(url, this.#baseUrl ?? this.#checker.parts.contract.server);
    const path = this.#pathOf(address, url.startsWith('/'));
    if (path === undefined) return undefined;
    this.#clock = Date.parse(time);
    const body = this.#requestBody(request);
    const exchange = this.#checker.begin({
      method,
      path,
      url: address.href,
      query: address.searchParams,
      header: (name) => headers[name],
      headers: () => headers,
      body,
    });
    if (response) {
      const check = exchange.response(response.status, (name) => response.headers[name]);
      this.#clock += duration;
      for (const text of response.chunks?.map((chunk) => chunk.text) ?? [textOf(response) ?? '']) check.write(text);
      if (response.ended === 'cancel') check.cancel();
      else check.end();
    }
    const { operation, violations } = exchange;
    const unchecked: UncheckedPart[] = [
      ...(body === null && exchange.takesBody ? (['request body'] as const) : []),
      ...(response ? (lacksBody(method, response) ? (['response body'] as const) : []) : (['response'] as const)),
    ];
    return {
      source,
      ...(operation && { operation }),
      method,
      url: this.#urlOf(request, address),
      ...(response && { status: response.status }),
      durationMs: Number.isFinite(duration) ? duration : 0,
      violations,
      unchecked,
    };
  }

  /** A body that the recorder did not read or decode may say anything. */
  #requestBody({ headers, unread, ...body }: RecordedRequest): string | null | undefined {
    const isEncoded = headers['content-encoding'] !== undefined && body.json === undefined;
    return isEncoded || unread !== undefined ? null : (textOf(body) ?? (this.#omitsBodies ? null : undefined));
  }

  /** The address without keys. */
  #urlOf({ url, headers, json }: RecordedRequest, { searchParams: query }: URL): string {
    const { secretNames } = this.#checker;
    return redactUrl(url, secretNames, secretsOf(secretNames, { headers, query, body: json }));
  }

  /** The path as the contract has it. A recording without a host is one of the gateway's. */
  #pathOf(address: URL, isOwn: boolean): string | undefined {
    const { pathname } = address;
    if (isOwn) return pathname;
    if (this.#baseUrl) return pathBelow(address, this.#baseUrl);
    return this.#checker.knows(pathname) ? pathname : undefined;
  }
}
