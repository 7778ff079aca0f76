/** How often a catalogue is asked for before it counts as unreachable. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { readLive } from '../../../scripts/catalogue/live.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const endpoint = { path: '/v1/models', list: '/data', id: 'id' };
const patience = { tries: 3, pauseMs: 1, timeoutMs: 300 };

/** A server that answers each time otherwise; `undefined`: not at all, 0: the connection breaks. */
async function answering(...statuses: (number | undefined)[]): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  server = createServer(({ url = '' }, response) => {
    const status = statuses[asked.length];
    asked.push(url);
    if (status === 0) response.destroy();
    else if (status !== undefined) response.writeHead(status).end('{"data":[{"id":"a"},{"id":"b"},{"id":"a"}]}');
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`, asked };
}

test.each([[[200]], [[503, 200]], [[0, 429, 200]], [[undefined, 200]]])('a list that comes after %j', async (statuses) => {
  const { url, asked } = await answering(...statuses);
  expect(await readLive(url, endpoint, patience)).toEqual({ ids: ['a', 'b'], goesOn: false });
  expect(asked).toEqual(statuses.map(() => '/base/v1/models'));
});

test('is given up after some tries', async () => {
  const { url, asked } = await answering(503, 503, 503, 200);
  await expect(readLive(url, endpoint, patience)).rejects.toThrow('cannot be reached: it answers with 503 (3 tries)');
  expect(asked).toHaveLength(3);
});

test('is given up where nobody listens', async () => {
  const { url } = await answering();
  await new Promise((done) => server?.close(done));
  await expect(readLive(url, endpoint, patience)).rejects.toThrow(/cannot be reached: .*ECONNREFUSED/);
});

test('is not asked for again where it is refused', async () => {
  const { url, asked } = await answering(404, 200);
  await expect(readLive(url, endpoint, patience)).rejects.toThrow('is no catalogue: it answers with 404');
  expect(asked).toHaveLength(1);
});
