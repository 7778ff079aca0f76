/**
 * `npm run lint`: what is wrong with the sources, each finding as `file:line:column: message`. The rules of the linter first, and what
 * the sources name but nobody has. Exit 1 when there is anything.
 */

import { bundle, lint, problemLine } from '../generate/bundle.js';
import { checkReferences } from '../generate/check-references.js';
import { closedJudges } from '../lib/closed-schemas.js';
import { ContractError } from '../lib/contract-error.js';
import { readErrorExamples, readExamples } from '../lib/examples.js';
import { project } from '../lib/project.js';

async function references(): Promise<string[]> {
  const [document, examples, errors] = await Promise.all([bundle(), readExamples([]), readErrorExamples()]);
  return checkReferences(project, { document, examples, errors, judgeOf: closedJudges(document) });
}

/** What cannot even be read has findings of its own. */
const findingsOf = (error: unknown): string[] => {
  if (error instanceof ContractError) return error.findings;
  throw error;
};

const problems = (await lint()).map(problemLine);
const findings = new Set([...problems, ...(await references().catch(findingsOf))]);
for (const line of findings) console.error(line);
console.log(findings.size === 0 ? 'The sources break no rule.' : `${findings.size} findings.`);
process.exitCode = findings.size === 0 ? 0 : 1;
