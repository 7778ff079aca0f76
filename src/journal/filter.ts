/** Which entries of a journal are wanted. */
import { contains } from './contains.js';

/** Which entries are wanted: those to which all that is given applies. */
export interface JournalFilter {
  /** operationId; of any operation, if it is absent. */
  operation?: string | undefined;
  /** HTTP status, 0 for what has none yet; any, if it is absent. */
  status?: number | undefined;
  /** Name of the session, empty for the requests of none; of all, if it is absent. */
  session?: string | undefined;
  /** Name of the scenario that answered; whoever did, if it is absent. */
  scenario?: string | undefined;
  /** What the response calls the exchange; whatever it does, if it is absent. */
  requestId?: string | undefined;
  /** Whether something was found; either, if it is absent. */
  violations?: boolean | undefined;
  /** What the request body has to contain: members of objects, lists of the same length; any, if it is absent. */
  body?: Readonly<Record<string, unknown>> | undefined;
}

/** What of an entry a filter looks at. */
interface Filtered {
  operation?: string;
  status: number;
  session: string;
  scenario?: string;
  requestId?: string | undefined;
  violations: readonly unknown[];
}

const plain = ['operation', 'status', 'session', 'scenario', 'requestId'] as const;

/** Whether an entry is wanted, as far as it can be told without its body. */
export const isWanted = (entry: Filtered, filter: JournalFilter): boolean =>
  plain.every((name) => filter[name] === undefined || entry[name] === filter[name]) && filter.violations !== entry.violations.length < 1;

export const hasBody = ({ requestBody }: { requestBody?: unknown }, { body: wanted }: JournalFilter): boolean =>
  wanted === undefined || contains(requestBody, wanted);
