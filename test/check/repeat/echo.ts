/** A server that keeps what it is sent. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Arrived {
  method: string | undefined;
  url: string | undefined;
  headers: Record<string, unknown>;
  body: string;
}

export async function echoServer(): Promise<{ url: string; arrived: Arrived[] }> {
  const arrived: Arrived[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method, url, headers } = incoming;
    arrived.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
    outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrived };
}

/** Bodies that a shell, a terminal or a literal could take for something else. */
export const bodies = [
  '{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}]}',
  `it's "quoted" \`whoami\` $HOME $(id) \\n \\\\ !! %s %b & ; | < > * ? ~ #`,
  '@/etc/hostname',
  '{\n  "pretty": true\r\n}\n\n',
  '\u001b[2J\u0000\u0007 \u009b1m \u202etxt.exe \ufeff',
  '日本語 ’ 🎉 \u2028',
  '{"__proto__":{"a":1}}',
  '{"a":1,"a":2}',
  '-d',
  '{"b":"\u202e"}',
];
