/** What is installed: Node.js, this package, and the parts that are optional. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { satisfies } from 'semver';
import { contract } from '../../../compiled/contract.js';
import type { Check } from './check.js';
import { endOfSupport } from './node-releases.js';

export interface Manifest {
  version: string;
  engines: { node: string };
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export const ownManifest = (): Manifest => createRequire(import.meta.url)('nexconn-contract/package.json') as Manifest;

/** What works with an optional part only. */
const purposes: Record<string, string> = {
  '@redocly/cli': 'the workflows of `verify`',
  '@stoplight/prism-core': 'the engine `prism`, and `Prefer: dynamic=true`',
  '@stoplight/prism-http': 'the engine `prism`, and `Prefer: dynamic=true`',
  '@stoplight/types': 'the engine `prism`, and `Prefer: dynamic=true`',
  'fp-ts': 'the engine `prism`, and `Prefer: dynamic=true`',
  ioredis: 'a store at redis://',
  msw: 'nexconn-contract/msw',
  unstorage: 'a store at redis://',
  vitest: 'nexconn-contract/testing/vitest',
};

/** @param version of the Node.js that runs @param now milliseconds since 1970 */
export function checkNode({ engines }: Manifest, version = process.versions.node, now = Date.now()): Check {
  const found = `${version} (needs ${engines.node})`;
  if (satisfies(version, engines.node)) {
    const end = endOfSupport[version.split('.', 1)[0] ?? ''];
    if (end === undefined || now < Date.parse(end)) return { outcome: 'ok', what: 'Node.js', found };
    return { outcome: 'note', what: 'Node.js', found: `${found}; it works, but has had no security fixes since ${end}` };
  }
  return { outcome: 'wrong', what: 'Node.js', found, advice: `Install a version of ${engines.node}.` };
}

const dayMs = 86_400_000;

/** The contract says nothing of what the gateway has learned since. */
export function checkContract(now = Date.now()): Check {
  const { build, docsDate, operations } = contract;
  const days = docsDate === undefined ? undefined : Math.floor((now - Date.parse(docsDate)) / dayMs);
  const age = days === undefined ? '' : `, of the documentation as of ${docsDate}, ${days} days ago`;
  return { outcome: 'ok', what: 'contract', found: `${build}, ${operations.length} operations${age}` };
}

/** Which copy of this package runs: as it was built, and as a project has it. */
export async function checkCopy({ version }: Manifest, folder: string): Promise<Check> {
  const what = 'version';
  const { build } = contract;
  if (build !== version && !build.startsWith(`${version}+`))
    return { outcome: 'wrong', what, found: `${version}, built of ${build}`, advice: 'Build it again: npm run build.' };
  const other = await installedVersion('nexconn-contract', folder);
  if (other === undefined || other === version) return { outcome: 'ok', what, found: version };
  return { outcome: 'note', what, found: `${version}; this project has ${other}, which npx and scripts of npm would run` };
}

/**
 * Each part that may be left out: whether it is there for a project, and in a version that fits.
 * @param own folder of this package, beside which its own parts are where it is of no project, as under npx
 */
export async function checkOptionalParts(
  { peerDependencies, optionalDependencies = {} }: Manifest,
  folder: string,
  own = dirname(createRequire(import.meta.url).resolve('nexconn-contract/package.json')),
): Promise<Check[]> {
  const parts = Object.entries({ ...peerDependencies, ...optionalDependencies });
  return Promise.all(
    parts.map(async ([name, range]): Promise<Check> => {
      const purpose = purposes[name] === undefined ? '' : `; needed by ${purposes[name]}`;
      const version =
        (await installedVersion(name, folder)) ?? (name in optionalDependencies ? await installedVersion(name, own) : undefined);
      if (version === undefined) return { outcome: 'note', what: name, found: `not installed${purpose}`, advice: `npm install ${name}` };
      if (satisfies(version, range, { includePrerelease: true })) return { outcome: 'ok', what: name, found: version };
      const advice = `npm install "${name}@${range}"`;
      return { outcome: 'wrong', what: name, found: `${version}, which is not of ${range}${purpose}`, advice };
    }),
  );
}

/** Looked up by its folder: many packages do not export their `package.json`. */
async function installedVersion(name: string, folder: string): Promise<string | undefined> {
  for (const path of createRequire(join(folder, 'package.json')).resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(await readFile(join(path, name, 'package.json'), 'utf8')) as { version: string }).version;
    } catch {
      // The next folder upwards.
    }
  }
  return undefined;
}
