/** What is wrong with scenarios, and where. */
import { acrossCopies } from '../../any-copy.js';
import { visible } from '../../http/visible-text.js';

/** Where something stands in a file. */
export interface Position {
  /** From 1. */
  line: number;
  column: number;
}

/** What is wrong with one scenario, before it is known where that stands. */
export interface Found {
  /** JSON pointer into the scenario. */
  pointer: string;
  /** Whether it is about the name of the member, rather than its value. */
  atName?: boolean;
  message: string;
}

/** One finding, or one warning. */
export interface ScenarioFinding extends Partial<Position> {
  /** Absent for scenarios that stand in no file. */
  file?: string;
  /** JSON pointer into the list of scenarios; empty where it is about all of it. */
  pointer: string;
  /** What is wrong, and what would be right. */
  message: string;
}

/** In one line: place and message. */
export function findingLine({ file, line, column, pointer, message }: ScenarioFinding): string {
  const place = file === undefined ? `scenarios${pointer}` : [file, ...(line === undefined ? [] : [line, column])].join(':');
  return visible(`${place}${file !== undefined && pointer !== '' ? ` ${pointer}` : ''}: ${message}`);
}

/**
 * Thrown where scenarios cannot be taken.
 *
 * @example
 * ```ts
 * import { createMock, ScenarioError } from 'nexconn-contract/mock';
 *
 * try {
 *   await createMock({ scenarios: 'scenarios' });
 * } catch (error) {
 *   if (error instanceof ScenarioError) for (const { file, line, message } of error.findings) console.error(file, line, message);
 * }
 * ```
 */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';

  constructor(readonly findings: readonly ScenarioFinding[]) {
    super(findings.map(findingLine).join('\n'));
  }
}

acrossCopies({ ScenarioError });
