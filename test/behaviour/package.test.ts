/** The package as a user gets it: packed, installed into an empty project, compiled and run there. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { copyPackage, npm, type Packed, pack } from '../../scripts/release/package-copy.js';

const typescript7 = 'typescript@7.0.2';

const run = promisify(execFile);
const node = async (folder: string, ...args: string[]) => run(process.execPath, args, { cwd: folder });

let copy: string;
let consumer: string;
let packed: Packed;

beforeAll(async () => {
  copy = await copyPackage(project.root);
  packed = await pack(copy);
  consumer = await mkdtemp(join(tmpdir(), 'consumer-'));
  await writeFile(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  // What a user of the mock in Node has, and a user of its MSW handler.
  const { devDependencies } = await manifest();
  const peers = ['@types/node', 'msw'].map((name) => `${name}@${devDependencies[name]}`);
  const packages = [join(copy, packed.filename), ...peers, `typescript7@npm:${typescript7}`];
  await npm(consumer, 'install', ...packages, '--prefer-offline', '--no-audit', '--no-fund');
});

afterAll(() => Promise.all([copy, consumer].map((folder) => rm(folder, { recursive: true, force: true }))));

const manifest = async () =>
  JSON.parse(await readFile(join(copy, 'package.json'), 'utf8')) as {
    version: string;
    exports: Record<string, unknown>;
    devDependencies: Record<string, string>;
  };

describe('the tarball', () => {
  it('has every file that package.json promises, and no test or tool', async () => {
    const paths = packed.files.map(({ path }) => path);
    const { exports } = await manifest();
    const promised = JSON.stringify(exports).match(/\.\/[^"]+\.[a-z]+(?=")/g) ?? [];
    for (const file of promised.filter((name) => name.includes('/dist/') || name.includes('/generated/')))
      expect(paths).toContain(file.slice(2));
    expect(paths.filter((path) => /^(test|scripts|compiled|openapi(?!\/workflows\/))\//.test(path))).toEqual([]);
  });

  it('leads from its modules and declarations to its sources, but not to what is generated, and stays small', async () => {
    const paths = new Set(packed.files.map(({ path }) => path));
    const maps = [...paths].filter((path) => path.endsWith('.map'));
    expect(maps.some((path) => path.endsWith('.d.ts.map'))).toBe(true);
    for (const map of maps) {
      const { sources } = JSON.parse(await readFile(join(copy, map), 'utf8')) as { sources: string[] };
      for (const source of sources) {
        const path = join(dirname(map), source);
        expect(path).toMatch(/^src\//);
        expect(paths).toContain(path);
      }
    }
    const generated = [...paths].filter((path) => path.startsWith('dist/types/generated/'));
    for (const path of generated) expect(await readFile(join(copy, path), 'utf8')).not.toContain('sourceMappingURL');
    expect(packed.size).toBeLessThanOrEqual(1_500_000);
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
    const { messages } = await publint({ pkgDir: copy, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that resolve, for ES modules', async () => {
    const attw = join(project.root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const args = [
      join(copy, packed.filename),
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      'openapi.yaml',
      '--format',
      'ascii',
      '--no-color',
    ];
    await node(copy, attw, ...args).catch(({ stdout }: { stdout: string }) => expect.fail(stdout));
  });
});

const usage = `
import { createNexconnClient, type paths } from 'nexconn-contract';
import { createNexconnClient as sameClient } from 'nexconn-contract/client';
import { createMock } from 'nexconn-contract/mock';
import * as msw from 'nexconn-contract/msw';
import * as testing from 'nexconn-contract/testing';
import type { components } from 'nexconn-contract/types';

type ChatRequest = components['schemas']['ChatCompletionRequest'];
const request = { model: 'any-model', messages: [{ role: 'user', content: 'Hello' }] } satisfies ChatRequest;
// @ts-expect-error messages are a list
export const wrong: ChatRequest = { model: 'any-model', messages: 'Hello' };
export const path: keyof paths = '/v1/chat/completions';

const mock = await createMock();
const client = createNexconnClient({ apiKey: 'sk-test', baseUrl: 'http://mock.test', fetch: mock.fetch });
const { data, error } = await client.createChatCompletion(request);
const content = data?.choices?.[0]?.message?.content;
console.log(JSON.stringify({ content: typeof content, failed: error !== undefined, same: sameClient === createNexconnClient, modules: [typeof msw, typeof testing] }));
await mock.close();
`;

describe('an empty project', () => {
  beforeAll(() => writeFile(join(consumer, 'usage.ts'), usage));

  const compile = (compiler: string, moduleResolution: string, ...more: string[]) => {
    const module = moduleResolution === 'bundler' ? 'esnext' : moduleResolution;
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
    return node(consumer, compiler, ...options, 'usage.ts').catch(({ stdout }: { stdout: string }) => expect.fail(stdout));
  };
  const typescript5 = join(project.root, 'node_modules/typescript/bin/tsc');

  it.each(['bundler', 'nodenext'])('compiles strictly with moduleResolution %s', async (moduleResolution) => {
    await compile(typescript5, moduleResolution, '--noEmit');
  });

  it(`compiles with ${typescript7}`, async () => {
    await compile('node_modules/typescript7/bin/tsc', 'nodenext', '--noEmit');
  });

  it('runs the client against the mock', async () => {
    await compile(typescript5, 'nodenext', '--noCheck');
    const { stdout } = await node(consumer, 'usage.js');
    expect(JSON.parse(stdout)).toEqual({ content: 'string', failed: false, same: true, modules: ['object', 'object'] });
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
    await rm(folder, { recursive: true });
    expect(stdout.trim()).toBe('function');
  });
});
