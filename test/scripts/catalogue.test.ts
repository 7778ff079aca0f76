/** The watch over the live catalogue, as the scheduled job runs it: against a mock with models added, and against servers that are wrong. */
import { execFile } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { createMock } from '../mocks.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** How the command ends, and all that it prints. */
const watch = (...args: string[]): Promise<{ code: number; output: string }> =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/catalogue.ts', ...args], { cwd: project.root }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );

/** The models that our own mock lists, and others. */
async function listing(...added: string[]): Promise<unknown> {
  const mock = await createMock();
  const body = (await (await mock.fetch('http://mock/v1/models')).json()) as { data: { id: string }[] };
  await mock.close();
  return { ...body, data: [...body.data, ...added.map((id) => ({ ...body.data[0], id }))] };
}

const giving = async (body: unknown) => {
  const text = JSON.stringify(body);
  return serve((_, response) => void response.end(text));
};

test('nothing is new where the gateway lists what the contract has', async () => {
  const url = await giving(await listing());
  expect(await watch(`${url}/`)).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+ models are listed, 0 of them new\n$/) });
});

test('a list may be partial', async () => {
  const body = (await listing()) as { data: unknown[] };
  expect(await watch(await giving({ ...body, data: body.data.slice(0, 1) }))).toMatchObject({ code: 0 });
});

test('a new model is told with the page that is missing, and what to do about it', async () => {
  const url = await giving(await listing('kling-v9'));
  const { code, output } = await watch(url);
  expect(code).toBe(1);
  expect(output).toContain('kling-v9: not in the contract; most like kling-v');
  expect(output).toMatch(
    /no page "Video \/ kling-v9 \/ Create Video Task"\n +npm run docs:scaffold -- "Video \/ kling-v9 \/ Create Video Task" --like "/,
  );
  expect(output).toMatch(/\d+ models are listed, 1 of them new/);
  const { missing } = JSON.parse((await watch(url, '--json')).output);
  expect(missing).toMatchObject([
    { id: 'kling-v9', pages: expect.arrayContaining([expect.objectContaining({ path: expect.any(Array) })]) },
  ]);
});

test('a list that goes on elsewhere says so', async () => {
  const body = (await listing()) as object;
  for (const more of [{ has_more: true }, { next_page_token: 'abc' }])
    expect((await watch(await giving({ ...body, ...more }))).output).toMatch(
      /0 of them new; the list says that it goes on, and what follows is not read\n$/,
    );
  expect((await watch(await giving({ ...body, has_more: false, next: null }))).output).toMatch(/0 of them new\n$/);
});

test('what is to be copied runs nothing of what an id is made of', async () => {
  const { code, output } = await watch(await giving(await listing('kling-v9$(id)`id`"$&')));
  expect(code).toBe(1);
  expect(output).toContain(`npm run docs:scaffold -- 'Video / kling-v9$(id)\`id\`"$& / Create Video Task' --like "Video / kling-v`);
});

test.each<[what: string, answer: RequestListener, reason: string]>([
  ['a page', (_, response) => void response.end('<!doctype html><title>Maintenance</title>'), 'it is a page, and no JSON'],
  ['nothing', (_, response) => void response.end(), 'it is empty'],
  [
    'half of a list',
    (_, response) => void response.end('{"object":"list","data":[{"id":"a"'),
    'it is no JSON, or only the beginning of it',
  ],
  ['no list', (_, response) => void response.end('{"data":{}}'), 'it has no list at /data'],
  ['null', (_, response) => void response.end('null'), 'it has no list at /data'],
  ['a number', (_, response) => void response.end('42'), 'it has no list at /data'],
  ['a list of texts', (_, response) => void response.end('{"data":["kling-v1",null,7]}'), 'entry 0 of /data has no id that can be one'],
  ['an empty list', (_, response) => void response.end('{"data":[]}'), 'it lists no model'],
  [
    'entries without ids',
    (_, response) => void response.end('{"data":[{"id":"a"},{"name":"b"}]}'),
    'entry 1 of /data has no id that can be one',
  ],
  ['ids that are no ids', (_, response) => void response.end('{"data":[{"id":"a\\nb`x`"}]}'), 'entry 0 of /data has no id that can be one'],
  ['bytes', (_, response) => void response.end(Buffer.from([0xff, 0xfe, 0, 1])), 'it is no text'],
  ['an endless list', endless, 'it has more than 5 MB'],
  [
    'another gateway',
    (_, response) => void response.end('{"data":[{"id":"nobody-1"}]}'),
    'none of the 1 models that it lists is known: it is another gateway',
  ],
  ['a refusal', (_, response) => void response.writeHead(401).end('{}'), 'it answers with 401'],
])('%s is no catalogue', async (_, answer, reason) => {
  expect(await watch(await serve(answer))).toMatchObject({ code: 2, output: expect.stringContaining(reason) });
});

function endless(...[, response]: Parameters<RequestListener>): void {
  const more = () => {
    if (!response.destroyed && response.write(' '.repeat(2 ** 16))) setImmediate(more);
  };
  response.on('drain', more);
  more();
}

test.each([['not-an-address'], ['file:///etc/hosts']])('%s is refused', async (name) => {
  expect(await watch(name)).toMatchObject({ code: 2, output: `${name}: not an http address\n` });
});
