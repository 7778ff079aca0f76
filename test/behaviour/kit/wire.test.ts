/** What a gateway does wrong below HTTP's messages: bodies that are not as long, or not in the encoding, that their head says. */
import { createServer, type Server } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProxy } from '../../../src/proxy/index.js';
import { contractFetch } from '../../../src/testing/contract-fetch.js';
import { eventually } from '../../eventually.js';
import { answered, streamed } from './faults/exchange.js';

const whole = answered('createChatCompletion', 'deepseek-v3-chat');
const stream = streamed('createChatCompletion', 'chat-completion.stream', () => {});
const plain = Buffer.from(whole.answer as string);
const events = Buffer.from(stream.answer as string);
const json = 'application/json';

interface Wire {
  body: Buffer;
  type?: string;
  encoding?: string;
  /** That the head tells. */
  length?: number;
}

const right: [string, Wire][] = [
  ['plain', { body: plain }],
  ['gzip', { body: gzipSync(plain), encoding: 'gzip' }],
  ['brotli', { body: brotliCompressSync(plain), encoding: 'br' }],
  ['deflate', { body: deflateSync(plain), encoding: 'deflate' }],
  ['events in gzip', { body: gzipSync(events), encoding: 'gzip', type: 'text/event-stream' }],
  ['identity', { body: plain, encoding: 'identity' }],
  ['a character set', { body: plain, type: `${json}; charset=UTF-8` }],
];

const wrong: [string, Wire][] = [
  ['gzip that breaks off', { body: gzipSync(plain).subarray(0, -20), encoding: 'gzip' }],
  ['events in gzip that break off', { body: gzipSync(events).subarray(0, -20), encoding: 'gzip', type: 'text/event-stream' }],
  ['plain, said to be gzip', { body: plain, encoding: 'gzip' }],
  ['gzip, said to be brotli', { body: gzipSync(plain), encoding: 'br' }],
  ['gzip twice, said once', { body: gzipSync(gzipSync(plain)), encoding: 'gzip' }],
  ['an encoding that there is not', { body: plain, encoding: 'utf-8' }],
  ['longer in the head', { body: plain, length: plain.length + 50 }],
  ['shorter in the head', { body: plain, length: plain.length - 5 }],
  ['events, longer in the head', { body: events, length: events.length + 9, type: 'text/event-stream' }],
  ['another character set', { body: plain, type: `${json}; charset=iso-8859-1` }],
];

let answer: Wire = { body: plain };
let gateway: Server;
let url = '';
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  gateway = createServer((socket) => {
    let sent = '';
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      sent += piece;
      const [, length] = /content-length: (\d+)/i.exec(sent) ?? [];
      if (sent.length < sent.indexOf('\r\n\r\n') + 4 + Number(length)) return;
      const { body, type = json, encoding, length: told = body.length } = answer;
      const head = [
        `content-type: ${type}`,
        `content-length: ${told}`,
        'connection: close',
        ...(encoding ? [`content-encoding: ${encoding}`] : []),
      ];
      socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head.join('\r\n')}\r\n\r\n`), body]));
    });
  });
  await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
  const address = gateway.address() as { port: number };
  url = `http://127.0.0.1:${address.port}`;
  closing.push(() => gateway.close());
});

afterAll(() => Promise.all(closing.map((close) => close())));

/** Reads an answer to the end, as far as it goes. */
async function call(fetch: typeof globalThis.fetch, base: string, { type }: Wire): Promise<void> {
  const { example } = type === 'text/event-stream' ? stream : whole;
  const headers = { authorization: 'Bearer sk-test', 'content-type': json };
  const response = await fetch(`${base}/v1/chat/completions`, { method: 'POST', headers, body: JSON.stringify(example.request.body) });
  // Some of them cannot be read by anybody.
  await response.text().catch(() => undefined);
}

async function foundByFetch(wire: Wire): Promise<string[]> {
  answer = wire;
  const checked = contractFetch(fetch, { onViolation: 'collect' });
  await call(checked, url, wire);
  return checked.violations.map(({ message }) => message);
}

async function foundByProxy(wire: Wire): Promise<string[]> {
  answer = wire;
  const proxy = createProxy({ target: new URL(url) });
  try {
    await call(fetch, (await proxy.listen()).url, wire);
    await eventually(() => expect(proxy.counts().exchanges).toBe(1));
    return proxy.journal().flatMap(({ violations }) => violations.map(({ message }) => message));
  } finally {
    await proxy.close();
  }
}

test.each(right)('%s is right', async (_, wire) => {
  expect(await foundByFetch(wire)).toEqual([]);
  expect(await foundByProxy(wire)).toEqual([]);
});

test.each(wrong)('%s is found', async (_, wire) => {
  expect(await foundByFetch(wire)).not.toEqual([]);
  expect(await foundByProxy(wire)).not.toEqual([]);
});
