/** Works out what pages that have changed mean for the contract, and makes of it texts to write. Nothing is written here. */
import { groupBy } from '../../lib/group-by.js';
import { Draft } from '../edit/draft.js';
import type { Change, FactKind } from '../facts/fact.js';
import { parseAddress } from '../locate/address.js';
import type { ContractSources } from '../locate/contract-sources.js';
import { operationsOfPage } from '../locate/page-parts.js';
import { changeText, makeChange } from './changes/change.js';
import { derivedChanges } from './changes/derived.js';
import { isDone, isLeft, type Outcome, type PageReading, type Task } from './changes/reading.js';
import { notAgreed, pageKey, signatureOf, subjectOf } from './changes/shared.js';
import { problemsOf } from './check.js';

/** A change of a page, and what became of it. */
export interface Settled {
  page: string;
  change: Change;
  /** What it means for schemas, where it was taken to mean something. */
  meant?: readonly Change[];
  outcome: Outcome;
}

export interface Plan {
  /** Texts by file, relative to the folder of the contract; `undefined` for a file that goes. */
  texts: Map<string, string | undefined>;
  settled: Settled[];
}

export interface PlanOptions {
  /** Today, as `yyyy-mm-dd`. */
  day: string;
  /** Asks whether to make a change; what is refused is left. */
  ask?: (page: string, change: Change | undefined, what: string) => Promise<boolean>;
}

/** A change as a page tells it, with what it means for schemas; made as a whole or not at all. */
interface Step {
  page: string;
  change: Change;
  tasks: (Task & { key?: string })[];
  /** What has changed as a whole that it is in. */
  whole?: string;
}

/** What an address is about, in whatever part of the page: the member that it ends in. */
function memberOf({ pointer }: Change): string {
  const parts = parseAddress(pointer)?.parts ?? [pointer];
  return parts.map((part) => (/^\d+$/.test(part) ? '*' : part)).join('/');
}

/** Lists of examples that have got longer or shorter: what stands in them has moved, and is changed as a whole or not at all. */
const movedLists = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ kind, pointer, before, after, to }) => {
    const isElement =
      kind === 'example' && to === undefined && (before === undefined) !== (after === undefined) && /#.*\/\d+$/.test(pointer);
    return isElement ? [pointer.slice(0, pointer.lastIndexOf('/'))] : [];
  });

/** Of what is said of a value, all but this goes with its type: a limit of the one makes no sense beside the other. */
const ofAnyType: readonly FactKind[] = ['field', 'required', 'deprecated'];
/** What goes with the values that are listed. */
const ofList: readonly FactKind[] = ['enum', 'default'];

/** Tells the address of what a change goes with, as a whole or not at all. */
function wholesOf(changes: readonly Change[]): (change: Change) => string | undefined {
  const lists = movedLists(changes);
  const placesOf = (kind: FactKind) =>
    changes.flatMap((change) => (change.kind === kind && change.pointer.includes('#') ? change.pointer : []));
  const [retyped, relisted] = [placesOf('type'), new Set(placesOf('enum'))];
  return ({ kind, pointer }) =>
    lists.find((list) => pointer.startsWith(`${list}/`)) ??
    retyped.find((place) => (pointer === place && !ofAnyType.includes(kind)) || pointer.startsWith(`${place}/`)) ??
    (relisted.has(pointer) && ofList.includes(kind) ? pointer : undefined);
}

/** A value comes to a list before another one goes, so that it is never empty; the type comes last: it fits what is said of the value then. */
const turnOf = ({ change }: Step): number => (change.kind === 'type' ? 2 : change.kind === 'enum' && change.before === undefined ? 0 : 1);

class Planner {
  /** Pages that say a change, by what it has in common with that of another page. */
  readonly #saying = new Map<string, Set<string>>();
  readonly steps: Step[] = [];

  constructor(
    readonly sources: ContractSources,
    readonly readings: readonly PageReading[],
    day: string,
  ) {
    for (const reading of readings) {
      const page = pageKey(reading.entry);
      const wholeOf = wholesOf(reading.changes);
      for (const change of reading.changes) {
        const tasks = derivedChanges(sources, reading, change).map((derived) => this.#task({ reading, change: derived, day }, page));
        const whole = wholeOf(change);
        this.steps.push({ page, change, tasks, ...(whole !== undefined && { whole }) });
      }
    }
  }

  #task(task: Task, page: string): Task & { key?: string } {
    const subject = subjectOf(this.sources, task);
    if (!subject) return task;
    const key = signatureOf(this.sources, task, subject);
    this.#saying.set(key, new Set([...(this.#saying.get(key) ?? []), page]));
    return { ...task, key };
  }

  /** Makes a change as a whole, or says why not. */
  make(draft: Draft, { tasks }: Step, made: Map<string, Outcome>): Outcome {
    const outcomes: Outcome[] = [];
    for (const task of tasks) {
      const before = task.key === undefined ? undefined : made.get(task.key);
      const outcome = before ?? this.#makeTask(draft, task);
      if (isLeft(outcome)) return outcome;
      outcomes.push(outcome);
    }
    for (const [index, { key }] of tasks.entries()) if (key !== undefined) made.set(key, outcomes[index] as Outcome);
    return outcomes.find(isDone) ?? outcomes[0] ?? { noted: 'nothing in the contract says it' };
  }

