/** What an operation that the contract does not have is called, and the family of jobs and the parameters that come with it. */
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { BadInput } from '../../lib/bad-input.js';
import type { Parameter, Schema } from '../../lib/document.js';
import { inlineYaml } from '../../lib/inline-yaml.js';
import type { Rename } from './add-parts.js';
import type { ContractFiles, PlacedOperation } from './contract-files.js';
import { pascal, slug } from './sibling.js';
import { stubOf } from './stubs.js';
import { addMember, memberText } from './yaml-text.js';

const parametersIn = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');

/** How operations are called that a page calls otherwise, or that a method stands for. */
const verbs = /^(create|get|list|delete|edit|remix|generate|stream)(?=[A-Z])/;
const verbOf: Record<string, string> = { get: 'get', post: 'create', put: 'create', patch: 'edit', delete: 'delete' };

/** A page title as an operation is named: `Create Speech Job` is `createSpeechJob`, and `Query Speech Job` is `getSpeechJob`. */
export function operationIdOf(title: string, method: string): string {
  const name = pascal(title.replace(/^(query|retrieve|look up) /i, 'Get '));
  const camel = name.replace(/^./, (letter) => letter.toLowerCase());
  return verbs.test(camel) ? camel : `${verbOf[method.toLowerCase()] ?? 'create'}${name}`;
}

const word = (from: string, to: string): Rename => {
  const pattern = new RegExp(`(?<![\\w-])${from.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`, 'g');
  return (text) => text.replace(pattern, to);
};

/** Each path parameter of the sibling with the one in its place. */
function parameterPairs(sibling: PlacedOperation, path: string): [from: string, to: string][] {
  const [before, after] = [parametersIn(sibling.path), parametersIn(path)];
  if (before.length !== after.length)
    throw new BadInput(
      `--at: ${path} has ${after.length} parameters, and ${sibling.path} has ${before.length}; name a page with as many by --like`,
    );
  return before.map((name, index): [string, string] => [name, after[index] ?? '']).filter(([from, to]) => from !== to);
}

/** Copies the parameters of the path that are called otherwise. @param owner what their names begin with */
async function addParameters(files: ContractFiles, sibling: PlacedOperation, pairs: [string, string][], owner: string): Promise<Rename> {
  const renames: Rename[] = [];
  for (const [from, to] of pairs) {
    for (const { $ref } of sibling.operation.parameters ?? []) {
      if ($ref === undefined) continue;
      const file = join(dirname(sibling.file), $ref);
      const text = await files.read(file);
      const { name, in: place } = parse(text) as Parameter;
      if (place !== 'path' || name !== from) continue;
      const [old, component] = [basename($ref, '.yaml'), `${owner}${pascal(to)}`];
      const target = `components/parameters/${component}.yaml`;
      renames.push(word(old, component));
      if (await files.exists(target)) continue;
      await files.create(target, text.replace(new RegExp(`^name: ${from}$`, 'm'), `name: ${to}`));
      await files.edit('openapi.yaml', (root) =>
        addMember(root, ['components', 'parameters'], old, `${component}: { $ref: ${inlineYaml(`./${target}`)} }`),
      );
    }
  }
  return (text) => renames.reduce((result, rename) => rename(result), text);
}

/** Copies a family of jobs, unless the new one is there. What only some operations of the other one have is left out. */
async function addFamily(files: ContractFiles, from: string, to: string, role: string, pairs: [string, string][]): Promise<void> {
  const text = await files.read('tasks.yaml');
  const families = parse(text) as Record<string, Schema>;
  if (families[to] || !families[from]) return;
  const inPath = (part: string) =>
    pairs.reduce((result, [old, now]) => result.replaceAll(`$request.path.${old}`, `$request.path.${now}`), part);
  const others = ['remix', 'list', 'addresses', 'callback'].filter((name) => name !== role);
  const lines = memberText(text, from)
    .replace(new RegExp(`^${from}:( &\\w+)?`), `${to}:`)
    // Each member with the lines that belong to it.
    .split(/^(?= {2}\S)/m)
    .filter((member) => !others.some((name) => member.startsWith(`  ${name}:`)))
    .join('');
  await files.edit('tasks.yaml', (all) => addMember(all, [], from, stubOf(inPath(lines), from, (part) => part).trimEnd()));
}

export interface NewOperation {
  operationId: string;
  /** Puts all the new names in the place of the sibling's. */
  rename: Rename;
  /** Names of parameters of the path in examples. */
  parameters: [from: string, to: string][];
  /** The family of jobs that it is of, and the one that this is like. */
  family?: { from: string; to: string };
}

/**
 * Plans what an operation needs that is like another one in another family.
 * @param rename what follows from the names of the folders
 */
export async function planNewOperation(
  files: ContractFiles,
  path: string[],
  sibling: PlacedOperation,
  at: { method: string; path: string },
  rename: Rename,
): Promise<NewOperation> {
  const old = sibling.operation.operationId;
  const pairs = parameterPairs(sibling, at.path);
  if (rename(old) !== old) return { operationId: rename(old), rename, parameters: pairs };
  const operationId = operationIdOf(path.at(-1) ?? '', at.method);
  const isTaken = await files.operation(operationId).then(
    () => true,
    () => false,
  );
  if (isTaken) throw new BadInput(`--at: there is an operation ${operationId}, which is what the title gives; it needs a title of its own`);
  const family = slug(path[0] ?? '');
  const task = sibling.operation['x-task']?.name;
  if (task !== undefined) await addFamily(files, task, family, sibling.operation['x-task']?.role ?? '', pairs);
  const parameters = await addParameters(files, sibling, pairs, pascal(family));
  const inTask: Rename = (text) =>
    task === undefined ? text : text.replace(new RegExp(`(x-task: \\{ name: )${task}(?![\\w-])`), `$1${family}`);
  return {
    operationId,
    rename: (text) => word(old, operationId)(parameters(inTask(rename(text)))),
    parameters: pairs,
    ...(task !== undefined && { family: { from: task, to: family } }),
  };
}
