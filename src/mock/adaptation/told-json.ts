/** JSON that words alone ask for, as clients do whose protocol or model has no other way. */
import type { AnswerSamples } from '../../contract/prepared/answer-samples.js';
import type { Json } from '../../contract/prepared/json.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import { answerTexts } from '../answer/makers.js';
import { withoutAsides } from '../answer/texts/asides.js';
import type { AskedJson } from '../answer/texts/asked-json.js';
import { toldSchema } from './told-schema.js';

/** JSON that is asked for, with the words that do. */
export interface ToldJson extends AskedJson {
  text: string;
}

/** What the words of the user ask for, or those of the system; nothing where the caller began the answer. */
export function toldJson({ conversation, texts }: { conversation: Conversation; texts: AnswerSamples | undefined }): ToldJson | undefined {
  const { user, system, turns } = conversation;
  if (!texts?.json || turns.at(-1)?.role === 'assistant') return undefined;
  for (const text of [withoutAsides(user, texts.asides), system]) {
    const asked = text === '' ? undefined : answerTexts.now.askedJson(texts, text);
    if (asked) return { ...asked, text };
  }
  return undefined;
}

/** Whether words alone ask for JSON, and tell its schema. */
export const tellsSchema = (plan: Parameters<typeof toldJson>[0]): boolean =>
  toldSchema(plan.conversation) !== undefined && toldJson(plan) !== undefined;

/** The value as text, in the shape that is asked for. */
export function writtenAs({ shape, isFenced }: AskedJson, value: Json): string {
  const values = Array.isArray(value) ? value : [value];
  const json =
    shape === 'lines' ? values.map((item) => JSON.stringify(item)).join('\n') : JSON.stringify(shape === 'array' ? values : value);
  return isFenced ? `\`\`\`json\n${json}\n\`\`\`` : json;
}
