/** What is odd in a request that the mock answers all the same, and says so: parts that do not belong together, and half of a character. */
import { references } from '../../../compiled/references.js';
import { halfCharacter } from '../../contract/judge/half-character.js';
import { judgeReferences } from '../../contract/judge/references.js';
import type { JudgedWarning } from '../../contract/judge/warning.js';
import type { PreparedOperation } from '../../contract/prepared.js';

/** @param text as it came, of which the body has been read */
export function misplacedParts({ id }: PreparedOperation, body: unknown, text = ''): JudgedWarning[] {
  if (body === undefined) return [];
  return [...judgeReferences(references[id] ?? [], body), ...halfCharacter(text)];
}
