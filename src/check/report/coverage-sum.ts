/** Adds up coverage: of several runs, or of workers that ran side by side; of all operations, or of some. */
import type { PreparedContract, PreparedOperation } from '../../contract/prepared.js';
import { Coverage, type CoverageReport } from '../../journal/coverage.js';

/** Only what the operations are about. */
export function contractOf(contract: PreparedContract, operations: PreparedOperation[]): PreparedContract {
  const families = new Set(operations.map(({ task }) => task?.name));
  return { ...contract, operations, tasks: Object.fromEntries(Object.entries(contract.tasks).filter(([name]) => families.has(name))) };
}

/** @param contract of which the sum tells; what it does not have is left out */
export function sumOfCoverage(contract: PreparedContract, reports: readonly CoverageReport[]): CoverageReport {
  const sum = new Coverage(contract).report();
  const ids = new Set(contract.operations.map(({ id }) => id));
  const rows = new Map(sum.rows.map((row) => [rowKey(row), row]));
  const states = new Map(sum.stateRows.map((row) => [`${row.task} ${row.state}`, row]));
  for (const report of reports) {
    for (const row of report.rows) {
      const own = rows.get(rowKey(row));
      if (own) own.hits += row.hits;
      // One that the contract does not list by itself.
      else if (row.hits > 0 && ids.has(row.operation)) rows.set(rowKey(row), { ...row });
    }
    for (const { task, state, hits } of report.stateRows) {
      const own = states.get(`${task} ${state}`);
      if (own) own.hits += hits;
    }
  }
  const all = [...rows.values()];
  const hit = new Set(all.filter(({ hits }) => hits > 0).map(({ operation }) => operation));
  const exercised = (counted: readonly { hits: number }[]): number => counted.filter(({ hits }) => hits > 0).length;
  return {
    contract: contract.build,
    rows: all,
    stateRows: sum.stateRows,
    states: { hit: exercised(sum.stateRows), total: sum.stateRows.length },
    operations: { hit: hit.size, total: ids.size },
    answers: { hit: exercised(all.slice(0, sum.rows.length)), total: sum.rows.length },
  };
}

const rowKey = ({ operation, status, mediaType, example = '' }: CoverageReport['rows'][number]): string =>
  JSON.stringify([operation, status, mediaType, example]);
