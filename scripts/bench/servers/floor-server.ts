/**
 * The least that a server on Hono does: parses the body and sends a constant.
 *
 *   tsx floor-server.ts <folder of the tools> <file of the answers> <port>
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The parts of Hono that are used here. */
interface Context {
  req: { json(): Promise<unknown> };
  body(text: string, status: number, headers: Record<string, string>): Response;
}
interface App {
  post(path: string, handler: (context: Context) => Promise<Response>): void;
  fetch: unknown;
}

/** A constant answer. */
export interface FloorAnswer {
  path: string;
  status: number;
  contentType: string;
  text: string;
}

const [folder = '', file = '', port] = process.argv.slice(2);
const load = createRequire(join(folder, 'package.json'));
const { Hono } = load('hono') as { Hono: new () => App };
const { serve } = load('@hono/node-server') as { serve(options: { fetch: unknown; port: number; hostname: string }): void };

const app = new Hono();
for (const { path, status, contentType, text } of JSON.parse(readFileSync(file, 'utf8')) as FloorAnswer[]) {
  app.post(path, async (context) => {
    await context.req.json();
    return context.body(text, status, { 'content-type': contentType });
  });
}
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
