/** The mock keeps up with the contract while it is edited, and outlives broken edits. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type DevServer, startDevServer } from '../../scripts/dev/server.js';
import { project, projectAt } from '../../scripts/lib/project.js';
import { eventually } from '../eventually.js';
import { copySources } from './copy-sources.js';

const root = await mkdtemp(join(tmpdir(), 'nexconn-dev-'));
const at = projectAt(`${root}/`);
const schema = join(at.openapi, 'components/schemas/chat/ChatCompletionRequest.yaml');
const example = join(at.examples, 'createChatCompletion/chat-completion.yaml');
const lines: string[] = [];
let server: DevServer;

const ask = (body: object, headers = {}) =>
  fetch(`${server.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { Authorization: 'Bearer key', 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'Hi' }], ...body }),
  });

/** Writes a file at a stroke: on a busy machine an edit in two steps can be taken for two edits. */
const write = async (file: string, text: string) => {
  const fresh = join(root, 'fresh.yaml');
  await writeFile(fresh, text);
  await rename(fresh, file);
};

const edit = async (file: string, from: string, to: string) => {
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await write(file, text.replace(from, to));
};

/** How many times a contract has been served anew. */
const served = () => lines.filter((line) => line.startsWith('Contract ')).length;

beforeAll(async () => {
  await copySources(project, at);
  server = await startDevServer({ at, report: (line) => lines.push(line) });
  await eventually(() => expect(served()).toBe(1));
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

test('an edit is served, on the same port, and written to generated/', async () => {
  expect((await ask({ temperature: 1.5 })).status).toBe(200);
  await edit(schema, 'maximum: 2', 'maximum: 1');
  await eventually(async () => expect((await ask({ temperature: 1.5 })).status).toBe(400));
  expect(await (await fetch(`${server.url}/openapi.json`)).json()).toMatchObject({
    components: { schemas: { ChatCompletionRequest: { properties: { temperature: { maximum: 1 } } } } },
  });
  await eventually(async () => {
    const { components } = JSON.parse(await readFile(join(at.generated, 'openapi.json'), 'utf8'));
    expect(components.schemas.ChatCompletionRequest.properties.temperature.maximum).toBe(1);
  });
});

test('an edited example is the new answer', async () => {
  const text = await readFile(example, 'utf8');
  const content = /content: (.+)/.exec(text.slice(text.indexOf('response:')))?.[1] ?? '';
  await write(example, text.replaceAll(content, 'An edited answer.'));
  await eventually(async () => expect(await (await ask({}, { Prefer: 'example=chat-completion' })).text()).toContain('An edited answer.'));
});

test.each([
  ['no YAML', 'type: object', 'type: [object', 'ChatCompletionRequest.yaml'],
  ['no schema', 'type: object', 'type: thing', 'ChatCompletionRequest.yaml'],
])('a broken edit (%s) is reported, and the last good contract stays up until it is repaired', async (_, from, to, file) => {
  const text = await readFile(schema, 'utf8');
  lines.length = 0;
  await edit(schema, from, to);
  const last = 'The last good contract is still served.';
  await eventually(() => expect(lines).toContain(last));
  // The news of an earlier edit may come late.
  const told = lines.slice(0, lines.indexOf(last) + 1).filter((line) => !line.startsWith('Contract '));
  expect(told[0]).toContain(file);
  expect(told.length).toBeLessThanOrEqual(7);
  expect(told.every((line) => !line.includes('\n') && !/^\s+at /.test(line))).toBe(true);
  expect((await ask({ temperature: 1.5 })).status).toBe(400);
  expect((await ask({ temperature: 0.5 })).status).toBe(200);
  await write(schema, text.replace('maximum: 1', 'maximum: 2'));
  await eventually(async () => expect((await ask({ temperature: 1.5 })).status).toBe(200));
  await write(schema, text);
  await eventually(async () => expect((await ask({ temperature: 1.5 })).status).toBe(400));
});

test('a stream that has begun ends as it would have', async () => {
  const response = await ask({ stream: true }, { Prefer: 'events-per-second=20' });
  await edit(example, 'An edited answer.', 'Another answer.');
  await eventually(async () => expect(await (await ask({}, { Prefer: 'example=chat-completion' })).text()).toContain('Another answer.'));
  expect((await response.text()).trimEnd().endsWith('[DONE]')).toBe(true);
});

test('a port that is taken is told in one line, and the process ends', async () => {
  const { port } = new URL(server.url);
  const running = promisify(execFile)('npx', ['tsx', 'scripts/dev.ts', '--port', port], { cwd: project.root });
  onTestFinished(() => void running.child.kill());
  const failure = await running.catch((error: { code: number; stderr: string }) => error);
  expect(failure).toMatchObject({ code: 2 });
  const complaints = failure.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('npm warn'));
  expect(complaints).toEqual([expect.stringContaining(port)]);
});
