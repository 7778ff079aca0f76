/** What became of recorded exchanges: in numbers, and as reports. */
import { contract } from '../../compiled/contract.js';
import type { Baseline } from '../check/baseline.js';
import type { Reports } from '../check/report/format.js';
import { notReadable, type ReportCase } from '../check/report/report.js';
import type { CountedViolation } from '../check/telling/count.js';
import type { Outcome } from '../recording/conformity.js';
import type { Lack, Verdict } from '../recording/replay.js';
import { fixedText } from './common/baseline.js';
import { counted } from './common/counted.js';

const exchanges = (number: number): string => counted(number, 'exchange');

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export class Tally {
  readonly verdicts: Verdict[] = [];
  readonly unread: { source: string; problem: string }[] = [];
  /** Of which something could be checked. */
  checked = 0;
  /** Exchanges of which nothing could be checked. */
  #bare = 0;
  /** Exchanges with others. */
  #others = 0;
  /** Requests of journals. */
  #journaled = 0;
  readonly #lacking = new Map<Lack, number>();
  /** How many were recorded against another contract, by its name. */
  readonly #contracts = new Map<string, number>();
  readonly #paths: readonly string[];
  readonly #baseline: Baseline | undefined;

  /** @param paths that were named */
  constructor(paths: readonly string[], baseline: Baseline | undefined) {
    this.#paths = paths;
    this.#baseline = baseline;
  }

  add(outcome: Outcome): void {
    if ('problem' in outcome) this.unread.push(outcome);
    else if ('isOther' in outcome) this.#others++;
    else {
      const { verdict, kind, contract: made } = outcome;
      this.verdicts.push(verdict);
      if (verdict.isChecked || verdict.violations.length > 0) this.checked++;
      else this.#bare++;
      if (kind === 'journal') this.#journaled++;
      else for (const lack of verdict.lacks) count(this.#lacking, lack);
      if (made !== undefined) count(this.#contracts, made);
    }
  }

  get broken(): Verdict[] {
    return this.verdicts.filter(({ violations }) => violations.length > 0);
  }

  warnings(): string[] {
    return [
      ...Array.from(
        this.#contracts,
        ([name, number]) => `${exchanges(number)} recorded against the contract ${name}, and checked against ${contract.build}.`,
      ),
      ...(this.#journaled > 0 ? [`${exchanges(this.#journaled)} of journals, which keep no responses: only requests are checked.`] : []),
    ];
  }

  /** Why nothing was checked. */
  nothing(): string {
    const lines = this.unread.map(({ problem }) => `${problem}.`);
    const where = this.#paths.join(', ');
    if (this.#bare > 0) {
      const lacks = this.#lacking.size > 0 ? `, missing: ${this.#lacks}` : '';
      lines.push(`Nothing could be checked in ${where}: ${exchanges(this.#bare)}${lacks}.`);
    } else if (this.#others > 0) lines.push(`No exchange with the gateway in ${where}, only ${this.#others} with others.`);
    else if (lines.length === 0) lines.push(`No exchange with the gateway in ${where}.`);
    return lines.join('\n');
  }

  get #lacks(): string {
    return Array.from(this.#lacking, ([lack, number]) => `${lack} (${number})`).join(', ');
  }

  #summary(): string[] {
    const known = this.#baseline?.met ?? 0;
    const parts = [
      `${exchanges(this.checked)} checked`,
      `${this.broken.length} with violations`,
      ...(known > 0 ? [counted(known, 'known violation')] : []),
      ...(this.unread.length > 0 ? [`${this.unread.length} could not be read`] : []),
      ...(this.#bare > 0 ? [`${this.#bare} had nothing to check`] : []),
    ];
    return [`${parts.join(', ')}.`, ...(this.#lacking.size > 0 ? [`Missing: ${this.#lacks}.`] : [])];
  }

  async reports(): Promise<Reports> {
    const [{ countViolations, countedLine }, { repeatLines }] = await Promise.all([
      import('../check/telling/count.js'),
      import('../check/telling/tell.js'),
    ]);
    const { verdicts, unread, broken } = this;
    const fixed = this.#baseline?.fixed() ?? [];
    const summary = this.#summary();

    /** Each mistake once, under the first exchange that has it. */
    function* text(): Generator<string> {
      for (const { problem } of unread) yield problem;
      const counted = countViolations(broken.flatMap(({ violations }) => violations));
      const first = new Map<unknown, CountedViolation>(counted.map((one) => [one.violation, one]));
      for (const verdict of broken) {
        const own = verdict.violations.flatMap((violation) => first.get(violation) ?? []);
        if (own.length === 0) continue;
        yield `${verdict.source}: ${titleOf(verdict)}`;
        for (const one of own) yield `  ${countedLine(one)}`;
        for (const line of repeatLines(own.map(({ violation }) => violation))) yield `    ${line}`;
      }
      yield* summary;
    }

    const caseOf = (verdict: Verdict): ReportCase => ({
      group: verdict.operation ?? 'no operation',
      name: `${verdict.source}: ${titleOf(verdict)}`,
      status: verdict.violations.length > 0 ? 'failed' : verdict.isChecked ? 'passed' : 'skipped',
      findings: countViolations(verdict.violations).map((one) => ({
        message: countedLine(one),
        details: repeatLines([one.violation]),
      })),
      ...(verdict.lacks.length > 0 && { reason: `recorded without ${verdict.lacks.join(' and ')}` }),
      durationMs: verdict.durationMs,
    });

    return {
      text: () => `${[...text()].join('\n')}\n`,
      json: () => ({
        checked: this.checked,
        broken: broken.length,
        known: this.#baseline?.met ?? 0,
        fixed,
        lacking: Object.fromEntries(this.#lacking),
        exchanges: verdicts,
        unread,
      }),
      report: () => ({
        title: `conform ${this.#paths.join(' ')}`,
        time: new Date(),
        notices: [...summary, ...fixed.map(fixedText)],
        cases: [...unread.map(notReadable), ...verdicts.map(caseOf)],
      }),
    };
  }
}

const titleOf = ({ method, url, status, requestId }: Verdict): string =>
  `${method} ${url} ${status ?? 'without an answer'}${requestId === undefined ? '' : ` (${requestId})`}`;
