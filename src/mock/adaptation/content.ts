/** What an answer says: decided on neutral content, whatever the protocol. */
import type { Json } from '../../contract/prepared/json.js';
import { type AnswerPart, type BuiltContent, partsOf, textOf } from '../../protocols/parts/answer.js';
import { type Conversation, sameCalls } from '../../protocols/parts/conversation.js';
import { isObject, type JsonObject } from '../../protocols/parts/json.js';
import type { Sample } from '../../samples/index.js';
import { answerTexts, schemaSamples } from '../answer/makers.js';
import { samplePicture } from '../answer/media.js';
import type { TextWish } from '../answer/sample-text.js';
import { withoutAsides } from '../answer/texts/asides.js';
import { restOfJson } from './begun-json.js';
import { type CallPlan, chooseCalls } from './calls.js';
import { wantedSchema } from './described-limits.js';
import { toldJson, writtenAs } from './told-json.js';
import { toldExample, toldSchema } from './told-schema.js';
import { toldStep } from './told-steps.js';

export interface ContentPlan extends CallPlan {
  /** Whether the documentation shows a request that says the same. */
  isDocumented: boolean;
  /** What is documented as the answer to this request, or to the one that it is most like. */
  documented: readonly AnswerPart[];
  /** Whether the model thinks aloud: as the request asks, else as is documented of the model. */
  thinks: boolean;
  /** Tokens that all pictures of the documented answer count, where it says so. */
  documentedPictureTokens: number | undefined;
  /** Words of the answer, where a number of them is asked for. */
  words: TextWish['words'];
}

/** What the answer says instead of what is documented; `undefined` where that fits. */
export function decideContent(plan: ContentPlan): BuiltContent | undefined {
  const { conversation, documented, isDocumented } = plan;
  const shownCalls = partsOf(documented, 'toolCall');
  const calls = chooseCalls(plan, shownCalls);
  const made = new MadeText(plan);
  // Who declines to see what was thought gets the rest of what is documented.
  const isDeclined = conversation.wishes.reasoning === false && partsOf(documented, 'reasoning').length > 0;
  if (calls.length > 0) {
    if (isDocumented && sameCalls(shownCalls, calls) && !isDeclined) return undefined;
    // Text that is documented beside calls led up to them; else it was an answer, which calls do not follow.
    const before = isDocumented && shownCalls.length > 0 ? documented.filter((part) => 'text' in part) : [];
    return { parts: [...reasoning(plan, made), ...before, ...calls.map((toolCall) => ({ toolCall }))], finish: 'calls' };
  }
  const said = textOf(documented, 'text');
  const shown = isDocumented ? said : '';
  // What is documented may be a picture alone, or a text of a kind that only this protocol has.
  const isShownWhole = isDocumented && documented.length > 0 && shownCalls.length === 0;
  const text = inFormat(plan, made, () => (isShownWhole ? shown : goingOn(conversation, made.text)));
  const shownPictures = documented.filter((part) => 'image' in part);
  const pictures = shownPictures.length === 0 && conversation.wishes.pictures ? [{ image: samplePicture() }] : shownPictures;
  if (text === said && shownCalls.length === 0 && pictures === shownPictures && !isDeclined) return undefined;
  const { choices, noText } = conversation.wishes;
  // A picture counts what it does in the documented answer, if that says so.
  const counted = plan.documentedPictureTokens ? plan.documentedPictureTokens / Math.max(1, shownPictures.length) : undefined;
  const pictureTokens = counted ?? plan.texts?.pictureTokens ?? 0;
  const image = pictures.length > 0 ? { usage: { image: Math.round(choices * pictures.length * pictureTokens) } } : {};
  const texts = noText || text === '' ? [] : [{ text }];
  return { parts: [...reasoning(plan, made), ...texts, ...pictures], finish: 'stop', ...image };
}

/** The text, or what the turn of the assistant lacks that the request ends with, where that is JSON. */
function goingOn({ turns }: Conversation, text: string): string {
  const last = turns.at(-1);
  return (last?.role === 'assistant' ? restOfJson(last.text, text) : undefined) ?? text;
}

/** Who allows fewer tokens wants to see an answer cut. */
const leastToFit = 64;

