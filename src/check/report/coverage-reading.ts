/** What a file or a server tells as coverage. */
import { isObject } from '../../journal/control.js';
import type { CoverageReport } from '../../journal/coverage.js';

/** What is no report of coverage although it has its lists. */
export const noReport = 'is no report: it needs rows and stateRows, with their hits';

/** Whether a value means to be a report. */
export const hasLists = (value: unknown): value is { rows: unknown[]; stateRows: unknown[] } =>
  isObject(value) && Array.isArray(value.rows) && Array.isArray(value.stateRows);

const areCounted = (rows: unknown[], names: readonly string[]): boolean =>
  rows.every((row) => isObject(row) && typeof row.hits === 'number' && names.every((name) => typeof row[name] === 'string'));

/** Whether it can be added up; its sums may be missing. */
export const isReport = (value: unknown): value is CoverageReport =>
  hasLists(value) &&
  ['undefined', 'string'].includes(typeof (value as { contract?: unknown }).contract) &&
  areCounted(value.rows, ['operation', 'status', 'mediaType']) &&
  areCounted(value.stateRows, ['task', 'state']);
