/** What a user does with the package, part by part. What runs it says how a further process is started. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setupServer } from 'msw/node';
import { collect, createNexconnClient, NexconnApiError } from 'nexconn-contract';
import { createMock } from 'nexconn-contract/mock';
import { mockGateway } from 'nexconn-contract/msw';
import openapi from 'nexconn-contract/openapi.json' with { type: 'json' };
import { contractFetch, failOnViolations } from 'nexconn-contract/testing';

const cli = createRequire(import.meta.url)
  .resolve('nexconn-contract/package.json')
  .replace('package.json', 'dist/cli.js');
const [program, ...args] = JSON.parse(process.env.RUN);
const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'How is the weather?' }] };
const weather = { name: 'weather', when: { user: 'weather' }, answers: [{ text: 'Rain, and then more of it.' }] };

/** Starts the command. @returns its output when it has ended, or when that says what is waited for */
function command(words, until) {
  const child = spawn(program, [...args, cli, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const output = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text;
        if (until?.test(said)) resolve(said);
      });
    child.on('error', reject);
    child.on('exit', (code) => (until ? reject(new Error(`ended with ${code}: ${said}`)) : resolve(said)));
  });
  return { child, output };
}

const withServer = async (options, use) => {
  const mock = await createMock(options);
  const { url } = await mock.listen(0);
  try {
    await use({ mock, url, client: createNexconnClient({ apiKey: 'any', baseUrl: url }) });
  } finally {
    await mock.close();
  }
};

const parts = {
  async 'client, server, streams'() {
    await withServer({ scenarios: [weather] }, async ({ client, url }) => {
      const { data } = await client.createChatCompletion(chat);
      assert.equal(data.choices[0].message.content, 'Rain, and then more of it.');
      assert.equal((await collect(client.streamChatCompletion(chat))).text, 'Rain, and then more of it.');
      assert.ok((await collect(client.streamMessage({ ...chat, model: 'claude-4.5-sonnet', max_tokens: 100 }))).text.length > 0);
      for await (const _ of client.streamChatCompletion(chat)) break;
      const failing = createNexconnClient({ apiKey: 'sk-mock-404', baseUrl: url, throwOnError: true });
      await assert.rejects(failing.createChatCompletion(chat), NexconnApiError);
    });
  },

  async 'jobs, and the media that they lead to'() {
    await withServer({ taskSeconds: 0 }, async ({ client, url }) => {
      const video = await client.waitFor(client.createVideo({ model: 'kling-v2-6', prompt: 'A cat' }), { intervalMs: 10 });
      const addresses = JSON.stringify(video).match(/https?:[^"]+/g) ?? [];
      assert.ok(addresses.length > 0, 'a finished video has no address');
      for (const address of addresses) {
        assert.ok(address.startsWith(`${url}/`), `${address} is not below ${url}`);
        const response = await fetch(address);
        assert.equal(response.status, 200);
        assert.ok((await response.arrayBuffer()).byteLength > 100);
      }
      const range = await fetch(addresses[0], { headers: { range: 'bytes=0-9' } });
      assert.deepEqual([range.status, (await range.arrayBuffer()).byteLength], [206, 10]);
    });
  },

  async 'the mock in process, and from CommonJS'() {
    const required = createRequire(import.meta.url)('nexconn-contract/mock');
    for (const create of [createMock, required.createMock]) {
      const mock = await create({ scenarios: [weather] });
      const client = createNexconnClient({ apiKey: 'any', baseUrl: 'http://mock.test', fetch: mock.fetch });
      assert.match((await client.createChatCompletion(chat)).data.choices[0].message.content, /^Rain/);
      const description = await (await mock.fetch('http://mock.test/openapi.json')).json();
      assert.equal(description.info.version, openapi.info.version);
      await mock.close();
    }
  },

  async 'answers by Prism'() {
    await withServer({}, async ({ url }) => {
      const headers = { authorization: 'Bearer any', prefer: 'dynamic=true' };
      const response = await fetch(`${url}/v1/models`, { headers });
      assert.equal(response.status, 200, await response.text());
    });
  },

  async 'the kit, recordings, conform'() {
    const folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    await withServer({}, async ({ url }) => {
      const checked = contractFetch(fetch, { onViolation: 'collect', record: folder });
      const client = createNexconnClient({ apiKey: 'any', baseUrl: url, fetch: checked });
      await client.createChatCompletion(chat);
      await collect(client.streamChatCompletion(chat));
      failOnViolations(checked);
      await client.createChatCompletion({ ...chat, messages: 'none' });
      assert.ok(checked.violations.length > 0);
    });
    assert.ok((await readdir(folder)).length > 0);
    assert.match(await command(['conform', folder]).output, /3 .*checked/s);
    await rm(folder, { recursive: true });
  },

  async 'handlers for MSW'() {
    const server = setupServer(...mockGateway({ baseUrl: 'http://gateway.test' }).handlers);
    server.listen({ onUnhandledRequest: 'error' });
    const client = createNexconnClient({ apiKey: 'any', baseUrl: 'http://gateway.test' });
    assert.ok((await client.listModels()).data.data.length > 0);
    assert.ok((await collect(client.streamChatCompletion(chat))).text.length > 0);
    for await (const _ of client.streamChatCompletion(chat)) break;
    server.close();
  },

  async 'the command'() {
    assert.equal((await command(['--version']).output).trim(), openapi.info.version);
    const { child, output } = command(['mock', '--port', '0'], /http:\/\/127\.0\.0\.1:\d+/);
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(await output);
    const client = createNexconnClient({ apiKey: 'any', baseUrl: url });
    assert.ok((await collect(client.streamChatCompletion(chat))).text.length > 0);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  },
};

for (const [name, part] of Object.entries(parts)) {
  try {
    await part();
  } catch (error) {
    process.exitCode = 1;
    console.log(`  FAILED  ${name}`);
    console.log(error);
  }
}
// Something that is left open does not keep this from ending.
process.exit();
