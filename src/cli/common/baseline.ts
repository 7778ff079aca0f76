/** The flags by which a command is told of violations that are known. */
import { writeFile } from 'node:fs/promises';
import { Option } from 'commander';
import { Baseline, BaselineError, baselineFor, type KnownViolation } from '../../check/baseline.js';
import type { ContractViolation } from '../../check/findings/violation.js';
import { readText } from '../../text-file.js';
import { fail } from './fail.js';
import { whyUnread } from './unread.js';

/** @param name of the flag */
export const baselineFlag = (name: string): Option =>
  new Option(
    `${name} <file>`,
    'violations that are known (JSON), each with its reason and date: they do not fail, and fixed ones are told',
  );

export const writeBaselineFlag = (): Option =>
  new Option(
    '--write-baseline <file>',
    'write what was found as known violations, whose reasons are to be filled in; the command ends as it would',
  );

/** Ends the process where the file makes no sense. */
export async function readBaseline(file: string | undefined): Promise<Baseline | undefined> {
  if (file === undefined) return undefined;
  const text = await readText(file).catch((error: Error) =>
    fail(`${whyUnread(file, error, 'the file that --write-baseline has written')}.`, 2),
  );
  try {
    return new Baseline(JSON.parse(text));
  } catch (error) {
    if (error instanceof BaselineError) return fail(`${file}: ${error.message}.`, 2);
    return fail(`${file} is not JSON: ${(error as Error).message}`, 2);
  }
}

const nameOf = ({ operation, part, pointer, keyword }: KnownViolation): string =>
  [operation ?? '-', part, pointer, keyword].filter((word) => word !== '').join(' ');

/** What is to be done about a known violation that was never met. */
export const fixedText = (entry: KnownViolation): string =>
  `not found any more: ${nameOf(entry)} (known since ${entry.since}: ${entry.reason})`;

/** On standard error, which holds no report. */
export function sayFixed(baseline: Baseline): void {
  for (const entry of baseline.fixed()) console.warn(`${fixedText(entry)}. Take it out of the known violations.`);
}

export async function writeBaseline(file: string | undefined, violations: readonly ContractViolation[]): Promise<void> {
  if (file === undefined) return;
  const entries = baselineFor(violations, new Date().toISOString().slice(0, 10));
  await writeFile(file, `${JSON.stringify(entries, null, 2)}\n`).catch(({ message }: Error) =>
    fail(`${file} cannot be written: ${message}`, 2),
  );
  console.error(`${entries.length} known violation${entries.length === 1 ? '' : 's'} written to ${file}: fill in the reasons.`);
}
