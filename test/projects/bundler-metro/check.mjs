/** The client as the bundler of React Native packs it, with the `fetch` that React Native has: its responses have no stream. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import Metro from 'metro';
import { createMock } from 'nexconn-contract/mock';

const folder = process.cwd();
const config = await Metro.loadConfig({ cwd: folder });
config.transformer.babelTransformerPath = createRequire(import.meta.url).resolve('@react-native/metro-babel-transformer');
await Metro.runBuild(
  { ...config, projectRoot: folder, watchFolders: [folder] },
  { entry: 'index.js', platform: 'ios', dev: false, minify: false, out: 'bundle.js' },
);

const mock = await createMock({ taskSeconds: 0 });
async function fetchWithoutStreams(input, init) {
  const response = await mock.fetch(input, init);
  const text = await response.text();
  const whole = { body: undefined, text: async () => text, json: async () => JSON.parse(text) };
  return new Proxy(response, {
    get: (target, name) =>
      Object.hasOwn(whole, name) ? whole[name] : (Reflect.get(target, name)?.bind?.(target) ?? Reflect.get(target, name)),
  });
}
const {
  URL,
  URLSearchParams,
  Headers,
  Request,
  Response,
  AbortController,
  AbortSignal,
  TextDecoder,
  TextEncoder,
  FormData,
  setTimeout,
  clearTimeout,
} = globalThis;
const globals = {
  URL,
  URLSearchParams,
  Headers,
  Request,
  Response,
  AbortController,
  AbortSignal,
  TextDecoder,
  TextEncoder,
  FormData,
  setTimeout,
  clearTimeout,
  console,
};
const context = vm.createContext({ ...globals, fetch: fetchWithoutStreams });
vm.runInContext(await readFile('bundle.js', 'utf8'), context);
const client = context.createNexconnClient({ baseUrl: 'http://mock', apiKey: 'any', fetch: fetchWithoutStreams });

const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }] };
const { data } = await client.createChatCompletion(chat);
assert.ok(data.choices[0].message.content.length > 0);
const video = await client.waitFor(client.createVideo({ model: 'kling-v2-6', prompt: 'A cat' }), { intervalMs: 1 });
assert.equal(video.status, 'completed');
await assert.rejects(
  async () => {
    for await (const _ of client.streamChatCompletion(chat));
  },
  { name: 'NexconnStreamError', message: /gives no streams.*expo\/fetch/ },
);
await mock.close();
