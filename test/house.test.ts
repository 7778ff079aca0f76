/** The order of the house: where imports may lead, how large a folder may be, where a test stands. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from '../scripts/lib/project.js';
import { escapePattern } from '../src/contract/escape-pattern.js';
import type { PreparedContract } from '../src/contract/prepared.js';

interface Pattern {
  group: string[];
  message: string;
}

interface Layer {
  includes: [string];
  linter: { rules: { style: { noRestrictedImports: { options: { patterns: Pattern[] } } } } };
}

const layers: Layer[] = JSON.parse(await readFile(join(project.root, 'biome.layers.json'), 'utf8')).overrides;

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(project.root, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(project.root.length));
}

const isCode = (file: string): boolean => /(?<!\.d)\.(ts|js)$/.test(file);

describe('imports', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nexconn-house-'));
    for (const name of ['biome.json', 'biome.layers.json']) await cp(join(project.root, name), join(folder, name));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** What the linter finds wrong with the imports of these files: `<file> <rule>`, once for each import. */
  async function lint(files: Record<string, string>): Promise<string[]> {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
    const rules = ['--only=noRestrictedImports', '--only=noImportCycles', '--max-diagnostics=none', '--reporter=json'];
    const output = await new Promise<string>((resolve) =>
      execFile(process.execPath, [biome, 'lint', ...rules, ...Object.keys(files)], { cwd: folder, maxBuffer: 2 ** 26 }, (_, stdout) =>
        resolve(stdout),
      ),
    );
    const { diagnostics } = JSON.parse(output) as { diagnostics: { category: string; location: { path: string } }[] };
    return diagnostics.map(({ category, location }) => `${location.path} ${basename(category)}`);
  }

  /** The imports that a pattern forbids, one for each of its alternatives. */
  const forbidden = (glob: string): string[] => {
    const [, before = '', names, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(glob) ?? [undefined, glob];
    return (names?.split(',') ?? ['']).map((name) =>
      `${before}${name}${after}`.replace('/**', '/file.js').replace('**/', '../../').replaceAll('*', 'x'),
    );
  };

  test.each(layers.map((layer) => [layer.includes[0], layer] as const))('%s', async (includes, layer) => {
    const { patterns } = layer.linter.rules.style.noRestrictedImports.options;
    const wrong = patterns.flatMap(({ group }) => group.flatMap(forbidden));
    const file = includes.replace(/\/\*.*$/, '/some-file.ts');
    const text = wrong.map((specifier, index) => `import type { T as T${index} } from '${specifier}';\n`).join('');
    const found = await lint({ [file]: text });
    expect(found).toEqual(wrong.map(() => `${file} noRestrictedImports`));
  });

  test('of one file by itself, through another, are found, be they of types only', async () => {
    const found = await lint({
      'src/http/a.ts': "import type { B } from './b.js';\nexport type A = B | 1;\n",
      'src/http/b.ts': "import type { A } from './a.js';\nexport type B = A | 2;\n",
      'src/http/c.ts': "import type { A } from './a.js';\nexport type C = A;\n",
    });
    expect(found.sort()).toEqual(['src/http/a.ts noImportCycles', 'src/http/b.ts noImportCycles']);
  });

  test.each(['src', 'scripts'])('every folder of %s/ has its place', async (top) => {
    const folders = new Set((await filesBelow(top)).filter(isCode).map((file) => file.split('/').slice(0, -1)[1]));
    const placed = layers.map(({ includes }) => includes[0].split('/')).flatMap(([root, name]) => (root === top ? [name] : []));
    folders.delete(undefined);
    // The rules of the linter are plain modules that the linter itself loads.
    folders.delete('lint');
    expect([...folders].filter((name) => !placed.includes(name))).toEqual([]);
  });
});

