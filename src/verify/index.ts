/** Verifies a running gateway: every documented exchange, and the workflows. */
import type { Baseline } from '../check/baseline.js';
import { findingOf, violationOf } from '../check/findings/violation.js';
import { createChecker } from '../check/packaged.js';
import { repeatLines } from '../check/telling/tell.js';
import { redactUrl } from '../journal/redaction.js';
import { Secrets } from '../journal/secrets.js';
import { checkOptions } from '../options/check-options.js';
import { usualJobTimeoutSeconds, usualTimeoutSeconds, type VerifyOptions, verifyOptions } from './options.js';
import { verifyPages } from './pages.js';
import { createPlan, type Plan } from './plan.js';
import { noOutcomes, type PageResult, type VerifyReport, type WorkflowResult } from './results.js';
import { findRedocly, findWorkflows, runWorkflows, type Workflow } from './workflows.js';

export { UnknownNameError } from '../contract/paths/named-operations.js';
export { KeyRefusedError, NoResponseError } from './call.js';
export type { Plan } from './plan.js';
export { casesOf, markdownReport, textReport } from './report.js';
export type { PageResult, VerifyReport, WorkflowResult } from './results.js';

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
    timeoutSeconds = usualTimeoutSeconds,
    baseline,
  } = checkOptions('verify', options, verifyOptions);
  const checker = createChecker({ ...(redact && { redact }), ...(baseline && { baseline }) });
  const timeoutMs = timeoutSeconds * 1000;
  const secrets = new Secrets([apiKey, decodeURIComponent(baseUrl.password)], checker.secretNames.members);
  const gateway = { baseUrl, apiKey, checker, secrets, timeoutMs };
  const { results: found, paidCalls } = await verifyPages(gateway, plan.pages, { budgetCalls, jobTimeoutSeconds, baseline });
  const pages = (strict ? found.map((page) => withMissing(page, baseline)) : found).map(withRepeat);
  const tried = await tryWorkflows(workflows, budgetCalls - paidCalls, (affordable, redocly) =>
    runWorkflows(redocly, affordable, baseUrl, apiKey, timeoutMs),
  );
  const results = tried.results.map((result) => withoutKnown(result, baseline));
  const summary = noOutcomes();
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
    notices: tried.notices,
    coverage: { operations, answers, states },
  });
}

/** The result with its missing fields as violations. */
function withMissing(result: PageResult, baseline: Baseline | undefined): PageResult {
  const lacks = result.missing
    .map((pointer) => {
      const finding = findingOf({ part: 'response', in: 'body', pointer }, 'documented', 'is documented, and missing', undefined);
      return violationOf(finding, result.operation);
    })
    .filter((violation) => !baseline?.isKnown(violation));
  if (lacks.length === 0) return result;
  return { ...result, outcome: 'differs', violations: [...result.violations, ...lacks] };
}

/** The result with how to repeat what was found. */
function withRepeat(result: PageResult): PageResult {
  const repeat = repeatLines(result.violations);
  return repeat.length > 0 ? { ...result, repeat } : result;
}

/** The result without the failures that are known. */
function withoutKnown(result: WorkflowResult, baseline: Baseline | undefined): WorkflowResult {
  const failures = result.failures.filter(
    ({ step, message }) => !baseline?.isKnown({ operation: result.name, part: 'workflow', pointer: '', keyword: step, expected: message }),
  );
  if (failures.length === result.failures.length) return result;
  return failures.length > 0 ? { ...result, failures } : { ...result, outcome: 'skipped', reason: 'known to fail', failures };
}

/** Why workflows cannot be run here. */
export const noRedocly = '@redocly/cli is not installed here (npm install --save-dev @redocly/cli)';

/** Whether there is a program for the workflows. */
export const canRunWorkflows = (): boolean => findRedocly() !== undefined;

/** Runs as many workflows as the budget allows, if there is a program for it. */
async function tryWorkflows(
  workflows: readonly Workflow[],
  budget: number,
  run: (workflows: readonly Workflow[], redocly: string) => Promise<WorkflowResult[]>,
): Promise<{ results: WorkflowResult[]; notices: string[] }> {
  if (workflows.length === 0) return { results: [], notices: [] };
  const redocly = findRedocly();
  if (!redocly) {
    return {
      results: workflows.map(({ name }) => ({ name, outcome: 'skipped', reason: '@redocly/cli is not installed here', failures: [] })),
      notices: [`${workflows.length} workflows were left out: ${noRedocly}`],
    };
  }
  let left = budget;
  const affordable = workflows.filter(({ paid }) => {
    const fits = paid <= left;
    if (fits) left -= paid;
    return fits;
  });
  const done = affordable.length > 0 ? await run(affordable, redocly) : [];
  const results = workflows.map(
    ({ name }) =>
      done.find((result) => result.name === name) ?? { name, outcome: 'skipped' as const, reason: 'over the budget', failures: [] },
  );
  return { results, notices: [] };
}
