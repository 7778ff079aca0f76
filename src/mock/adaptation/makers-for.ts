/** What makes up an answer. */
import { answerTexts, grammarSamples, type Late, schemaSamples } from '../answer/makers.js';
import type { ContentPlan } from './content.js';
import { tellsSchema } from './told-json.js';
import { tellsSteps } from './told-steps.js';

/**
 * What the answer to this request takes; a page loads it with the first that does. It is asked of the code that makes up the answer: where a runner of
 * tests forgets modules in between, that is another copy than whoever has loaded it, with makers of its own.
 */
export function makersFor(plan: Pick<ContentPlan, 'conversation' | 'texts'>): Late<unknown>[] {
  const { tools, wishes } = plan.conversation;
  const callable = wishes.toolChoice.mode === 'none' ? [] : tools;
  if (callable.some(({ grammar }) => grammar)) return [answerTexts, schemaSamples, grammarSamples];
  const hasSchema = callable.some(({ schema, pattern }) => schema ?? pattern) || wishes.format.kind === 'json';
  return hasSchema || (!schemaSamples.isLoaded && (tellsSchema(plan) || tellsSteps(plan))) ? [answerTexts, schemaSamples] : [answerTexts];
}
