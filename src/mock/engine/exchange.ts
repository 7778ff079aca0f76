/** An exchange while it goes on, and how it may end early. */
import type { Chance } from '../../contract/chance/chance.js';
import type { Refusal } from '../../contract/errors/response.js';
import type { ExpressionContext } from '../../contract/expression.js';
import type { Violation } from '../../contract/judge/explain.js';
import type { Warning } from '../../contract/judge/warning.js';
import type { Json } from '../../contract/prepared/json.js';
import type { LargeMember } from '../../http/json/large-members.js';
import type { HttpRequest } from '../../http/message.js';
import type { JournalRecord } from '../../journal/journal.js';
import type { Preferences } from '../../options/preferences.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import type { MockOperation } from './operations.js';
import type { StatedPreferences } from './preferences.js';

/** What a key has of its limit, after this request. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds of the window. */
  period: number;
  /** Seconds until the next one. */
  reset: number;
}

/** What is known of an exchange; the journal, the coverage and the log are made of it. */
export interface Exchange {
  request: HttpRequest;
  preferences: Preferences;
  /** Decides what the response has that differs from one to the next. */
  chance: Chance;
  /** How they were stated; absent where there are none. */
  stated?: StatedPreferences;
  operation?: MockOperation;
  params: Readonly<Record<string, string>>;
  /** The body as it came; `undefined` until it is read, and where there is none. */
  text: string | undefined;
  body: unknown;
  /** Schemas of the body that are too large to be read; absent: there are none. */
  unread?: readonly LargeMember[];
  /** What is read of a body that has very many parts; absent: all. */
  excerpt?: Json;
  /** What the body says, once somebody has asked; see {@link conversationOf}. */
  conversation?: Conversation;
  /** What its answer was made from. */
  source: Pick<JournalRecord, 'example' | 'scenario' | 'recording'>;
  /** Whether its response takes as long as responses are to take. */
  takesTime?: boolean;
  /** What the key has left; absent where nothing limits it. */
  allowance?: Allowance;
  /** Milliseconds before the response, where what answers decides it. */
  latencyMs?: number;
  /** How its response went so far. */
  ending: Pick<JournalRecord, 'events' | 'fault' | 'aborted'>;
  violations: Violation[];
  warnings: Warning[];
}

/** Characters of a body that cannot have very many parts. */
const smallBody = 128 * 1024;

/** Whether the body, and so all that it has, is small. */
export const isSmall = ({ text }: Pick<Exchange, 'text'>): boolean => (text?.length ?? 0) < smallBody;

/** The body, or what is read of it where it has very many parts. */
export const readBodyOf = ({ body, excerpt = body as Json }: Exchange): Json => excerpt;

/** What the body says, read once for all who ask. */
export function conversationOf(exchange: Exchange, protocol: Protocol): Conversation {
  exchange.conversation ??= protocol.conversation(readBodyOf(exchange));
  return exchange.conversation;
}

/** The request as a runtime expression sees it. */
export function expressionContext({ request, params, body }: Exchange): ExpressionContext {
  return { path: params, query: request.query, header: (name) => request.header(name.toLowerCase()), body };
}

/** Notes what the answer does not do as asked. */
export function warnOfAnswer(exchange: Exchange, message: string): void {
  exchange.warnings = [...exchange.warnings, { in: 'body', pointer: '', message }];
}

/** Ends an exchange with an error. */
export class RefusedRequest extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}
