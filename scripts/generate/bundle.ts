/** Lints the source files and bundles them into one document. */
import { join, relative } from 'node:path';
import type { NormalizedProblem } from '@redocly/openapi-core';
import { ContractError } from '../lib/contract-error.js';
import type { Document } from '../lib/document.js';
import { project } from '../lib/project.js';

/** One finding of the linter, in one line. */
export interface Problem {
  severity: 'error' | 'warn';
  rule: string;
  message: string;
  /** File and line, or file and pointer. */
  where: string;
}

function toProblem(problem: NormalizedProblem, root: string): Problem {
  const location = problem.location[0];
  const file = location ? relative(root, location.source.absoluteRef) : '';
  const start = location && 'start' in location && location.start ? `:${location.start.line}` : '';
  return {
    severity: problem.severity === 'error' ? 'error' : 'warn',
    rule: problem.ruleId,
    message: problem.message,
    where: `${file}${start}${location?.pointer ? ` ${location.pointer}` : ''}`,
  };
}

/** Loaded when it is needed, since that takes as long as linting: a script can do other things first. */
const redocly = () => import('@redocly/openapi-core');

const load = async (root: string) => {
  const { loadConfig, ...tools } = await redocly();
  return { ...tools, config: await loadConfig({ configPath: join(root, 'redocly.yaml') }) };
};

/** Lints the sources with the rules of `redocly.yaml` in the root folder. */
export async function lint(entry = project.entry, root = project.root): Promise<Problem[]> {
  const { lint, config } = await load(root);
  const problems = await lint({ ref: entry, config });
  return problems.filter((problem) => !problem.ignored).map((problem) => toProblem(problem, root));
}

/** Bundles the sources into one document in which every `$ref` points into `components`. */
export async function bundle(entry = project.entry, root = project.root): Promise<Document> {
  const { bundle, config } = await load(root);
  const { bundle: document, problems } = await bundle({ ref: entry, config });
  const errors = problems.filter((problem) => problem.severity === 'error').map((problem) => toProblem(problem, root));
  if (errors.length > 0) throw new ContractError(errors.map((error) => `${error.where}: ${error.message}`));
  return document.parsed as Document;
}

/** Text in which each value is written out where it stands. */
export const toYaml = async (document: Document): Promise<string> =>
  (await redocly()).stringifyYaml(document, { noRefs: true, lineWidth: -1 });
