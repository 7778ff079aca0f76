/** A tiny contract, and pages in the forms of the documentation site, written by hand. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { toContract } from '../../../scripts/docs/compare/contract.js';
import { compareIndex } from '../../../scripts/docs/compare/index-page.js';
import { compareNavigation } from '../../../scripts/docs/compare/navigation.js';
import { comparePage } from '../../../scripts/docs/compare/page.js';
import { isIndex } from '../../../scripts/docs/page.js';
import { readPage } from '../../../scripts/docs/read/inputs.js';
import type { DocsEntry } from '../../../scripts/lib/docs-map.js';
import type { Document } from '../../../scripts/lib/document.js';

const folder = new URL('../../fixtures/docs/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

const document = parse(read('openapi.yaml')) as Document;
export const toys = toContract(document, parse(read('docs-map.yaml')) as DocsEntry[]);

/** Text of a fixture page, with each text replaced by another, which must be there. */
export function pageText(name: string, replacements: Record<string, string> = {}): string {
  return Object.entries(replacements).reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
      return text.replaceAll(from, to);
    },
    read(`pages/${name}`),
  );
}

/** What the comparison says about a fixture page, as `kind where pointer: message`. */
export function compare(name: string, replacements?: Record<string, string>): string[] {
  const input = readPage(name, pageText(name, replacements));
  const findings = isIndex(input)
    ? compareIndex(input, toys.docs)
    : [...comparePage(toys, input), ...(input.navigation ? compareNavigation(name, input.navigation, toys.docs) : [])];
  return findings.map(
    ({ kind, page, where, pointer, message }) => `${[kind, page, where, pointer].filter(Boolean).join(' | ')}: ${message}`,
  );
}
