/** What Next has built runs: the mock on the server, in a component and a route; the client and the handlers for MSW in the page. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import openapi from 'nexconn-contract/openapi.json' with { type: 'json' };

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const next = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', `${port}`], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve, reject) => {
  next.stdout.on('data', (said) => String(said).includes('Ready') && resolve());
  next.on('exit', () => reject(new Error('next start has ended')));
});

const hasPrism = existsSync('node_modules/@stoplight/prism-http');

const get = async (path, init) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { status: response.status, text: await response.text() };
};

try {
  const { text: page } = await get('/');
  assert.match(
    page,
    new RegExp(`<p id="version">${RegExp.escape?.(openapi.info.version) ?? openapi.info.version.replaceAll(/[.+]/g, '\\$&')}</p>`),
  );
  assert.match(page, /<p id="models">[1-9]\d*<\/p>/);

  const ask = (content, more) =>
    get('/api/chat', { method: 'POST', body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content }], ...more }) });
  assert.equal(JSON.parse((await ask('How is the weather?')).text).choices[0].message.content, 'Rain.');
  assert.match((await ask('How is the weather?', { stream: true })).text, /^data: .*data: \[DONE\]\s*$/s);

  assert.equal(JSON.parse((await get('/api/chat?path=/openapi.json')).text).info.version, openapi.info.version);
  assert.match((await get('/api/chat?path=/openapi.yaml')).text, /^openapi: 3\.1/m);
  assert.match((await get('/api/chat?path=/')).text, /^<!doctype html>/i);
  const { status, text } = await get('/api/chat?path=/v1/models', { headers: { prefer: 'dynamic=true' } });
  if (hasPrism) assert.equal(status, 200, text);
  else assert.match(`${status} ${text}`, /^400 .*takes Prism, an optional dependency/s);
} finally {
  next.kill();
}

const scripts = (await readdir('.next/static', { recursive: true })).filter((name) => name.endsWith('.js'));
const codes = await Promise.all(scripts.map((name) => readFile(`.next/static/${name}`, 'utf8')));
assert.ok(
  codes.some((code) => code.includes('chat-completion')),
  'the handlers are not in the page',
);
for (const code of codes) assert.doesNotMatch(code, /["']node:(fs|module|http|net|crypto)/);
