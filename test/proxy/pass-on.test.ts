/** What passes on arrives as the requests that it was, however their bodies are framed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createProxy } from '../../src/proxy/index.js';
import { sendBytes } from '../behaviour/hostile/raw.js';

/** What a gateway behind the proxy is asked, in words. */
async function askedThrough(bytes: string): Promise<string[]> {
  const asked: string[] = [];
  const gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${body}`);
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
