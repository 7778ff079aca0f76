/** A tiny contract, and pages in the forms of the documentation site, written by hand. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Contract, toContract } from '../../../scripts/docs/compare/contract.js';
import { compareIndex } from '../../../scripts/docs/compare/index-page.js';
import { compareNavigation } from '../../../scripts/docs/compare/navigation.js';
import { comparePage } from '../../../scripts/docs/compare/page.js';
import type { Finding } from '../../../scripts/docs/finding.js';
import { readPages } from '../../../scripts/docs/read/inputs.js';
import { isIndex } from '../../../scripts/docs/read/page.js';
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

const line = ({ kind, page, where, pointer, message }: Finding): string =>
  `${[kind, page, where, pointer].filter(Boolean).join(' | ')}: ${message}`;

/** All that the comparison with a contract finds in a text. */
export function findingsOf(contract: Contract, name: string, text: string): Finding[] {
  return readPages(name, text).flatMap((input) =>
    isIndex(input)
      ? compareIndex(input, contract.docs)
      : [...comparePage(contract, input).findings, ...(input.navigation ? compareNavigation(name, input.navigation, contract.docs) : [])],
  );
}

/** What the comparison says about a fixture page, as `kind where pointer: message`; what follows from a cause is indented. */
export const compare = (name: string, replacements?: Record<string, string>): string[] =>
  findingsOf(toys, name, pageText(name, replacements))
    .filter(({ message }) => !/^read for the first time|^the contract also has/.test(message))
    .flatMap((finding) => [line(finding), ...(finding.consequences ?? []).map((other) => `  ${line(other)}`)]);
