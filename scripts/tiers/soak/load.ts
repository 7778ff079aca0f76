/** Asks a server many things, a few at a time. */
import http, { type IncomingMessage } from 'node:http';
import type { SoakRequest } from './requests.js';

export interface Client {
  /** @returns status and text @throws Error where there is none */
  ask(request: SoakRequest): Promise<{ status: number; text: string }>;
  /** Leaves once something has come. */
  leave(request: SoakRequest): Promise<void>;
  close(): void;
}

export function openClient(url: string): Client {
  const agent = new http.Agent({ keepAlive: true });
  const send = ({ method, path, body, prefer }: SoakRequest): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: 'Bearer any-key',
        ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        ...(prefer !== undefined && { prefer }),
      };
      http
        .request(url + path, { agent, method, headers }, resolve)
        .on('error', reject)
        .end(body);
    });
  return {
    async ask(request) {
      const response = await send(request);
      let text = '';
      response.setEncoding('utf8');
      for await (const piece of response) text += piece;
      return { status: response.statusCode ?? 0, text };
    },
    async leave(request) {
      const response = await send(request);
      await new Promise((resolve) => response.once('data', resolve));
      response.destroy();
    },
    close: () => agent.destroy(),
  };
}

/** Does a thing so many times, a few at a time. */
export async function times(count: number, atOnce: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}
