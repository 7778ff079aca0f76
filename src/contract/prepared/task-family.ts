import type { Json } from './json.js';
import type { AskedShape } from './owned-field.js';

export type TaskRole = 'create' | 'query' | 'result' | 'list' | 'remix' | 'delete';

/** A family of jobs; documented in `openapi/tasks.yaml`. */
export interface TaskFamily {
  id: { at: string; template: string };
  /** Pointer to the state in a response. */
  state: string;
  initial: string;
  order: string[];
  states: Record<string, TaskState>;
  progress?: string;
  result?: string;
  error?: string;
  /** Where a failed job says why: in words, and in a word of its vendor. */
  message?: string;
  code?: string;
  media?: Record<string, string>;
  /** Addresses of media -> the parameter of their query that says until when they hold, in Unix seconds. */
  signed?: Record<string, string>;
  /** What says the shape of the media. */
  shape?: AskedShape;
  addresses?: Record<string, string>;
  /** How many results: no more than asked for, and with `exact` no fewer; `less`: where it stands how many of them were taken out. */
  count?: { at: string; from: string; default: number; exact?: boolean; less?: string; index?: string; total?: string }[];
  /** Members that a response has only if the request asked for them; pointer -> runtime expression. */
  onlyIf?: Record<string, string>;
  times: { format: 'unix' | 'rfc3339'; created?: string; updated?: string; completed?: string; expires?: string };
  lifetime?: { seconds: number; from?: string; then?: string };
  /** Pointer -> runtime expression, or one with values that are not echoed, such as one that leaves the choice to the server. */
  echo?: Record<string, string | TaskEcho>;
  /** Members beside these that stay as they were told first. */
  keeps?: string[];
  remember?: Record<string, string>;
  remix?: { source: string; inherit: string[]; requires: string };
  callback?: { url: string; on: 'outcome' | 'change'; tries: number; delays: number[] };
  list?: {
    items: string;
    /** Whether what was created last comes first. */
    newestFirst?: boolean;
    more?: string;
    first?: string;
    last?: string;
    after?: string;
    limit?: string;
    filter?: Record<string, string>;
  };
  unknown: { status: number };
}

export interface TaskEcho {
  from: string;
  except?: Json[];
  /** What of a request has a say instead, and the models whose requests may have that. */
  unless?: { asked: string[]; models: string[] };
}

export interface TaskState {
  /** The word on the wire. */
  value: string;
  outcome?: 'success' | 'failure';
  /** What an answer to a query has in this state, one of each list of pointers; absent in the parts of a page, which checks nothing. */
  has?: string[][];
  /** What members are in this state, by pointer, where they are there; a number is the most that it is in any state. Absent like `has`. */
  is?: Record<string, Json>;
  /** HTTP status per role. */
  status: Partial<Record<TaskRole, number>>;
}
