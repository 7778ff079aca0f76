/** What an answer is filled with, from the request that it answers. */
import type { Chance } from '../../contract/chance/chance.js';
import type { ExpressionContext } from '../../contract/expression.js';
import { contextOf } from '../../contract/id-template.js';
import type { Json } from '../../contract/prepared/json.js';
import type { ModelEntry } from '../../contract/prepared.js';
import type { AnswerContent } from '../../protocols/parts/answer.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import type { ReadPart } from '../../protocols/parts/request-parts.js';
import { jsonLength } from './json-length.js';
import type { Filling, TokenCounts } from './owned-fields.js';
import { countTokens } from './tokens.js';

/** Where an answer is given. */
export interface Place {
  protocol: Protocol | undefined;
  /** Characters of the body, where it is read in part only; absent: what it says is counted. */
  size: number | undefined;
  /** Address that the caller used. */
  origin: string;
  /** Milliseconds since 1970. */
  now: number;
  chance: Chance;
  models: readonly ModelEntry[];
}

/** What the author of an answer decided, in place of what follows from it. */
export interface OwnFilling {
  /** Counts of tokens; `output` includes `reasoning`, `input` those from a cache. */
  tokens?: { input?: number; output?: number; reasoning?: number; cached?: number };
  /** Addresses or data URLs in place of the documented results; none: those that the answer holds are its own. */
  media?: readonly string[];
}

/** The counts with those that are given; the sums follow. */
function withGiven(
  counts: TokenCounts,
  { cached = 0, input = Math.max(counts.input, cached), output, reasoning: thought }: NonNullable<OwnFilling['tokens']>,
): TokenCounts {
  const reasoning = thought ?? (output === undefined ? counts.reasoning : Math.min(counts.reasoning, output));
  const visible = output === undefined ? counts.visible : Math.max(0, output - reasoning);
  return { input, text: visible, visible, reasoning, output: visible + reasoning, total: input + visible + reasoning };
}

/** Of all parts, a line each. */
const lengthOf = (parts: readonly ReadPart[]): number =>
  parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : jsonLength(part)), Math.max(0, parts.length - 1));

function countAll(
  protocol: Protocol | undefined,
  { body }: ExpressionContext,
  size: number | undefined,
  content: AnswerContent | undefined,
  choices: number,
): TokenCounts {
  const asked = protocol ? countTokens(size ?? lengthOf(protocol.requestParts(body as Json))) : 1;
  const input = asked + contextOf(protocol?.previousId?.(body as Json) ?? '');
  const calls = content?.toolCalls.map((call) => call.name + JSON.stringify(call.arguments)).join('') ?? '';
  const said = (content?.text ?? '') + (content?.refusal ?? '') + calls;
  // How many tokens a picture has does not follow from what is seen of it.
  const image = content?.usage?.image ?? 0;
  const text = content && said === '' ? 0 : choices * countTokens(said);
  const reasoning = content?.reasoning ? choices * countTokens(content.reasoning) : 0;
  const visible = text + image;
  return { input, text, visible, reasoning, output: visible + reasoning, total: input + visible + reasoning };
}

/**
 * @param content gives what the answer says, in its first alternative; asked when an answer first has a count of tokens, which most have not
 * @param choices how many alternatives are counted
 */
export function createFilling(
  request: ExpressionContext,
  { protocol, size, origin, now, chance, models }: Place,
  content: () => AnswerContent | undefined,
  choices: number,
  { tokens: given, media }: OwnFilling = {},
): Filling {
  let tokens: TokenCounts | undefined;
  return {
    request,
    now,
    chance,
    origin,
    models,
    ...(media && { media }),
    ids: new Map(),
    get tokens() {
      tokens ??= given
        ? withGiven(countAll(protocol, request, size, content(), choices), given)
        : countAll(protocol, request, size, content(), choices);
      return tokens;
    },
  };
}
