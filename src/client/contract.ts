/** The part of the contract that the client carries: `generated/client.ts` is made of these. */
import type { TaskRole } from '../contract/prepared.js';

export interface ClientOperation {
  /** Upper case. */
  method: string;
  /** Path template; its parameters are members of a method's input. */
  path: string;
  /** Names of the query parameters, which are members of a method's input too. */
  query?: readonly string[];
  /** Whether the rest of the input is the request body. */
  body?: true;
  /** Error dialects that the operation speaks, the usual one first. */
  dialects: readonly string[];
  protocol?: string;
  /** The member of the input that makes the answer a stream; `terminator` is the last `data:` line, which is no event. */
  stream?: { field: string; value: unknown; terminator?: string };
  task?: { name: string; role: TaskRole };
}

/** Where an error body keeps what a reader needs, as JSON pointers; of `message` the first that exists. */
export interface ClientDialect {
  message: readonly string[];
  type?: string;
  code?: string;
  requestId?: string;
}

/** A family of jobs. `query` and `result` are operation ids, the pointers lead into the answer to a query. */
export interface ClientTask {
  query: string;
  result?: string;
  /** Pointer into the answer that started the job. */
  id: string;
  state: string;
  /** What the final states mean, by the word on the wire; of a word that means both, an error in the answer makes a failure. */
  outcomes: Readonly<Record<string, 'success' | 'failure' | 'both'>>;
  /** What an HTTP status of the result operation says of the job, where it is no success. */
  resultStatus?: Readonly<Record<string, 'pending' | 'failure'>>;
  progress?: string;
  error?: string;
  message?: string;
}