  #makeTask(draft: Draft, task: Task & { key?: string }): Outcome {
    const subject = task.key === undefined ? undefined : subjectOf(this.sources, task);
    const reason = subject && notAgreed(this.sources, task, subject, this.#saying.get(task.key ?? '') ?? new Set());
    if (reason) return { left: reason };
    return makeChange(draft, task);
  }

  /** The operations whose examples an edit may concern. */
  operations(draft: Draft): string[] {
    const shown = this.readings.flatMap(({ entry }) => operationsOfPage(this.sources, entry).map(({ operation }) => operation.operationId));
    const touched = [...draft.sources.planned.keys()].flatMap((file) => /^examples\/([^/]+)\//.exec(file)?.[1] ?? []);
    return [...new Set([...shown, ...touched])].filter((id) => id !== 'errors');
  }
}

/** Makes steps one after another on a copy of the draft. */
function tried(planner: Planner, draft: Draft, steps: readonly Step[]): { fork: Draft; made: Map<string, Outcome>; settled: Settled[] } {
  const fork = draft.fork();
  let made = new Map<string, Outcome>();
  const together = groupBy(steps, (step) => (step.whole === undefined ? step : `${step.page} ${step.whole}`));
  const settled = [...together.values()].flatMap((group) => {
    const own = fork.fork();
    const known = new Map(made);
    const inOrder = [...group].sort((a, b) => turnOf(a) - turnOf(b));
    const outcomes = inOrder.map((step) => planner.make(own, step, known));
    // What a value is now is the reason, rather than what follows from it.
    const left = outcomes.findLast(isLeft);
    if (!left) {
      fork.become(own);
      made = known;
    }
    return inOrder.map(({ page, change, tasks, whole }, index): Settled => {
      const outcome = outcomes[index] as Outcome;
      const reason = left && !isLeft(outcome) ? { left: `it goes with what else has changed in ${whole}: ${left.left}` } : outcome;
      return { page, change, meant: tasks.map((task) => task.change), outcome: reason };
    });
  });
  return { fork, made, settled };
}

/** Makes what stays right by itself: of the steps that are about one member, all or none. */
function oneByOne(planner: Planner, draft: Draft, steps: readonly Step[]): Settled[] {
  const clusters = new Map<string, Step[]>();
  for (const step of steps) {
    const key = `${step.page} ${step.whole ?? memberOf(step.change)}`;
    clusters.set(key, [...(clusters.get(key) ?? []), step]);
  }
  return [...clusters.values()].flatMap((cluster) => {
    const { fork, settled } = tried(planner, draft, cluster);
    const problems = problemsOf(draft.sources, fork.sources, planner.operations(fork));
    if (problems.length === 0) {
      draft.become(fork);
      return settled;
    }
    const left = `the edit would break something else: ${problems.slice(0, 3).join('; ')}${problems.length > 3 ? ` and ${problems.length - 3} more` : ''}; decide what is said there`;
    return settled.map((one) => (isDone(one.outcome) ? { ...one, outcome: { left } } : one));
  });
}

/** @param sources the contract as it is */
export async function planApply(sources: ContractSources, readings: readonly PageReading[], { day, ask }: PlanOptions): Promise<Plan> {
  const planner = new Planner(sources, readings, day);
  const draft = new Draft(sources);
  const refused: Settled[] = [];
  const steps: Step[] = [];
  for (const step of planner.steps) {
    if (!ask || (await ask(step.page, step.change, changeText(step.change)))) steps.push(step);
    else refused.push({ page: step.page, change: step.change, outcome: { left: 'not made, as was answered' } });
  }
  const { fork, settled } = tried(planner, draft, steps);
  const isRight =
    !settled.some(({ outcome }) => isDone(outcome)) || problemsOf(sources, fork.sources, planner.operations(fork)).length === 0;
  const outcomes = isRight ? settled : oneByOne(planner, draft, steps);
  if (isRight) draft.become(fork);
  return { texts: await laidOut(draft, sources), settled: [...outcomes, ...refused] };
}

/** The formatter loads the linter, which takes as long as all else: most edits do without. */
async function inHand(text: string, file: string): Promise<string> {
  const { formatText } = await import('../../format/format-text.js');
  return formatText(text, file);
}

/** The texts that differ from what is there, in the house's hand where something new is written. */
export async function laidOut(draft: Draft, sources: ContractSources): Promise<Map<string, string | undefined>> {
  const texts = new Map<string, string | undefined>();
  for (const [file, text] of draft.sources.planned) {
    if (text === undefined) {
      texts.set(file, undefined);
      continue;
    }
    const formatted = draft.written.has(file) ? await inHand(text, file) : text;
    if (!sources.has(file) || sources.text(file) !== formatted) texts.set(file, formatted);
  }
  return texts;
}
