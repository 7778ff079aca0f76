/** What a server tells of itself and of the exchanges that it saw, to those who test with it. */
import { type Caller, whyRefused } from '../http/admission.js';
import { readJson } from '../http/json/json-text.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';
import { Coverage, type CoverageReport } from './coverage.js';
import { checkFilter } from './filter-check.js';
import type { Journal } from './journal.js';
import { entryText, readQuery, recordsOf } from './view.js';

/** What a control route looks at. */
export type ControlRequest = Pick<HttpRequest, 'query' | 'text'>;

export type ControlAnswer = (request: ControlRequest) => HttpResponse | Promise<HttpResponse>;

/** By name and method. */
export type ControlRoutes = Map<string, Map<string, ControlAnswer>>;

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };

export const controlJson = (value: unknown, status = 200): HttpResponse => ({
  status,
  headers: { ...headers },
  body: JSON.stringify(value, null, 2),
});

/** A list that is sent item by item: as a whole it may be longer than a text can be. */
const controlList = (items: readonly unknown[], textOf: (index: number) => string): HttpResponse => {
  async function* pieces(): AsyncGenerator<string> {
    yield '[';
    for (let index = 0; index < items.length; index++) yield `${index === 0 ? '\n' : ',\n'}${textOf(index)}`;
    yield items.length === 0 ? ']' : '\n]';
  }
  return { status: 200, headers: { ...headers }, body: pieces() };
};

/** The response where all is done and there is nothing to tell. */
export const controlDone = (): HttpResponse => ({ status: 204, headers: {}, body: null });

/** Why there is nothing of what was asked for. */
export const controlRefusal = (message: string, status = 400): HttpResponse => controlJson({ message }, status);

/** The response where a server is at fault itself. @param who it is */
export const controlFailure = (who: string, error: unknown): HttpResponse =>
  controlJson({ message: `${who} failed: ${(error as Error).message}` }, 500);

/** What those who wait for a server are told. @param reason why it is not ready; absent where it is */
export const readiness = (reason: string | undefined): HttpResponse =>
  reason === undefined ? controlJson({ status: 'ready' }) : controlJson({ status: 'not ready', message: reason }, 503);

/**
 * The response to who is not to read what others sent, such as a page of somewhere else; `undefined` for all others.
 * @param allowed names of hosts that the server and pages may have besides
 */
export function refuseStranger(caller: Caller, allowed?: readonly string[]): HttpResponse | undefined {
  const why = whyRefused(caller, allowed);
  return why === undefined ? undefined : controlRefusal(why, 403);
}

export const sessionOf = (query: URLSearchParams): string | undefined => query.get('session') ?? undefined;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a request says; an empty body says `{}`. `undefined` for what is no JSON object. */
export async function readObject(text: () => Promise<string>): Promise<Record<string, unknown> | undefined> {
  try {
    const value = readJson((await text()) || '{}');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What was exercised, by whom it is asked for: of one session, what the journal still has of it. */
function reportOf(coverage: Coverage, journal: Journal, session: string | undefined): CoverageReport {
  const { contract } = coverage;
  if (session === undefined) return { contract: contract.build, ...coverage.report() };
  const own = new Coverage(contract);
  for (const { operation, status, mediaType, example } of journal.records.filter((record) => record.session === session))
    if (operation !== undefined) own.hit(operation, status, mediaType, example);
  return { contract: contract.build, session, ...own.report() };
}

/** @param health what is told beside the contract's name */
export function controlRoutes(journal: Journal, coverage: Coverage, health: () => object | Promise<object> = () => ({})): ControlRoutes {
  const { title, version, hash, operations } = coverage.contract;
  const list: ControlAnswer = ({ query }) => {
    try {
      const { view, filter } = readQuery(query);
      const records = recordsOf(journal, checkFilter(filter, operations), view);
      return controlList(records, (index) => entryText(journal, records[index] as (typeof records)[number], view));
    } catch (error) {
      return controlRefusal((error as Error).message);
    }
  };
  const clear: ControlAnswer = ({ query }) => {
    journal.clear(sessionOf(query));
    return controlDone();
  };
  return new Map<string, Map<string, ControlAnswer>>([
    ['health', new Map([['GET', async () => controlJson({ status: 'ok', title, version, hash, ...(await health()) })]])],
    [
      'requests',
      new Map([
        ['GET', list],
        ['DELETE', clear],
      ]),
    ],
    ['coverage', new Map([['GET', ({ query }) => controlJson(reportOf(coverage, journal, sessionOf(query)))]])],
  ]);
}
