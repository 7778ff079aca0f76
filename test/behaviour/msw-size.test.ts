/**
 * What a page loads of the mock: little for its code, little for each thing that the contract has, and none of what a browser or a strict
 * content security policy refuses.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { media } from '../../compiled/media.js';
import { repeatContract, repeatDocument } from '../../scripts/bench/servers/many-times.js';
import { CodeGenerator } from '../../scripts/generate/code-generator.js';
import { contractModules } from '../../scripts/generate/contract-modules.js';
import { generateMedia } from '../../scripts/generate/media.js';
import { project } from '../../scripts/lib/project.js';
import { areaOf } from '../../src/contract/area.js';
import type { PreparedContract } from '../../src/contract/prepared.js';

/**
 * Bytes, compressed with gzip at its highest level. A contract that grows has more to load, and no budget is burst by it, but for what makes up
 * answers: the texts come with the first chat, the values with the first schema of a caller. Of the code 2 kB keep findings and journal within
 * bounds, and 1.5 kB make the pictures of answers, of which no samples are kept. 0.5 kB tell the caller of what the mock is at fault
 * itself, and read large bodies once; 0.5 kB know a documented request in either form, count a refusal, read no half of a character, and
 * the likelihoods in a stream; 0.3 kB find keys in whatever form they were repeated, and count without lists made for each call. Of the texts
 * 0.75 kB know JSON that words alone ask for, and 0.1 kB the words of agents that tell their tools in a prompt. Of the values for schemas 0.5 kB
 * make long lists of what differs in one format.
 */
const budgets = { code: 47_900, operation: 1_025, model: 200, example: 200, sample: 2_000, answerTexts: 23_950, schemaSamples: 17_500 };

/** What is loaded later, by a part of the path of what is in it. */
const laterParts = {
  examples: /-examples\.ts$/,
  answerTexts: /answer-samples\.ts$|answer\/sample-text\.ts$/,
  schemaSamples: /src\/samples\/index\.ts$/,
};
type LaterPart = keyof typeof laterParts;

const partOf = (output: Metafile['outputs'][string] | undefined): LaterPart | undefined =>
  (Object.keys(laterParts) as LaterPart[]).find((part) => Object.keys(output?.inputs ?? {}).some((path) => laterParts[part].test(path)));

const folder = await mkdtemp(join(tmpdir(), 'nexconn-msw-size-'));
afterAll(() => rm(folder, { recursive: true }));

interface Bundle {
  /** What is loaded with the page. */
  first: Metafile['outputs'][string][];
  /** What is loaded later, if at all. */
  later: Metafile['outputs'][string][];
  metafile: Metafile;
  code: string;
  /** Compressed. */
  bytes: { first: number } & Record<LaterPart, number>;
}

let bundles = 0;

/** Bundles for a browser, where a module of Node cannot be found, with a contract in the place of the package's own. */
async function bundle(served: PreparedContract, validators: string, media: string): Promise<Bundle> {
  const compiled = join(folder, String(++bundles));
  const modules = [...contractModules(served), ['request-validators.js', validators], ['media.ts', media]] as const;
  for (const [name, text] of modules) {
    await mkdir(dirname(join(compiled, name)), { recursive: true });
    await writeFile(join(compiled, name), text);
  }
  const { outputFiles, metafile } = await build({
    absWorkingDir: project.root,
    entryPoints: ['src/msw/index.ts'],
    outdir: 'bundle',
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    external: ['msw'],
    write: false,
    metafile: true,
    plugins: [
      {
        name: 'compiled',
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/compiled\/(outline|request-validators|media)\.js$/ }, ({ path }) => {
            const name = basename(path, '.js');
            return { path: join(compiled, name === 'request-validators' ? `${name}.js` : `${name}.ts`) };
          }),
      },
    ],
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [path.slice(project.root.length), text]));
  const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path]?.entryPoint === 'src/msw/index.ts') ?? '';
  const first = new Set([entry]);
  for (const path of first)
    for (const { path: imported, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && texts.has(imported)) first.add(imported);
  const later = [...texts.keys()].filter((path) => !first.has(path));
  const outputs = (paths: Iterable<string>) => Array.from(paths, (path) => metafile.outputs[path]).filter((output) => output !== undefined);
  const bytes = (paths: Iterable<string>) =>
    Array.from(paths, (path) => gzipSync(texts.get(path) ?? '', { level: 9 }).length).reduce((sum, length) => sum + length, 0);
  const bytesOf = (part: LaterPart) => bytes(later.filter((path) => partOf(metafile.outputs[path]) === part));
  return {
    first: outputs(first),
    later: outputs(later),
    metafile,
    code: [...texts.values()].join('\n'),
    bytes: {
      first: bytes(first),
      examples: bytesOf('examples'),
      answerTexts: bytesOf('answerTexts'),
      schemaSamples: bytesOf('schemaSamples'),
    },
  };
}