test('lead from folder to folder in one direction only', async () => {
  const files = [...(await filesBelow('src')), ...(await filesBelow('scripts'))].filter((file) => /\.(ts|js)$/.test(file));
  const below = new Map<string, Set<string>>();
  for (const file of files) {
    const text = await readFile(join(project.root, file), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const [from, to] = [dirname(file), dirname(join(dirname(file), specifier))];
      if (from !== to) below.set(from, (below.get(from) ?? new Set()).add(to));
    }
  }
  /** The way from a folder back to it. */
  const circle = (start: string): string | undefined => {
    const ways = new Map([[start, start]]);
    for (const [at, way] of ways) {
      for (const next of below.get(at) ?? []) {
        if (next === start) return `${way} -> ${next}`;
        if (!ways.has(next)) ways.set(next, `${way} -> ${next}`);
      }
    }
    return undefined;
  };
  expect([...below.keys()].flatMap((folder) => circle(folder) ?? [])).toEqual([]);
});

/** More do not read at a glance. */
const mostFiles = 16;

test('no folder holds more than one takes in at a glance', async () => {
  const counts = new Map<string, number>();
  for (const file of [...(await filesBelow('src')), ...(await filesBelow('scripts'))].filter(isCode)) {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > mostFiles)).toEqual([]);
});

/** What was written several times once, by what it cannot be written without. */
const onePlace: [what: string, text: string, file: string][] = [
  ['a text as a pattern', '()|[\\]\\\\]', 'src/contract/escape-pattern.ts'],
  ['a description without callbacks', "=== 'callbacks'", 'src/mock/prism/without-callbacks.ts'],
  ['the media type of a content type', "split(';', 1)", 'src/http/media-type.ts'],
  ['text that fits into a header', '[^\\x20-\\x7e]', 'src/http/header-text.ts'],
  ['the path below an address', 'pathname.startsWith(`', 'src/check/path-below.ts'],
  ['the judging of an operation', 'requestValidatorsOf(prepared', 'src/contract/judge/operation.ts'],
  ['the words of a validator', "case 'multipleOf':", 'src/contract/judge/explain.ts'],
  ['the journal as an answer', 'checkFilter(filter, operations)', 'src/journal/control.ts'],
];

test.each(onePlace)('%s is worked out in one place', async (_, text, place) => {
  const files = [...(await filesBelow('src')), ...(await filesBelow('scripts'))].filter(isCode);
  const texts = await Promise.all(files.map((file) => readFile(join(project.root, file), 'utf8')));
  expect(files.filter((_file, index) => texts[index]?.includes(text))).toEqual([place]);
});

