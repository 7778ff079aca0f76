import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { freePort } from '../../../scripts/lib/net/free-port.js';
import { hasRedis, startRedis } from '../../../scripts/tiers/chaos/redis-server.js';
import { checkCopy, checkNode, checkOptionalParts, ownManifest } from '../../../src/cli/doctor/installed.js';
import { endOfSupport } from '../../../src/cli/doctor/node-releases.js';
import { createMock } from '../../../src/mock/index.js';
import { createProxy } from '../../../src/proxy/index.js';
import { runCommand, runCommandIn } from '../run-command.js';

const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  return () => rm(folder, { recursive: true });
});

async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe('nexconn-contract doctor', () => {
  test('says that nothing is in the way, and what is not installed, where nothing is needed', async () => {
    const { code, output, errors } = await runCommandIn(folder, 'doctor', '--port', '0').ended;
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain(`${process.versions.node} (needs ${ownManifest().engines.node})`);
    expect(output).toContain(contract.build);
    expect(output).toMatch(/^note {3}msw +not installed; needed by nexconn-contract\/msw$/m);
    expect(output).toMatch(/\nNothing is in the way\.\n$/);
    // Into a pipe.
    expect(output).not.toContain('\u001b');
  });

  test('says what is in the way, and what to do', async () => {
    await mkdir(join(folder, 'node_modules/msw'), { recursive: true });
    await writeFile(join(folder, 'node_modules/msw/package.json'), '{ "version": "1.0.0" }');
    const port = await takenPort();
    const store = 'redis://:a-password@127.0.0.1:1';
    const { code, output } = await runCommandIn(folder, 'doctor', '--port', String(port), '--store', store).ended;
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`^wrong  port ${port} +taken on 127\\.0\\.0\\.1\\. Stop what listens there, or choose`, 'm'));
    expect(output).toMatch(/^wrong {2}store +no Redis at redis:\/\/127\.0\.0\.1:1: /m);
    expect(output).toMatch(/^wrong {2}msw +1\.0\.0, which is not of .* npm install "msw@/m);
    expect(output).toMatch(/\n3 to be mended\.\n$/);
    expect(output).not.toContain('a-password');
  });

  test('knows a mock of its own on the port, and says all as JSON', async () => {
    const mock = await createMock();
    onTestFinished(() => mock.close());
    const { port } = new URL((await mock.listen()).url);
    const { code, output } = await runCommand('doctor', '--port', port, '--json').ended;
    expect(code).toBe(0);
    expect(JSON.parse(output)).toContainEqual({
      outcome: 'ok',
      what: `port ${port}`,
      found: `a mock of the contract ${contract.build} listens there`,
    });
  });

  test.each([{ https: true }, { basePath: '/api' }, { https: true, basePath: '/api' }])('knows one that has %j', async (options) => {
    const mock = await createMock(options);
    onTestFinished(() => mock.close());
    const { port } = new URL((await mock.listen()).url);
    const { code, output } = await runCommandIn(folder, 'doctor', '--port', port).ended;
    expect(output).toMatch(
      new RegExp(`^ok {5}port ${port} +a mock of the contract ${contract.build.replaceAll(/[.+]/g, '\\$&')} listens there$`, 'm'),
    );
    expect(code).toBe(0);
  });

  test('knows a proxy of its own, which is no mock', async () => {
    const proxy = await createProxy({ target: new URL('https://gateway.example') });
    onTestFinished(() => proxy.close());
    const { port } = new URL((await proxy.listen()).url);
    const { code, output } = await runCommandIn(folder, 'doctor', '--port', port).ended;
    expect(output).toMatch(/^wrong {2}port \d+ +taken on 127\.0\.0\.1 by a proxy of the contract \S+\. Stop what listens there/m);
    expect(code).toBe(1);
  });

  test('tells a mock of another contract from its own', async () => {
    const health = createHttpServer((_, response) => void response.end('{ "build": "0.0.1+old", "operations": 40 }'));
    onTestFinished(() => void health.close());
    await new Promise<void>((resolve) => health.listen(0, '127.0.0.1', resolve));
    const { code, output } = await runCommandIn(folder, 'doctor', '--port', `${(health.address() as AddressInfo).port}`).ended;
    expect(output).toMatch(/^note {3}port \d+ +a mock of the contract 0\.0\.1\+old listens there, and this has \S+$/m);
    expect(code).toBe(0);
  });

  test.runIf(hasIpv6)('says that a name may lead to another program, where that listens on IPv6 only', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen({ port, host: '::1', ipv6Only: true }, resolve));
    const { code, output } = await runCommandIn(folder, 'doctor', '--port', `${port}`).ended;
    expect(output).toMatch(/^note {3}port \d+ +free on 127\.0\.0\.1; another program listens on ::1, where `localhost` may lead to$/m);
    expect(code).toBe(0);
  });

  test('says that a project has another version than the one that runs', async () => {
    await mkdir(join(folder, 'node_modules/nexconn-contract'), { recursive: true });
    await writeFile(join(folder, 'node_modules/nexconn-contract/package.json'), '{ "version": "0.0.9" }');
    const { output } = await runCommandIn(folder, 'doctor', '--port', '0').ended;
    expect(output).toMatch(/^note {3}version +\S+; this project has 0\.0\.9, which npx and scripts of npm would run$/m);
  });

  test('reads scenarios, and says what is wrong with them', async () => {
    await mkdir(join(folder, 'good'));
    await writeFile(join(folder, 'good/a.yaml'), '- { name: a, when: { user: a }, answers: [{ text: A }, { text: B }] }\n');
    const good = await runCommandIn(folder, 'doctor', '--port', '0', '--scenarios', 'good').ended;
    expect(good.output).toMatch(/^ok {5}scenarios +1 with 2 answers$/m);
    expect(good.code).toBe(0);
    await writeFile(join(folder, 'good/b.yaml'), '- { name: b, when: { usr: b }, answers: [{}] }\n');
    const wrong = await runCommandIn(folder, 'doctor', '--port', '0', '--scenarios', 'good', '--scenarios', 'gone').ended;
    expect(wrong.output).toMatch(
      /^wrong {2}scenarios +3 mistakes, the first: gone: there is no such file or folder; .* nexconn-contract scenarios check good gone/m,
    );
    expect(wrong.code).toBe(1);
  });

  test.runIf(hasRedis)('asks a store that is there', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    const { code, output } = await runCommand('doctor', '--port', '0', '--store', redis.address).ended;
    expect(output).toMatch(/^ok {5}store +answers$/m);
    expect(code).toBe(0);
  });
});

