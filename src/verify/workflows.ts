/** Runs the workflows of the contract against a gateway, through `redocly respect`. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { PreparedContract } from '../contract/prepared.js';
import { ownFolder } from '../installed.js';
import { isNoVerdict } from './call.js';
import { isPaid, type Page } from './plan.js';
import type { WorkflowResult } from './results.js';

/** The workflows that this package ships, from the sources and from the build alike. */
const folder = (): string => join(ownFolder(), 'openapi', 'workflows');

export interface Workflow {
  name: string;
  file: string;
  /** Ids of the operations that it calls. */
  operations: string[];
  /** Calls that cost money. */
  paid: number;
}

/** The workflows that call at least one operation of the pages. */
export async function findWorkflows({ operations }: PreparedContract, pages: readonly Page[]): Promise<Workflow[]> {
  const wanted = new Set(pages.map(({ operation }) => operation.id));
  const files = (await readdir(folder())).filter((name) => name.endsWith('.arazzo.yaml')).sort();
  const workflows = await Promise.all(
    files.map(async (name) => {
      const file = join(folder(), name);
      const called = [...(await readFile(file, 'utf8')).matchAll(/operationId: *(\w+)/g)].map(([, id = '']) => id);
      const paid = called.filter((id) => operations.some((operation) => operation.id === id && isPaid(operation))).length;
      return { name: name.replace('.arazzo.yaml', ''), file, operations: called, paid };
    }),
  );
  return workflows.filter((workflow) => workflow.operations.some((id) => wanted.has(id)));
}

/** The Redocly CLI of the project in the current folder, or of one above. */
export function findRedocly(from = process.cwd()): string | undefined {
  for (let at = resolve(from); ; at = dirname(at)) {
    const program = join(at, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js');
    if (existsSync(program)) return program;
    if (dirname(at) === at) return undefined;
  }
}

interface RespectStep {
  stepId: string;
  status: string;
  retriesLeft?: number;
  response?: { statusCode?: number };
  checks?: { name: string; passed: boolean; message?: string; condition?: string }[];
}

interface RespectReport {
  files: Record<string, { executedWorkflows: { status: string; executedSteps: RespectStep[] }[] }>;
}

/**
 * @param redocly program found by {@link findRedocly}
 * @param timeoutMs how long a call may take
 */
export async function runWorkflows(
  redocly: string,
  workflows: readonly Workflow[],
  baseUrl: URL,
  apiKey: string,
  timeoutMs: number,
): Promise<WorkflowResult[]> {
  const place = await mkdtemp(join(tmpdir(), 'nexconn-contract-'));
  const output = join(place, 'respect.json');
  try {
    const flags = ['--json-output', output, '--max-fetch-timeout', String(Math.ceil(timeoutMs))];
    const said = await run(redocly, ['respect', ...workflows.map(({ file }) => file), ...flags], {
      // Not as arguments, which other users of the machine could read.
      REDOCLY_CLI_RESPECT_SERVER: `nexconn=${baseUrl.href.replace(/\/$/, '')}`,
      REDOCLY_CLI_RESPECT_INPUT: `apiKey=${apiKey}`,
      REDOCLY_TELEMETRY: 'off',
    });
    const text = await readFile(output, 'utf8').catch(() => undefined);
    if (text === undefined)
      return workflows.map(({ name }) => ({
        name,
        outcome: 'unreachable',
        reason: `redocly respect gave no result: ${lastLine(said)}`,
        failures: [],
      }));
    return workflows.map((workflow) => toResult(workflow, JSON.parse(text)));
  } finally {
    await rm(place, { recursive: true });
  }
}

function run(program: string, args: string[], environment: Record<string, string>): Promise<string> {
  const options = { cwd: folder(), env: { ...process.env, ...environment }, maxBuffer: 2 ** 28 };
  // A failed workflow ends the program with an error; the report tells more.
  return new Promise((done) =>
    execFile(process.execPath, [program, ...args], options, (_, stdout, stderr) => done(`${stdout}\n${stderr}`)),
  );
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';

function toResult({ name, file }: Workflow, { files }: RespectReport): WorkflowResult {
  const entry = Object.entries(files).find(([path]) => resolve(folder(), path) === file)?.[1];
  if (!entry) return { name, outcome: 'unreachable', reason: 'redocly respect did not run it', failures: [] };
  const steps = entry.executedWorkflows.flatMap(({ executedSteps }) => executedSteps);
  // A step that is to be repeated has failed so far, and its last try decides.
  const failed = steps.filter(
    (step, index) => step.status === 'error' && !steps.slice(index + 1).some(({ stepId }) => stepId === step.stepId),
  );
  const stopped = failed.find(({ response }) => response?.statusCode !== undefined && isNoVerdict(response.statusCode));
  if (stopped)
    return {
      name,
      outcome: 'unreachable',
      reason: `${stopped.stepId} was answered with ${stopped.response?.statusCode}`,
      ...(stopped.response?.statusCode !== undefined && { status: stopped.response.statusCode }),
      failures: [],
    };
  const failures = failed.flatMap(({ stepId, checks = [] }) =>
    checks
      .filter(({ passed }) => !passed)
      .map(({ name: check, condition, message }) => ({ step: stepId, message: `${check}: ${condition ?? message ?? ''}` })),
  );
  return { name, outcome: failures.length > 0 ? 'differs' : 'conforms', failures };
}