const withoutExamples = (whole: PreparedContract): PreparedContract => ({
  ...whole,
  operations: whole.operations.map((operation) => ({ ...operation, examples: [] })),
});

const emptied = Object.fromEntries(
  Object.entries(contract).map(([name, value]) => [name, Array.isArray(value) ? [] : typeof value === 'object' ? {} : value]),
) as unknown as PreparedContract;

const validators = await readFile(join(project.compiled, 'request-validators.js'), 'utf8');
const noMedia = await generateMedia(emptied);
const whole = await bundle(contract, validators, await generateMedia(contract));
const code = (await bundle(emptied, 'export default {};', noMedia)).bytes.first;

/** What a contract adds to the code, and what of it is for its examples. */
async function weigh(served: PreparedContract, judgedBy: string) {
  const [{ bytes }, bare] = await Promise.all([bundle(served, judgedBy, noMedia), bundle(withoutExamples(served), judgedBy, noMedia)]);
  return { operations: bare.bytes.first - code, examples: bytes.first - bare.bytes.first + bytes.examples };
}

/** Operations tell models apart that have requests of their own: each after the first adds to its operation. */
const furtherModels = ({ operations }: PreparedContract): number =>
  operations
    .map(({ body }) => Object.keys(body?.fields.branches?.trees ?? {}).length)
    .reduce((sum, count) => sum + Math.max(0, count - 1), 0);

const examplesOf = ({ operations }: PreparedContract): number => operations.reduce((sum, { examples }) => sum + examples.length, 0);

describe('is small, compressed:', () => {
  test('at most 47.8 kB of code', () => {
    expect(whole.code).toContain('mockGateway');
    expect(code).toBeLessThanOrEqual(budgets.code);
  });

  test('at most 2 kB a sample, one for each type of media that the contract names', async () => {
    const samples = whole.bytes.first - (await bundle(contract, validators, noMedia)).bytes.first;
    // What is packed differs by some bytes where nothing is added.
    expect(samples).toBeLessThanOrEqual(budgets.sample * media.length + 20);
  });

  const large = repeatContract(contract, 10);
  test.each([
    ['', contract, async () => validators],
    ['of a contract ten times as large, ', large, largeValidators],
  ] as const)('%sat most 1 kB an operation and 0.2 kB a further model of it, and 0.2 kB an example', async (_, served, judgedBy) => {
    const { operations, examples } = await weigh(served, await judgedBy());
    expect(examples).toBeGreaterThan(0);
    expect(operations).toBeLessThanOrEqual(budgets.operation * served.operations.length + budgets.model * furtherModels(served));
    expect(examples).toBeLessThanOrEqual(budgets.example * examplesOf(served));
  });
});

test('what makes up answers is loaded later, within a budget of its own', () => {
  for (const part of ['answerTexts', 'schemaSamples'] as const) {
    expect(whole.bytes[part]).toBeGreaterThan(5_000);
    expect(whole.bytes[part]).toBeLessThanOrEqual(budgets[part]);
  }
});

async function largeValidators(): Promise<string> {
  const generator = new CodeGenerator();
  try {
    const description = JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8'));
    return (await generator.generate('request validators', JSON.stringify(repeatDocument(description, 10)))).text;
  } finally {
    await generator.close();
  }
}

const inputsOf = (outputs: Bundle['first']): string[] => outputs.flatMap(({ inputs }) => Object.keys(inputs));

test('what the examples say is loaded later, area by area', () => {
  expect(inputsOf(whole.first).filter((path) => path.includes('-examples'))).toEqual([]);
  const areas = new Set(contract.operations.map(areaOf));
  const loaded = whole.later
    .filter((output) => partOf(output) === 'examples')
    .map(({ inputs }) => Object.keys(inputs).map((path) => /(\w[\w-]*)-examples\.ts$/.exec(path)?.[1]));
  expect(loaded.flat().sort()).toEqual([...areas].sort());
  expect(loaded.every((inputs) => inputs.length === 1)).toBe(true);
});

test('has all in it but MSW itself', () => {
  const outside = Object.values(whole.metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  expect([...new Set(outside.map(({ path }) => path))]).toEqual(['msw']);
});

test('leaves what takes Node.js out', () => {
  const inputs = Object.keys(whole.metafile.inputs);
  expect(inputs).toContain('src/mock/core.ts');
  expect(
    inputs.filter((path) => /stoplight|contract\/description|mock\/(index|http-server|node-parts|prism|stores|reference)/.test(path)),
  ).toEqual([]);
  // What asks whether there is such a module takes none.
  expect(whole.code.replace(/globalThis\.process\?\.getBuiltinModule\?\.\("node:\w+"\)/g, '')).not.toMatch(/\bprocess\.|\bBuffer\b|node:/);
});

test('makes no code at run time', () => {
  expect(whole.code).not.toMatch(/\beval\(|\bFunction\(|set(Timeout|Interval)\(['"`]/);
});
