/** Compares a page with what was recorded of it. */
import type { DocsEntry } from '../../lib/docs-map.js';
import { compareFacts } from '../facts/compare-facts.js';
import type { Change, Fact } from '../facts/fact.js';
import { comparable } from '../facts/of-page.js';
import { digestOf, type Lock, type RecordedForm, recordable, recordedForm, recordOf, sectionDigests } from '../lock/lock.js';
import { ruleVersions } from '../read/normal-text.js';
import type { DocsPage, Section } from '../read/page.js';
import { align } from './align.js';

/** What is known of earlier readings. */
export interface History {
  lock: Lock;
  /** The page as it was, by its entry and form, where a person has it. */
  earlier?: (entry: DocsEntry, page: DocsPage) => DocsPage | undefined;
  /** The text of a digest, where it is kept. */
  recall: (digest: string) => Section[] | undefined;
}

export interface Since {
  /**
   * `new`: no form of the page was read before; `new-form`: this form was not, so that only what another form shows too was compared;
   * `changed` by its facts, or `reworded` without any; `same-facts`: its digest was made by another rule and tells nothing, and its facts are
   * the same.
   */
  state: 'new' | 'new-form' | 'unchanged' | 'same-facts' | 'changed' | 'reworded';
  changes: Change[];
  /** Headings of what has changed. */
  sections: string[];
  /** Lines that are gone (`-`) and that have come (`+`), where the earlier text is known. */
  lines: string[];
  /** What another form of the page said already, as far as this form shows it: the contract follows that. */
  followed?: Fact[];
  /** What to say of how it was compared. */
  note?: string;
}

/** What a page differs in from its earlier text, heading by heading. */
function changedText(before: Section[], after: Section[]): Pick<Since, 'sections' | 'lines'> {
  const has = (all: Section[], { text }: Section) => all.some((other) => other.text === text);
  const gone = before.filter((section) => !has(after, section));
  const come = after.filter((section) => !has(before, section));
  const names = [...new Set([...come, ...gone].map(({ name }) => name))];
  const lines = names.flatMap((name) => {
    const [had, has] = [gone, come].map((all) =>
      all.filter((section) => section.name === name).flatMap(({ text }) => text.split('\n')),
    ) as [string[], string[]];
    const kept = align(had, has);
    return [
      ...had.filter((_, index) => !kept.some(([at]) => at === index)).map((line) => `- ${line}`),
      ...has.filter((_, index) => !kept.some(([, at]) => at === index)).map((line) => `+ ${line}`),
    ];
  });
  return { sections: names, lines };
}

/** The same where no more than digests are known. */
function changedSections(recorded: RecordedForm, page: DocsPage): Pick<Since, 'sections' | 'lines'> {
  const digests = sectionDigests(page);
  const sections = page.sections.filter((_, index) => !recorded.sections.includes(digests[index] as string)).map(({ name }) => name);
  const gone = recorded.sections.filter((digest) => !digests.includes(digest)).length - sections.length;
  return { sections: [...sections, ...(gone > 0 ? [`${gone} that ${gone === 1 ? 'is' : 'are'} gone`] : [])], lines: [] };
}

/** Gives the values of sentences back, of which the lock file has digests. */
const inFull = (changes: Change[], full: (fact: { kind: 'example'; pointer: string; value: string }) => string): Change[] =>
  changes.map((change) =>
    change.kind === 'example' && change.after !== undefined
      ? { ...change, after: full({ kind: 'example', pointer: change.pointer, value: change.after }) }
      : change,
  );

const nothing = { changes: [], sections: [], lines: [] };

/** The page of which most sections are as they were recorded, where a page does not say which one it is. */
export function recognized(page: DocsPage, docs: readonly DocsEntry[], { lock }: History): DocsEntry | undefined {
  const digests = sectionDigests(page);
  const shared = lock.map(({ path, forms }) => ({
    path,
    count: (forms[page.form]?.sections ?? []).filter((digest) => digests.includes(digest)).length,
  }));
  const [first, second] = shared.sort((a, b) => b.count - a.count);
  if (!first || first.count * 2 < digests.length || first.count === second?.count) return undefined;
  return docs.find(({ path }) => JSON.stringify(path) === JSON.stringify(first.path));
}

/** What has become of a page since it was recorded. */
export function since(page: DocsPage, entry: DocsEntry, { lock, earlier, recall }: History): Since {
  const old = earlier?.(entry, page);
  const forms = recordOf(lock, entry)?.forms ?? {};
  const recorded = old ? recordedForm(old) : forms[page.form];
  const { facts, full } = recordable(page);
  const changesSince = (form: DocsPage['form'], before: readonly Fact[]) =>
    inFull(compareFacts(...comparable({ form, facts: before }, { form: page.form, facts })), full);
  const rule = ruleVersions[page.form];
  if (recorded && recorded.rule === rule) {
    if (recorded.digest === digestOf(page)) return { state: 'unchanged', ...nothing };
    const text = old?.sections ?? recall(recorded.digest);
    const changes = changesSince(page.form, recorded.facts);
    return {
      state: changes.length > 0 ? 'changed' : 'reworded',
      changes,
      ...(text ? changedText(text, page.sections) : changedSections(recorded, page)),
    };
  }
  if (recorded) {
    const changes = changesSince(page.form, recorded.facts);
    const note = `recorded under rule ${recorded.rule}, and read under rule ${rule}: compared by its facts, not by its digest`;
    return { state: changes.length > 0 ? 'changed' : 'same-facts', ...nothing, changes, note };
  }
  const [form, other] = Object.entries(forms)[0] ?? [];
  if (!form || !other) return { state: 'new', ...nothing, note: 'read for the first time: compared by its facts with the contract' };
  const note = `the form "${page.form}" is read for the first time: compared by the facts that it shares with the form "${form}", and with the contract`;
  const [followed] = comparable({ form: form as DocsPage['form'], facts: other.facts }, { form: page.form, facts });
  return { state: 'new-form', ...nothing, changes: changesSince(form as DocsPage['form'], other.facts), followed, note };
}
