/** The passage of one exchange through the proxy. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { Checker } from '../check/checker.js';
import type { BodyCheck, ExchangeCheck } from '../check/exchange.js';
import type { CheckedRequest } from '../check/subject.js';
import { dialectOf } from '../contract/errors/dialect.js';
import { refuse } from '../contract/errors/response.js';
import { largestJudged, unread } from '../http/body-text.js';
import { decodedTextSync } from '../http/encoded-body.js';
import { headerText } from '../http/header-text.js';
import { mediaTypeOf } from '../http/media-type.js';
import type { JournalRecord } from '../journal/journal.js';
import { type RecordedResponse, type Recording, textOf, toRecordedBody } from '../recording/recording.js';
import { endToEnd, joined } from './headers.js';

export interface PassageOptions {
  checker: Checker;
  target: URL;
  agent: http.Agent;
  /** Keep the bodies of responses, to be recorded. */
  keepBodies: boolean;
  done(passage: Passage): void;
}

type Head = Pick<RecordedResponse, 'status' | 'headers'>;

/** Whether the body can be read as it passes. The gateway is asked not to compress; what it compresses all the same goes unread. */
const isReadable = ({ headers }: Head): boolean =>
  /^text\/|json/.test(headers['content-type'] ?? '') && [undefined, 'identity'].includes(headers['content-encoding']);

export class Passage {
  readonly #options: PassageOptions;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  readonly #url: URL;
  readonly #time = new Date();
  readonly #started = performance.now();
  readonly #requestBody: Buffer[] = [];
  readonly #chunks: { at: number; text: string }[] = [];
  readonly #decoder = new TextDecoder();
  #exchange: ExchangeCheck | undefined;
  #head: Head | undefined;
  #body: BodyCheck | undefined;
  #ended: RecordedResponse['ended'] | undefined;

  constructor(options: PassageOptions, incoming: IncomingMessage, outgoing: ServerResponse) {
    this.#options = options;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#url = new URL(incoming.url ?? '/', 'http://proxy');
    const upstream = this.#send();
    incoming.on('data', (chunk: Buffer) => this.#requestBody.push(chunk));
    incoming.on('end', () => this.#begin());
    incoming.pipe(upstream);
    upstream.on('response', (response) => this.#pass(response));
    upstream.on('error', (error: NodeJS.ErrnoException) => this.#fail(error));
    outgoing.on('close', () => {
      // The caller went away: the gateway need not go on.
      if (!outgoing.writableFinished) upstream.destroy();
      this.#end('cancel');
    });
  }

  get #milliseconds(): number {
    return Math.round((performance.now() - this.#started) * 10) / 10;
  }

  #send(): http.ClientRequest {
    const { target, agent } = this.#options;
    const { method = 'GET', headers, url = '/' } = this.#incoming;
    const prefix = target.pathname.replace(/\/$/, '');
    return (target.protocol === 'https:' ? https : http).request({
      agent,
      protocol: target.protocol,
      hostname: target.hostname.replace(/^\[|\]$/g, ''),
      port: target.port,
      method,
      path: prefix + url,
      headers: {
        ...endToEnd(headers),
        host: target.host,
        'x-forwarded-host': headers['x-forwarded-host'] ?? headers.host,
        'x-forwarded-proto': headers['x-forwarded-proto'] ?? 'http',
        // What is compressed could not be checked as it passes.
        'accept-encoding': 'identity',
      },
    });
  }

  /** Checks the request, once; a response may come before the request is complete. */
  #begin(): ExchangeCheck {
    if (this.#exchange) return this.#exchange;
    const { method = 'GET', headers, complete } = this.#incoming;
    const text = complete ? this.#requestText() : null;
    this.#exchange = this.#options.checker.begin({
      method,
      path: this.#url.pathname,
      query: this.#url.searchParams,
      header: (name) => joined(headers)[name],
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
    const headers = joined(response.headers);
    this.#head = { status, headers };
    const body = exchange.response(status, (name) => headers[name]);
    this.#body = body;
    const known = exchange.violations.map(({ message }) => message);
    this.#outgoing.writeHead(status, statusMessage, {
      ...endToEnd(response.headers),
      ...(known.length > 0 && { 'x-contract-violations': headerText(known) }),
    });
    this.#outgoing.flushHeaders();
    const readable = isReadable(this.#head);
    response.on('data', (chunk: Buffer) => {
      if (!readable) return;
      const text = this.#decoder.decode(chunk, { stream: true });
      if (this.#options.keepBodies) this.#chunks.push({ at: this.#milliseconds, text });
      body.write(text);
    });
    response.on('end', () => this.#end(readable ? 'end' : 'cancel'));
    response.on('error', () => {
      this.#end('cut');
      this.#outgoing.destroy();
    });
    response.pipe(this.#outgoing);
  }

  /** The gateway cannot be reached, or broke the connection before it answered. */
  #fail(error: NodeJS.ErrnoException): void {
    if (this.#head || this.#outgoing.destroyed) return;
    const { contract } = this.#options.checker.parts;
    const match = this.#options.checker.route(this.#incoming.method ?? 'GET', this.#url.pathname);
    const dialect = match.kind === 'operation' ? dialectOf(match.operation.prepared, undefined) : Object.keys(contract.dialects)[0];
    const message = `the proxy got no response from ${this.#options.target.origin}: ${error.code ?? error.message}`;
    const { status, headers, body } = refuse(contract, dialect ?? '', { status: 502, message });
    this.#outgoing.writeHead(status, headers);
    this.#outgoing.end(body);
  }

  #end(how: RecordedResponse['ended']): void {
    if (this.#ended) return;
    this.#ended = how;
    this.#begin();
    if (how === 'cancel') this.#body?.cancel();
    else this.#body?.end();
    this.#options.done(this);
  }

  recording(): Recording {
    const { method = 'GET', headers, url = '/' } = this.#incoming;
    const { operation, violations } = this.#begin();
    const text = this.#requestText();
    const isStream = /^text\/event-stream/.test(this.#head?.headers['content-type'] ?? '');
    const body = isStream ? { chunks: this.#chunks } : toRecordedBody(this.#chunks.map(({ text }) => text).join(''));
    return {
      time: this.#time.toISOString(),
      ...(operation && { operation }),
      request: { method, url, headers: joined(headers), ...toRecordedBody(typeof text === 'string' ? text : undefined) },
      ...(this.#head && { response: { ...this.#head, ended: this.#ended ?? 'cancel', ...body } }),
      duration: this.#milliseconds,
      violations,
    };
  }

  /** @param recording of this passage, without keys */
  record({ request, duration }: Recording): JournalRecord {
    const exchange = this.#begin();
    const { operation, example, violations } = exchange;
    const [, query = ''] = request.url.split('?', 2);
    return {
      time: this.#time.getTime(),
      session: '',
      method: request.method,
      path: this.#url.pathname,
      query,
      ...(operation && { operation }),
      ...(example && { example }),
      status: this.#head?.status ?? 502,
      mediaType: mediaTypeOf(this.#head?.headers['content-type']) ?? '',
      violations: [...violations],
      warnings: [...exchange.warnings],
      duration,
      requestHeaders: request.headers,
      requestText: textOf(request),
    };
  }
}
