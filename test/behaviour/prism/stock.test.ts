/** Stock `prism mock`, as `npm run mock:prism` starts it on the bundle: its verdicts, and its answers to what is documented. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../../scripts/lib/net/free-port.js';
import { eventStreamText } from '../../../src/contract/event-stream.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { eventually } from '../../eventually.js';
import { documented, toRequest } from '../../testing/documented-requests.js';
import { stockLimits, verdictDifferences } from './differences.js';
import { type JudgedRequest, operations, requestsOf } from './requests.js';

let stock: ChildProcess;
let stockUrl: string;
let mock: Mock;
let mockUrl: string;

beforeAll(async () => {
  const port = await freePort();
  stockUrl = `http://127.0.0.1:${port}`;
  const script = fileURLToPath(new URL('../../../scripts/mock-prism.ts', import.meta.url));
  stock = spawn('npx', ['tsx', script, '--port', String(port), '--', '--verboseLevel', 'silent'], { stdio: 'ignore', detached: true });
  mock = await createMock({ taskSeconds: 0, eventsPerSecond: 1e6 });
  mockUrl = (await mock.listen()).url;
  await eventually(() => fetch(`${stockUrl}/v1/models`));
});
afterAll(async () => {
  if (stock.pid) process.kill(-stock.pid);
  await mock.close();
});

async function accepts(url: string, { operation, path, query, headers, body }: JudgedRequest): Promise<boolean> {
  const search = new URLSearchParams(query);
  const response = await fetch(`${url}${path}${search.size > 0 ? `?${search}` : ''}`, {
    method: operation.method,
    headers: { authorization: 'Bearer key', 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  await response.body?.cancel();
  return response.status !== 400 && response.status !== 415 && response.status !== 422;
}

/** The documented requests, and every so many of the changed ones. */
const sampled = (requests: Iterable<JudgedRequest>): JudgedRequest[] =>
  [...requests].filter((request, index) => request.change.endsWith('as documented') || index % 41 === 0);

const mayBeRefused = ({ change }: JudgedRequest): boolean =>
  verdictDifferences.some(
    ({ decides, finder, applies }) => decides && finder === 'prism' && applies('', { prepared: [], prism: [] }, change),
  );

describe('stock Prism accepts and refuses the same requests', () => {
  // The result calls answer 400 for a job that has not ended, which says nothing about the request.
  test.each(operations.filter(({ task }) => task?.role !== 'result').map((operation) => [operation.id, operation] as const))(
    '%s',
    async (_, operation) => {
      const differences: string[] = [];
      for (const request of sampled(requestsOf(operation))) {
        const [ours, prisms] = await Promise.all([accepts(mockUrl, request), accepts(stockUrl, request)]);
        if (ours !== prisms && !(ours && mayBeRefused(request)))
          differences.push(`${request.change}: ${ours ? 'accepted here, refused by Prism' : 'refused here, accepted by Prism'}`);
      }
      expect(differences).toEqual([]);
    },
  );
});

describe('stock Prism answers every documented request as documented, where `Prefer` names the answer', () => {
  test.each(documented)('%s', async (_, operation, example) => {
    const ask = (prefer: string): Promise<Response> => {
      const request = toRequest(operation, example, stockUrl);
      request.headers.set('prefer', prefer);
      request.headers.set('accept', example.events ? 'text/event-stream' : 'application/json');
      return fetch(request);
    };
    const response = await ask(`code=${example.status}, example=${example.name}`);
    const text = await response.text();
    const answer = { status: response.status, body: example.events ? text : JSON.parse(text) };
    const body = example.events && operation.stream ? eventStreamText(example.events, operation.stream) : example.body;
    const limit = stockLimits.find(({ applies }) => applies(operation, example));
    if (!limit) return expect(answer).toEqual({ status: example.status, body });
    expect(isDeepStrictEqual(answer, { status: example.status, body }), `no longer so: ${limit.reason}`).toBe(false);
    expect((await ask(`code=${example.status}`)).status).toBe(example.status);
  });
});
