/** The passage of one exchange through the proxy. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Checker } from '../check/checker.js';
import type { ExchangeCheck } from '../check/exchange.js';
import type { CheckedRequest } from '../check/subject.js';
import type { ContractViolation } from '../check/violation.js';
import { requestIdOf } from '../contract/headers/request-id.js';
import type { PreparedOperation } from '../contract/prepared.js';
import { largestJudged, unread } from '../http/body-text.js';
import { decodedTextSync } from '../http/encoded-body.js';
import { headerText } from '../http/header-text.js';
import { mediaTypeOf } from '../http/media-type.js';
import type { JournalRecord } from '../journal/journal.js';
import { type RecordedResponse, type Recording, toRecordedBody } from '../recording/recording.js';
import { endToEnd, joined } from './headers.js';
import { addressOf, type Gateway, isStatus, noResponse, passOn, reasonOf } from './pass-on.js';
import { Witness } from './witness.js';

export interface PassageOptions {
  checker: Checker;
  gateway: Gateway;
  /** Keep the bodies of responses, to be recorded. */
  keepBodies: boolean;
  done(passage: Passage): void;
}

export class Passage {
  readonly #options: PassageOptions;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  /** Path and query, as they came. */
  readonly #target: string;
  readonly #url: URL;
  readonly #time = new Date();
  readonly #started = performance.now();
  readonly #requestBody: Buffer[] = [];
  #exchange: ExchangeCheck | undefined;
  #response: Witness | undefined;
  #hasEnded = false;
  #isLeft = false;

  constructor(options: PassageOptions, target: string, incoming: IncomingMessage, outgoing: ServerResponse) {
    this.#options = options;
    this.#target = target;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    const { method = 'GET', headers } = incoming;
    this.#url = new URL(`http://proxy${target.startsWith('/') ? '' : '/'}${target}`);
    const upstream = passOn(options.gateway, { method, url: target, headers });
    incoming.on('data', (chunk: Buffer) => this.#requestBody.push(chunk));
    incoming.on('end', () => this.#begin());
    incoming.pipe(upstream);
    upstream.on('response', (response) => this.#pass(response));
    // Nobody asked for another protocol.
    upstream.on('upgrade', (_, socket) => {
      socket.destroy();
      this.#fail(new Error('it changed the protocol'));
    });
    upstream.on('error', (error: NodeJS.ErrnoException) => this.#fail(error));
    outgoing.on('close', () => {
      // The caller went away: the gateway need not go on.
      if (!outgoing.writableFinished) {
        this.#isLeft = !this.#hasEnded;
        upstream.destroy();
      }
      this.#end('cancel');
    });
  }

  get #milliseconds(): number {
    return Math.round((performance.now() - this.#started) * 10) / 10;
  }

  /** Checks the request, once; a response may come before the request is complete. */
  #begin(): ExchangeCheck {
    if (this.#exchange) return this.#exchange;
    const { method = 'GET', headers, complete } = this.#incoming;
    const text = complete ? this.#requestText() : null;
    this.#exchange = this.#options.checker.begin({
      method,
      path: this.#url.pathname,
      url: addressOf(this.#options.gateway, this.#incoming.url ?? '/'),
      query: this.#url.searchParams,
      header: (name) => joined(headers)[name],
      headers: () => joined(headers),
      body: text === '' ? undefined : text,
    });
    return this.#exchange;
  }

  #requestText(): CheckedRequest['body'] {
    const headers = joined(this.#incoming.headers);
    try {
      return decodedTextSync(Buffer.concat(this.#requestBody), (name) => headers[name], largestJudged);
    } catch (error) {
      return unread(error);
    }
  }

  #pass(response: IncomingMessage): void {
    const exchange = this.#begin();
    const { statusCode: status = 502, statusMessage } = response;
    const witness = new Witness({
      exchange,
      head: { status, headers: joined(response.headers) },
      keepsBody: this.#options.keepBodies,
      elapsed: () => this.#milliseconds,
    });
    this.#response = witness;
    if (!isStatus(status)) {
      this.#refuse(new Error(`it answered with the status ${status}`));
      this.#end('cut');
      response.destroy();
      return;
    }
    const known = exchange.violations.map(({ message }) => message);
    this.#outgoing.writeHead(status, reasonOf(statusMessage), {
      ...endToEnd(response.headers),
      ...(known.length > 0 && { 'x-contract-violations': headerText(known) }),
    });
    this.#outgoing.flushHeaders();
    response.on('data', (chunk: Buffer) => witness.write(chunk));
    response.on('end', () => this.#end('end'));
    response.on('error', () => {
      this.#end('cut');
      this.#outgoing.destroy();
    });
    response.pipe(this.#outgoing);
  }

  get #operation(): PreparedOperation | undefined {
    const match = this.#options.checker.route(this.#incoming.method ?? 'GET', this.#url.pathname);
    return match.kind === 'operation' ? match.operation.prepared : undefined;
  }

  #fail(error: NodeJS.ErrnoException): void {
    if (!this.#response && !this.#outgoing.destroyed) this.#refuse(error);
  }

  /** Answers in place of a gateway that does not, or not as HTTP has it. */
  #refuse(error: NodeJS.ErrnoException): void {
    const { checker, gateway } = this.#options;
    const { status, headers, body } = noResponse(checker.parts.contract, this.#operation, 'the proxy', gateway, error);
    this.#outgoing.writeHead(status, headers);
    this.#outgoing.end(body);
  }

  #end(how: RecordedResponse['ended']): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#begin();
    this.#response?.end(how);
    this.#options.done(this);
  }

  /** What was found so far; of each one the request can be sent again. */
  get violations(): readonly ContractViolation[] {
    return this.#begin().violations;
  }

  recording(): Recording {
    const { method = 'GET', headers } = this.#incoming;
    const { operation, violations } = this.#begin();
    const text = this.#requestText();
    return {
      time: this.#time.toISOString(),
      ...(operation && { operation }),
      request: {
        method,
        url: this.#target,
        headers: joined(headers),
        ...toRecordedBody(typeof text === 'string' ? text : undefined, false),
      },
      ...(this.#response && { response: this.#response.recorded() }),
      duration: this.#milliseconds,
      violations,
    };
  }

  /** What is known as soon as the request is here. */
  arrival(): JournalRecord {
    const { method = 'GET', headers } = this.#incoming;
    const operation = this.#operation;
    return {
      time: this.#time.getTime(),
      session: '',
      method,
      path: this.#url.pathname,
      query: this.#url.search.slice(1),
      ...(operation && { operation: operation.id }),
      status: 0,
      mediaType: '',
      violations: [],
      warnings: [],
      duration: 0,
      requestHeaders: joined(headers),
    };
  }

  /** What is known once it is over. */
  record(): JournalRecord {
    const exchange = this.#begin();
    const text = this.#requestText();
    const { operation, example, violations } = exchange;
    const head = this.#response?.head;
    const requestId = head && requestIdOf(this.#options.checker.parts.contract, (name) => head.headers[name]);
    return {
      ...this.arrival(),
      ...(requestId !== undefined && { requestId }),
      ...(operation && { operation }),
      ...(example && { example }),
      status: head?.status ?? (this.#isLeft ? 0 : 502),
      mediaType: mediaTypeOf(head?.headers['content-type']) ?? '',
      violations: [...violations],
      warnings: [...exchange.warnings],
      duration: this.#milliseconds,
      ...this.#response?.ending,
      ...(this.#isLeft && { aborted: true }),
      requestText: typeof text === 'string' && text !== '' ? text : undefined,
    };
  }
}
