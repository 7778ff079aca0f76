/** The check of one exchange, from its request to the end of its response. */
import { dialectsOf } from '../contract/errors/dialect.js';
import type { Likeness } from '../contract/examples/choice.js';
import { requestedModel } from '../contract/examples/of-model.js';
import type { ExpressionContext } from '../contract/expression.js';
import { ownAnswer } from '../contract/headers/own-answer.js';
import { requestIdOf } from '../contract/headers/request-id.js';
import { further, mostTold, told } from '../contract/judge/told.js';
import { mostErrors } from '../contract/judge/validate.js';
import { type JudgedWarning, plainWarning, type Warning } from '../contract/judge/warning.js';
import type { TaskFamily } from '../contract/prepared/task-family.js';
import type { PreparedOperation } from '../contract/prepared.js';
import { largestJudged } from '../http/body-text.js';
import type { Flaw } from '../http/bytes/utf8.js';
import { charsetOf, mediaTypeOf } from '../http/media-type.js';
import type { HeaderLookup } from '../http/message.js';
import { parsePrefer } from '../http/prefer.js';
import { secretsOf } from '../journal/redaction.js';
import type { Secrets } from '../journal/secrets.js';
import { exampleOf } from './example-of.js';
import {
  type ContractViolation,
  type ExchangeOrigin,
  type ExchangePart,
  type Finding,
  mistakeOf,
  strictFinding,
  violationOf,
  withoutKeys,
} from './findings/violation.js';
import { checkHeaders } from './headers.js';
import type { JobSighting } from './jobs/jobs.js';
import { ParsedBody } from './parsed-body.js';
import { type SentRequest, sentRequest } from './repeat/sent-request.js';
import type { RequestJudgement } from './request.js';
import {
  checkBody,
  checkEvents,
  checkHead,
  countedHead,
  flawFindings,
  isEventStream,
  type ResponseContract,
  type ResponseHead,
} from './response.js';
import type { CheckedOperation, CheckedRequest, CheckState } from './subject.js';

/** What every server may answer to who has the answer already (RFC 9110, 15.4.5), as browsers do. */
const isUnchanged = (status: number, request: HeaderLookup): boolean =>
  status === 304 && ['if-none-match', 'if-modified-since'].some((name) => request(name) !== undefined && request(name) !== null);

/**
 * Whether it is not the request's words that decide of the answer: a mock gives one that its user wrote as it is written, and who asks it for
 * an answer by its name, or for any that fits the schema, asks for no other.
 */
function isDecided(request: HeaderLookup, response: HeaderLookup): boolean {
  if (response(ownAnswer)) return true;
  const prefer = request('prefer');
  return Boolean(prefer) && parsePrefer(String(prefer)).some(({ name }) => name === 'example' || name === 'dynamic');
}

/** Takes the body of a response as it comes. The first of `end` and `cancel` ends it. */
export interface BodyCheck {
  /** Whether there is anything to judge in it. It has to be ended in any case. */
  judges: boolean;
  /** The next piece of text, of whatever length; `flaw`: what is wrong with its bytes. */
  write(text: string, flaw?: Flaw): void;
  /** The body as a whole, in place of its pieces. */
  whole(body: ParsedBody): void;
  /** Nothing more comes: the body is complete. @param lack why it is not, told where nothing else is wrong with it */
  end(lack?: Finding): void;
  /** It cannot be read. */
  fail(why: Finding): void;
  /** Whoever asked for it wants no more: what came is judged, and that it is not all there is no fault. */
  cancel(): void;
  /** How many events came so far; `undefined` where the response is no stream. */
  events(): number | undefined;
  /** What was read as JSON, once it has ended; nobody else has it. */
  parsed(): ParsedBody | undefined;
}

const none = () => undefined;

export class ExchangeCheck {
  /** Everything found so far. */
  readonly violations: ContractViolation[] = [];
  /** Called for each violation of the response, at once. */
  onViolation: ((violation: ContractViolation) => void) | undefined;
  /** Name of the documented exchange that this one is like, once it is complete. */
  example: string | undefined;
  readonly #checker: CheckState;
  readonly #request: CheckedRequest;
  readonly #judgement: RequestJudgement;
  /** The request, as expressions read it. */
  readonly #context: ExpressionContext;
  readonly #sent: number;
  readonly #warnings: JudgedWarning[] = [];
  #told = 0;
  /** Stands for those that are not told one by one. */
  #further: ContractViolation | undefined;
  /** The one mistake that all findings so far are. */
  #mistake: string | undefined;
  #secrets: Secrets | undefined;
  #responseHeader: HeaderLookup | undefined;
  #isDecided = false;
  #known: { told: ExchangeOrigin; request: SentRequest } | undefined;

  constructor(checker: CheckState, request: CheckedRequest, judgement: RequestJudgement) {
    this.#checker = checker;
    this.#request = request;
    this.#sent = checker.now();
    this.#judgement = judgement;
    const { query, header } = request;
    this.#context = { path: judgement.params, query, header: (name) => header(name), body: judgement.body };
    for (const finding of judgement.findings) this.#report(finding);
  }

