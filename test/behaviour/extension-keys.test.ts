/** What knows the keys of our extensions knows the same ones: the types of the linter, the order of keys, TypeScript, and the README. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getTypes } from '@redocly/openapi-core';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { project } from '../../scripts/lib/project.js';
import { extensionTypes } from '../../scripts/lint/lib/extension-types.js';
import { keyOrder } from '../../scripts/lint/lib/key-order.js';

const openApiTypes = getTypes('oas3_1');
const types = extensionTypes(openApiTypes);
const readme = await readFile(join(project.openapi, 'README.md'), 'utf8');
const blocks: object[] = Array.from(readme.matchAll(/```yaml\n(.*?)```/gs), ([, text = '']) => parse(text)).filter(
  (block) => block !== null && typeof block === 'object',
);

const sorted = (keys: Iterable<string>): string[] => [...new Set(keys)].sort();
const typed = (name: string): string[] => Object.keys(types[name]?.properties ?? {});

/** Members of what a path leads to in the examples of the README, all of those that `*` stands for. */
function written(...path: string[]): string[] {
  const found = path.reduce<unknown[]>(
    (values, part) =>
      values.flatMap((value) => {
        if (value === null || typeof value !== 'object') return [];
        return part === '*' ? Object.values(value) : [(value as Record<string, unknown>)[part]];
      }),
    blocks,
  );
  return found.flatMap((value) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : []));
}

const program = ts.createProgram(
  ['prepared', 'openapi', 'event-stream'].map((name) => join(project.root, `src/contract/${name}.ts`)),
  { skipLibCheck: true, strict: true, target: ts.ScriptTarget.ES2022 },
);
const checker = program.getTypeChecker();

/** Members of a type of a module of `src/contract`, or of its folder, of all that it may be; `path` leads to a type inside of it. */
function declared(file: string, name: string, ...path: string[]): string[] {
  const from = join(project.root, `src/contract/${file}`);
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName === `${from}.ts` || fileName.startsWith(`${from}/`));
  const node = sources
    .flatMap(({ statements }) => statements)
    .find(
      (statement): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
        (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) && statement.name.text === name,
    );
  const alternatives = (type: ts.Type): ts.Type[] => (type.isUnion() ? type.types.flatMap(alternatives) : [type]);
  const inside = (type: ts.Type, part: string): ts.Type[] => {
    if (part === '*') return [type.getStringIndexType(), type.getNumberIndexType()].flatMap((found) => found ?? []);
    const member = type.getProperty(part);
    return member ? [checker.getTypeOfSymbol(member)] : [];
  };
  const start = node ? alternatives(checker.getTypeAtLocation(node)) : expect.fail(`${file} has ${name}`);
  const found = path.reduce((at, part) => at.flatMap((type) => inside(type, part)).flatMap(alternatives), start);
  return found
    .filter((type) => !(type.flags & ts.TypeFlags.StringLike))
    .flatMap((type) => type.getProperties().map((member) => member.name));
}

/** Our own keys of a type that OpenAPI has. */
const extensions = (name: string): string[] => typed(name).filter((key) => !Object.hasOwn(openApiTypes[name]?.properties ?? {}, key));

const family = ['vidu'];
const samples = ['x-answer-samples'];
/** `x-docs` is told by itself, and its pages are added by generation. */
const withoutDocs = (keys: string[]) => keys.filter((key) => key !== 'x-docs' && key !== 'pages');

