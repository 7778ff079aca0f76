import { execFile } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/mock-prism.ts', import.meta.url));

const errorOf = (...args: string[]) =>
  new Promise<unknown>((resolve) => {
    const child = execFile('npx', ['tsx', script, ...args], (error, _, errors) => resolve([error?.code, errors.split('\n')[0]]));
    onTestFinished(() => void child.kill());
  });

test('stock Prism is not started where it could not listen, or is told what it does not know', async () => {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const [taken, ...wrong] = await Promise.all([
    errorOf('--port', `${port}`),
    errorOf('--prot', '4020'),
    errorOf('--port', 'x'),
    errorOf('4020'),
  ]);
  expect(taken).toEqual([2, `Port ${port} on 127.0.0.1 is taken. Stop what listens there, or choose another port with --port.`]);
  expect(wrong).toEqual([
    [2, "error: unknown option '--prot'"],
    [2, "error: option '-p, --port <port>' argument 'x' is invalid. Give a port number from 0 to 65535."],
    [2, "error: there is no place for '4020'"],
  ]);
});
