/** What the compiler says of the written list of changes of operations and of job states: a change that breaks nobody still compiles. */
import type { Type } from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { generateTypes } from '../../scripts/generate/types.js';
import type { Document } from '../../scripts/lib/document.js';
import { type Compiled, compiled } from './contract-changes/compiled.js';
import { contractChanges } from './contract-changes/operations.js';

interface Family {
  states: Record<string, { value: string }>;
}

/** The types of a contract, and the states of its jobs, as the client has them. */
function textOf(document: Document): string {
  const families = Object.entries((document as unknown as { 'x-tasks': Record<string, Family> })['x-tasks']);
  const states = families.map(([name, { states: all }]) => {
    const words = [...new Set(Object.values(all).map(({ value }) => JSON.stringify(value)))];
    return `  ${name}: ${words.join(' | ') || 'never'};`;
  });
  return `${generateTypes(document)}\nexport interface jobs {\n${states.join('\n')}\n}\n`;
}

let all: Compiled;
/** The file that has the types of a contract. */
const files = new Map<string, string>();
const fileOf = (document: Document) => files.get(JSON.stringify(document)) as string;

beforeAll(() => {
  const texts: Record<string, string> = {};
  for (const { before, after } of contractChanges) {
    for (const document of [before, after]) {
      const key = JSON.stringify(document);
      if (files.has(key)) continue;
      files.set(key, `contract${files.size}.ts`);
      texts[files.get(key) as string] = textOf(document);
    }
  }
  all = compiled(texts);
});

/** Places where code that was written for the older contract does not compile with the newer one. */
function broken(before: string, after: string): string[] {
  const names = (type: Type | undefined) => (type ? all.members(type).filter((name) => name !== '[name: string]') : []);
  const both = (...path: string[]) => {
    const [root = '', ...rest] = path;
    return [all.member(all.type(before, root), ...rest), all.member(all.type(after, root), ...rest)] as const;
  };
  const fits = (path: string[], way: 'sent' | 'read'): string[] => {
    const [was, is] = both(...path);
    if (!was) return [];
    const isRight =
      is && (way === 'sent' ? all.mayStandFor(was, is) : all.mayStandFor(is, was) && names(was).every((name) => names(is).includes(name)));
    return isRight ? [] : [path.join('.')];
  };
  const named = ['paths', 'operations', 'jobs'].flatMap((root) =>
    names(all.type(before, root)).flatMap((name) => (both(root, name)[1] ? [] : [`${root}.${name}`])),
  );
  const types = names(both('components', 'schemas')[0]).filter((name) => !both('components', 'schemas', name)[1]);
  const methods = names(all.type(before, 'paths')).flatMap((path) =>
    ['get', 'post', 'put', 'delete'].filter((method) => {
      const [was, is] = both('paths', path, method);
      return was && all.members(was).length > 0 && !(is && all.members(is).length > 0);
    }),
  );
  const operations = names(all.type(before, 'operations')).flatMap((id) => {
    const at = ['operations', id];
    const statuses = names(both(...at, 'responses')[0]);
    return [
      ...['query', 'path', 'header'].flatMap((place) => fits([...at, 'parameters', place], 'sent')),
      ...names(both(...at, 'requestBody', 'content')[0]).flatMap((type) => fits([...at, 'requestBody', 'content', type], 'sent')),
      // Nobody waits for an error: what one of them has is read where it comes.
      ...statuses
        .filter((status) => status.startsWith('2') || both(...at, 'responses', status)[1])
        .flatMap((status) => {
          const of = [...at, 'responses', status];
          return [
            ...fits([...of, 'headers'], 'read'),
            ...names(both(...of, 'content')[0]).flatMap((type) => fits([...of, 'content', type], 'read')),
          ];
        }),
    ];
  });
  return [
    ...named,
    ...types,
    ...methods,
    ...operations,
    ...names(all.type(before, 'jobs')).flatMap((name) => fits(['jobs', name], 'read')),
  ];
}

test.each(contractChanges)('$name', ({ before, after, verdict, reason }) => {
  const places = broken(fileOf(before), fileOf(after));
  if (verdict !== 'major') expect(places, reason).toEqual([]);
  if (/not compile|exhaustive switch|key of the input|function of the client|name it/.test(reason)) expect(places, reason).not.toEqual([]);
});
