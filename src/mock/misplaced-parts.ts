/** Parts of a request that do not belong together: the mock answers it, and says so. */
import { references } from '../../compiled/references.js';
import { judgeReferences } from '../contract/judge/references.js';
import type { JudgedWarning } from '../contract/judge/warning.js';
import type { PreparedOperation } from '../contract/prepared.js';

export const misplacedParts = ({ id }: PreparedOperation, body: unknown): JudgedWarning[] =>
  body === undefined ? [] : judgeReferences(references[id] ?? [], body);