  /** operationId, unless the request belongs to none. */
  get operation(): string | undefined {
    return this.#judgement.operation?.prepared.id;
  }

  /** Whether the operation has a body of the request to check. */
  get takesBody(): boolean {
    return this.#judgement.operation?.prepared.body !== undefined;
  }

  /** What the gateway ignores of the request, and what is borne with in its response. */
  get warnings(): readonly Warning[] {
    const warnings = [...this.#judgement.warnings, ...this.#warnings];
    return warnings.length === 0 ? warnings : this.#keys.texts(told(warnings).map(plainWarning));
  }

  /** Checks the head of the response, and returns the check of its body. */
  response(status: number, header: HeaderLookup): BodyCheck {
    this.#responseHeader = header;
    // The request was judged before anybody gave it an id.
    for (const violation of this.violations) this.#identify(violation);
    this.#isDecided = isDecided(this.#request.header, header);
    const contentType = header('content-type');
    const mediaType = mediaTypeOf(contentType) ?? '';
    const contract = this.#responseContract(status);
    if (!contract || isUnchanged(status, this.#request.header))
      return { judges: false, write() {}, whole() {}, end() {}, fail() {}, cancel() {}, events: none, parsed: none };
    const head = countedHead(contract, { status, mediaType, charset: charsetOf(contentType) });
    const { ownedHeaders } = this.#checker.parts.contract;
    for (const finding of checkHead(contract, head)) this.#report(finding);
    for (const finding of checkHeaders(contract.operation, ownedHeaders, status, header)) this.#report(finding);
    return isEventStream(head) ? this.#streamed(contract, head) : this.#whole(contract, head);
  }

  #responseContract(status: number): ResponseContract | undefined {
    const { operation, body } = this.#judgement;
    if (!operation) return undefined;
    const { prepared, wantsStream } = operation;
    const { method } = this.#request;
    // Of a body that is not known one cannot say what it asks for.
    const isKnown = body !== undefined || !prepared.body;
    return {
      operation: prepared,
      wantsStream: isKnown || this.#request.body !== null ? wantsStream(this.#context) : undefined,
      dialects: dialectsOf(prepared, body, status),
      contract: this.#checker.parts.contract,
      validators: this.#checker.parts.responseValidators,
      orders: this.#checker.orders,
      asked: isKnown && prepared.protocol !== undefined ? this.#asked(prepared.protocol) : undefined,
      events: this.#checker.events,
      hasBody: method !== 'HEAD',
      warn: (warning, part) => this.#warn(warning, part),
    };
  }

  /** Begins to check whether the answer keeps what the request asks for. */
  #asked(protocol: string): ResponseContract['asked'] {
    const begin = this.#checker.asked[protocol];
    return begin && !this.#isDecided ? (isStream, tell) => begin(this.#context, isStream, tell) : undefined;
  }

  #streamed(contract: ResponseContract, head: ResponseHead): BodyCheck {
    const check = checkEvents(contract, (finding) => this.#report(finding));
    const finish = () => this.#finish(head, undefined);
    return {
      judges: check !== undefined,
      write: (text, flaw) => check?.write(text, flaw),
      whole: ({ text }) => check?.write(text),
      end: (lack) => {
        this.#tellLack(lack, () => check?.end());
        finish();
      },
      fail: (why) => {
        this.#report(why);
        finish();
      },
      cancel: finish,
      events: () => check?.events(),
      parsed: none,
    };
  }

  #whole(contract: ResponseContract, head: ResponseHead): BodyCheck {
    const judges = contract.hasBody && (head.mediaType === 'application/json' || /\bjson\b/.test(head.mediaType));
    let text = '';
    let parsed: ParsedBody | undefined;
    let isTooLarge = false;
    let flaws: Set<Flaw> | undefined;
    const finish = () => {
      const { findings, body, read } =
        judges && !isTooLarge ? checkBody(contract, head, parsed ?? text) : { findings: [], body: undefined };
      parsed = read;
      if (flaws) for (const finding of flawFindings(flaws, text)) this.#report(finding);
      for (const finding of findings) this.#report(finding);
      this.#finish(head, body);
    };
    return {
      judges,
      write(piece, flaw) {
        if (!judges || isTooLarge) return;
        isTooLarge = text.length + piece.length > largestJudged;
        text = isTooLarge ? '' : text + piece;
        if (!flaw) return;
        flaws ??= new Set();
        flaws.add(flaw);
      },
      whole(body) {
        parsed = body;
      },
      end: (lack) => this.#tellLack(lack, finish),
      fail: (why) => {
        this.#report(why);
        this.#finish(head, undefined);
      },
      cancel: () => this.#finish(head, undefined),
      events: none,
      parsed: () => parsed,
    };
  }

  /** What ends too early is seldom whole; where it looks so, that it is not is told. */
  #tellLack(lack: Finding | undefined, judge: () => void): void {
    const before = this.#told;
    judge();
    if (lack && this.#told === before) this.#report(lack);
  }

