/** What a mock would need of the machine: a port, and a store and scenarios where they are named. */
import { once } from 'node:events';
import { request as askPlain, type IncomingMessage } from 'node:http';
import { request as askOverTls } from 'node:https';
import { createServer } from 'node:net';
import { contract } from '../../../compiled/contract.js';
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
  const own = await ownServerAt(port, host);
  if (own?.is === 'mock') {
    const found = `a mock of the contract ${own.build} listens there`;
    return own.build === contract.build
      ? { outcome: 'ok', what, found }
      : { outcome: 'note', what, found: `${found}, and this has ${contract.build}` };
  }
  const found = `taken on ${host}${own ? ` by a proxy of the contract ${own.build}` : ''}`;
  return { outcome: 'wrong', what, found, advice: 'Stop what listens there, or choose another with --port.' };
}

/** @returns why nobody can listen there; `undefined` where somebody can */
export function listenOnce(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** A server of this package, and the contract that it says it has. */
interface Own {
  is: 'mock' | 'proxy';
  build: string;
}

/** What is answered, and the contract that a mock names on all that is no control path, be it that there is nothing. */
interface Answer {
  named?: string;
  body: string;
}

/** The one who listens there, if it is one of this package's: a proxy is asked first, since it would pass on what is asked of a mock. */
async function ownServerAt(port: number, host: string): Promise<Own | undefined> {
  for (const path of ['/__proxy/health', '/__mock/health']) {
    const asked = [askPlain, askOverTls].map((ask) => answerOf(ask, { host, port, path }).catch(() => undefined));
    for (const answer of await Promise.all(asked)) {
      const own = answer && ownIn(answer);
      if (own) return { ...own, build: own.build.slice(0, 100) };
    }
  }
  return undefined;
}

function ownIn({ named, body }: Answer): Own | undefined {
  if (named !== undefined) return { is: 'mock', build: named };
  try {
    const { build, operations, title, version, hash } = JSON.parse(body) as Record<string, unknown>;
    if (typeof build === 'string' && typeof operations === 'number') return { is: 'mock', build };
    return title === contract.title && typeof hash === 'string' ? { is: 'proxy', build: `${version}+${hash}` } : undefined;
  } catch {
    return undefined;
  }
}

/** More than any health has. */
const longestAnswer = 10_000;

async function answerOf(ask: typeof askOverTls, { host, port, path }: { host: string; port: number; path: string }): Promise<Answer> {
  const signal = AbortSignal.timeout(patienceMs);
  // A certificate that was made at the start is trusted by nobody; nothing is sent that another should not read.
  const request = ask({ host, port, path, signal, rejectUnauthorized: false }).end();
  const [response] = (await once(request, 'response', { signal })) as [IncomingMessage];
  const named = response.headers['x-nexconn-contract'];
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) {
    body += chunk;
    if (body.length > longestAnswer) break;
  }
  return { ...(typeof named === 'string' && { named }), body };
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
