/** Makes a documented chat answer one to this very request. */
import { cloneJson } from '../../contract/clone.js';
import { randomHex } from '../../contract/id-template.js';
import type { Json } from '../../contract/prepared.js';
import { type AnswerPart, type BuiltContent, partsOf, textOf } from '../../protocols/parts/answer.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import { chooseCalls } from './calls.js';
import type { DocumentedAnswer } from './documented.js';
import { sameWishes } from './documented-conversations.js';
import { limitContent } from './limits.js';
import type { Samples } from './schema-sample.js';

/** What an answer is adapted to. */
export interface Adaptation {
  protocol: Protocol;
  conversation: Conversation;
  /** The documented requests that say the same. */
  alike: readonly Conversation[];
  samples: Samples;
  /** Told what could not be done as asked. */
  warn: (text: string) => void;
}

/** Whether values for a schema of the request may have to be made. */
export const needsSamples = ({ tools, wishes }: Conversation): boolean =>
  (wishes.toolChoice.mode !== 'none' && tools.some(({ schema, pattern }) => schema ?? pattern)) ||
  (wishes.format.kind === 'json' && wishes.format.schema !== undefined);

/**
 * The documented answer as the request wants it: its own tools, its own schema, no longer than it may be, as many alternatives as asked for.
 * `undefined` where it fits as it is.
 */
export function adapt({ body, parts }: DocumentedAnswer, adaptation: Adaptation): Json | undefined {
  const { protocol, conversation, alike } = adaptation;
  const { choices, maxTokens } = conversation.wishes;
  if (alike.some((documented) => sameWishes(documented, conversation))) return undefined;
  const content = contentFor(parts, adaptation);
  // A limit that the documentation shows has the documented answer, whatever its tokens are counted as.
  const shown = content === undefined && alike.some(({ wishes }) => wishes.maxTokens === maxTokens);
  const whole: BuiltContent = content ?? { parts, finish: partsOf(parts, 'toolCall').length > 0 ? 'calls' : 'stop' };
  const limited = shown ? whole : limitContent(whole, conversation.wishes);
  let adapted = limited === whole && content === undefined ? body : protocol.build(body, limited, () => randomHex(24));
  if (choices > 1) adapted = protocol.withChoices(adapted, choices);
  return adapted === body ? undefined : cloneJson(adapted);
}

/** What the answer says instead of what is documented; `undefined` where that fits. */
function contentFor(documented: readonly AnswerPart[], { conversation, samples, warn }: Adaptation): BuiltContent | undefined {
  const shownCalls = partsOf(documented, 'toolCall');
  const thought = documented.filter((part) => 'reasoning' in part);
  const calls = chooseCalls(conversation, shownCalls, samples, warn);
  if (calls.length > 0) {
    if (sameCalls(shownCalls, calls)) return undefined;
    // Text stays only where it led up to calls; else it was an answer, which calls do not follow.
    const said = documented.filter((part) => 'text' in part && shownCalls.length > 0);
    return { parts: [...thought, ...said, ...calls.map((toolCall) => ({ toolCall }))], finish: 'calls' };
  }
  const text = textOf(documented, 'text');
  const wanted = textFor(conversation, text, samples, warn);
  if (wanted === text && shownCalls.length === 0) return undefined;
  const pictures = documented.filter((part) => 'image' in part);
  return { parts: [...thought, { text: wanted }, ...pictures], finish: 'stop' };
}

/** Whether the documented calls are those that are wanted. */
const sameCalls = (shown: readonly { name: string; arguments: Json }[], calls: typeof shown): boolean =>
  shown.length === calls.length &&
  shown.every((call, index) => call.name === calls[index]?.name && call.arguments === calls[index].arguments);

/** The documented text in the form that is asked for. */
function textFor({ wishes: { format } }: Conversation, text: string, samples: Samples, warn: (text: string) => void): string {
  if (format.kind === 'text') return text || 'Here is what the tool said.';
  if (isJsonFor(text, format.schema, samples)) return text;
  if (!format.schema) return JSON.stringify({ answer: text });
  const { value, problems } = samples.sampleFor(format.schema);
  for (const problem of problems) warn(`the answer: ${problem}`);
  return JSON.stringify(value);
}

function isJsonFor(text: string, schema: Record<string, Json> | undefined, samples: Samples): boolean {
  try {
    const value = JSON.parse(text);
    return schema === undefined || samples.validates(schema, value);
  } catch {
    return false;
  }
}
