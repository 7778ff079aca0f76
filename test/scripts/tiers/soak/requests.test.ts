import { expect, test } from 'vitest';
import { contract } from '../../../../compiled/contract.js';
import { soakRequests } from '../../../../scripts/tiers/soak/requests.js';
import { createMock } from '../../../../src/mock/index.js';

const { chat, stream, slowStream, jobs, wrong } = soakRequests(contract);

test('each is answered as it is meant to be', async () => {
  const mock = await createMock();
  const ask = async ({ method, path, body, prefer }: typeof chat) => {
    const headers = { authorization: 'Bearer any-key', 'content-type': 'application/json', ...(prefer && { prefer }) };
    const response = await mock.fetch(`http://mock${path}`, { method, headers, ...(body && { body }) });
    return { type: response.headers.get('content-type'), status: response.status, read: () => response.text() };
  };
  expect(await ask(chat)).toMatchObject({ status: 200, type: expect.stringMatching(/json/) });
  for (const one of [stream, slowStream]) expect(await ask(one)).toMatchObject({ status: 200, type: 'text/event-stream' });
  expect(await ask(wrong(5))).toMatchObject({ status: 400 });
  expect(jobs).toHaveLength(Object.keys(contract.tasks).length);
  for (const { create, query } of jobs) {
    const created = await ask(create);
    const asked = query(JSON.parse(await created.read()));
    expect(asked && (await ask(asked)).status, create.path).toBeLessThan(300);
  }
});
