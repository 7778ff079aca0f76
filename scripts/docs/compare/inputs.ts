/** Compares all that was read with the contract; what cannot be compared does not keep the rest from being so. */
import { BadInput } from '../../lib/bad-input.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import type { Finding } from '../finding.js';
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

function navigationFindings(page: DocsPage, { docs }: Contract, seen: Set<string>): Finding[] {
  if (!page.navigation) return [];
  // Every page shows the same navigation: one comparison is enough.
  const key = JSON.stringify(page.navigation);
  if (seen.has(key)) return [];
  seen.add(key);
  return compareNavigation(page.source, page.navigation, docs);
}

export function compareInputs(contract: Contract, { inputs, failures }: Inputs): { outcome: Outcome; pages: PageOutcome[] } {
  const unusable = [...failures];
  const usable: (DocsPage | DocsIndex)[] = [];
  const findings: Finding[] = [];
  const pages: PageOutcome[] = [];
  const compared = new Set<DocsEntry>();
  const navigations = new Set<string>();
  for (const input of inputs) {
    try {
      if (isIndex(input)) findings.push(...compareIndex(input, contract.docs));
      else {
        const navigation = navigationFindings(input, contract, navigations);
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
