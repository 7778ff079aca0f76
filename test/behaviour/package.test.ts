/** The package as a user gets it: packed, installed into an empty project, compiled and run there. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { bundledPackages } from '../../scripts/build/bundled.js';
import { project } from '../../scripts/lib/project.js';
import { npm, type Packed, packBuilt } from '../../scripts/release/package-copy.js';

const typescript7 = 'typescript@7.0.2';

const run = promisify(execFile);
const node = async (folder: string, ...args: string[]) => run(process.execPath, args, { cwd: folder });

let consumer: string;
/** The package, as it is installed there. */
let installed: string;
/** What it takes with all that it needs. */
let kilobytes: number;
/** Where another version of the compiler is installed. */
let compiler: string;
let packed: Packed;

beforeAll(async () => {
  consumer = await mkdtemp(join(tmpdir(), 'consumer-'));
  compiler = await mkdtemp(join(tmpdir(), 'compiler-'));
  packed = await packBuilt(project.root, consumer);
  await writeFile(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  // As whoever needs no Prism installs it: with all of it, which takes minutes, it is tried by `npm run test:installs`.
  const install = (...packages: string[]) =>
    npm(consumer, 'install', '--omit=optional', ...packages, '--prefer-offline', '--no-audit', '--no-fund');
  await install(packed.filename);
  installed = join(consumer, 'node_modules/nexconn-contract');
  kilobytes = Number.parseInt((await run('du', ['-sk', join(consumer, 'node_modules')])).stdout, 10);
  // What a user of the mock in Node has, and a user of its MSW handler.
  const { devDependencies } = await manifest();
  await install(...['@types/node', 'msw'].map((name) => `${name}@${devDependencies[name]}`));
  await npm(compiler, 'install', typescript7, '--prefer-offline', '--no-audit', '--no-fund');
});

afterAll(() => Promise.all([consumer, compiler].map((folder) => rm(folder, { recursive: true, force: true }))));

const manifest = async () =>
  JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')) as {
    version: string;
    exports: Record<string, unknown>;
    devDependencies: Record<string, string>;
    optionalDependencies: Record<string, string>;
  };

