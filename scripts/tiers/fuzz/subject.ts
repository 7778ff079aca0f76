/**
 * Tries one subject, and tells the process that started it.
 *
 *   node --import tsx subject.ts <options as JSON>
 */
import { fuzz } from '../../fuzz/run.js';
import type { SubjectMessage, SubjectOptions } from './side-by-side.js';

const tell = (message: SubjectMessage) => process.send?.(message);
const options = JSON.parse(process.argv[2] ?? '') as SubjectOptions;
tell({ report: await fuzz({ ...options, tell: (line) => tell({ line }) }) });
process.disconnect?.();
