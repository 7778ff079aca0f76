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

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean);

/**
 * What follows is worked out side by side: nobody needs what another one of them writes.
 * @param run in the working tree that was edited; @param edited files of `openapi/`, as the root sees them: the others are as they were
 */
export async function follow(run: Run, edited: readonly string[], onStep: (what: string) => void): Promise<Followed> {
  const npm = (...args: string[]) => run('npm', ['run', '--silent', ...args]);
  onStep('Generating what follows');
  const generated = await npm('generate');
  if (generated.code !== 0) return { broken: linesOf(generated.stderr || generated.stdout), checks: [], verdict: '' };
  onStep('Checking what follows, and telling what it means');
  const checks: [name: string, ...args: string[]][] = [
    ...(edited.length > 0 ? [['format', '--', '--check', ...edited] satisfies [string, ...string[]]] : []),
    ['docs:coverage', '--', '--write'],
    ['vendor:conformance'],
    ['contract:diff', '--', '--check'],
  ];
  const [diff, , ...ran] = await Promise.all([
    npm('contract:diff', '--', 'HEAD'),
    npm('changelog', '--', '--write'),
    ...checks.map(async (args) => ({ name: `npm run ${args.join(' ')}`, ...(await npm(...args)) })),
  ]);
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