test('what was built of another version is wrong', async () => {
  expect(await checkCopy({ ...ownManifest(), version: '9.0.0' }, folder)).toEqual({
    outcome: 'wrong',
    what: 'version',
    found: `9.0.0, built of ${contract.build}`,
    advice: 'Build it again: npm run build.',
  });
});

test('a version of Node.js that is too old is wrong', () => {
  expect(checkNode(ownManifest(), '18.20.8')).toMatchObject({ outcome: 'wrong', advice: expect.stringContaining('Install') });
  expect(checkNode(ownManifest(), '22.12.0', Date.parse('2026-11-01'))).toMatchObject({ outcome: 'ok' });
});

test('a version of Node.js that gets no fixes is worth knowing', () => {
  const at = (day: string) => checkNode(ownManifest(), '20.20.2', Date.parse(day));
  expect(at('2026-04-29').outcome).toBe('ok');
  expect(at('2026-05-01')).toMatchObject({ outcome: 'note', found: expect.stringContaining('no security fixes since 2026-04-30') });
});

test('the end of each version that this package takes is known', () => {
  const majors = [...ownManifest().engines.node.matchAll(/(\d+)\.\d+\.\d+/g)].map(([, major = '']) => major);
  expect(majors.length).toBeGreaterThan(1);
  expect(Object.keys(endOfSupport)).toEqual(expect.arrayContaining(majors));
});

test('each optional part says what needs it', async () => {
  for (const { what, found } of await checkOptionalParts(ownManifest(), folder, folder))
    expect(found, what).toMatch(/^not installed; needed by .+$/);
});

test('parts of the package itself are found beside it, those of a project in the project', async () => {
  const { optionalDependencies = {} } = ownManifest();
  for (const { what, outcome } of await checkOptionalParts(ownManifest(), folder))
    expect(outcome, what).toBe(what in optionalDependencies ? 'ok' : 'note');
});
