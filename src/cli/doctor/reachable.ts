/** What a mock would need of the machine: a port, and a store and scenarios where they are named. */

import { createServer } from 'node:net';
import { contract } from '../../../compiled/contract.js';
import { inAddress } from '../../http/server/in-address.js';
import type { Check } from './check.js';

/** How long one is waited for that may not answer. */
const patienceMs = 2000;

export async function checkPort(port: number, host: string): Promise<Check> {
  const what = `port ${port}`;
  const error = await listenOnce(port, host);
  if (error === undefined) {
    // The name of this machine may lead to either address.
    const isElsewhere = host === '127.0.0.1' && port !== 0 && (await listenOnce(port, '::1'))?.code === 'EADDRINUSE';
    if (!isElsewhere) return { outcome: 'ok', what, found: `free on ${host}` };
    return { outcome: 'note', what, found: `free on ${host}; another program listens on ::1, where \`localhost\` may lead to` };
  }
  if (error.code !== 'EADDRINUSE') return { outcome: 'wrong', what, found: `cannot be listened on at ${host}: ${error.message}` };
  const build = await buildAt(port, host);
  if (build === contract.build) return { outcome: 'ok', what, found: `a mock of the contract ${build} listens there` };
  if (build !== undefined)
    return { outcome: 'note', what, found: `a mock of the contract ${build} listens there, and this has ${contract.build}` };
  return { outcome: 'wrong', what, found: `taken on ${host}`, advice: 'Stop what listens there, or choose another with --port.' };
}

/** @returns why nobody can listen there; `undefined` where somebody can */
export function listenOnce(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** The contract of a mock that listens there. */
async function buildAt(port: number, host: string): Promise<string | undefined> {
  try {
    const response = await fetch(`http://${inAddress(host)}:${port}/__mock/health`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    const { build, operations } = (await response.json()) as { build?: unknown; operations?: unknown };
    return typeof build === 'string' && typeof operations === 'number' ? build.slice(0, 100) : undefined;
  } catch {
    return undefined;
  }
}

/** @param address of a store, which may hold a password: it is not repeated */
export async function checkStore(address: string): Promise<Check> {
  const what = 'store';
  try {
    const { openStore } = await import('../../mock/store/open.js');
    const store = await openStore(address);
    await store?.getItem('health');
    await store?.dispose?.();
    return { outcome: 'ok', what, found: store === undefined ? 'in memory' : 'answers' };
  } catch (error) {
    return { outcome: 'wrong', what, found: (error as Error).message };
  }
}

/** Whether files of scenarios are right. @param paths files and folders */
export async function checkScenarios(paths: readonly string[]): Promise<Check> {
  const what = 'scenarios';
  const [{ loadScenarios }, { findingLine }, { default: responseValidators }] = await Promise.all([
    import('../../scenarios/files/load.js'),
    import('../../scenarios/judge/finding.js'),
    import('../../../compiled/response-validators.js'),
  ]);
  const { findings, total } = await loadScenarios(paths, { contract, responseValidators });
  const [first] = findings;
  if (!first) return { outcome: 'ok', what, found: `${total.scenarios} with ${total.answers} answers` };
  const found = `${findings.length} mistake${findings.length === 1 ? '' : 's, the first'}: ${findingLine(first)}`;
  return { outcome: 'wrong', what, found, advice: `All of them: nexconn-contract scenarios check ${paths.join(' ')}` };
}
