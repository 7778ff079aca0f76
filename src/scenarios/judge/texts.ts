/** Patterns and expressions in the texts of a scenario. */
import { formatPointer } from '../../contract/pointer.js';
import { compileEmbedded } from '../embedded.js';
import { isPattern, parsePattern, type ReadsPattern } from '../pattern/pattern.js';
import type { Scenario } from '../scenario.js';
import type { Found } from './finding.js';

/** Calls `visit` with each text in a value. */
export function visitTexts(value: unknown, pointer: string, visit: (text: string, pointer: string) => void): void {
  if (typeof value === 'string') visit(value, pointer);
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) visitTexts(member, pointer + formatPointer([name]), visit);
}

/**
 * Patterns that are none, and expressions that are none.
 * @param read reads patterns where another engine is to run them
 */
export function checkTexts({ when = {}, answers }: Scenario, read: ReadsPattern | typeof parsePattern = parsePattern): Found[] {
  const found: Found[] = [];
  const attempt = (pointer: string, compile: () => unknown): void => {
    try {
      compile();
    } catch (error) {
      found.push({ pointer, message: (error as Error).message });
    }
  };
  const { operation: _, model, ...conditions } = when;
  visitTexts(conditions, '/when', (text, pointer) => {
    if (isPattern(text)) attempt(pointer, () => read(text));
  });
  visitTexts(model, '/when/model', (text, pointer) => {
    if (isPattern(text))
      found.push({ pointer, message: `names of models are no patterns; write * for any letters, as in model-*, got ${text}` });
  });
  visitTexts(answers, '/answers', (text, pointer) => {
    if (text.includes('{$')) attempt(pointer, () => compileEmbedded(text));
  });
  return found;
}