describe('the tarball', () => {
  it('has every file that package.json promises, and no test or tool', async () => {
    const paths = packed.files.map(({ path }) => path);
    const { exports } = await manifest();
    const promised = JSON.stringify(exports).match(/\.\/[^"]+\.[a-z]+(?=")/g) ?? [];
    for (const file of promised.filter((name) => name.includes('/dist/') || name.includes('/generated/')))
      expect(paths).toContain(file.slice(2));
    expect(paths.filter((path) => /^(test|scripts|compiled(?!\/page\/)|openapi(?!\/workflows\/))\//.test(path))).toEqual([]);
  });

  it('leads from its modules and declarations to its sources, but not to what is generated, and stays small', async () => {
    const paths = new Set(packed.files.map(({ path }) => path));
    const maps = [...paths].filter((path) => path.endsWith('.map'));
    expect(maps.some((path) => path.endsWith('.d.ts.map'))).toBe(true);
    for (const map of maps) {
      const { sources } = JSON.parse(await readFile(join(installed, map), 'utf8')) as { sources: string[] };
      for (const source of sources) {
        const path = join(dirname(map), source);
        expect(path).toMatch(/^src\//);
        expect(paths).toContain(path);
      }
    }
    for (const name of bundledPackages) expect(paths).toContain(`dist/licences/${name}.txt`);
    const generated = [...paths].filter((path) => path.startsWith('dist/types/generated/'));
    for (const path of generated) expect(await readFile(join(installed, path), 'utf8')).not.toContain('sourceMappingURL');
    // Modules and declarations are in it twice, for `import` and for `require`: that is 0.6 MB. The description is in it three times, 0.13 MB each:
    // for readers of YAML, and as OpenAPI 3.2. Guides take 0.04 MB, the reference page with all its parts 0.14 MB, what answers are held to 0.09 MB,
    // the reader of YAML, which is built in, 0.07 MB, what reads the files of other programs, and keeps keys out of what is told, 0.03 MB.
    // A contract that grows has more to say: what each operation adds is allowed for.
    expect(packed.size).toBeLessThanOrEqual(1_770_000 + 30_000 * contract.operations.length);
  });

  it('names the source in a stack', async () => {
    const script =
      "import { createMock } from 'nexconn-contract/mock'; const mock = await createMock(); await mock.listen(0);" +
      'await mock.listen(0).catch(({ stack }) => console.log(stack)); await mock.close();';
    const { stdout } = await node(consumer, '--enable-source-maps', '--input-type=module', '-e', script);
    expect(stdout).toMatch(/nexconn-contract\/src\/mock\/index\.ts:\d+:\d+/);
  });

  it('exports what the README says', async () => {
    const { exports } = await manifest();
    expect(Object.keys(exports)).toEqual(
      expect.arrayContaining(['.', './client', './types', './mock', './msw', './testing', './openapi.json', './openapi.yaml']),
    );
  });

  it('is clean for publint', async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it.each([
    [
      'CommonJS, ES modules, bundlers and what does not read exports',
      'strict',
      ['--exclude-entrypoints', 'openapi.yaml', 'testing/vitest'],
    ],
    ['ES modules and bundlers, where vitest is one itself', 'esm-only', ['--entrypoints', 'testing/vitest']],
  ])('has types that resolve, for %s', async (_, profile, entries) => {
    const attw = join(project.root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const args = [packed.filename, '--profile', profile, '--format', 'ascii', '--no-color', ...entries];
    await node(consumer, attw, ...args).catch(({ stdout }: { stdout: string }) => expect.fail(stdout));
  });
});

const usage = `
import { createNexconnClient, type paths } from 'nexconn-contract';
import { createNexconnClient as sameClient } from 'nexconn-contract/client';
import { createMock } from 'nexconn-contract/mock';
import { mockGateway } from 'nexconn-contract/msw';
import { type ContractMatchers, contractFetch } from 'nexconn-contract/testing';
import type {} from 'nexconn-contract/testing/jest';
import type { components } from 'nexconn-contract/types';

type ChatRequest = components['schemas']['ChatCompletionRequest'];
const request = { model: 'any-model', messages: [{ role: 'user', content: 'Hello' }] } satisfies ChatRequest;
// @ts-expect-error messages are a list
export const wrong: ChatRequest = { model: 'any-model', messages: 'Hello' };
export const path: keyof paths = '/v1/chat/completions';
export const matcher: keyof ContractMatchers<void> = 'toMatchContract';

async function main() {
  const mock = await createMock();
  const client = createNexconnClient({ apiKey: 'sk-test', baseUrl: 'http://mock.test', fetch: contractFetch(mock.fetch) });
  const { data, error } = await client.createChatCompletion(request);
  const content = data?.choices?.[0]?.message?.content;
  const description = await mock.fetch('http://mock.test/openapi.json');
  const page = await (await mock.fetch('http://mock.test/')).text();
  console.log(JSON.stringify({ content: typeof content, failed: error !== undefined, same: sameClient === createNexconnClient, described: description.ok, shown: page.includes('</html>'), msw: typeof mockGateway }));
  await mock.close();
}
main();
`;

/** What tells whether a caller meets one package, where it is loaded in both formats. */
const bothFormats = `
import { createRequire } from 'node:module';
import * as client from 'nexconn-contract/client';
import * as mock from 'nexconn-contract/mock';
import * as testing from 'nexconn-contract/testing';

const require = createRequire(import.meta.url);
const imported = { client, mock, testing };
const required = { client: require('nexconn-contract'), mock: require('nexconn-contract/mock'), testing: require('nexconn-contract/testing') };

async function errorsOf({ client: { createNexconnClient }, mock: { createMock }, testing: { contractFetch } }) {
  const { fetch } = await createMock();
  const caught = (promise) => promise.then(() => undefined, (error) => error);
  const failing = createNexconnClient({ apiKey: 'sk-mock-404', baseUrl: 'http://mock.test', fetch, throwOnError: true });
  return {
    NexconnApiError: await caught(failing.listModels()),
    ContractViolationError: await caught(contractFetch(fetch, { onViolation: 'throw' })('http://mock.test/v1/chat/completions', { method: 'POST', body: '{}' })),
    ScenarioError: await caught(createMock({ scenarios: [{ answers: [{ error: 'none' }] }] })),
  };
}

const classesOf = ({ client, mock, testing }) => ({ ...client, ...mock, ...testing });
for (const [thrown, catching] of [[imported, required], [required, imported], [imported, imported], [required, required]])
  for (const [name, error] of Object.entries(await errorsOf(thrown))) {
    const classes = classesOf(catching);
    const { NexconnError, NexconnJobError } = classes;
    console.log(name, error instanceof classes[name], error instanceof NexconnError, error instanceof NexconnJobError);
  }
console.log(imported.client.createNexconnClient === required.client.createNexconnClient);
`;

describe('an empty project', () => {
  beforeAll(() => Promise.all(['usage.mts', 'usage.cts'].map((name) => writeFile(join(consumer, name), usage))));

  const compile = (program: string, file: string, moduleResolution: string, ...more: string[]) => {
    const module = { bundler: 'esnext', node10: 'commonjs' }[moduleResolution] ?? moduleResolution;
    const options = [
      '--strict',
      '--skipLibCheck',
      'false',
      '--target',
      'es2022',
      '--module',
      module,
      '--moduleResolution',
      moduleResolution,
      ...more,
    ];
    return node(consumer, program, ...options, file).catch(({ stdout }: { stdout: string }) => {
      // With node16, the declarations that MSW has for CommonJS lead to a package that is an ES module only.
      if (stdout.split('\n').some((line) => line !== '' && !line.startsWith('node_modules/msw/'))) expect.fail(stdout);
    });
  };
  const typescript5 = join(project.root, 'node_modules/typescript/bin/tsc');

  it.each([
    ['usage.mts', 'nodenext'],
    ['usage.cts', 'node16'],
    ['usage.cts', 'node10'],
  ])('compiles %s strictly with moduleResolution %s', async (file, moduleResolution) => {
    await compile(typescript5, file, moduleResolution, '--noEmit');
  });

  it.each([
    ['usage.mts', 'bundler'],
    ['usage.mts', 'node16'],
    ['usage.mts', 'nodenext'],
    ['usage.cts', 'node16'],
    ['usage.cts', 'nodenext'],
  ])(`compiles %s strictly with moduleResolution %s and ${typescript7}`, async (file, moduleResolution) => {
    await compile(join(compiler, 'node_modules/typescript/bin/tsc'), file, moduleResolution, '--noEmit');
  });

  it.each([
    ['usage.mts', 'usage.mjs'],
    ['usage.cts', 'usage.cjs'],
  ])('runs the client against the mock, out of %s', async (file, compiled) => {
    await compile(typescript5, file, 'nodenext', '--noCheck');
    const { stdout } = await node(consumer, compiled);
    expect(JSON.parse(stdout)).toEqual({ content: 'string', failed: false, same: true, described: true, shown: true, msw: 'function' });
  });

  it('tells the errors of the one format by the classes of the other', async () => {
    await writeFile(join(consumer, 'both-formats.mjs'), bothFormats);
    const { stdout } = await node(consumer, 'both-formats.mjs');
    const each = ['NexconnApiError true true false', 'ContractViolationError true false false', 'ScenarioError true false false'];
    expect(stdout.trim().split('\n')).toEqual([...each, ...each, ...each, ...each, 'false']);
  });

  it('requires each entry point, and the contract as JSON', async () => {
    const { exports } = await manifest();
    const names = Object.entries(exports).flatMap(([path, target]) =>
      typeof target === 'object' && 'require' in (target as object) ? [path] : [],
    );
    expect(names).toHaveLength(7);
    const script = `globalThis.expect = { extend() {} };
      for (const name of ${JSON.stringify([...names, './openapi.json', './models.json'])}) console.log(typeof require('nexconn-contract' + name.slice(1)));`;
    const { stdout } = await node(consumer, '--input-type=commonjs', '-e', script);
    expect(stdout.trim().split('\n')).toEqual(Array(9).fill('object'));
  });

  it('answers as ever where its modules are forgotten in between, as jest does with resetModules', async () => {
    await writeFile(join(consumer, 'forgotten.cjs'), forgotten);
    const { stdout } = await node(consumer, 'forgotten.cjs');
    expect(stdout.trim().split('\n')).toEqual(['200', '200', '200', '429', '404', '415', 'cut']);
  });

  it('reads the contract as JSON, whose version is the package’s with the build, as the command tells it', async () => {
    const { stdout } = await node(
      consumer,
      '--input-type=module',
      '-e',
      "import c from 'nexconn-contract/openapi.json' with { type: 'json' }; console.log(c.info.version)",
    );
    const [version, build] = stdout.trim().split('+');
    expect(version).toBe((await manifest()).version);
    expect(build).toMatch(/^\d{4}-\d{2}-\d{2}\.[0-9a-f]{12}$/);
    expect((await node(consumer, 'node_modules/nexconn-contract/dist/cli.js', '--version')).stdout).toBe(stdout);
  });
});

describe('the client', () => {
  it('needs nothing of the mock', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'client-only-'));
    const clientOnly = ['nexconn-contract', 'openapi-fetch', 'openapi-typescript-helpers', 'eventsource-parser'];
    for (const name of clientOnly) {
      await mkdir(join(folder, 'node_modules'), { recursive: true });
      await cp(join(consumer, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
    }
    const { stdout } = await node(
      folder,
      '--input-type=module',
      '-e',
      "import * as client from 'nexconn-contract/client'; console.log(typeof client.createNexconnClient)",
    );
    const required = await node(folder, '-p', "typeof require('nexconn-contract/client').createNexconnClient");
    await rm(folder, { recursive: true });
    expect([stdout, required.stdout]).toEqual(['function\n', 'function\n']);
  });
});

describe('without optional dependencies', () => {
  it('an installation is below 25 MB; Prism, which is most of the rest, is installed otherwise', async () => {
    expect(Object.keys((await manifest()).optionalDependencies)).toContain('@stoplight/prism-http');
    expect(existsSync(join(consumer, 'node_modules/@stoplight'))).toBe(false);
    expect(kilobytes).toBeLessThan(25_000);
  });

  it('all goes on but what takes Prism, which says what is missing', async () => {
    const script = `
      import { createMock } from 'nexconn-contract/mock';
      const mock = await createMock();
      const ask = (path, prefer) =>
        mock.fetch('http://mock' + path, { headers: { authorization: 'Bearer any', ...(prefer && { prefer }) } });
      console.log((await ask('/v1/models')).status);
      for (let time = 0; time < 2; time++) {
        const madeUp = await ask('/v1/models', 'dynamic=true');
        console.log(madeUp.status, (await madeUp.json()).error.message);
      }
      await createMock({ engine: 'prism' }).catch(({ message }) => console.log(message));
    `;
    const { stdout } = await node(consumer, '--input-type=module', '-e', script);
    const missing = 'takes Prism, an optional dependency that was left out when nexconn-contract was installed';
    expect(stdout.trim().split('\n')).toEqual([
      '200',
      expect.stringContaining(`400 this ${missing}`),
      expect.stringContaining(`400 this ${missing}`),
      expect.stringContaining(`the engine 'prism' ${missing}`),
    ]);
    const started = node(consumer, 'node_modules/nexconn-contract/dist/cli.js', 'mock', '--engine', 'prism', '--port', '0');
    await expect(started).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^the engine 'prism' takes Prism, .*--omit=optional\n$/),
    });
    const required = await node(
      consumer,
      '--input-type=commonjs',
      '-e',
      "require('nexconn-contract/mock').createMock({ engine: 'prism' }).catch(({ message }) => console.log(message))",
    );
    expect(required.stdout).toContain(missing);
  });

  it('declarations name nothing of what is left out', async () => {
    const declarations = packed.files.map(({ path }) => path).filter((path) => /\.d\.[mc]?ts$/.test(path));
    for (const path of declarations) expect(await readFile(join(installed, path), 'utf8'), path).not.toMatch(/['"](?:@stoplight|fp-ts)/);
  });
});

/** Each request loads code that the mock has not needed before, and with it another copy of what this code shares with the mock. */
const forgotten = `
const { createMock } = require('nexconn-contract/mock');
const forget = () => Object.keys(require.cache).filter((path) => path.includes('nexconn-contract')).forEach((path) => delete require.cache[path]);
createMock({ eventsPerSecond: 100_000 }).then(async (mock) => {
  const chat = async (more, headers, path = '/v1/chat/completions') => {
    forget();
    const response = await mock.fetch('http://mock' + path, {
      method: 'POST',
      headers: { authorization: 'Bearer any', 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Why is the sea blue?' }], ...more }),
    });
    console.log(await response.text().then(() => response.status, () => 'cut'));
  };
  const parameters = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
  await chat({});
  await chat({ tools: [{ type: 'function', function: { name: 'weather', parameters } }] });
  await chat({ response_format: { type: 'json_schema', json_schema: { name: 'weather', schema: parameters } } });
  await chat({}, { prefer: 'code=429' });
  await chat({}, {}, '/v1/nothing');
  await chat({}, { 'content-encoding': 'unheard-of' });
  await chat({ stream: true }, { prefer: 'stream-fault=cut@2' });
});
`;
