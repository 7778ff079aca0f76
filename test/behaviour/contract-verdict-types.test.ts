/** What the compiler says of the written list of changes: a change that breaks nobody still compiles, and one that is said not to, does not. */
import type { Type } from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { generateTypes } from '../../scripts/generate/types.js';
import type { Document, Schema } from '../../scripts/lib/document.js';
import { compiled } from './contract-changes/compiled.js';
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
  const aliases = names.map((name) => `export type ${name} = components['schemas']['${name}'];`);
  const all = compiled({ 'types.ts': [generateTypes(document as unknown as Document), ...aliases].join('\n') });
  const typeOf = (name: string) => all.type('types.ts', name) as Type;
  hasMembersOf = (from, to) => all.members(typeOf(from)).every((name) => all.members(typeOf(to)).includes(name));
  mayStandFor = (from, to) => all.mayStandFor(typeOf(from), typeOf(to));
});

test.each(rows.map((row, number) => ({ ...row, number })))('$name', ({ request, response, reason, number }) => {
  const [before, after] = [`Before${number}`, `After${number}`];
  const compiles = { sent: mayStandFor(before, after), read: mayStandFor(after, before) && hasMembersOf(before, after) };
  const said = { sent: request === 'major' || compiles.sent, read: response === 'major' || compiles.read };
  expect(said, `who sends, who reads, where it is ${request} and ${response}`).toEqual({ sent: true, read: true });
  if (/not compile|exhaustive switch/.test(reason)) expect(compiles, reason).not.toEqual({ sent: true, read: true });
});
