/** Holds answers to the contract: whether what an operation would answer is what it may answer. */
import { declaredResponse } from '../../contract/judge/declared-response.js';
import { explain, shorten } from '../../contract/judge/explain.js';
import type { Validate } from '../../contract/judge/validate.js';
import { judgeValue } from '../../contract/judge/value.js';
import { formatPointer, getAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedContract, PreparedExample, PreparedOperation, PreparedResponse } from '../../contract/prepared.js';
import { mediaTypeOf } from '../../http/media-type.js';
import { protocols } from '../../protocols/index.js';
import type { AnswerPart } from '../../protocols/parts/answer.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import { contentOf, isAddress, isFreeText } from '../content.js';
import { isExpression, withStandIns } from '../embedded.js';
import type { ContentAnswer, ResponseAnswer } from '../scenario.js';

/** What is wrong with an answer, by pointer into it. */
export interface Mismatch {
  pointer: string;
  message: string;
}

export type Validators = Readonly<Record<string, Validate>>;

export const undeclaredStatus = ({ id, responses }: PreparedOperation, status: unknown): string => {
  const declared = Object.keys(responses).filter((name) => name !== 'default');
  return `${id} has no response with the status ${status}, only ${declared.join(', ')}; add breaksContract: true where that is meant`;
};

/** No contract has it among its values. */
const marker = '\uE000';
/** What a text that is one expression may come to be. */
const standIns: readonly unknown[] = [marker, {}, 1, true, [], null];

const hasExpression = (value: unknown): boolean =>
  isExpression(value) || (typeof value === 'object' && value !== null && Object.values(value).some(hasExpression));

/** Judges a value that holds expressions: they stand for any value. @param judge gives what is wrong */
function judgeAny(value: unknown, judge: (value: unknown) => { judged: unknown; violations: readonly Mismatch[] }): readonly Mismatch[] {
  if (!hasExpression(value)) return judge(withStandIns(value, '')).violations;
  let first: readonly Mismatch[] | undefined;
  for (const standIn of standIns) {
    const { judged, violations } = judge(withStandIns(value, standIn));
    const left = violations.filter(({ pointer }) => getAt(judged, pointer) !== standIn);
    if (left.length === 0) return [];
    first ??= left;
  }
  return first ?? [];
}

function violationsOf(validate: Validate | undefined, value: unknown): Mismatch[] {
  const judged = validate && judgeValue(validate, value);
  if (!judged || judged.errors.length === 0) return [];
  return explain(judged.errors, judged.value, 'answer').map(({ pointer, message }) => ({ pointer, message }));
}

/** Stands for that of a file. */
const anyPicture = 'data:image/png;base64,AAAA';

/** Who asks for it offers nothing, and what it offers is not looked at. */
const anyone: Conversation = {
  system: '',
  user: '',
  turn: 0,
  images: 0,
  tools: [],
  toolResults: [],
  turns: [],
  wishes: { toolChoice: { mode: 'auto' }, format: { kind: 'text' }, choices: 1, stop: [], pictures: false },
};

/** A call with a text is one of a tool that takes any text. */
const customTools = (answer: ContentAnswer): Conversation['tools'] => {
  const calls = [...(answer.toolCalls ?? []), ...(answer.parts ?? []).flatMap((part) => ('toolCall' in part ? [part.toolCall] : []))];
  return calls.flatMap(({ name, arguments: given }) => (isFreeText(given) ? [{ name, kind: 'custom' as const }] : []));
};

/** Sorts of answers whose verdicts are kept: scenarios can be added without end. */
const mostSorts = 200;
const longestSort = 5000;

const kindsOf = (parts: readonly AnswerPart[]): string[] => parts.flatMap((part) => Object.keys(part));

