import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ContractSources } from '../../../../scripts/docs/locate/contract-sources.js';
import { declaring } from '../../../../scripts/docs/locate/described.js';
import { mentionsOf, referencesTo, renamedText } from '../../../../scripts/docs/locate/references.js';
import { siteOf } from '../../../../scripts/docs/locate/sites.js';

const folder = fileURLToPath(new URL('../../../fixtures/references/', import.meta.url));

/** What the sources say at the places that name a member. */
function textsNaming(schema: string, pointer: string, planned = new Map<string, string>()): string[] {
  const sources = new ContractSources(folder, planned);
  const parts = pointer.split('/').slice(1);
  const owners = new Set(declaring(sources.document, [sources.document.components.schemas[schema] ?? {}], parts, []));
  return referencesTo(sources, { owners, name: parts.at(-1) ?? '' })
    .map((reference) => ({ reference, site: siteOf(sources, reference, reference.onKey) }))
    .map(({ reference, site }) => {
      const line = sources.text(site.file).split('\n')[site.line - 1] ?? '';
      return `${reference.kind} ${site.file} ${line
        .slice(site.column - 1)
        .split(/[,}\]]| #/)[0]
        ?.trim()}`;
    })
    .sort();
}

test('finds what tables and workflows say of a member of a request', () => {
  expect(textsNaming('WalkRequest', '/expires_in')).toEqual(['table tasks.yaml $request.body#/expires_in']);
});

test('finds what stands beside a member', () => {
  expect(textsNaming('WalkRequest', '/dogs')).toContain('schema openapi.yaml dogs');
});

test('finds what the examples in a schema show', () => {
  const text = new ContractSources(folder).text('openapi.yaml');
  const planned = text.replace('    WalkRequest:\n', '    WalkRequest:\n      examples: [{ dog: Rex, expires_in: 5 }, { more: 1 }]\n');
  expect(textsNaming('WalkRequest', '/expires_in', new Map([['openapi.yaml', planned]]))).toContain('example openapi.yaml expires_in: 5');
});

test('does not take a member of another object for it', () => {
  // The field is filled with what the request has by the same name, which is another member.
  expect(textsNaming('Bark', '/model')).toEqual(['table owned-fields.yaml /model: { echo: $request.body#/model']);
});

test.each([
  ['expires_in', 'expires_in', 'ttl', 'ttl'],
  ['$request.body#/expires_in', 'expires_in', 'ttl', '$request.body#/ttl'],
  ['/data/*/url', 'url', 'a/b', '/data/*/a~1b'],
  ['usage.cached_tokens', 'cached_tokens', 'cached', 'usage.cached'],
  ["$response.body#/status == 'ready'", 'status', 'state', "$response.body#/state == 'ready'"],
  ['/model/model', 'model', 'x', undefined],
  ['/models', 'model', 'x', undefined],
])('renames in %s', (text, from, to, renamed) => {
  expect(renamedText(text, from, to)).toBe(renamed);
});

test('lists the prose that names a member', () => {
  const sources = new ContractSources(folder, new Map([['tasks.yaml', 'a: 1 # `dog` and\nb: 2 # dog\n']]));
  expect(mentionsOf(sources, 'dog', ['tasks.yaml'])).toEqual([{ file: 'tasks.yaml', line: 1 }]);
});
