/** Options of what stands behind the mock: a gateway, and recordings of one. */
import { type MockOptions, mockOptions } from '../mock/engine/options.js';
import { boolean, type Kind, number, text } from '../options/kinds.js';

/** Who answers what neither a request's `Prefer` nor a mistake in it decides. */
export interface BehindOptions {
  /**
   * Address of a gateway that is asked for what nothing else answers, such as `https://api-xmodel.nexconn.ai`. What passes is checked.
   * @default none: the documented answers
   */
  upstream?: string | URL;
  /**
   * Folder to which each exchange with the upstream is written, without keys. The mock then listens on this machine only.
   * @default none: nothing is recorded
   */
  record?: string;
  /**
   * Recordings that answer: folders and recordings of the proxy, of `record`, and HAR files. What they do not answer goes to the upstream, and is a
   * 404 without one.
   * @default none
   */
  replay?: string | string[];
  /**
   * Whether a recording only answers requests that differ in nothing but ids, marks for caches and seals. Otherwise other days, addresses and
   * settings are worth a warning.
   * @default false
   */
  replayStrict?: boolean;
  /**
   * How many times as fast as they were recorded streams are replayed.
   * @default 1
   */
  replaySpeed?: number;
}

const isAddress = (value: unknown): boolean => URL.canParse(String(value)) && /^https?:$/.test(new URL(String(value)).protocol);

const address: Kind<string> = {
  expected: 'an address such as https://api.example.com',
  accepts: (value) => (typeof value === 'string' || value instanceof URL) && isAddress(value),
  parse: (given) => (isAddress(given) ? given : undefined),
};

const paths: Kind<string> = {
  expected: 'a path, or a list of paths',
  accepts: (value) => (Array.isArray(value) ? value.length > 0 && value.every(text.accepts) : text.accepts(value)),
  parse: text.parse,
};

export const behindOptions = {
  upstream: address,
  record: text,
  replay: paths,
  replayStrict: boolean,
  replaySpeed: number({ least: 0.001, unit: 'factor' }),
} satisfies Record<keyof BehindOptions, Kind>;

type Dependent = BehindOptions & Pick<MockOptions, 'quota' | 'quotaStatus'>;

/** What an option makes no sense without. */
const needed: readonly [option: keyof Dependent, needs: keyof Dependent][] = [
  ['record', 'upstream'],
  ['replayStrict', 'replay'],
  ['replaySpeed', 'replay'],
  ['quotaStatus', 'quota'],
];

/**
 * @param nameOf how an option is called where it was given
 * @returns what is wrong where an option would do nothing
 */
export function findIdle(options: Dependent, nameOf = (option: keyof Dependent): string => option): string | undefined {
  const idle = needed.find(([option, needs]) => options[option] !== undefined && options[needs] === undefined);
  return idle && `${nameOf(idle[0])} needs ${nameOf(idle[1])}: ${{ ...behindOptions, ...mockOptions }[idle[1]].expected}`;
}
