/** What the compiler says of the written list of changes: a change that breaks nobody still compiles, and one that is said not to, does not. */
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { generateTypes } from '../../scripts/generate/types.js';
import type { Document, Schema } from '../../scripts/lib/document.js';
import { components, type SchemaChange, schemaChanges } from './contract-changes/schemas.js';

const isSchema = (schema: SchemaChange['before']): schema is Schema => typeof schema === 'object';
const rows = schemaChanges.filter(({ before, after }) => isSchema(before) && isSchema(after));

/** Whether what has the first type may stand where the second is asked for, by the names of both. */
let mayStandFor: (from: string, to: string) => boolean;
/** Whether the second type has all members of the first, so that code which names them goes on. */
let hasMembersOf: (from: string, to: string) => boolean;

beforeAll(() => {
  const schemas = Object.fromEntries(
    rows.flatMap(({ before, after }, row) => [
      [`Before${row}`, before],
      [`After${row}`, after],
    ]),
  );
  const document = {
    openapi: '3.1.0',
    info: { title: 'All', version: '1' },
    paths: {},
    components: { schemas: { ...components, ...schemas } },
  };
  const names = Object.keys(schemas);
  const source = [
    generateTypes(document as unknown as Document),
    ...names.map((name) => `export type ${name} = components['schemas']['${name}'];`),
  ].join('\n');
  const file = ts.createSourceFile('types.ts', source, ts.ScriptTarget.ES2022);
  const options: ts.CompilerOptions = { strict: true, noEmit: true, lib: ['lib.es5.d.ts'], types: [] };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram(['types.ts'], options, {
    ...host,
    getSourceFile: (name, ...rest) => (name === 'types.ts' ? file : host.getSourceFile(name, ...rest)),
    fileExists: (name) => name === 'types.ts' || host.fileExists(name),
  });
  expect(program.getSemanticDiagnostics().map(({ messageText }) => messageText)).toEqual([]);
  const checker = program.getTypeChecker();
  const types = new Map(
    file.statements.flatMap((statement) =>
      ts.isTypeAliasDeclaration(statement) ? [[statement.name.text, checker.getTypeAtLocation(statement)] as const] : [],
    ),
  );
  const members = (name: string): string[] => {
    const type = types.get(name) as ts.Type;
    const named = checker.getPropertiesOfType(type).map((member) => member.name);
    return checker.getIndexInfoOfType(type, ts.IndexKind.String) ? [...named, '[name: string]'] : named;
  };
  hasMembersOf = (from, to) => members(from).every((name) => members(to).includes(name));
  mayStandFor = (from, to) => checker.isTypeAssignableTo(types.get(from) as ts.Type, types.get(to) as ts.Type);
});

test.each(rows.map((row, number) => ({ ...row, number })))('$name', ({ request, response, reason, number }) => {
  const [before, after] = [`Before${number}`, `After${number}`];
  const compiles = { sent: mayStandFor(before, after), read: mayStandFor(after, before) && hasMembersOf(before, after) };
  const said = { sent: request === 'major' || compiles.sent, read: response === 'major' || compiles.read };
  expect(said, `who sends, who reads, where it is ${request} and ${response}`).toEqual({ sent: true, read: true });
  if (/not compile|exhaustive switch/.test(reason)) expect(compiles, reason).not.toEqual({ sent: true, read: true });
});
