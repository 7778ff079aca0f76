/** A port for a program that takes no other way to be told one. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that systems give out, so that nobody else is given it until it is taken; above those that `fetch` refuses. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const port = randomInt(11_000, 30_000);
    const server = createServer().listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
    server.on('error', () => resolve(freePort()));
  });
