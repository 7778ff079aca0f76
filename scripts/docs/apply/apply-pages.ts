/** From pages that were read to the texts of the contract that follows them. */
import { isDeepStrictEqual } from 'node:util';
import type { DocsEntry } from '../../lib/docs-map.js';
import type { Document } from '../../lib/document.js';
import { toContract } from '../compare/contract.js';
import type { History } from '../compare/history.js';
import { compareInputs, type PageOutcome } from '../compare/inputs.js';
import { Draft } from '../edit/draft.js';
import type { Change, Fact } from '../facts/fact.js';
import { factsOfPage } from '../facts/of-page.js';
import { type Finding, isDrift, pageName, titlesOf } from '../finding.js';
import type { ContractSources } from '../locate/contract-sources.js';
import { mentionsOf } from '../locate/references.js';
import { digestOf, type Lock, lockFile, lockText, recordable, recordedForm, recordOf, recordPage } from '../lock/lock.js';
import type { Inputs } from '../read/inputs.js';
import type { DocsPage } from '../read/page.js';
import { changeText } from './changes/change.js';
import { changeLeaf, recordDate } from './changes/pages.js';
import { isDone, isLeft, type Outcome, type PageReading } from './changes/reading.js';
import { followedFacts } from './followed.js';
import { laidOut, type PlanOptions, planApply, type Settled } from './plan.js';
import { questionsOf } from './questions.js';

/** What became of a page, or of a leaf of the navigation. */
export interface Told {
  page: string;
  /** What has changed, in words. */
  what: string;
  change?: Change;
  outcome: Outcome;
}

export interface Applied {
  texts: Map<string, string | undefined>;
  told: Told[];
  /** Headings of pages whose wording alone has changed: for a person to read. */
  reworded: { page: string; sections: string[]; digest: string }[];
  /** Pages of which a form was read for the first time, and is recorded now. */
  recorded: string[];
  /** Pages whose record was made by another rule, and is renewed now. */
  renewed: string[];
  /** Lines of prose that name what has another name now, or is gone: for a person to edit. */
  mentions: { name: string; file: string; line: number }[];
  /** Leaves that are new, as the navigation names them. */
  added: string[];
  failures: Inputs['failures'];
  /** Pages that were followed, whose texts may be kept. */
  pages: DocsPage[];
  /** How many facts the pages have, and had where they were recorded. */
  facts: { before: number; after: number };
  /** How many leaves the navigation has lost, of how many. */
  leaves: { lost: number; known: number };
}

export interface ApplyOptions extends PlanOptions {
  /** The contract as it was generated, with its examples. */
  document: Document;
  lock: Lock;
  /** The text of a digest, where it is kept. */
  recall?: History['recall'];
}

const changesIn = (findings: readonly Finding[]): Change[] =>
  findings.flatMap(({ changes = [], consequences = [] }) => [
    ...changes.map(({ page: _, ...change }) => change),
    ...changesIn(consequences),
  ]);

/** Changes that a first reading tells as findings alone: the operation, and its answers. */
function toldOtherwise(findings: readonly Finding[], known: readonly Change[]): Change[] {
  const has = (kind: Change['kind'], pointer: string) => known.some((change) => change.kind === kind && change.pointer === pointer);
  return findings.flatMap(({ kind, before, after, where }): Change[] => {
    if (kind === 'status-unknown' && after !== undefined && !has('status', `response ${after}`))
      return [{ kind: 'status', pointer: `response ${after}`, after }];
    if (kind !== 'operation-changed' || where !== undefined || before === undefined || after === undefined) return [];
    const [[oldMethod, oldPath], [method, path]] = [before.split(' '), after.split(' ')] as [string[], string[]];
    return [
      ...(oldMethod !== method && method && oldMethod && !has('method', 'operation')
        ? [{ kind: 'method', pointer: 'operation', before: oldMethod, after: method } as const]
        : []),
      ...(oldPath !== path && path && oldPath && !has('path', 'operation')
        ? [{ kind: 'path', pointer: 'operation', before: oldPath, after: path } as const]
        : []),
    ];
  });
}

