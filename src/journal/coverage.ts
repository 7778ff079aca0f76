/** Which parts of the contract have been exercised: operation x status x media type x example, and the states of jobs. */
import type { PreparedContract } from '../contract/prepared.js';

/** One documented answer, and how often it was given. */
export interface CoverageRow {
  operation: string;
  /** Status code or `default`. */
  status: string;
  mediaType: string;
  /** Absent where the contract has no example. */
  example?: string;
  hits: number;
}

/** One state of a family of jobs, and how often an answer told of it. */
export interface StateRow {
  /** Family of jobs. */
  task: string;
  /** Name of the state in the family. */
  state: string;
  hits: number;
}

/** What was exercised of the contract, and what was not. */
export interface CoverageReport {
  /** The contract that it is of, such as `0.1.0+2026-05-06.1a2b3c4d5e6f`; absent in those of before 0.2, and in a page. */
  contract?: string;
  /** The session that it is of; absent where it is of all. */
  session?: string;
  rows: CoverageRow[];
  stateRows: StateRow[];
  /** Operations hit at least once, and all. */
  operations: { hit: number; total: number };
  /** Rows hit at least once, and all. */
  answers: { hit: number; total: number };
  /** States hit at least once, and all. */
  states: { hit: number; total: number };
}

const key = (operation: string, status: string | number, mediaType: string, example: string | undefined) =>
  `${operation}\n${status}\n${mediaType}\n${example ?? ''}`;

/** Kinds of answers that are told apart: a gateway may make up media types without end. */
const mostKinds = 10_000;

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

/** One kind of answers. */
interface Kind {
  name: string;
  operation: string;
  status: number;
  mediaType: string;
  example: string | undefined;
}

export class Coverage {
  readonly #hits = new Map<string, number>();
  /** That of the last answer: most come after one of the same kind. */
  #last: Kind | undefined;
  readonly #states = new Map<string, number>();

  /** By operation: its family of jobs, and the states that its examples show. */
  readonly #jobs = new Map<string, { task: string; states: Map<string, string | undefined> }>();

  constructor(readonly contract: PreparedContract) {
    for (const { id, task, examples } of contract.operations)
      if (task) this.#jobs.set(id, { task: task.name, states: new Map(examples.map(({ name, state }) => [name, state])) });
  }

  /** @param state of the job that the response tells of; that of the example where it is not given */
  hit(operation: string, status: number, mediaType: string, example: string | undefined, state?: string): void {
    const { name } = this.#kind(operation, status, mediaType, example);
    if (this.#hits.size < mostKinds || this.#hits.has(name)) count(this.#hits, name);
    const job = this.#jobs.get(operation);
    const shown = state ?? job?.states.get(example ?? '');
    if (job && shown !== undefined) count(this.#states, `${job.task}|${shown}`);
  }

  #kind(operation: string, status: number, mediaType: string, example: string | undefined): Kind {
    const last = this.#last;
    if (last?.example === example && last?.mediaType === mediaType && last.status === status && last.operation === operation) return last;
    this.#last = { name: key(operation, status, mediaType, example), operation, status, mediaType, example };
    return this.#last;
  }

  report(): CoverageReport {
    const rows: CoverageRow[] = [];
    const left = new Map(this.#hits);
    const add = (operation: string, status: string, mediaType: string, example?: string) => {
      const name = key(operation, status, mediaType, example);
      rows.push({ operation, status, mediaType, ...(example !== undefined && { example }), hits: left.get(name) ?? 0 });
      left.delete(name);
    };
    for (const operation of this.contract.operations) {
      for (const [status, response] of Object.entries(operation.responses)) {
        for (const mediaType of response.mediaTypes) {
          const isStream = operation.stream !== undefined && mediaType === 'text/event-stream';
          const examples = operation.examples.filter(
            (example) => String(example.status) === status && (example.events !== undefined) === isStream,
          );
          for (const { name } of examples) add(operation.id, status, mediaType, name);
          if (examples.length === 0) add(operation.id, status, mediaType);
        }
      }
    }
    // Answers that the contract does not list one by one, such as a stream made of a JSON example, or a status under `default`.
    for (const [name, hits] of left) {
      const [operation = '', status = '', mediaType = '', example = ''] = name.split('\n');
      rows.push({ operation, status, mediaType, ...(example !== '' && { example }), hits });
    }
    const hitOperations = new Set(rows.filter(({ hits }) => hits > 0).map(({ operation }) => operation));
    const total = rows.length - left.size;
    const stateRows = Object.entries(this.contract.tasks).flatMap(([task, { states }]) =>
      Object.keys(states).map((state) => ({ task, state, hits: this.#states.get(`${task}|${state}`) ?? 0 })),
    );
    return {
      rows,
      stateRows,
      states: { hit: stateRows.filter(({ hits }) => hits > 0).length, total: stateRows.length },
      operations: {
        hit: this.contract.operations.filter(({ id }) => hitOperations.has(id)).length,
        total: this.contract.operations.length,
      },
      answers: { hit: rows.slice(0, total).filter(({ hits }) => hits > 0).length, total },
    };
  }

  clear(): void {
    this.#hits.clear();
    this.#states.clear();
  }
}
