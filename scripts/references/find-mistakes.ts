/** Checks that what the sources name exists: members of schemas, operations, examples, states, statuses, steps. */
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { locator } from './report/locate.js';
import type { Finding } from './report/place.js';
import { checkDefaults } from './schemas/defaults.js';
import type { Sources } from './schemas/sources.js';
import { checkAnswerSamples } from './tables/answer-samples.js';
import { checkDocsMap } from './tables/docs-map.js';
import { checkErrorDialects, checkErrorExamples, checkSpokenDialects } from './tables/error-dialects.js';
import { checkMemberRules } from './tables/member-rules.js';
import { checkModelOwners } from './tables/model-owners.js';
import { checkOperations } from './tables/operations.js';
import { checkOwnedFields } from './tables/owned-fields.js';
import { checkAsked } from './tables/protocols/asked.js';
import { checkStreamOrders } from './tables/protocols/stream-orders.js';
import { checkSdkSamples } from './tables/sdk-samples.js';
import { checkTasks } from './tables/tasks.js';
import { checkWorkflows } from './workflows/workflow.js';

const checks = [
  checkOperations,
  checkSpokenDialects,
  checkErrorDialects,
  checkErrorExamples,
  checkTasks,
  checkOwnedFields,
  checkModelOwners,
  checkAnswerSamples,
  checkStreamOrders,
  checkAsked,
  checkSdkSamples,
  checkMemberRules,
  checkDefaults,
  checkDocsMap,
  checkWorkflows,
];

/** All findings, in the order of the sources. */
export const findMistakes = (sources: Sources): Finding[] => checks.flatMap((check) => [...check(sources)]);

/**
 * Findings as lines, `file:line:column: message`.
 * @param root which the names of files are relative to
 */
export async function describeFindings(
  findings: readonly Finding[],
  root: string,
  read: (file: string) => Promise<string> | string = (file) => readFile(file, 'utf8'),
): Promise<string[]> {
  const locators = new Map<string, ReturnType<typeof locator>>();
  const lines = new Set<string>();
  for (const { place, message } of findings) {
    const locate = locators.get(place.file) ?? locator(await read(place.file));
    locators.set(place.file, locate);
    const { line, column } = locate(place.path, place.onKey);
    lines.add(`${relative(root, place.file)}:${line}:${column}: ${message}`);
  }
  return [...lines];
}
