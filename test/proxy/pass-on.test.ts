/** What passes on arrives as the requests that it was, however their bodies are framed. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createProxy } from '../../src/proxy/index.js';
import { gatewayAt } from '../../src/proxy/pass-on.js';
import { sendBytes } from '../behaviour/hostile/raw.js';

test('a connection to the gateway may fail in the moment in which nobody uses it', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { agent } = gatewayAt(new URL(`http://127.0.0.1:${port}`));
  const socket = agent.createConnection({ host: '127.0.0.1', port }) as Socket;
  await once(socket, 'connect');
  // Without a listener it would end the process.
  socket.destroy(new Error('write EPIPE'));
  await new Promise((resolve) => socket.once('close', resolve));
});

const framing = ['content-length', 'transfer-encoding'] as const;

/** What a gateway behind the proxy is asked, in words; `framed`: with how it is told the length of what has no body. */
async function askedThrough(bytes: string, framed = false): Promise<string[]> {
  const asked: string[] = [];
  const gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const told = framing.flatMap((name) => (framed && request.headers[name] ? [`${name}: ${request.headers[name]}`] : []));
      asked.push([request.method, request.url, ...told, body].join(' '));
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const proxy = createProxy({ target: new URL(`http://127.0.0.1:${(gateway.address() as AddressInfo).port}`) });
  const { port } = await proxy.listen();
  onTestFinished(async () => {
    await proxy.close();
    gateway.close();
  });
  await sendBytes(port, bytes);
  await sendBytes(port, 'GET /after HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  return asked;
}

const hidden = 'GET /hidden HTTP/1.1\r\nHost: a\r\n\r\n';
const chunked = `Transfer-Encoding: chunked\r\n\r\n${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`;
const sized = `Content-Length: ${hidden.length}\r\n\r\n${hidden}`;

test.each(
  ['GET', 'DELETE', 'OPTIONS', 'POST', 'PUT'].flatMap((method) => [
    [method, 'in chunks', chunked] as const,
    [method, 'of a length', sized] as const,
  ]),
)('%s with a body %s is one request', async (method, _, framed) => {
  expect(await askedThrough(`${method} /v1/files/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${framed}`)).toEqual([
    `${method} /v1/files/x ${hidden}`,
    'GET /after ',
  ]);
});

test.each([
  ['GET', 'GET /v1/files/x '],
  ['DELETE', 'DELETE /v1/files/x '],
  ['POST', 'POST /v1/files/x content-length: 0 '],
  ['PUT', 'PUT /v1/files/x content-length: 0 '],
])('%s without a body stays without one', async (method, asked) => {
  expect(await askedThrough(`${method} /v1/files/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, true)).toEqual([
    asked,
    'GET /after ',
  ]);
});