  /** Follows the job that the response tells of, and counts the exchange. */
  #finish({ status, mediaType }: ResponseHead, body: unknown): void {
    const { operation, params } = this.#judgement;
    if (!operation) return;
    const { prepared } = operation;
    const like = { params, query: this.#request.query, body: this.#judgement.body, stream: mediaType === 'text/event-stream' };
    const sighting = prepared.task && this.#sight(operation, like, status, body);
    if (sighting) for (const finding of sighting.findings) this.#report(finding);
    if (!this.#checker.isCounted) return;
    this.example = exampleOf(operation, like, { status, ...sighting })?.name;
    this.#checker.coverage.hit(prepared.id, status, mediaType, this.example, sighting?.state);
  }

  #sight(operation: CheckedOperation, like: Likeness, status: number, body: unknown): JobSighting {
    const { prepared } = operation;
    const { now, jobs } = this.#checker;
    const asked = this.#askedModel(operation, like);
    const model = asked ?? this.#documentedModel(operation, like);
    const isKnown = this.#judgement.body !== undefined || !prepared.body;
    const request = isKnown && !this.#isDecided ? this.#context : undefined;
    const [sent, received] = [this.#sent, now()];
    return jobs.see({ request, operation: prepared, status, body, path: like.params, sent, received, model, asked });
  }

  /** Model of the job that the request creates. */
  #askedModel({ prepared }: CheckedOperation, like: Likeness): string | undefined {
    const family = this.#createdFamily(prepared);
    const { header } = this.#request;
    return family && requestedModel(prepared, family, { ...like, path: like.params, header });
  }

  /** The request of a remix need not name the model: then it is taken to be that of the documented one. */
  #documentedModel({ prepared, choose }: CheckedOperation, like: Likeness): string | undefined {
    return this.#createdFamily(prepared) && choose(like)?.models?.[0];
  }

  #createdFamily({ task }: PreparedOperation): TaskFamily | undefined {
    return task?.role === 'create' || task?.role === 'remix' ? this.#checker.parts.contract.tasks[task.name] : undefined;
  }

  #warn(warning: JudgedWarning, part: ExchangePart): void {
    if (this.#warnings.length < mostErrors) this.#warnings.push(warning);
    if (this.#checker.options.strict) this.#report(strictFinding(part, warning));
  }

  /** The keys of the request, of which no finding tells. Looked for when there is something to tell, which is seldom. */
  get #keys(): Secrets {
    const { query } = this.#request;
    this.#secrets ??= secretsOf(this.#checker.secretNames, { headers: this.#request.headers(), query, body: this.#judgement.body });
    return this.#secrets;
  }

  /** What its violations tell of it; worked out with the first of them. */
  get origin(): { told: ExchangeOrigin; request: SentRequest | undefined } {
    if (this.#known) return this.#known;
    const { method, url, body: given, test } = this.#request;
    const { parts, secretNames: names } = this.#checker;
    if (url === undefined) return { told: {}, request: undefined };
    const headers = this.#request.headers();
    const body = given instanceof ParsedBody ? given.text : given;
    const { operation } = this.#judgement;
    const sent = sentRequest({ method, url, headers, body }, operation?.prepared, parts.contract.securitySchemes, names, this.#keys);
    const running = test?.();
    this.#known = { told: { method, url: sent.url, ...(running && { test: running }) }, request: sent };
    return this.#known;
  }

  #report(finding: Finding): void {
    const { operation } = this;
    const found = { ...finding, ...(operation !== undefined && { operation }) };
    if (this.#checker.options.baseline?.isKnown(found)) return;
    if (!finding.further && (this.#told === 0 || this.#mistake !== undefined)) {
      const mistake = mistakeOf(found);
      this.#mistake = this.#told === 0 || this.#mistake === mistake ? mistake : undefined;
    }
    if (finding.further ? this.#told > 0 : this.#told >= mostTold) this.#count(finding);
    else if (!finding.further) this.#tell(finding);
  }

  #tell(finding: Finding): ContractViolation {
    this.#told++;
    const { operation } = this;
    const { told: origin, request } = this.origin;
    const violation = violationOf(withoutKeys(finding, this.#checker.secretNames, this.#keys), operation, origin, request);
    this.#identify(violation);
    this.violations.push(violation);
    this.onViolation?.(violation);
    return violation;
  }

  /** What is found beyond what is told one by one: a gateway may send a hundred thousand wrong events. */
  #count({ part, in: place, further: { count, isAll } = { count: 1, isAll: true } }: Finding): void {
    const before = this.#further?.further ?? { count: 0, isAll: true };
    const isSame = this.#mistake !== undefined && { isSame: true as const };
    const { message: _, ...all } = further(place, { count: before.count + count, isAll: before.isAll && isAll, ...isSame });
    if (this.#further) Object.assign(this.#further, violationOf({ ...all, part: this.#further.part }, this.operation));
    else this.#further = this.#tell({ ...all, part });
  }

  #identify(violation: ContractViolation): void {
    const requestId = this.#responseHeader && requestIdOf(this.#checker.parts.contract, this.#responseHeader);
    if (requestId !== undefined) violation.requestId = requestId;
  }
}
