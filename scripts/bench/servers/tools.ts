/** The rivals and the load generator. They are fetched when they are first needed, since the project itself does not need them. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BadInput } from '../../lib/bad-input.js';

export const versions = {
  autocannon: '8.0.0',
  '@stdy/cli': '0.22.2',
  '@copilotkit/aimock': '1.43.0',
  hono: '4.13.19',
  '@hono/node-server': '2.1.8',
};

export interface Tools {
  folder: string;
  /** Loads a module of one of the tools. */
  load: <T>(name: string) => T;
}

/**
 * Fetches the tools, or takes those of an earlier run.
 * @param wanted versions by name
 * @throws BadInput when the registry cannot be reached
 */
export async function fetchTools(wanted: Readonly<Record<string, string>> = versions): Promise<Tools> {
  const packages = Object.entries(wanted).map(([name, version]) => `${name}@${version}`);
  const hash = createHash('sha256').update(packages.join()).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `nexconn-bench-tools-${hash}`);
  if (!existsSync(folder)) await install(packages, folder);
  return { folder, load: createRequire(join(folder, 'package.json')) };
}

/** A broken installation leaves no folder behind that a later run would take for a whole one. */
async function install(packages: readonly string[], folder: string): Promise<void> {
  const fresh = await mkdtemp(join(tmpdir(), 'nexconn-bench-install-'));
  try {
    await promisify(execFile)('npm', ['install', '--prefix', fresh, '--ignore-scripts', '--no-audit', '--no-fund', ...packages], {
      timeout: 120_000,
    });
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another run may have been faster.
    if (!existsSync(folder)) throw new BadInput(`could not install ${packages.join(' ')}: ${(error as Error).message.trim()}`);
  }
}
