import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { listen } from '../../../src/http/server/listen.js';

test('what is no port is refused, before Node takes it for options of its own and listens on all addresses', async () => {
  const server = createServer();
  await expect(listen(server, { port: 0 } as unknown as number, '127.0.0.1')).rejects.toThrow(
    'the port to listen on is a whole number, not {"port":0}',
  );
  expect(server.listening).toBe(false);
});
