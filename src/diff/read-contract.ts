/** Finds and reads a contract that somebody names: a file, the folder of an installed version, or its name in `node_modules`. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Document } from '../contract/openapi.js';
import { ownFolder } from '../installed.js';
import { readText } from '../text-file.js';
import { operationsOf } from './model/document.js';
import { whyMisshapen } from './shape.js';

/** What was named is no contract. The message is one line that says which and why. */
export class ContractError extends Error {}

export interface NamedContract {
  /** As it was named. */
  name: string;
  file: string;
  contract: Document;
  /** The changelog of the package that it is in; absent where there is none. */
  changelog?: string;
}

/** Where it is run without a project, as from an image, it lies in no `node_modules` there. */
const ownName = 'nexconn-contract';

/** One is about 1 MB. */
const largestMegabytes = 50;

const firstLine = (error: unknown): string => (error as Error).message.split('\n', 1)[0]?.replace(/:$/, '') ?? '';

/**
 * @param name a file, a folder with `package.json` and `generated/openapi.json`, or the name of a package in `node_modules`
 * @param from the folder that names are looked up from
 * @throws ContractError for what is no contract
 */
export async function readContract(name: string, from = process.cwd()): Promise<NamedContract> {
  const { file, root } = await find(name, from);
  const refuse = (reason: string): never => {
    throw new ContractError(`${name} is no contract: ${reason}`);
  };
  const { size } = await stat(file);
  if (size > largestMegabytes * 2 ** 20) refuse(`it has ${Math.round(size / 2 ** 20)} MB, and ${largestMegabytes} at most are read`);
  const contract = asContract(await parse(await readText(file), refuse), refuse);
  const changelog = root && (await readFile(join(root, 'CHANGELOG.md'), 'utf8').catch(() => undefined));
  return { name, file, contract, ...(changelog !== undefined && { changelog }) };
}

const kindOf = (path: string): Promise<'file' | 'folder' | undefined> =>
  stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => undefined,
  );

async function find(name: string, from: string): Promise<{ file: string; root?: string }> {
  const path = resolve(from, name);
  const kind = await kindOf(path);
  if (kind === 'file') {
    const root = basename(dirname(path)) === 'generated' ? dirname(dirname(path)) : undefined;
    return { file: path, ...(root !== undefined && { root }) };
  }
  const root = kind === 'folder' ? path : ((await installed(name, from)) ?? (name === ownName ? ownFolder() : undefined));
  if (root === undefined)
    throw new ContractError(
      `There is no file, folder or installed package ${name}; give an openapi.json or .yaml, the folder of a version, or its name in node_modules.`,
    );
  const file = join(root, 'generated/openapi.json');
  if ((await kindOf(file)) !== 'file')
    throw new ContractError(
      `${name} is no installed version: it has no generated/openapi.json; give such a folder, or the file of a contract itself.`,
    );
  return { file, root };
}

/** The folder of a package as `node_modules` has it, here or further up. */
async function installed(name: string, from: string): Promise<string | undefined> {
  if (!/^(@[\w.-]+\/)?[\w.-]+$/.test(name)) return undefined;
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if ((await kindOf(path)) === 'folder') return path;
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * The folder of an installed version of this package, under whatever name.
 * @param version of its contract
 */
export async function installedVersion(version: string, from = process.cwd()): Promise<string | undefined> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    for (const path of await packagesIn(join(folder, 'node_modules'))) {
      const [manifest, contract] = await Promise.all(['package.json', 'generated/openapi.json'].map((name) => readJson(join(path, name))));
      if (at(manifest, 'name') === ownName && at(contract, 'info', 'version') === version) return path;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

async function packagesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const inScopes = await Promise.all(
    names
      .filter((name) => name.startsWith('@'))
      .map(async (scope) => (await readdir(join(folder, scope)).catch(() => [])).map((name) => join(scope, name))),
  );
  return [...names, ...inScopes.flat()].map((name) => join(folder, name));
}

/** What stands at a way of members; `undefined` where it leads nowhere. */
const at = (value: unknown, ...way: string[]): unknown =>
  way.reduce((inner, name) => (isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined), value);

const readJson = (file: string): Promise<unknown> =>
  readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);

type Refuse = (reason: string) => never;

async function parse(text: string, refuse: Refuse): Promise<unknown> {
  const start = text.trimStart();
  if (start === '') refuse('it is empty');
  if (start.startsWith('<')) refuse('it is a page or other markup');
  if (start.startsWith('{')) {
    try {
      return JSON.parse(text);
    } catch (error) {
      // YAML may begin with a brace as well.
      if (/^\{\s*"/.test(start)) refuse(firstLine(error));
    }
  }
  const { parse: parseYaml } = await import('yaml');
  try {
    return parseYaml(text, { logLevel: 'error' });
  } catch (error) {
    return refuse(firstLine(error));
  }
}

type Members = Record<string, unknown>;

const isObject = (value: unknown): value is Members => value !== null && typeof value === 'object' && !Array.isArray(value);

const kinds = ['schemas', 'responses', 'parameters', 'headers', 'securitySchemes'];

/** The document with what the comparison takes for granted: kinds of components, statuses and names of operations. */
export function asContract(found: unknown, refuse: Refuse): Document {
  if (!isObject(found)) return refuse('it is no object');
  const { openapi, swagger, paths } = found;
  if (swagger !== undefined) refuse(`it is of Swagger ${swagger}, and OpenAPI 3 is needed`);
  if (typeof openapi !== 'string') refuse('it has no `openapi`');
  if (!openapi.startsWith('3.')) refuse(`it is of OpenAPI ${openapi}, and 3 is needed`);
  if (typeof at(found, 'info', 'version') !== 'string') refuse('it has no `info.version`');
  if (!isObject(paths)) return refuse('it has no `paths`');
  const misshapen = whyMisshapen(found);
  if (misshapen !== undefined) refuse(misshapen);
  const declared = (found.components ?? {}) as Members;
  const components = { ...declared, ...Object.fromEntries(kinds.map((kind) => [kind, declared[kind] ?? {}])) };
  const contract = { ...found, components } as unknown as Document;
  for (const { path, method, operation } of operationsOf(contract)) {
    operation.operationId ??= `${method.toUpperCase()} ${path}`;
    operation.responses ??= {};
  }
  return contract;
}
