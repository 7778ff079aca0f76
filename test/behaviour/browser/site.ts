/** A web site in memory, for the tests: files by path, under a content security policy. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const types: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

export interface Site {
  url: string;
  close(): Promise<void>;
}

/** @param files contents by path; `/` is a page */
export async function serveSite(files: Record<string, string>, policy: string): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    const content = files[path];
    const type = types[path === '/' ? 'html' : (path.split('.').at(-1) ?? '')] ?? 'text/plain';
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type, 'content-security-policy': policy });
    response.end(content ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
