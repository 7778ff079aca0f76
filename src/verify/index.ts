/** Verifies a running gateway: every documented exchange, and the workflows. */
import { createChecker } from '../check/packaged.js';
import { findingOf, violationOf } from '../check/violation.js';
import { redactUrl } from '../journal/redaction.js';
import { Secrets } from '../journal/secrets.js';
import { checkOptions } from '../options/check-options.js';
import { usualJobTimeoutSeconds, type VerifyOptions, verifyOptions } from './options.js';
import { verifyPages } from './pages.js';
import { createPlan, type Plan } from './plan.js';
import type { PageResult, VerifyReport, WorkflowResult } from './results.js';
import { findRedocly, findWorkflows, runWorkflows, type Workflow } from './workflows.js';

export { KeyRefusedError, NoResponseError } from './call.js';
export { type Plan, UnknownNameError } from './plan.js';
export { markdownReport, textReport } from './report.js';
export type { VerifyReport } from './results.js';

/** What is going to be done; {@link verify} does it. */
export interface Verification {
  plan: Plan;
  workflows: Workflow[];
  /** Calls that cost money, the workflows' included. */
  paid: number;
}

/**
 * Plans a verification.
 * @param only words of paths, modalities, job families, protocols or operations; empty for all
 * @throws UnknownNameError
 */
export async function planVerification(only: readonly string[]): Promise<Verification> {
  const { contract } = createChecker().parts;
  const plan = createPlan(contract, only);
  const workflows = await findWorkflows(contract, plan.pages);
  const paid = [...Object.values(plan.paid), ...workflows.map((workflow) => workflow.paid)].reduce((sum, count) => sum + count, 0);
  return { plan, workflows, paid };
}

/**
 * @throws NoResponseError when the gateway does not answer at all, KeyRefusedError when it does not take the key, TypeError or RangeError for an
 * option that is not known or makes no sense
 */
export async function verify({ plan, workflows }: Verification, options: VerifyOptions): Promise<VerifyReport> {
  const {
    baseUrl,
    apiKey,
    strict,
    redact,
    budgetCalls = Number.POSITIVE_INFINITY,
    jobTimeoutSeconds = usualJobTimeoutSeconds,
  } = checkOptions('verify', options, verifyOptions);
  const checker = createChecker(redact && { redact });
  const secrets = new Secrets([apiKey, decodeURIComponent(baseUrl.password)], checker.secretNames.members);
  const gateway = { baseUrl, apiKey, checker, secrets };
  const { results: found, paidCalls } = await verifyPages(gateway, plan.pages, { budgetCalls, jobTimeoutSeconds });
  const pages = strict ? found.map(withMissing) : found;
  const { results, notices } = await tryWorkflows(workflows, budgetCalls - paidCalls, baseUrl, apiKey);
  const summary: VerifyReport['summary'] = { conforms: 0, differs: 0, unreachable: 0 };
  for (const { outcome } of [...pages, ...results]) summary[outcome]++;
  const { version, hash } = checker.parts.contract;
  const { operations, answers, states } = checker.coverage.report();
  return secrets.texts({
    baseUrl: redactUrl(baseUrl.href, checker.secretNames, secrets),
    time: new Date().toISOString(),
    contract: { version, hash },
    summary,
    pages,
    workflows: results,
    notices,
    coverage: { operations, answers, states },
  });
}

/** The result with its missing fields as violations. */
function withMissing(result: PageResult): PageResult {
  if (result.missing.length === 0) return result;
  const lacks = result.missing.map((pointer) => {
    const finding = findingOf({ part: 'response', in: 'body', pointer }, 'documented', 'is documented, and missing', undefined);
    return violationOf(finding, result.operation);
  });
  return { ...result, outcome: 'differs', violations: [...result.violations, ...lacks] };
}

/** Runs as many workflows as the budget allows, if there is a program for it. */
async function tryWorkflows(
  workflows: readonly Workflow[],
  budget: number,
  baseUrl: URL,
  apiKey: string,
): Promise<{ results: WorkflowResult[]; notices: string[] }> {
  if (workflows.length === 0) return { results: [], notices: [] };
  const redocly = findRedocly();
  if (!redocly) {
    return {
      results: [],
      notices: [`${workflows.length} workflows were left out: @redocly/cli is not installed here (npm install --save-dev @redocly/cli)`],
    };
  }
  let left = budget;
  const affordable = workflows.filter(({ paid }) => {
    const fits = paid <= left;
    if (fits) left -= paid;
    return fits;
  });
  const run = affordable.length > 0 ? await runWorkflows(redocly, affordable, baseUrl, apiKey) : [];
  const results = workflows.map(
    ({ name }) =>
      run.find((result) => result.name === name) ?? { name, outcome: 'unreachable' as const, reason: 'over the budget', failures: [] },
  );
  return { results, notices: [] };
}