interface Reading extends PageReading {
  /** It says what it said when the contract last followed it. */
  isUnchanged: boolean;
  page: DocsPage;
  findings: Finding[];
}

function readingOf({ page, entry, findings, since }: PageOutcome, lock: Lock): Reading | undefined {
  if (!entry) return undefined;
  const seen = new Set<string>();
  const own = changesIn(findings).filter((change) => !seen.has(JSON.stringify(change)) && seen.add(JSON.stringify(change)));
  const before = recordOf(lock, entry)?.forms[page.form]?.facts ?? [];
  const isUnchanged = since?.state === 'unchanged' || since?.state === 'same-facts';
  const changes = isUnchanged ? [] : [...own, ...toldOtherwise(findings, own)];
  return {
    isUnchanged,
    entry,
    page,
    findings,
    changes,
    before,
    after: factsOfPage(page),
    malformed: page.malformed,
    ...(page.embedded && { embedded: page.embedded }),
    ...(page.modified !== undefined && { modified: page.modified }),
  };
}

/** Findings that no change stands for: an example that is none, a page that nobody knows. */
const unexplained = ({ findings, changes, isUnchanged }: Reading): Finding[] =>
  findings.filter(
    (finding) =>
      isDrift(finding) &&
      !finding.changes?.length &&
      !['newer', 'reworded', 'status-unknown', 'operation-changed'].includes(finding.kind) &&
      changes.length === 0 &&
      !isUnchanged,
  );

/** The lock with the pages as they were read; of a page of which something is left, that stays as it was. */
function recorded(lock: Lock, docs: DocsEntry[], readings: readonly Reading[], settled: readonly Settled[]): Lock {
  let next = lock;
  for (const { entry, page } of readings) {
    const name = pageName(entry.path);
    const own = settled.filter((one) => one.page === name);
    const left = own.filter(({ outcome }) => isLeft(outcome)).map(({ change }) => change);
    const before = recordOf(next, entry)?.forms[page.form];
    if (left.length === 0) next = recordPage(next, docs, entry, page);
    else if (before && own.some(({ outcome }) => isDone(outcome))) {
      const facts = followedFacts(before.facts, recordable(page).facts, left);
      const form = { ...recordedForm(page), digest: before.digest, sections: before.sections, facts };
      next = next.map((one) =>
        one.path.join('\n') === entry.path.join('\n') ? { ...one, forms: { ...one.forms, [page.form]: form } } : one,
      );
    }
  }
  return next;
}

const nameIn = (text: string | undefined): string | undefined => (text !== undefined && /^[\w.-]+$/.test(text) ? text : undefined);

/** A page under the name that it has now. */
const renamed = <T extends { path: string[] }>(page: T, newNames: ReadonlyMap<string, string[]>): T => {
  const path = newNames.get(pageName(page.path));
  return path ? { ...page, path } : page;
};

/** Findings about the navigation. */
const isOfLeaf = ({ kind }: Finding): boolean => kind.startsWith('leaf-') || kind === 'page-moved';

