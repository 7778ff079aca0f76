/** What makes up an answer, beside its text. */
import { grammarSamples, type Late, schemaSamples } from '../answer/makers.js';
import type { ContentPlan } from './content.js';
import { tellsSchema } from './told-json.js';
import { tellsSteps } from './told-steps.js';

/** What the answer to this request takes; a page loads it with the first that does. */
export function makersFor(plan: Pick<ContentPlan, 'conversation' | 'texts'>): Late<unknown>[] {
  const { tools, wishes } = plan.conversation;
  const callable = wishes.toolChoice.mode === 'none' ? [] : tools;
  if (callable.some(({ grammar }) => grammar)) return [schemaSamples, grammarSamples];
  const hasSchema = callable.some(({ schema, pattern }) => schema ?? pattern) || wishes.format.kind === 'json';
  return hasSchema || (!schemaSamples.isLoaded && (tellsSchema(plan) || tellsSteps(plan))) ? [schemaSamples] : [];
}
