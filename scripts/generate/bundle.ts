/** Lints the source files and bundles them into one document. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { BaseResolver, Config, NormalizedProblem, Document as ResolvedDocument, Source } from '@redocly/openapi-core';
import { ContractError } from '../lib/contract-error.js';
import type { Document } from '../lib/document.js';
import { project } from '../lib/project.js';
import { orderKeys } from './order-keys.js';

/** One finding of the linter. */
export interface Problem {
  severity: 'error' | 'warn';
  rule: string;
  message: string;
  /** File and pointer. */
  where: string;
  /** `file:line:column`, which editors and terminals open. */
  position: string;
}

/** A finding in one line. */
export const problemLine = ({ position, message, rule }: Problem): string => `${position}: ${message} (${rule})`;

function toProblem(problem: NormalizedProblem, root: string, { getLineColLocation }: Pick<Tools, 'getLineColLocation'>): Problem {
  const location = problem.location[0];
  const file = location ? relative(root, location.source.absoluteRef) : '';
  const start = location && getLineColLocation(location).start;
  return {
    severity: problem.severity === 'error' ? 'error' : 'warn',
    rule: problem.ruleId,
    message: problem.message,
    where: `${file}${location?.pointer ? ` ${location.pointer}` : ''}`,
    position: start ? `${file}:${start.line}:${start.col}` : file,
  };
}

/** Loaded when it is needed, since that takes as long as linting: a script can do other things first. */
const redocly = () => import('@redocly/openapi-core');

type Tools = Awaited<ReturnType<typeof redocly>> & { config: Config };

const descriptionRules = 'redocly.yaml';
const workflowRules = 'redocly.workflows.yaml';

const loaded = new Map<string, Promise<Tools>>();

/** The tools, with a configuration of a root folder. */
function load(root: string, configuration = descriptionRules): Promise<Tools> {
  const configPath = join(root, configuration);
  const tools = loaded.get(configPath) ?? redocly().then(async (core) => ({ ...core, config: await core.loadConfig({ configPath }) }));
  loaded.set(configPath, tools);
  return tools;
}

const parsed = new Map<string, { body: string; value: unknown }>();

/** Parses a text once: linting reads the files that bundling has read, and after an edit all files but one are what they were. */
function createResolver({ BaseResolver, config }: Tools): BaseResolver {
  return new (class extends BaseResolver {
    override parseDocument(source: Source, isRoot?: boolean): ResolvedDocument {
      const before = parsed.get(source.absoluteRef);
      // Bundling changes what it is given.
      if (before?.body === source.body) return { source, parsed: structuredClone(before.value) };
      const document = super.parseDocument(source, isRoot);
      parsed.set(source.absoluteRef, { body: source.body, value: structuredClone(document.parsed) });
      return document;
    }
  })(config.resolve);
}

/** Lints the sources with the rules of `redocly.yaml` in the root folder, and the workflows beside them with those for workflows. */
export async function lint(entry = project.entry, root = project.root): Promise<Problem[]> {
  const folder = join(dirname(entry), 'workflows');
  const workflows = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort() : [];
  const problems = await lintFiles([entry], await load(root), root);
  if (workflows.length === 0) return problems;
  const files = workflows.map((name) => join(folder, name));
  return [...problems, ...(await lintFiles(files, await load(root, workflowRules), root))];
}

async function lintFiles(files: string[], tools: Tools, root: string): Promise<Problem[]> {
  const externalRefResolver = createResolver(tools);
  const lintFile = async (ref: string): Promise<Problem[]> => {
    try {
      const problems = await tools.lint({ ref, config: tools.config, externalRefResolver });
      return problems.filter((problem) => !problem.ignored).map((problem) => toProblem(problem, root, tools));
    } catch (error) {
      // What is no description of a version that it knows.
      const file = relative(root, ref);
      return [{ severity: 'error', rule: 'spec', message: (error as Error).message, where: file, position: `${file}:1:1` }];
    }
  };
  return (await Promise.all(files.map(lintFile))).flat();
}

/** Names of the descriptions in `redocly.yaml`. */
export const descriptionNames = async (root = project.root): Promise<string[]> =>
  Object.keys((await load(root)).config.resolvedConfig.apis ?? {});

/** The linter's type of a description, our extensions included. */
const rootTypeOf = ({ config, getTypes, normalizeTypes }: Tools) => normalizeTypes(config.extendTypes(getTypes('oas3_1'), 'oas3_1')).Root;

/** Bundles the sources into one document in which every `$ref` points into `components`, and the keys stand in their one order. */
export async function bundle(entry = project.entry, root = project.root): Promise<Document> {
  const tools = await load(root);
  const { bundle: document, problems } = await tools.bundle({
    ref: entry,
    config: tools.config,
    externalRefResolver: createResolver(tools),
  });
  const errors = problems.filter((problem) => problem.severity === 'error').map((problem) => toProblem(problem, root, tools));
  if (errors.length > 0) throw new ContractError(errors.map(problemLine));
  return orderKeys(document.parsed as Document, rootTypeOf(tools));
}

/** Text in which each value is written out where it stands. */
export const toYaml = async (document: Document): Promise<string> =>
  (await redocly()).stringifyYaml(document, { noRefs: true, lineWidth: -1 });
