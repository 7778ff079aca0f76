/** A small server that answers as a test tells it, and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export type Answer = (request: Received, response: ServerResponse, count: number) => void;

/** An answer with a JSON body. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** An answer with these server-sent events; objects are sent as JSON. */
export const events =
  (...data: unknown[]): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const item of data) response.write(eventText(item));
    response.end();
  };

export const eventText = (item: unknown): string => `data: ${typeof item === 'string' ? item : JSON.stringify(item)}\n\n`;

/** Serves until the test ends: the first answer to the first request, the last one to all that follow. */
export async function serve(...answers: [Answer, ...Answer[]]): Promise<{ url: string; requests: Received[] }> {
  const requests: Received[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const { method = '', url = '', headers } = incoming;
    const request = { method, url, headers, body: text ? JSON.parse(text) : undefined };
    const count = requests.push(request);
    const answer = answers[Math.min(count, answers.length) - 1] ?? answers[0];
    answer(request, response, count);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