/** The made-up text of an answer and the reasoning before it. Both are worked out where they are needed. */
class MadeText {
  readonly #plan: ContentPlan;
  #wish: TextWish | undefined;

  constructor(plan: ContentPlan) {
    this.#plan = plan;
  }

  get text(): string {
    const { texts } = this.#plan;
    return (texts && answerTexts.now.sampleText(texts, this.wish)) || 'This is a sample answer.';
  }

  get reasoning(): string {
    const { texts } = this.#plan;
    return texts ? answerTexts.now.sampleReasoning(texts, this.wish) : '';
  }

  /** All words of a long conversation are put together for it, which an answer with calls alone does without. */
  private get wish(): TextWish {
    const { conversation, texts, words } = this.#plan;
    const { user, system, turns, wishes } = conversation;
    this.#wish ??= {
      question: withoutAsides(user, texts?.asides),
      seed: [system, ...turns.map(({ text }) => text)].join('\n'),
      ...(words !== undefined && { words }),
      ...(wishes.maxTokens !== undefined && wishes.maxTokens >= leastToFit && { maxTokens: wishes.maxTokens }),
    };
    return this.#wish;
  }
}

/** What the model thinks aloud, be its answer whole or a stream: the frame does not decide it, since each form has its own. */
function reasoning({ conversation, thinks, documented, isDocumented }: ContentPlan, made: MadeText): AnswerPart[] {
  if (!thinks) return [];
  const shown = documented.filter((part) => 'reasoning' in part);
  if (isDocumented && shown.length > 0) return shown;
  // Who is not asked to think aloud may seal what was thought, and not tell it.
  const isSealed = shown.length > 0 && !conversation.wishes.reasoning && textOf(shown, 'reasoning') === '';
  if (isSealed) return shown;
  const thought = made.reasoning;
  return thought === '' ? shown : [{ reasoning: thought }];
}

/** The text in the form that is asked for. @param plain gives it without a form; it may cost more than a value for a schema has use for */
function inFormat(plan: ContentPlan, made: MadeText, plain: () => string): string {
  const { conversation, documented, isDocumented } = plan;
  const { format } = conversation.wishes;
  if (format.kind === 'text') {
    const sample = (schema: JsonObject) => madeValue(plan, schema, undefined, plain);
    const step = isDocumented ? undefined : toldStep(plan, { sample, text: plain, thought: () => made.reasoning });
    if (step !== undefined) return step;
    const told = isDocumented ? undefined : toldJson(plan);
    return told ? writtenAs(told, madeValue(plan, toldSchema(conversation), told.text, plain)) : plain();
  }
  // Of a request that is not documented, whole answers and streams may have frames that say different things.
  const shown = isDocumented ? textOf(documented, 'text') : '';
  if (format.kind === 'choice') return format.texts.includes(shown) ? shown : (format.texts[0] ?? plain());
  const schema = wantedSchema(format) ?? toldSchema(conversation);
  if (isJsonFor(shown, schema)) return shown;
  return JSON.stringify(madeValue(plan, schema, schema ? undefined : toldJson(plan)?.text, plain));
}

/** A value for the schema, or the example of one in the words that ask for it; else an object with the text. */
function madeValue({ isSmall, warn }: ContentPlan, schema: JsonObject | undefined, asking: string | undefined, plain: () => string): Json {
  if (!schema) return (asking === undefined ? undefined : toldExample(asking)) ?? { answer: plain() };
  const { value, problems } = structuredSample(schema, isSmall);
  for (const problem of problems) warn(`the answer: ${problem}`);
  return value;
}

/** A value for the schema; an object where the schema leaves open what it is: that is what structured output is of, if nothing else is said. */
function structuredSample(schema: Record<string, Json>, isSmall: boolean): Sample {
  const plain = schemaSamples.now.sampleFor(schema, { isSmall });
  if (isObject(plain.value) || plain.problems.length > 0 || 'type' in schema) return plain;
  const object = schemaSamples.now.sampleFor(schema, { type: 'object', isSmall });
  return object.problems.length > 0 ? plain : object;
}

function isJsonFor(text: string, schema: Record<string, Json> | undefined): boolean {
  try {
    const value = JSON.parse(text);
    return schema === undefined || schemaSamples.now.validates(schema, value);
  } catch {
    return false;
  }
}
