/** The old names of options, flags and preferences, which go on working for one minor version. */

type Names = Readonly<Record<string, string>>;

/** The client's, by themselves, since pages load them. */
export const oldClientNames: Names = { maxRetryAfter: 'maxRetryAfterSeconds' };

/** In camelCase; flags and preferences have the same names in kebab-case. */
const renamed: Names = {
  bodyLimit: 'bodyLimitBytes',
  budget: 'budgetCalls',
  failUnder: 'failUnderPercent',
  firstTokenMs: 'firstEventMs',
  jobTimeout: 'jobTimeoutSeconds',
  latency: 'latencyMs',
  of: 'measure',
  tokensPerSecond: 'eventsPerSecond',
  tps: 'eventsPerSecond',
  ttft: 'firstEventMs',
};

/** The version in which the old names are gone. */
const removedIn = '0.3';

/** What an old name stands for, if it is one. */
export const newName = (name: string): string | undefined => (Object.hasOwn(renamed, name) ? renamed[name] : undefined);

/** The old names of a thing. */
export const oldNames = (name: string): string[] => Object.keys(renamed).filter((old) => renamed[old] === name);

export const renamedMessage = (old: string, name: string): string => `${old} is now ${name}; the old name is gone in ${removedIn}`;

const said = new Set<string>();

/** Says so once: as Node.js does where it runs, else on the console. */
export function warnOfName(caller: string, old: string, name: string): void {
  const message = `${caller}: ${renamedMessage(old, name)}`;
  if (said.has(message)) return;
  said.add(message);
  const { process, console } = globalThis;
  if (process?.emitWarning) process.emitWarning(message, 'DeprecationWarning');
  else console.warn(message);
}
