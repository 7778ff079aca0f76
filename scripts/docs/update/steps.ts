/** What follows from edits of the contract: generated files, checks, the verdict, the changelog. */
import type { Run } from './command.js';

/** A check that fails is for a person, who sees what is to be said. */
export interface Checked {
  name: string;
  /** What it says, when it fails. */
  complaint?: string;
}

export interface Followed {
  /** Lines of why the edits do not fit; nothing was generated then. */
  broken?: string[];
  checks: Checked[];
  /** What has changed in the contract, as `npm run contract:diff` tells it. */
  verdict: string;
}

const checks: [name: string, ...args: string[]][] = [
  ['format', '--', '--check'],
  ['docs:coverage'],
  ['vendor:conformance'],
  ['contract:diff', '--', '--check'],
];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean);

/** @param run in the working tree that was edited */
export async function follow(run: Run): Promise<Followed> {
  const npm = (...args: string[]) => run('npm', ['run', '--silent', ...args]);
  const generated = await npm('generate');
  if (generated.code !== 0) return { broken: linesOf(generated.stderr || generated.stdout), checks: [], verdict: '' };
  await npm('docs:coverage', '--', '--write');
  const ran = await Promise.all(checks.map(async (args) => ({ name: `npm run ${args.join(' ')}`, ...(await npm(...args)) })));
  const diff = await npm('contract:diff', '--', 'HEAD');
  await npm('changelog', '--', '--write');
  return {
    checks: ran.map(({ name, code, stdout, stderr }) => ({
      name,
      ...(code !== 0 && {
        complaint: linesOf(stderr || stdout)
          .slice(-5)
          .join('\n'),
      }),
    })),
    verdict: diff.stdout.trim(),
  };
}
