/** Compares all that was read with the contract; what cannot be compared does not keep the rest from being so. */
import { BadInput } from '../../lib/bad-input.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Finding, pageName, titlesOf } from '../finding.js';
import type { Inputs } from '../read/inputs.js';
import { type DocsIndex, type DocsPage, isIndex } from '../read/page.js';
import { leavesOf, type Outcome, toOutcome } from '../report/outcome.js';
import type { Contract } from './contract.js';
import { compareIndex, indexedAddresses } from './index-page.js';
import { compareNavigation } from './navigation.js';
import { type Compared, comparePage } from './page.js';

/** A page, and what its comparison came to. */
export interface PageOutcome extends Compared {
  page: DocsPage;
}

/** What the navigations say, by the page that has one; every page shows the same, so that one comparison is enough. */
function compareNavigations(inputs: Inputs['inputs'], docs: DocsEntry[]): Map<DocsPage, Finding[] | BadInput> {
  const seen = new Set<string>();
  const all = new Map<DocsPage, Finding[] | BadInput>();
  for (const page of inputs) {
    if (isIndex(page) || !page.navigation) continue;
    const key = JSON.stringify(page.navigation);
    if (seen.has(key)) continue;
    seen.add(key);
    try {
      all.set(page, compareNavigation(page.source, page.navigation, docs));
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      all.set(page, error);
    }
  }
  return all;
}

/** Entries by another name, as the navigations have it. */
const newNamesIn = (findings: readonly Finding[], docs: DocsEntry[]): Map<DocsEntry, string[]> =>
  new Map(
    docs.flatMap((entry) => {
      const renamed = findings.find(({ kind, page }) => kind === 'leaf-renamed' && page === pageName(entry.path));
      return renamed?.after === undefined ? [] : [[entry, titlesOf(renamed.after)] as const];
    }),
  );

export function compareInputs(known: Contract, { inputs, failures }: Inputs): { outcome: Outcome; pages: PageOutcome[] } {
  const unusable = [...failures];
  const usable: (DocsPage | DocsIndex)[] = [];
  const findings: Finding[] = [];
  const pages: PageOutcome[] = [];
  const compared = new Set<DocsEntry>();
  const navigations = compareNavigations(inputs, known.docs);
  const told = [...navigations.values()].flatMap((findings) => (findings instanceof BadInput ? [] : findings));
  const contract = { ...known, newNames: newNamesIn(told, known.docs) };
  for (const input of inputs) {
    try {
      if (isIndex(input)) findings.push(...compareIndex(input, contract.docs));
      else {
        const navigation = navigations.get(input) ?? [];
        if (navigation instanceof BadInput) throw navigation;
        const outcome = comparePage(contract, input);
        findings.push(...outcome.findings, ...navigation);
        pages.push({ page: input, ...outcome });
        if (outcome.entry) compared.add(outcome.entry);
      }
      usable.push(input);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      unusable.push({ source: input.source, message: error.message, unreachable: false });
    }
  }
  const addresses = indexedAddresses(usable.filter(isIndex), contract.docs);
  const failed = new Set(unusable.map(({ source }) => source));
  const unchanged = pages.filter(({ since }) => since?.state === 'unchanged').length;
  return { outcome: toOutcome(usable, unusable, leavesOf(contract.docs, compared, addresses, failed), findings, unchanged), pages };
}
