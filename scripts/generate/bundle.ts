/** Lints the source files and bundles them into one document. */
import { join, relative } from 'node:path';
import type { BaseResolver, Config, NormalizedProblem, Document as ResolvedDocument, Source } from '@redocly/openapi-core';
import { ContractError } from '../lib/contract-error.js';
import type { Document } from '../lib/document.js';
import { project } from '../lib/project.js';
import { orderKeys } from './order-keys.js';

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

type Tools = Awaited<ReturnType<typeof redocly>> & { config: Config };

const loaded = new Map<string, Promise<Tools>>();

/** The tools, with the configuration of a root folder. */
function load(root: string): Promise<Tools> {
  const tools =
    loaded.get(root) ??
    redocly().then(async (core) => ({ ...core, config: await core.loadConfig({ configPath: join(root, 'redocly.yaml') }) }));
  loaded.set(root, tools);
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

/** Lints the sources with the rules of `redocly.yaml` in the root folder. */
export async function lint(entry = project.entry, root = project.root): Promise<Problem[]> {
  const tools = await load(root);
  const problems = await tools.lint({ ref: entry, config: tools.config, externalRefResolver: createResolver(tools) });
  return problems.filter((problem) => !problem.ignored).map((problem) => toProblem(problem, root));
}

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
  const errors = problems.filter((problem) => problem.severity === 'error').map((problem) => toProblem(problem, root));
  if (errors.length > 0) throw new ContractError(errors.map((error) => `${error.where}: ${error.message}`));
  return orderKeys(document.parsed as Document, rootTypeOf(tools));
}

/** Text in which each value is written out where it stands. */
export const toYaml = async (document: Document): Promise<string> =>
  (await redocly()).stringifyYaml(document, { noRefs: true, lineWidth: -1 });
