/** Connections on which a test says each byte itself. */
import { connect, type Socket } from 'node:net';

export interface RawConnection {
  socket: Socket;
  write(text: string | Uint8Array): void;
  /** All that has come so far. */
  readonly text: string;
  /** Resolves with all that has come, once there is a match in it. @throws Error where the connection is closed before */
  until(match: RegExp): Promise<string>;
  /** Resolves with all that has come, once the connection is closed. */
  readonly closed: Promise<string>;
}

export async function openRaw(port: number): Promise<RawConnection> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let text = '';
  let isClosed = false;
  const waiting = new Set<() => void>();
  const tell = () => {
    for (const look of waiting) look();
  };
  socket.setEncoding('latin1').on('data', (data) => {
    text += data;
    tell();
  });
  const closed = new Promise<string>((resolve) => {
    const end = () => {
      isClosed = true;
      socket.destroy();
      tell();
      resolve(text);
    };
    socket.on('end', end).on('close', end).on('error', end);
  });
  return {
    socket,
    write: (data) => void socket.write(data),
    get text() {
      return text;
    },
    until: (match) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (match.test(text)) resolve(text);
          else if (isClosed) reject(new Error(`closed without ${match}: ${text}`));
          else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    closed,
  };
}

/** A request as it stands on the wire. */
export function wire(
  method: string,
  path: string,
  body: string | undefined = undefined,
  headers: Record<string, string | number> = {},
): string {
  const all = {
    host: 'test',
    authorization: 'Bearer any-key',
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}

/** Status, and what the last response of a connection says in its body. */
export function lastResponse(text: string): { status: number; head: string; body: any } {
  const begin = text.lastIndexOf('HTTP/1.1 ');
  const [head = '', body = ''] = text.slice(begin).split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: body === '' ? undefined : JSON.parse(body) };
}
