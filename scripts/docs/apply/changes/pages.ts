/** Leaves of the navigation that have another name or address, are gone, or are new; and the dates that pages tell. */
import { type DocsEntry, pageArgument } from '../../../lib/docs-map.js';
import type { Draft } from '../../edit/draft.js';
import { addMember, remove, setValue } from '../../edit/splice.js';
import { type Finding, pageName, titlesOf } from '../../finding.js';
import type { ContractSources } from '../../locate/contract-sources.js';
import { examplesOf, operationsOfPage } from '../../locate/page-parts.js';
import { pagesOfOperation } from '../../locate/served.js';
import { siteOf, siteText } from '../../locate/sites.js';
import { keptBy } from './provenance.js';
import type { Outcome } from './reading.js';

const docsMap = 'docs-map.yaml';
const navigation = 'docs-navigation.yaml';

const indexIn = (sources: ContractSources, page: string): number =>
  (sources.value(docsMap) as DocsEntry[]).findIndex(({ path }) => pageName(path) === page);

const leafIn = (sources: ContractSources, page: string): number =>
  sources.has(navigation) ? (sources.value(navigation) as string[][]).findIndex((path) => pageName(path) === page) : -1;

function renameLeaf(draft: Draft, page: string, now: string): Outcome {
  const { sources } = draft;
  const [index, leaf] = [indexIn(sources, page), leafIn(sources, page)];
  if (index < 0) return indexIn(sources, now) >= 0 ? { done: 'the docs map has that name' } : { left: `the docs map has no "${page}"` };
  draft.edit(docsMap, (text) => setValue(text, [index, 'path'], titlesOf(now)), true);
  if (leaf >= 0) draft.edit(navigation, (text) => setValue(text, [leaf], titlesOf(now)), true);
  return { done: `renamed to "${now}"` };
}

function moveLeaf(draft: Draft, page: string, address: string): Outcome {
  const index = indexIn(draft.sources, page);
  if (index < 0) return { left: `the docs map has no "${page}"` };
  draft.edit(docsMap, (text) => addMember(text, [index, 'page'], address.replace(/\.md$/, '')), true);
  return { done: `now at ${address}` };
}

/** @param beside a page that has come in the same folder */
function removeLeaf(draft: Draft, page: string, beside: string | undefined): Outcome {
  const { sources } = draft;
  const [index, leaf] = [indexIn(sources, page), leafIn(sources, page)];
  const entry = (sources.value(docsMap) as DocsEntry[])[index];
  if (!entry) return { done: 'the docs map does not have it' };
  if (beside !== undefined)
    return {
      left: `the page is gone, and "${beside}" has come in its folder: decide whether it is the same page by another name (then give the entry its new path: ${siteText(siteOf(sources, { file: docsMap, path: [index] }))}), or take the entry away`,
    };
  if (entry.kind === 'guide')
    return { left: `the guide is gone, and contributes to ${(entry.contributes ?? []).join(', ')}: decide whether that stays` };
  if (entry.schema !== undefined) {
    draft.edit(docsMap, (text) => remove(text, [index]));
    if (leaf >= 0) draft.edit(navigation, (text) => remove(text, [leaf]));
    return { done: `its entry is gone; the schema ${entry.schema} stays, since requests and answers have it` };
  }
  const operations = operationsOfPage(sources, entry).map(({ operation }) => operation.operationId);
  const last = operations.find((id) => pagesOfOperation(sources, id).length === 1);
  if (last)
    return {
      left: `the page is gone, and it is the only one of ${last}: decide whether the operation goes too (clients may call it still)`,
    };
  const files = operations.flatMap((id) => examplesOf(sources, id, entry.example)).map(({ file }) => file);
  const kept = files.find((file) => keptBy(sources, { file, path: [] }));
  if (kept) return { left: `the page is gone, and openapi/${kept} is known from elsewhere: decide under which page it stays` };
  for (const file of files) draft.drop(file);
  draft.edit(docsMap, (text) => remove(text, [index]));
  if (leaf >= 0) draft.edit(navigation, (text) => remove(text, [leaf]));
  return { done: `its entry and ${files.length} examples are gone` };
}

/** What a finding about the navigation says beside the page: the new name, or the new address. */
const saidBy = ({ after, message }: Finding): string => after ?? /"(.+)"$/s.exec(message)?.[1] ?? /now at (\S+?),/.exec(message)?.[1] ?? '';

/** @returns nothing for what is not about the navigation */
export function changeLeaf(draft: Draft, finding: Finding): Outcome | undefined {
  const { kind, page = '' } = finding;
  if (kind === 'leaf-renamed') return renameLeaf(draft, page, saidBy(finding));
  if (kind === 'page-moved') return moveLeaf(draft, page, saidBy(finding));
  if (kind === 'leaf-removed') return removeLeaf(draft, page, finding.after);
  if (kind === 'leaf-added')
    return {
      left: `the page is new; \`npm run docs:scaffold -- ${pageArgument(titlesOf(page))}\` begins its transcription, and a person fills in what it says`,
    };
  return undefined;
}

/** The date that the contract follows. */
export function recordDate(draft: Draft, entry: DocsEntry, modified: string): void {
  const index = indexIn(draft.sources, pageName(entry.path));
  if (index < 0 || entry.modified === modified || (entry.modified ?? '') > modified) return;
  draft.edit(docsMap, (text) => addMember(text, [index, 'modified'], modified), entry.modified === undefined);
}
