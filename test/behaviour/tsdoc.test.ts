/** What an editor shows of the public API: of each function an example that compiles, of each option what it is if it is left out. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';

/** Exports that are no functions to call, or are called by nobody. */
const withoutExample: Record<string, string> = {
  NexconnApiError: 'thrown, not made: the example of NexconnError',
  NexconnConnectionError: 'thrown, not made: the example of NexconnError',
  NexconnConnectionTimeoutError: 'thrown, not made: the example of NexconnError',
  NexconnJobError: 'thrown, not made: the example of NexconnError',
  NexconnStreamError: 'thrown, not made: the example of NexconnError',
  NexconnTimeoutError: 'thrown, not made: the example of NexconnError',
  coverageMeasures: 'a list of words',
};

/** Made from the contract, and as well documented as that is. */
const generated = new Set(['components', 'operations', 'paths']);

const { name: packageName, exports } = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')) as {
  name: string;
  exports: Record<string, string | { types: string } | { import: { types: string } }>;
};

/** The sources of the entry points, by what one imports. */
const entries = Object.entries(exports).flatMap(([path, target]): [specifier: string, file: string][] => {
  if (typeof target === 'string') return [];
  const { types } = 'import' in target ? target.import : target;
  return [[join(packageName, path), join(project.root, types.replace('./dist/types/', '').replace('.d.ts', '.ts'))]];
});

/** What the examples have around them. */
const surroundings = `import type { Input, NexconnClient } from '${packageName}';
declare global {
  const client: NexconnClient;
  const apiKey: string;
  const baseURL: string;
  const url: string;
  const model: string;
  const messages: { role: 'user'; content: string }[];
  const video: Input<'createVideo'>;
}
`;

const { config } = ts.readConfigFile(join(project.root, 'tsconfig.json'), ts.sys.readFile);
const options: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(config, ts.sys, project.root).options,
  noUnusedLocals: false,
  paths: Object.fromEntries(entries.map(([specifier, file]) => [specifier, [file]])),
};

/** A program of the entry points, and of files that are nowhere but here. */
function programOf(files: ReadonlyMap<string, string>, earlier?: ts.Program): ts.Program {
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile: read, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? read(file);
  host.getSourceFile = (file, version) => {
    const text = files.get(file);
    return text === undefined
      ? (earlier?.getSourceFile(file) ?? getSourceFile(file, version))
      : ts.createSourceFile(file, text, version, true);
  };
  return ts.createProgram([...entries.map(([, file]) => file), ...files.keys()], options, host, earlier);
}

const program = programOf(new Map());
const checker = program.getTypeChecker();

function exportsOf(file: string): ts.Symbol[] {
  const module = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile);
  const symbols = module ? checker.getExportsOfModule(module) : [];
  return symbols.map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
}

const symbols = [...new Set(entries.flatMap(([, file]) => exportsOf(file)))].filter(({ name }) => !generated.has(name));

const textOf = (symbol: ts.Symbol): string => ts.displayPartsToString(symbol.getDocumentationComment(checker));
const tagsOf = (symbol: ts.Symbol, name: string): string[] =>
  symbol.getJsDocTags(checker).flatMap((tag) => (tag.name === name ? ts.displayPartsToString(tag.text) : []));

/** The members that are declared in this project, those of types that it extends among them. */
function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  return checker.getPropertiesOfType(type).filter(({ declarations }) => {
    const file = declarations?.[0]?.getSourceFile().fileName ?? '';
    return file.startsWith(project.root) && !file.includes('/node_modules/') && !file.includes('/generated/');
  });
}

const isValue = ({ flags }: ts.Symbol): boolean =>
  (flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class | ts.SymbolFlags.Variable)) !== 0;
const isOptional = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Optional) !== 0;

test('everything that the package exports is said what it is', () => {
  expect(symbols.length).toBeGreaterThan(20);
  const bare = symbols.filter((symbol) => textOf(symbol) === '').map(({ name }) => name);
  expect(bare).toEqual([]);
});

test('every function and class has an example, or there is a reason why not', () => {
  const bare = symbols.filter((symbol) => isValue(symbol) && tagsOf(symbol, 'example').length === 0).map(({ name }) => name);
  expect(bare.sort()).toEqual(Object.keys(withoutExample).sort());
});

test('every option says what it is if it is left out', () => {
  const isTold = (option: ts.Symbol): boolean =>
    tagsOf(option, 'default').length > 0 ||
    tagsOf(option, 'deprecated').length > 0 ||
    /\b(absent|without|unless|otherwise|leave it out|if it is left out)\b/i.test(textOf(option));
  const silent = symbols
    .filter(({ name }) => /(Options|Filter)$/.test(name))
    .flatMap((symbol) => membersOf(symbol).filter((option) => isOptional(option) && !isTold(option)));
  const owners = silent.map(({ name, declarations }) => {
    const [declaration] = declarations ?? [];
    const owner = declaration && ts.isInterfaceDeclaration(declaration.parent) ? declaration.parent.name.text : '?';
    return `${owner}.${name}`;
  });
  expect(owners).toEqual([]);
});

test('every example compiles', () => {
  const folder = join(project.root, 'test/behaviour/examples');
  const files = new Map([[join(folder, 'surroundings.d.ts'), surroundings]]);
  for (const symbol of symbols) {
    for (const owner of [symbol, ...membersOf(symbol)]) {
      for (const [index, text] of tagsOf(owner, 'example').entries()) {
        const [, code] = /^```ts\n([\s\S]*)\n```$/.exec(text.trim()) ?? [];
        expect(code, `the example of ${owner.name} is a block of code`).toBeDefined();
        files.set(join(folder, `${symbol.name}.${owner.name}.${index}.ts`), `${code}\nexport {};\n`);
      }
    }
  }
  expect(files.size).toBeGreaterThan(10);
  const compiled = programOf(files, program);
  const wrong = [...files.keys()].flatMap((file) =>
    compiled
      .getSemanticDiagnostics(compiled.getSourceFile(file))
      .concat(compiled.getSyntacticDiagnostics(compiled.getSourceFile(file)) as ts.Diagnostic[]),
  );
  expect(
    wrong.map(({ file, start, messageText }) => {
      const line = file && start !== undefined ? file.text.split('\n')[file.getLineAndCharacterOfPosition(start).line] : '';
      return `${file?.fileName.slice(folder.length + 1)}: ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    }),
  ).toEqual([]);
});
