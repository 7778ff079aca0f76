/** Lints the source files and bundles them into one document. */
import { relative } from 'node:path';
import { loadConfig, type NormalizedProblem, bundle as redoclyBundle, lint as redoclyLint } from '@redocly/openapi-core';
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

function toProblem(problem: NormalizedProblem): Problem {
  const location = problem.location[0];
  const file = location ? relative(project.root, location.source.absoluteRef) : '';
  const start = location && 'start' in location && location.start ? `:${location.start.line}` : '';
  return {
    severity: problem.severity === 'error' ? 'error' : 'warn',
    rule: problem.ruleId,
    message: problem.message,
    where: `${file}${start}${location?.pointer ? ` ${location.pointer}` : ''}`,
  };
}

const config = () => loadConfig({ configPath: `${project.root}redocly.yaml` });

/** Lints the sources with the rules of `redocly.yaml`. */
export async function lint(entry = project.entry): Promise<Problem[]> {
  const problems = await redoclyLint({ ref: entry, config: await config() });
  return problems.filter((problem) => !problem.ignored).map(toProblem);
}

/** Bundles the sources into one document in which every `$ref` points into `components`. */
export async function bundle(entry = project.entry): Promise<Document> {
  const { bundle, problems } = await redoclyBundle({ ref: entry, config: await config() });
  const errors = problems.filter((problem) => problem.severity === 'error').map(toProblem);
  if (errors.length > 0) {
    throw new Error(errors.map((error) => `${error.where}: ${error.message}`).join('\n'));
  }
  return bundle.parsed as Document;
}
