/** No request and no answer of a gateway ends the proxy: each gets a response, and the next one is served. */
import { PassThrough } from 'node:stream';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openLog, tellEachOnce } from '../../../src/cli/common/log.js';
import { createProxy } from '../../../src/proxy/index.js';
import { eventually } from '../../eventually.js';
import { sendBytes, serveBytes } from './raw.js';

const chat = '{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}]}';
const head = 'Host: a\r\nConnection: close\r\nAuthorization: Bearer k3y"12345678\r\n';
const post = `POST /v1/chat/completions HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: ${chat.length}\r\n\r\n${chat}`;
const fine = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';

async function proxyTo(port: number) {
  const failed = vi.spyOn(console, 'error').mockImplementation(() => {});
  // As the command does, which writes a line for each exchange.
  const { onExchange } = openLog('pretty', tellEachOnce(), new PassThrough().resume());
  const proxy = createProxy({ target: new URL(`http://127.0.0.1:${port}`), record: async () => {}, ...(onExchange && { onExchange }) });
  const { port: own } = await proxy.listen();
  onTestFinished(async () => {
    await proxy.close();
    failed.mockRestore();
  });
  return { proxy, port: own, failed };
}

const json = (body: string) =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const stream = (body: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n${body}`;

describe('an answer of the gateway', () => {
  test.each<[string, string | Uint8Array, number]>([
    ['with a status below all', 'HTTP/1.1 000 X\r\nContent-Length: 0\r\n\r\n', 502],
    ['with a status of four digits', 'HTTP/1.1 2000 X\r\nContent-Length: 0\r\n\r\n', 502],
    ['that only says that one is to come', 'HTTP/1.1 102 Processing\r\n\r\n', 502],
    ['after many that only say so', `${'HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n'.repeat(40)}${fine}`, 200],
    ['with control characters in its reason', 'HTTP/1.1 200 O\x01\x7fK\r\nContent-Length: 2\r\n\r\n{}', 200],
    ['with bytes above ASCII in its head', Buffer.from('HTTP/1.1 200 \xff\r\nX-A: \xe9\xff\r\nContent-Length: 2\r\n\r\n{}', 'latin1'), 200],
    ['with headers that objects inherit', 'HTTP/1.1 200 OK\r\n__proto__: a\r\nconstructor: b\r\nContent-Length: 2\r\n\r\n{}', 200],
    ['with more headers than are read', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(9000)}\r\n{}`, 502],
    ['of two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}', 502],
    ['that is a body where none may be', 'HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n{}', 204],
    ['that is no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n', 502],
    ['that ends in its head', 'HTTP/1.1 200 OK\r\nContent-Le', 502],
    ['that ends in a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab', 200],
    ['with trailers that are none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX T\x01: a\r\n\r\n', 200],
    ['whose encoding is not what it says', json('{}').replace('\r\n\r\n', '\r\nContent-Encoding: gzip\r\n\r\n'), 200],
    ['that is very deep', json('['.repeat(50_000)), 200],
    ['that repeats the key in a place where that would break it', json('{"k3y\\"12345678":"k3y\\"12345678"}'), 200],
    ['that is wrong in very many places', json(`{"choices":[${'5,'.repeat(50_000)}5]}`), 200],
    ['that streams what is deep, and what is none', stream(`data: ${'{"a":'.repeat(3000)}\n\nid: \0\nretry: 1e99\n\r\r\ndata\n\n`), 200],
  ])('%s', async (_, bytes, status) => {
    let answer: string | Uint8Array = bytes;
    const { proxy, port, failed } = await proxyTo(await serveBytes((socket) => socket.end(answer)));
    expect(await sendBytes(port, post)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    await eventually(() => expect(proxy.journal()).toMatchObject([{ operation: 'createChatCompletion' }]));
    const [entry] = proxy.journal();
    expect(entry?.violations.length).toBeLessThan(22);
    expect(JSON.stringify(entry)).not.toContain('k3y');
    answer = fine;
    expect(await sendBytes(port, post)).toMatch(/^HTTP\/1\.1 200 /);
    expect(failed).not.toHaveBeenCalled();
  });

  test('that goes on for ever in its head', async () => {
    const endless = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = () => void (socket.destroyed || socket.write(`x: ${'y'.repeat(10_000)}\r\n`, () => setImmediate(more)));
      more();
    });
    expect(await sendBytes((await proxyTo(endless)).port, post)).toMatch(/^HTTP\/1\.1 502 /);
  });
});

describe('a request', () => {
  test.each([
    ['of before hosts were named', 'GET /v1/models HTTP/1.0\r\n\r\n'],
    ['for nothing', `GET // HTTP/1.1\r\n${head}\r\n`],
    ['for what looks like a host', `GET //[::1 HTTP/1.1\r\n${head}\r\n`],
    ['for a host with a port beyond all', `GET http://x:99999/v1/models HTTP/1.1\r\n${head}\r\n`],
    ['for another scheme', `GET ftp://x/ HTTP/1.1\r\n${head}\r\n`],
    ['for everything', `OPTIONS * HTTP/1.1\r\n${head}\r\n`],
    [
      'whose key is where the gateway is',
      'GET /v1/nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer 127.0.0.1\r\n\r\n',
    ],
    ['with an escape that is none', `GET /v1/files/%zz HTTP/1.1\r\n${head}\r\n`],
    ['for another protocol', `GET /v1/models HTTP/1.1\r\n${head}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
    ['whose connection is about its headers', `GET /v1/models HTTP/1.1\r\n${head}Connection: host, via, close\r\n\r\n`],
    ['whose body is in no encoding that it names', post.replace('\r\n\r\n', '\r\nContent-Encoding: br\r\n\r\n')],
  ])('%s', async (_, bytes) => {
    const { port, failed } = await proxyTo(await serveBytes((socket) => socket.end(fine)));
    expect(await sendBytes(port, bytes)).toMatch(/^HTTP\/1\.1 [245]\d\d /);
    expect(await sendBytes(port, post)).toMatch(/^HTTP\/1\.1 200 /);
    expect(failed).not.toHaveBeenCalled();
  });
});
