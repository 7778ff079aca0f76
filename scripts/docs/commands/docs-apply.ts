/**
 * Makes the contract follow documentation pages that have changed: every change that has one meaning is written into `openapi/`, with all
 * that refers to it, its provenance, the date of the page and its record in the lock file. What a person has to decide is told.
 *
 *   npm run docs:apply -- <file|folder|URL>...   the text of pages, their Markdown form, or llms.txt
 *   --interactive    asks before each change
 *   --scaffold       begins the transcription of pages that are new (docs:scaffold), which a person fills in
 *   --dry-run        writes nothing
 *   --json           the outcome for a program
 *
 * Exit code 0: the contract follows the pages, 1: something is left to a person, 2: an input cannot be read. Either all files are written or
 * none; prose is never edited. `npm run generate` comes next.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { argumentsOf, BadInput, run } from '../../lib/bad-input.js';
import type { Document } from '../../lib/document.js';
import { project } from '../../lib/project.js';
import { applyPages } from '../apply/apply-pages.js';
import { isLeft } from '../apply/changes/reading.js';
import { formatApplied } from '../apply/told.js';
import { writeAll } from '../edit/write.js';
import { ContractSources } from '../locate/contract-sources.js';
import { recall, remember } from '../lock/cache.js';
import { readLock } from '../lock/lock.js';
import { readInputs } from '../read/inputs.js';

const options = {
  interactive: { type: 'boolean' },
  scaffold: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Asks on the terminal: an empty answer is a yes, and where nobody answers any more it is a no. */
function asker() {
  const terminal = createInterface({ input: process.stdin });
  const answers = terminal[Symbol.asyncIterator]();
  const ask = async (page: string, _: unknown, what: string): Promise<boolean> => {
    process.stderr.write(`${page}\n  ${what}\n  Apply? [Y/n] `);
    const { value, done } = await answers.next();
    return !done && !/^\s*n/i.test(value);
  };
  return { ask, close: () => terminal.close() };
}

/** Begins the transcription of a page that is new, from the page that is most alike. */
async function begin(page: string): Promise<string> {
  const { planScaffold } = await import('../scaffold/plan.js');
  try {
    const { sibling, files } = await planScaffold(page.split(' / '));
    await writeAll(project.openapi, files);
    return `begun: ${page}${sibling ? `, copied from "${sibling}"` : ''} (${files.size} files)`;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return `not begun: ${error.message}`;
  }
}

await run(async () => {
  const { values, positionals } = argumentsOf({ allowPositionals: true, options });
  if (positionals.length === 0) throw new BadInput('Name the pages: npm run docs:apply -- <file|folder|URL>...');
  const inputs = await readInputs(positionals);
  const document = JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8')) as Document;
  const terminal = values.interactive ? asker() : undefined;
  const applied = await applyPages(new ContractSources(project.openapi), inputs, {
    document,
    lock: await readLock(),
    recall,
    day: new Date().toISOString().slice(0, 'yyyy-mm-dd'.length),
    ...(terminal && { ask: terminal.ask }),
  });
  terminal?.close();
  const { texts, pages, failures, ...rest } = applied;
  for (const { message } of failures) console.error(message);
  if (pages.length === 0 && applied.told.length === 0 && failures.length > 0) return 2;
  if (!values['dry-run']) {
    await writeAll(project.openapi, texts);
    for (const page of pages) remember(page);
    if (values.scaffold) for (const page of applied.added) console.log(await begin(page));
  }
  console.log(values.json ? JSON.stringify({ files: [...texts.keys()], ...rest, failures }, null, 2) : formatApplied(applied));
  if (failures.length > 0) return 2;
  return applied.told.some(({ outcome }) => isLeft(outcome)) ? 1 : 0;
});
