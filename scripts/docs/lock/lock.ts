/**
 * Reads and writes the lock file: what each page of the documentation said, in each form in which it was read, when the contract last
 * followed it. It has digests and facts, never text.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocsEntry } from '../../lib/docs-map.js';
import { project } from '../../lib/project.js';
import { knownYaml } from '../../lib/read-yaml.js';
import { compareFacts } from '../facts/compare-facts.js';
import { type Fact, sortedFacts } from '../facts/fact.js';
import { comparable, factsOfPage } from '../facts/of-page.js';
import { ruleVersions } from '../read/normal-text.js';
import { type DocsPage, type Form, forms } from '../read/page.js';

export const lockFile = 'docs-lock.yaml';

/** What one form of a page said. */
export interface RecordedForm {
  /** Of the rule for normal texts of the form. Digests of another version are not compared. */
  rule: number;
  /** SHA-256 of the normal text. */
  digest: string;
  /** The same of each section, in the order of the page. */
  sections: string[];
  facts: Fact[];
}

export interface RecordedPage {
  /** As in the docs map. */
  path: string[];
  forms: Partial<Record<Form, RecordedForm>>;
}

/** The pages, in the order of the docs map. */
export type Lock = RecordedPage[];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const digestOf = ({ normal }: DocsPage): string => sha256(normal);

export const sectionDigests = ({ sections }: DocsPage): string[] => sections.map(({ text }) => sha256(text));

const mostWords = 8;

/** Sentences of an example stand in the lock file as a digest: they are text of a page. */
function withoutProse(fact: Fact): Fact {
  const isSentence = fact.kind === 'example' && fact.value.startsWith('"') && fact.value.split(/\s+|\\n/).length > mostWords;
  return isSentence ? { ...fact, value: JSON.stringify(`sha256:${sha256(fact.value).slice(0, 16)}`) } : fact;
}

/** The facts of a page as the lock file has them; `full` gives the value of a fact back. */
export function recordable(page: DocsPage): { facts: Fact[]; full: (fact: Fact) => string } {
  const values = new Map<string, string>();
  const facts = factsOfPage(page).map((fact) => {
    const short = withoutProse(fact);
    if (short !== fact) values.set(short.value, fact.value);
    return short;
  });
  return { facts: values.size > 0 ? sortedFacts(facts) : facts, full: ({ value }) => values.get(value) ?? value };
}

export function recordedForm(page: DocsPage): RecordedForm {
  return { rule: ruleVersions[page.form], digest: digestOf(page), sections: sectionDigests(page), facts: recordable(page).facts };
}

const same = (a: string[], b: string[]): boolean => JSON.stringify(a) === JSON.stringify(b);

export const recordOf = (lock: Lock, entry: DocsEntry): RecordedPage | undefined => lock.find(({ path }) => same(path, entry.path));

/**
 * The lock with a page as it was read now, in place of what was recorded of this form. Other forms that the facts contradict, as far as
 * both can show them, are out of date, and go.
 * @param docs the docs map, whose order the lock has; pages that it does not have any more go
 */
export function recordPage(lock: Lock, docs: readonly DocsEntry[], entry: DocsEntry, page: DocsPage): Lock {
  const recorded = recordedForm(page);
  const others = Object.entries(recordOf(lock, entry)?.forms ?? {}).filter(([form, other]) => {
    const [had, has] = comparable({ form: form as Form, facts: other.facts }, { form: page.form, facts: recorded.facts });
    return form !== page.form && compareFacts(had, has).length === 0;
  });
  const now: RecordedPage = { path: entry.path, forms: { ...Object.fromEntries(others), [page.form]: recorded } };
  return docs.flatMap(({ path }) => (same(path, entry.path) ? now : (lock.find((page) => same(page.path, path)) ?? [])));
}

interface WrittenForm extends Omit<RecordedForm, 'facts'> {
  facts: [kind: string, pointer: string, value: string][];
}

/** @param folder of the contract; without a lock file there, nothing is recorded */
export async function readLock(folder = project.openapi): Promise<Lock> {
  const text = await readFile(join(folder, lockFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const written = (knownYaml(text, `openapi/${lockFile}`) ?? []) as { path: string[]; forms: Record<string, WrittenForm> }[];
  return written.map(({ path, forms: all }) => ({
    path,
    forms: Object.fromEntries(
      Object.entries(all).map(([form, { facts, ...rest }]) => [
        form,
        { ...rest, facts: facts.map(([kind, pointer, value]) => ({ kind, pointer, value }) as Fact) },
      ]),
    ),
  }));
}

const header = `# What each page of the documentation said when the contract last followed it, by the form in which it was read: digests of its
# normal text, whole and by section, and its facts. Written by \`npm run docs:apply\`, never by hand; README.md says how to read it.
`;

/** One line a fact, so that a change of the lock reads as a list of facts. */
export function lockText(lock: Lock): string {
  const lines = lock.flatMap(({ path, forms: all }) => [
    `- path: [${path.map((title) => JSON.stringify(title)).join(', ')}]`,
    '  forms:',
    ...forms.flatMap((form) => {
      const recorded = all[form];
      if (!recorded) return [];
      return [
        `    ${form}:`,
        `      rule: ${recorded.rule}`,
        `      digest: ${JSON.stringify(recorded.digest)}`,
        '      sections:',
        ...recorded.sections.map((digest) => `        - ${JSON.stringify(digest)}`),
        '      facts:',
        ...recorded.facts.map(({ kind, pointer, value }) => `        - [${kind}, ${JSON.stringify(pointer)}, ${JSON.stringify(value)}]`),
      ];
    }),
  ]);
  return `${header}${lines.length === 0 ? '[]' : lines.join('\n')}\n`;
}

/** Writes the lock file, in the hand of the other sources. */
export async function writeLock(lock: Lock, folder = project.openapi): Promise<void> {
  const { formatText } = await import('../../format/format-text.js');
  await writeFile(join(folder, lockFile), await formatText(lockText(lock), lockFile));
}
