import { expect, test } from 'vitest';
import { changeLeaf, recordDate } from '../../../../../scripts/docs/apply/changes/pages.js';
import { Draft } from '../../../../../scripts/docs/edit/draft.js';
import type { Finding } from '../../../../../scripts/docs/finding.js';
import { ContractSources } from '../../../../../scripts/docs/locate/contract-sources.js';
import type { DocsEntry } from '../../../../../scripts/lib/docs-map.js';

const sources = new ContractSources();
const docs = sources.value('docs-map.yaml') as DocsEntry[];
const name = ({ path }: DocsEntry) => path.join(' / ');
const shared = docs.find(
  (entry) => entry.operation && docs.filter(({ operation }) => operation === entry.operation).length > 5 && entry.provenance === 'nexconn',
) as DocsEntry;

function change(finding: Partial<Finding> & Pick<Finding, 'kind' | 'page'>) {
  const draft = new Draft(sources);
  const outcome = changeLeaf(draft, { source: 'nav', message: '', ...finding });
  return {
    outcome,
    now: draft.sources,
    docs: draft.sources.value('docs-map.yaml') as DocsEntry[],
    leaves: draft.sources.value('docs-navigation.yaml') as string[][],
  };
}

test('gives a page its new name, in the map and in the navigation', () => {
  const next = [...shared.path.slice(0, -1), 'Another name: "quoted"'].join(' / ');
  const changed = change({ kind: 'leaf-renamed', page: name(shared), message: `renamed to "${next}"`, after: next });
  expect(changed.outcome).toEqual({ done: expect.stringContaining('Another name') });
  expect(changed.docs.map(name)).toEqual(docs.map((entry) => (entry === shared ? next : name(entry))));
  expect(changed.leaves.map((path) => path.join(' / '))).toContain(next);
});

test('gives a page its new address', () => {
  const changed = change({ kind: 'page-moved', page: name(shared), message: 'now at https://docs.example.com/1234567e0.md, was there' });
  expect(changed.docs.find((entry) => name(entry) === name(shared))?.page).toBe('https://docs.example.com/1234567e0');
  expect(changed.docs).toHaveLength(docs.length);
});

test('takes a page away that is gone, with its examples', () => {
  const schema = docs.find((entry) => entry.schema) as DocsEntry;
  const changed = change({ kind: 'leaf-removed', page: name(schema) });
  expect(changed.docs.map(name)).toEqual(docs.filter((entry) => entry !== schema).map(name));
  expect(changed.leaves).toHaveLength(sources.value('docs-navigation.yaml').length - 1);
});

test('asks whether an operation goes with its only page', () => {
  const only = docs.find(
    (entry) => entry.operation && docs.filter(({ operation }) => operation === entry.operation).length === 1,
  ) as DocsEntry;
  const changed = change({ kind: 'leaf-removed', page: name(only) });
  expect(changed.outcome).toEqual({
    left: expect.stringMatching(/decide whether (?:the operation goes too|that stays)|under which page it stays/),
  });
  expect(changed.docs).toHaveLength(docs.length);
});

test('leaves the transcription of a new page to a person', () => {
  expect(change({ kind: 'leaf-added', page: 'Files / Delete file' }).outcome).toEqual({
    left: expect.stringContaining('npm run docs:scaffold -- "Files / Delete file"'),
  });
});

test('records a date that is later, and no earlier one', () => {
  const dated = docs.find(({ modified }) => modified) as DocsEntry;
  const dateAfter = (modified: string) => {
    const draft = new Draft(sources);
    recordDate(draft, dated, modified);
    return (draft.sources.value('docs-map.yaml') as DocsEntry[]).find((entry) => name(entry) === name(dated))?.modified;
  };
  expect(dateAfter('2999-01-01 00:00:00')).toBe('2999-01-01 00:00:00');
  expect(dateAfter('1999-01-01')).toBe(dated.modified);
});
