/**
 * Publishes the tarball of a release to a registry of its own, installs it from there, and uses it. What it depends on comes from the
 * registry that npm is set up with.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const folder = await mkdtemp(join(tmpdir(), 'registry-'));
// Whatever this was started with, as `npm run --silent`, which the npm below would inherit: what it says is looked at.
const npm = (cwd, ...args) => promisify(execFile)('npm', [...args, '--loglevel=error'], { cwd, maxBuffer: 2 ** 26 });

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

const port = await freePort();
const url = `http://127.0.0.1:${port}/`;
const upstream = (await npm(folder, 'config', 'get', 'registry')).stdout.trim();
await writeFile(
  join(folder, 'config.yaml'),
  `storage: ${join(folder, 'storage')}
uplinks: { upstream: { url: '${upstream}', cache: false } }
packages:
  nexconn-contract: { access: $all, publish: $all }
  '**': { access: $all, proxy: upstream }
log: { type: stdout, format: json, level: warn }
`,
);
const server = spawn(process.execPath, ['node_modules/verdaccio/bin/verdaccio', '--config', join(folder, 'config.yaml'), '--listen', url], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
let printed = '';
server.stdout.on('data', (chunk) => {
  printed += chunk;
});

try {
  for (let tries = 0; ; tries++) {
    const isUp = await fetch(`${url}-/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    assert.ok(tries < 600 && server.exitCode === null, `the registry does not come up: ${printed}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  // Any token will do: npm only asks that there is one.
  await writeFile(join(folder, '.npmrc'), `registry=${url}\n//127.0.0.1:${port}/:_authToken=any\n`);

  // The tarball that this project was installed with.
  const lock = JSON.parse(await readFile('node_modules/.package-lock.json', 'utf8'));
  const { resolved, version } = lock.packages['node_modules/nexconn-contract'];
  const tarball = resolve(resolved.replace(/^file:/, ''));
  await npm(folder, 'publish', tarball, '--tag', 'latest');

  const published = await (await fetch(`${url}nexconn-contract`)).json();
  assert.deepEqual(Object.keys(published.versions), [version]);
  assert.equal(published.versions[version].private, undefined);
  await assert.rejects(npm(folder, 'publish', tarball), /cannot publish over|already present|EPUBLISHCONFLICT|E409/i);

  const consumer = join(folder, 'consumer');
  await mkdir(consumer);
  await writeFile(join(consumer, '.npmrc'), `registry=${url}\n`);
  await writeFile(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  await npm(consumer, 'install', `nexconn-contract@${version}`, '--no-audit', '--no-fund');
  const installed = JSON.parse(await readFile(join(consumer, 'package-lock.json'), 'utf8')).packages['node_modules/nexconn-contract'];
  assert.equal(installed.integrity, published.versions[version].dist.integrity);

  await writeFile(
    join(consumer, 'use.mjs'),
    `import { createNexconnClient } from 'nexconn-contract';
import { createMock } from 'nexconn-contract/mock';
const mock = await createMock();
const client = createNexconnClient({ baseUrl: 'http://mock', apiKey: 'any', fetch: mock.fetch });
const { data } = await client.listModels();
console.log(data.data.length > 0);
await mock.close();
`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, ['use.mjs'], { cwd: consumer });
  assert.equal(stdout, 'true\n');
  const cli = await promisify(execFile)(process.execPath, ['node_modules/nexconn-contract/dist/cli.js', '--version'], { cwd: consumer });
  assert.ok(cli.stdout.startsWith(version), cli.stdout);
} finally {
  server.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