/** @param inputs pages, and lists of pages */
export async function applyPages(sources: ContractSources, inputs: Inputs, options: ApplyOptions): Promise<Applied> {
  const { document, lock, recall = () => undefined, ...planOptions } = options;
  const docs = sources.value('docs-map.yaml') as DocsEntry[];
  const contract = toContract(document, docs, { lock, recall });
  const { outcome: compared, pages } = compareInputs(contract, inputs);
  const leaves = compared.findings.filter(isOfLeaf);
  const readings = pages.flatMap((page) => readingOf(page, lock) ?? []);
  const strangers = pages.filter(({ entry }) => !entry).flatMap(({ findings }) => findings.filter(isDrift));

  const plan = await planApply(sources, readings, planOptions);
  const draft = new Draft(sources.with(plan.texts));
  const told: Told[] = plan.settled.map(({ page, change, outcome }) => ({ page, what: changeText(change), change, outcome }));
  const names = new Set(leaves.map(({ page }) => page));
  const newNames = new Map<string, string[]>();
  for (const finding of leaves.filter(isDrift)) {
    if (planOptions.ask && finding.kind !== 'leaf-added' && !(await planOptions.ask(finding.page ?? '', undefined, finding.message)))
      continue;
    const outcome = changeLeaf(draft, finding);
    if (outcome && isDone(outcome) && finding.kind === 'leaf-renamed' && finding.after)
      newNames.set(finding.page ?? '', titlesOf(finding.after));
    if (outcome) told.push({ page: finding.page ?? finding.source, what: finding.message, outcome });
  }
  for (const { page, source, message } of strangers) {
    if (!names.has(page))
      told.push({
        page: page ?? source,
        what: message,
        outcome: { left: `${message}: say which page it is, or add it with docs:scaffold` },
      });
  }
  for (const reading of readings) {
    for (const { message, where } of unexplained(reading))
      told.push({
        page: pageName(reading.entry.path),
        what: message,
        outcome: { left: `${where ? `${where}: ` : ''}${message}; decide what the contract is to say` },
      });
  }
  const isFollowed = ({ entry }: Reading) => !told.some(({ page, outcome }) => page === pageName(entry.path) && isLeft(outcome));
  for (const reading of readings)
    if (reading.modified !== undefined && isFollowed(reading)) recordDate(draft, renamed(reading.entry, newNames), reading.modified);
  const followed = readings.filter(isFollowed);
  for (const reading of readings) {
    const own = plan.settled.filter(({ page }) => page === pageName(reading.entry.path));
    for (const { page, what, asks } of questionsOf(sources, reading, own)) told.push({ page, what, outcome: { left: asks } });
  }
  const next = recorded(lock, docs, readings, plan.settled).map((one) => renamed(one, newNames));
  if (!isDeepStrictEqual(next, lock)) draft.create(lockFile, lockText(next));
  const texts = new Map([...plan.texts, ...(await laidOut(draft, sources))]);
  const known = new Map(readings.map((reading) => [reading, reading.before.length > 0]));
  const counted = readings.filter((reading) => known.get(reading));
  return {
    texts,
    told,
    failures: compared.failures,
    pages: pages.map(({ page }) => page),
    reworded: pages.flatMap(({ entry, since, page }) =>
      entry && since?.state === 'reworded' ? [{ page: pageName(entry.path), sections: since.sections, digest: digestOf(page) }] : [],
    ),
    recorded: readings
      .filter((reading) => reading.before.length === 0 && followed.includes(reading))
      .map(({ entry, page }) => `${pageName(entry.path)} (${page.form})`),
    renewed: pages.flatMap(({ entry, since, page }) =>
      entry && since?.state === 'same-facts' ? [`${pageName(entry.path)} (${page.form})`] : [],
    ),
    mentions: mentioned(sources.with(texts), plan.settled, texts),
    added: leaves.filter(({ kind }) => kind === 'leaf-added').map(({ page }) => page ?? ''),
    facts: { before: sum(counted.map(({ before }) => before)), after: sum(counted.map(({ after }) => after)) },
    leaves: { lost: leaves.filter(({ kind }) => kind === 'leaf-removed').length, known: docs.length },
  };
}

const sum = (lists: readonly (readonly Fact[])[]): number => lists.reduce((count, { length }) => count + length, 0);

function mentioned(
  sources: ContractSources,
  settled: readonly Settled[],
  texts: ReadonlyMap<string, string | undefined>,
): Applied['mentions'] {
  const gone = settled.flatMap(({ change, outcome }) =>
    'done' in outcome && ['field', 'param', 'example'].includes(change.kind) && (change.to !== undefined || change.after === undefined)
      ? (nameIn(change.before) ?? [])
      : [],
  );
  const files = [...texts].flatMap(([file, text]) => (text !== undefined && file !== lockFile ? [file] : []));
  const seen = new Set<string>();
  return gone
    .flatMap((name) => mentionsOf(sources, name, files).map((mention) => ({ name, ...mention })))
    .filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)));
}
