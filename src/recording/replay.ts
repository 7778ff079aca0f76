/** Checks recorded exchanges as if they happened now. */

import type { Checker } from '../check/checker.js';
import { brokenOff } from '../check/findings/broken-off.js';
import type { ContractViolation, ExchangePart } from '../check/findings/violation.js';
import { createChecker } from '../check/packaged.js';
import { ParsedBody } from '../check/parsed-body.js';
import { pathBelow } from '../check/path-below.js';
import type { CheckerOptions } from '../check/subject.js';
import { requestIdOf } from '../contract/headers/request-id.js';
import { isTooDeep } from '../http/json/json-text.js';
import { redactUrl, secretsOf } from '../journal/redaction.js';
import type { Secrets } from '../journal/secrets.js';
import type { Half } from './halves.js';
import type { RecordedBody, RecordedRequest, RecordedResponse, Recording } from './recording.js';

/** What a recording may lack: nobody kept it, or it never came. */
export type Lack = 'request body' | 'response' | 'response body';

export interface Verdict {
  /** Where the recording came from. */
  source: string;
  operation?: string;
  method: string;
  url: string;
  status?: number;
  /** Milliseconds from the request to the end of the response. */
  durationMs: number;
  /** By what the server, its log and its journal know the exchange. */
  requestId?: string;
  /** What could not be checked. */
  lacks: Lack[];
  /** Whether anything could that says something: a body, or that there is none. */
  isChecked: boolean;
  violations: ContractViolation[];
}

const halfOf = (part: ExchangePart): Half => (part === 'request' ? 'requests' : 'responses');

/** What is the gateway's in a recording. */
export interface ReplayOptions extends CheckerOptions {
  /** Only exchanges below this address are the gateway's; without it, all whose path the contract has. */
  baseUrl?: URL;
  /**
   * Whether a request body that is missing may have been there.
   * @default false
   */
  omitsBodies?: boolean;
  /**
   * Whether bodies that are JSON were read with a look at how deep they are.
   * @default false
   */
  knowsDepth?: boolean;
  /**
   * Whether a request without a response is worth anything by itself: that of a browser may never have been sent.
   * @default true
   */
  keepsUnanswered?: boolean;
  /**
   * The half that is checked.
   * @default both
   */
  only?: Half;
}

/** Takes recordings in the order in which they were made: jobs are followed from one to the next. */
export class Replay {
  readonly #checker: Checker;
  readonly #baseUrl: URL | undefined;
  readonly #omitsBodies: boolean;
  readonly #knowsDepth: boolean;
  readonly #keepsUnanswered: boolean;
  readonly #only: Half | undefined;
  /** That of the exchange before: many went to the same address. */
  #last: { url: string; address: URL } | undefined;
  #told: { url: string; secrets: Secrets; clean: string } | undefined;
  #clock = 0;

  constructor({ baseUrl, omitsBodies = false, knowsDepth = false, keepsUnanswered = true, only, ...options }: ReplayOptions = {}) {
    this.#baseUrl = baseUrl;
    this.#omitsBodies = omitsBodies;
    this.#knowsDepth = knowsDepth;
    this.#keepsUnanswered = keepsUnanswered;
    this.#only = only;
    this.#checker = createChecker(options, { now: () => this.#clock, isCounted: false });
  }

  /** @returns undefined for an exchange with something else than the gateway */
  check(source: string, { time, requestId, request, response, duration }: Recording): Verdict | undefined {
    const { method, url, headers } = request;
    const address = this.#addressOf(url);
    const path = this.#pathOf(method, address, url.startsWith('/'));
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
      const whole = this.#bodyOf(response);
      if (response.chunks) for (const { text } of response.chunks) check.write(text);
      else if (whole instanceof ParsedBody) check.whole(whole);
      else if (whole !== undefined) check.write(whole);
      if (response.ended === 'cancel') check.cancel();
      else check.end(response.ended === 'cut' ? brokenOff : undefined);
    }
    const { operation } = exchange;
    const id = requestId ?? (response && requestIdOf(this.#checker.parts.contract, (name) => response.headers[name]));
    const only = this.#only;
    return {
      source,
      ...(operation && { operation }),
      method,
      url: this.#urlOf(request, address),
      ...(response && { status: response.status }),
      durationMs: Number.isFinite(duration) ? duration : 0,
      ...(id !== undefined && { requestId: id }),
      ...this.#seen(request, exchange.takesBody && body === null, response),
      violations: only === undefined ? exchange.violations : exchange.violations.filter(({ part }) => halfOf(part) === only),
    };
  }

  #addressOf(url: string): URL {
    if (this.#last?.url !== url) this.#last = { url, address: new URL(url, this.#baseUrl ?? this.#checker.parts.contract.server) };
    return this.#last.address;
  }

  #seen(request: RecordedRequest, lacksBody: boolean, response: RecordedResponse | undefined): Pick<Verdict, 'lacks' | 'isChecked'> {
    const only = this.#only;
    const isAnswerSeen = response !== undefined && (response.ended !== 'cancel' || isStreamed(response));
    const lacks: Lack[] = [];
    if (lacksBody && only !== 'responses') lacks.push('request body');
    if (!isAnswerSeen && only !== 'requests') lacks.push(response ? 'response body' : 'response');
    const isAsked =
      !lacksBody &&
      (only === 'requests' || request.json !== undefined || request.text !== undefined || (!response && this.#keepsUnanswered));
    return { lacks, isChecked: (isAnswerSeen && only !== 'requests') || (isAsked && only !== 'responses') };
  }

  /** What is nested too deep is read as text, so that it is told as what comes from the gateway is. */
  #bodyOf({ json, text }: RecordedBody): string | ParsedBody | undefined {
    if (json === undefined) return text;
    return !this.#knowsDepth && isTooDeep(json) ? JSON.stringify(json) : new ParsedBody(json);
  }

  /** A body that the recorder did not read or decode may say anything. */
  #requestBody({ headers, unread, ...body }: RecordedRequest): string | ParsedBody | null | undefined {
    const isEncoded = headers['content-encoding'] !== undefined && body.json === undefined;
    return isEncoded || unread !== undefined ? null : (this.#bodyOf(body) ?? (this.#omitsBodies ? null : undefined));
  }

  /** The address without keys. */
  #urlOf({ url, headers, json }: RecordedRequest, { searchParams: query }: URL): string {
    const { secretNames } = this.#checker;
    const secrets = secretsOf(secretNames, { headers, query, body: json });
    if (this.#told?.url !== url || this.#told.secrets !== secrets)
      this.#told = { url, secrets, clean: redactUrl(url, secretNames, secrets) };
    return this.#told.clean;
  }

  /** The path as the contract has it. A recording without a host is one of the gateway's. */
  #pathOf(method: string, address: URL, isOwn: boolean): string | undefined {
    const { pathname, protocol } = address;
    // A browser also keeps what it made itself, and what went over a WebSocket.
    if (!/^https?:$/.test(protocol)) return undefined;
    if (isOwn) return pathname;
    if (this.#baseUrl) return pathBelow(address, this.#baseUrl);
    return this.#checker.knows(pathname, method) ? pathname : undefined;
  }
}

/** Events say something each for itself. */
const isStreamed = ({ headers, chunks, text, json }: RecordedResponse): boolean =>
  /^text\/event-stream/.test(headers['content-type'] ?? '') && (text !== undefined || json !== undefined || (chunks?.length ?? 0) > 0);