/** Whether all that an answer says is here, and not in a file. */
const isKnown = (answer: ContentAnswer): boolean => !/"file":|\{\$/.test(JSON.stringify(answer));

export interface CheckedContent {
  mismatches: readonly Mismatch[];
  /** The kinds of its parts that the protocol has no place for. */
  leftOut: readonly string[];
  /**
   * How many events its stream has, but for those that a request asks for; absent where it has none, where that is not known, and where it is to be
   * sent whole.
   */
  events?: number;
}

/** What an answer is known by: the words that it says make no difference to what is judged, but to the number of events. */
function sortOf(answer: ContentAnswer): string {
  const { text, fault } = answer;
  const isPlain = typeof text === 'string' && text !== '' && !text.includes('{$') && fault === undefined;
  return JSON.stringify(isPlain ? { ...answer, text: 'text' } : answer);
}

/** The answer with a number for each count that a request is to name. */
const withCounts = ({ usage, ...answer }: ContentAnswer): ContentAnswer =>
  usage
    ? { ...answer, usage: Object.fromEntries(Object.entries(usage).map(([name, count]) => [name, typeof count === 'number' ? count : 1])) }
    : answer;

/** Builds and judges what chat operations of one kind say; the frame is looked for once. */
class ChatAnswers {
  readonly #operation: PreparedOperation;
  readonly #name: string;
  readonly #protocol: Protocol;
  readonly #validate: Validate | undefined;
  readonly #frame: Json;
  /** Whether a whole answer is the list of what a stream would have carried. */
  readonly #listsEvents: boolean;
  readonly #checked = new Map<string, CheckedContent>();

  constructor(operation: PreparedOperation, validators: Validators) {
    this.#operation = operation;
    this.#name = operation.protocol ?? '';
    this.#protocol = protocols[this.#name] as Protocol;
    this.#listsEvents = operation.stream !== undefined && operation.examples.some(({ body }) => Array.isArray(body));
    const success = operation.examples.find(({ status, body, events = [] }) => status < 300 && (body !== undefined || events.length > 0));
    this.#frame = success ? this.#whole(success) : null;
    const { validator } = declaredResponse(operation, success?.status ?? 200) ?? {};
    this.#validate = validator === undefined ? undefined : validators[validator];
  }

  #whole({ body, events }: PreparedExample): Json {
    const listed = events ?? (Array.isArray(body) ? body : undefined);
    return listed ? this.#protocol.fromEvents(listed) : (body ?? null);
  }

  /** Whether there is anything to build answers of: in a page the examples come later, and until then all have neither bodies nor events. */
  get hasFrame(): boolean {
    return this.#frame !== null;
  }

  check(answer: ContentAnswer): CheckedContent {
    if (!this.hasFrame) return { mismatches: [], leftOut: [] };
    const sort = sortOf(answer);
    const known = this.#checked.get(sort);
    if (known) return known;
    const checked = this.#check(answer);
    if (sort.length < longestSort && this.#checked.size < mostSorts) this.#checked.set(sort, checked);
    return checked;
  }

  #check(answer: ContentAnswer): CheckedContent {
    let leftOut: readonly string[] = [];
    let events: number | undefined;
    const mismatches = judgeAny(answer, (value) => {
      const written = withCounts(value as ContentAnswer);
      const content = contentOf(written, {
        protocol: this.#name,
        conversation: { ...anyone, tools: customTools(written) },
        warn: () => {},
        textOf: () => 'text',
        imageOf: (image) => (isAddress(image) ? image : anyPicture),
      });
      let ids = 0;
      const built = this.#protocol.build(this.#frame, content, () => `x${ids++}`);
      const kept = new Set(kindsOf(this.#protocol.parts(built)));
      const said = content.parts.filter((part) => !('text' in part && part.text === ''));
      leftOut = [
        ...new Set([
          ...kindsOf(said).filter((kind) => kind !== 'raw' && !kept.has(kind)),
          ...(written.parts ?? []).flatMap((part) => ('raw' in part && part.raw[this.#name] === undefined ? ['raw'] : [])),
        ]),
      ];
      if (this.#operation.stream && answer.fault?.afterEvents !== undefined && isKnown(answer))
        events = this.#protocol.toEvents(built, {}).length;
      // A stream of one piece says it too.
      const judged = this.#listsEvents ? [built] : built;
      return { judged, violations: violationsOf(this.#validate, judged) };
    });
    return {
      mismatches: mismatches.map(({ message }) => ({
        pointer: '',
        message: `${this.#operation.id} would answer what its contract forbids: ${message}`,
      })),
      leftOut,
      ...(events !== undefined && { events }),
    };
  }
}

export class AnswerChecks {
  readonly #contract: PreparedContract;
  readonly #validators: Validators;
  readonly #chat = new Map<string, ChatAnswers>();

  constructor(contract: PreparedContract, validators: Validators) {
    this.#contract = contract;
    this.#validators = validators;
  }

  content(operation: PreparedOperation, answer: ContentAnswer): CheckedContent {
    // Operations of one protocol with one form of answers say the same.
    const key = `${operation.protocol} ${operation.responses[200]?.validator}`;
    let chat = this.#chat.get(key);
    if (!chat) {
      chat = new ChatAnswers(operation, this.#validators);
      if (chat.hasFrame) this.#chat.set(key, chat);
    }
    return chat.check(answer);
  }

  response(operation: PreparedOperation, { response }: ResponseAnswer): readonly Mismatch[] {
    const { status = 200, headers = {}, body, text, events } = response;
    const declared = declaredResponse(operation, status);
    if (!declared) return [{ pointer: '/response/status', message: undeclaredStatus(operation, status) }];
    const validate = declared.validator === undefined ? undefined : this.#validators[declared.validator];
    const at = (pointer: string, mismatches: readonly Mismatch[]): Mismatch[] =>
      mismatches.map((mismatch) => ({ pointer: pointer + mismatch.pointer, message: `${mismatch.message}, as ${operation.id} has it` }));
    if (events) return events.flatMap((event, index) => at(`/response/events/${index}`, this.#event(operation, event)));
    if (text !== undefined) return at('/response/text', this.#text(declared, headers, text, validate));
    if (body === undefined) return [];
    return at(
      '/response/body',
      judgeAny(body, (judged) => ({ judged, violations: violationsOf(validate, judged) })),
    );
  }

  #event({ stream, protocol }: PreparedOperation, event: Json): readonly Mismatch[] {
    if (!stream) return [{ pointer: '', message: 'there are no streams' }];
    if (event === stream.terminator) return [];
    const violations = judgeAny(event, (judged) => ({
      judged,
      violations: violationsOf(this.#validators[`schema_${stream.event}`], judged),
    }));
    if (violations.length === 0 || !protocols[protocol ?? '']?.errorOf(event)) return violations;
    // Some protocols report an error in the middle of a stream as they do in place of one.
    const schemas = Object.values(this.#contract.dialects).flatMap((dialect) => dialect.schemas);
    return schemas.some((name) => violationsOf(this.#validators[`schema_${name}`], event).length === 0) ? [] : violations;
  }

  #text(
    declared: PreparedResponse,
    headers: Readonly<Record<string, string>>,
    text: string,
    validate: Validate | undefined,
  ): readonly Mismatch[] {
    const given = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
    const mediaType = mediaTypeOf(given ?? 'text/plain') ?? '';
    if (!declared.mediaTypes.includes(mediaType))
      return [{ pointer: '', message: `is ${mediaType}, and must be ${declared.mediaTypes.join(' or ')}` }];
    if (mediaType !== 'application/json' || text.includes('{$')) return [];
    try {
      return violationsOf(validate, JSON.parse(text)).map(({ pointer, message }) => ({
        pointer: '',
        message: `${formatPointer([])}${pointer} ${message}`.trim(),
      }));
    } catch {
      return [{ pointer: '', message: `must be JSON, got ${shorten(text)}` }];
    }
  }
}
