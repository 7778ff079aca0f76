/**
 * Compares documentation pages with the contract, and with what was recorded of them.
 *
 *   npm run docs:diff -- <file|folder|URL>...   the text of pages, their Markdown form, or llms.txt
 *   npm run docs:diff -- --recorded             every page whose address is known, in its Markdown form, and llms.txt
 *   --before <file|folder>                      the pages as they were, in place of what was recorded
 *   --format text|json|markdown|sarif|github    json is for a program; sarif and github name the lines to edit
 *   --leaves                                    tell each leaf of the documentation: compared, unreachable, without a known address
 *
 * Exit code 0: no drift, 1: drift, 2: nothing could be read, or it is not the documentation, 3: no drift in what could be read.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { visible } from '../src/http/visible-text.js';
import { toContract } from './docs/compare/contract.js';
import { indexedAddresses } from './docs/compare/index-page.js';
import { compareInputs } from './docs/compare/inputs.js';
import { entryOf } from './docs/compare/page.js';
import { ContractSources } from './docs/locate/contract-sources.js';
import { sitesOf, siteText } from './docs/locate/sites.js';
import { recall, remember } from './docs/lock/cache.js';
import { readLock } from './docs/lock/lock.js';
import { type Inputs, readInputs } from './docs/read/inputs.js';
import { type DocsPage, isIndex } from './docs/read/page.js';
import { formats, isFormat, report } from './docs/report/formats.js';
import { argumentsOf, BadInput, run } from './lib/bad-input.js';
import { type DocsEntry, readDocsMap } from './lib/docs-map.js';
import type { Document } from './lib/document.js';
import { project } from './lib/project.js';

/** Every page whose address the docs map or the site's list of pages has. */
async function readRecorded(docs: DocsEntry[]): Promise<Inputs> {
  const known = docs.flatMap(({ page }) => page ?? []);
  const lists = await readInputs([...new Set(known.map((page) => new URL('/llms.txt', page).href))]);
  const listed = indexedAddresses(lists.inputs.filter(isIndex), docs);
  const pages = await readInputs(docs.flatMap((entry) => [entry.page ?? listed.get(entry)].flatMap((page) => (page ? `${page}.md` : []))));
  return { inputs: [...lists.inputs, ...pages.inputs], failures: [...lists.failures, ...pages.failures] };
}

await run(async () => {
  const { values, positionals } = argumentsOf({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      recorded: { type: 'boolean' },
      leaves: { type: 'boolean' },
      before: { type: 'string', multiple: true },
      format: { type: 'string' },
    },
  });
  const format = values.format ?? (values.json ? 'json' : 'text');
  if (!isFormat(format)) throw new BadInput(`--format is one of ${formats.join(', ')}, not ${format}`);
  if (positionals.length === 0 && !values.recorded) throw new BadInput('Name the pages: npm run docs:diff -- <file|folder|URL>...');
  const document = JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8')) as Document;
  const docs = await readDocsMap();
  const sources = new ContractSources();
  const earlier = await readInputs(values.before ?? []);
  if (earlier.failures[0]) throw new BadInput(earlier.failures[0].message);
  const before = earlier.inputs.filter((input): input is DocsPage => !isIndex(input));
  const contract = toContract(
    document,
    docs,
    {
      lock: await readLock(),
      earlier: (entry, page) => before.find((old) => old.form === page.form && entryOf(contract, old).entry === entry),
      recall,
    },
    (entry, fact) => sitesOf(sources, entry, fact).map(siteText),
  );

  const named = await readInputs(positionals);
  const recorded = values.recorded ? await readRecorded(docs) : { inputs: [], failures: [] };
  const { outcome, pages } = compareInputs(contract, {
    inputs: [...named.inputs, ...recorded.inputs],
    failures: [...named.failures, ...recorded.failures],
  });
  for (const { page, since } of pages) if (since?.state === 'unchanged') remember(page);
  for (const { message } of outcome.failures) console.error(visible(message));
  const { summary } = outcome;
  if (summary.pages + summary.indexes === 0) return 2;
  console.log(report(outcome, format, Boolean(values.leaves ?? values.recorded)));
  if (summary.drift > 0) return 1;
  return summary.failures > 0 ? 3 : 0;
});
