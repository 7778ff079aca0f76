/** The old names of options, flags and preferences, which go on working for one minor version. */

/** In camelCase; flags and preferences have the same names in kebab-case. */
const renamed: Readonly<Record<string, string>> = {
  bodyLimit: 'bodyLimitBytes',
  budget: 'budgetCalls',
  failUnder: 'failUnderPercent',
  firstTokenMs: 'firstEventMs',
  jobTimeout: 'jobTimeoutSeconds',
  latency: 'latencyMs',
  maxRetryAfter: 'maxRetryAfterSeconds',
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
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  const { process, console } = globalThis;
  if (process?.emitWarning) process.emitWarning(message, 'DeprecationWarning');
  else console.warn(message);
}