describe('what only the contract knows', () => {
  /** Headers that HTTP itself defines: the contract may declare them, and code may know them. */
  const ofHttp = new Set([
    ...['accept', 'accept-ranges', 'allow', 'authorization', 'cache-control', 'content-disposition', 'content-encoding', 'content-length'],
    ...['content-range', 'content-type', 'cookie', 'date', 'etag', 'host', 'last-modified', 'location', 'origin', 'prefer', 'range'],
    ...['retry-after', 'server', 'set-cookie', 'transfer-encoding', 'user-agent', 'vary', 'www-authenticate'],
  ]);

  /** A word of ordinary English may mean anything; that none of them decides is held by `behaviour/renamed.test.ts`. */
  const isDistinct = (name: string): boolean => /[^a-z]/.test(name);

  /** What a name is, by the name. */
  function namesIn({ operations, models, dialects, tasks, ownedHeaders, securitySchemes }: PreparedContract): Map<string, string> {
    const states = Object.values(tasks).flatMap((family) => Object.entries(family.states).flatMap(([name, { value }]) => [name, value]));
    const headers = [
      ...operations.flatMap(({ responses }) => Object.values(responses).flatMap((response) => Object.keys(response.headers))),
      ...operations.flatMap(({ parameters }) => parameters.flatMap((parameter) => (parameter.in === 'header' ? parameter.name : []))),
      ...Object.keys(ownedHeaders),
      ...Object.values(securitySchemes).flatMap(({ name }) => name ?? []),
    ].map((name) => name.toLowerCase());
    const kinds: [kind: string, names: string[]][] = [
      ['state', states.filter(isDistinct)],
      ['model', models.map(({ id }) => id).filter(isDistinct)],
      ['dialect', Object.keys(dialects)],
      ['header', headers.filter((name) => !ofHttp.has(name))],
      ['operation', operations.map(({ id }) => id)],
      ['path', operations.map(({ path }) => path.replace(/\{.*/, '')).filter((path) => path !== '/')],
    ];
    return new Map(kinds.flatMap(([kind, names]) => names.map((name) => [name, kind])));
  }

  /** What a program says in literals (strings, the pieces of templates, patterns) and in the names of members. */
  function wordsIn(file: string, text: string): string[] {
    const words: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node)) words.push(node.text);
      if ((ts.isPropertyAssignment(node) || ts.isPropertyAccessExpression(node)) && ts.isIdentifier(node.name)) words.push(node.name.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
    return words;
  }

  /** Names of operations and paths are found even as a part of a word. */
  function nameFinder(names: Map<string, string>): (file: string, text: string) => string[] {
    const inParts = [...names].flatMap(([name, kind]) => (kind === 'operation' || kind === 'path' ? escapePattern(name) : []));
    const part = new RegExp(inParts.join('|'));
    return (file, text) =>
      wordsIn(file, text).flatMap((word) => {
        const name = names.has(word) ? word : names.has(word.toLowerCase()) ? word.toLowerCase() : part.exec(word)?.[0];
        return name === undefined ? [] : `${file}: the ${names.get(name)} ${name}`;
      });
  }

  const readContract = async (): Promise<PreparedContract> => JSON.parse(await readFile(join(project.generated, 'contract.json'), 'utf8'));

  test('is not written into code', async () => {
    const names = namesIn(await readContract());
    const files = [...(await filesBelow('src')), ...(await filesBelow('scripts'))].filter(isCode);
    const texts = await Promise.all(files.map((file) => readFile(join(project.root, file), 'utf8')));
    // A protocol has states of its own: they are members of its wire format.
    const inProtocols = nameFinder(new Map([...names].filter(([, kind]) => kind !== 'state')));
    const elsewhere = nameFinder(names);
    const found = files.flatMap((file, index) => (file.startsWith('src/protocols/') ? inProtocols : elsewhere)(file, texts[index] ?? ''));
    expect(found).toEqual([]);
  });

  test('would be found there', async () => {
    const contract = await readContract();
    const names = namesIn(contract);
    const find = nameFinder(names);
    expect(names.size).toBeGreaterThan(0);
    for (const [name, kind] of names) {
      const text = JSON.stringify(name);
      for (const code of [`if (a === ${text}) b();`, `const a = { ${text}: 1 };`, `type A = ${text};`]) {
        expect(find('code.ts', code), code).toEqual([`code.ts: the ${kind} ${name}`]);
      }
    }
    const [{ id = '', path = '' } = {}] = contract.operations;
    expect(find('code.ts', `a(\`\${b}${path}/x\`); c(/^(${id})$/);`)).toHaveLength(2);
  });
});

test('no test sets a time of its own, which a busy machine would not keep', async () => {
  const files = (await filesBelow('test')).filter((file) => file.endsWith('.test.ts') && !/^test\/(fixtures|house)/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(project.root, file), 'utf8')));
  expect(files.filter((_, index) => /^\s*\}, [\d_]{4,}\);$|\{ timeout: [\d_]+ \}, (async )?\(/m.test(texts[index] ?? ''))).toEqual([]);
});

test('a test stands where its source does, or says what a user sees', async () => {
  const sources = (await Promise.all(['src', 'scripts'].map(filesBelow))).flat();
  const mirrors = (file: string): boolean => {
    const name = file.replace(/^test\//, '').replace(/\.test\.ts$/, '');
    const source = name.startsWith('scripts/') ? name : `src/${name}`;
    return sources.some((path) => path.replace(/\.(ts|js)$/, '') === source || path.startsWith(`${source}/`));
  };
  const tests = (await filesBelow('test')).filter(
    (file) => file.endsWith('.test.ts') && !/^test\/(behaviour|sdk|fixtures)\/|^test\/house/.test(file),
  );
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((file) => !mirrors(file))).toEqual([]);
});