describe.each<[type: string, code: string[], ...path: string[]]>([
  ['XDocs', declared('openapi', 'Docs'), 'x-docs'],
  ['XStream', declared('openapi', 'StreamExtension'), 'x-stream'],
  ['XStream', declared('prepared', 'PreparedStream'), 'x-stream'],
  ['XTask', declared('openapi', 'Operation', 'x-task'), 'x-task'],
  ['XTask', declared('prepared', 'PreparedOperation', 'task'), 'x-task'],
  ['XTaskFamily', declared('prepared', 'TaskFamily'), ...family],
  ['XTaskId', declared('prepared', 'TaskFamily', 'id'), ...family, 'id'],
  ['XTaskState', declared('prepared', 'TaskState'), ...family, 'states', '*'],
  ['XTaskCount', declared('prepared', 'TaskFamily', 'count', '*'), ...family, 'count', '*'],
  ['XTaskTimes', declared('prepared', 'TaskFamily', 'times'), ...family, 'times'],
  ['XTaskLifetime', declared('prepared', 'TaskFamily', 'lifetime'), ...family, 'lifetime'],
  ['XTaskEcho', declared('prepared', 'TaskFamily', 'echo', '*'), ...family, 'echo', '*'],
  ['XTaskRemix', declared('prepared', 'TaskFamily', 'remix'), ...family, 'remix'],
  ['XTaskCallback', declared('prepared', 'TaskFamily', 'callback'), ...family, 'callback'],
  ['XTaskList', declared('prepared', 'TaskFamily', 'list'), ...family, 'list'],
  ['XTaskUnknown', declared('prepared', 'TaskFamily', 'unknown'), ...family, 'unknown'],
  ['XErrorDialect', declared('prepared', 'ErrorDialect'), 'openai'],
  ['XOwnedField', [...declared('prepared', 'OwnedField'), ...declared('prepared', 'OwnedHeader')], 'ChatCompletionResponse', '*'],
  ['XAnswerSamples', declared('prepared', 'AnswerSamples'), ...samples],
  ['XSdkClient', ['title', 'setup', 'every', 'calls'], 'x-sdk-samples', 'clients', '*'],
  ['XSampleNegations', declared('prepared', 'AnswerSamples', 'negations'), ...samples, 'negations'],
  ['XSampleSteps', declared('prepared', 'SampleSteps'), ...samples, 'steps'],
  ['XSampleJson', declared('prepared', 'SampleJson'), ...samples, 'json'],
  ['XSampleLength', declared('prepared', 'SampleLength'), ...samples, 'lengths', '*'],
  // What a text has to show is checked at generation, and nobody needs it later.
  ['XSampleForm', [...declared('prepared', 'SampleForm'), 'shows'], ...samples, 'forms', '*'],
  ['XSampleLanguage', declared('prepared', 'SampleLanguage'), ...samples, 'languages', '*'],
])('the keys of %s', (type, code, ...path) => {
  const keys = sorted(withoutDocs(typed(type)));

  it('are those of the order of keys', () => expect(sorted(withoutDocs([...(keyOrder[type] ?? [])]))).toEqual(keys));
  it('are those of the code', () => expect(sorted(withoutDocs(code))).toEqual(keys));
  it('are those of the README', () => {
    // A header is a field that may stand in the answer, too.
    const others = type === 'XOwnedField' ? [...written('headers', '*'), ...written('headers', '*', '*')] : [];
    expect(sorted([...written(...path), ...others])).toEqual(keys);
  });
});

describe('the extensions', () => {
  it.each([
    ['Operation', declared('openapi', 'Operation')],
    ['Response', declared('openapi', 'Response')],
  ])('of %s are those of the code and of the order of keys', (type, code) => {
    expect(sorted(code.filter((key) => key.startsWith('x-')))).toEqual(sorted(extensions(type)));
    expect(sorted((keyOrder[type] ?? []).filter((key) => key.startsWith('x-') && key !== 'x-docs'))).toEqual(
      sorted(withoutDocs(extensions(type))),
    );
  });

  it('each have their words in the README', () => {
    const all = sorted(['Root', 'Operation', 'Schema', 'Parameter', 'Response'].flatMap(extensions));
    const titles = Array.from(readme.matchAll(/^### (.*)$/gm), ([, title = '']) => title).join('\n');
    expect(all.filter((name) => !titles.includes(`\`${name}\``))).toEqual([]);
  });
});
