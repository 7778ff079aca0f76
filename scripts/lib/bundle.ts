/** Lints the source files and bundles them into one document. */
import { join, relative } from 'node:path';
import { loadConfig, type NormalizedProblem, bundle as redoclyBundle, lint as redoclyLint } from '@redocly/openapi-core';
import { ContractError } from './contract-error.js';
import type { Document } from './document.js';
import { project } from './project.js';

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

const config = (root: string) => loadConfig({ configPath: join(root, 'redocly.yaml') });

/** Lints the sources with the rules of `redocly.yaml` in the root folder. */
export async function lint(entry = project.entry, root = project.root): Promise<Problem[]> {
  const problems = await redoclyLint({ ref: entry, config: await config(root) });
  return problems.filter((problem) => !problem.ignored).map((problem) => toProblem(problem, root));
}

/** Bundles the sources into one document in which every `$ref` points into `components`. */
export async function bundle(entry = project.entry, root = project.root): Promise<Document> {
  const { bundle, problems } = await redoclyBundle({ ref: entry, config: await config(root) });
  const errors = problems.filter((problem) => problem.severity === 'error').map((problem) => toProblem(problem, root));
  if (errors.length > 0) throw new ContractError(errors.map((error) => `${error.where}: ${error.message}`));
  return bundle.parsed as Document;
}
