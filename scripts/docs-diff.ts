/**
 * Compares documentation pages with the contract.
 *
 *   npm run docs:diff -- <file|folder|URL>...   the text of pages, their Markdown form, or llms.txt
 *   npm run docs:diff -- --recorded             every page whose address the docs map has, in its Markdown form, and llms.txt
 *   --json                                      findings for a program
 *
 * Exit code 0: no drift, 1: drift, 2: an input is no documentation page or cannot be read.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toContract } from './docs/compare/contract.js';
import { compareIndex } from './docs/compare/index-page.js';
import { compareNavigation } from './docs/compare/navigation.js';
import { comparePage } from './docs/compare/page.js';
import { isIndex } from './docs/page.js';
import { readInputs } from './docs/read/inputs.js';
import { formatReport, summarize, withoutRepeats } from './docs/report.js';
import { BadInput, run } from './lib/bad-input.js';
import { readDocsMap } from './lib/docs-map.js';
import type { Document } from './lib/document.js';
import { project } from './lib/project.js';

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, recorded: { type: 'boolean' } },
  });
  const document = JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8')) as Document;
  const contract = toContract(document, await readDocsMap());
  const recorded = values.recorded ? contract.docs.flatMap(({ page }) => page ?? []) : [];
  const indexes = new Set(recorded.map((page) => new URL('/llms.txt', page).href));
  const names = [...positionals, ...indexes, ...recorded.map((page) => `${page}.md`)];
  if (names.length === 0) throw new BadInput('Name the pages: npm run docs:diff -- <file|folder|URL>...');

  const inputs = await readInputs(names);
  const findings = withoutRepeats(
    inputs.flatMap((input) => {
      if (isIndex(input)) return compareIndex(input, contract.docs);
      const navigation = input.navigation ? compareNavigation(input.source, input.navigation, contract.docs) : [];
      return [...comparePage(contract, input), ...navigation];
    }),
  );
  const summary = summarize(inputs, findings);
  console.log(values.json ? JSON.stringify({ summary, findings }, null, 2) : formatReport(findings, summary));
  return summary.drift === 0 ? 0 : 1;
});
