/**
 * Follows the documentation: reads the pages, edits the contract, generates, checks, compares, writes the changelog, and ends with a branch
 * and the body of a pull request, or with what a person has to decide. The working tree stays as it is.
 *
 *   npm run docs:update [-- <file|folder|URL>...]   without pages: every one whose address the docs map has
 *   --branch <name>       the branch to make (default: docs-update)
 *   --body <file>         where the body goes (default: standard output)
 *   --pull-request        keeps one pull request for it (`gh`): opened, updated, closed when the drift is gone
 *   --base <branch>       what the pull request is for (default: main)
 *   --remote <name>       where the branch is pushed to (default: origin)
 *   --most-lost <share>   of pages or facts that may go at once; beyond, the site is taken for broken (default: 0.2)
 *   --most-silent <share> of addresses that may be unreachable, while the rest is followed (default: 0.5)
 *   --retry <seconds>     before what is unreachable is asked once more (default: 30)
 *
 * Exit code 0: nothing has changed, 1: something has, 2: the input cannot be used, or is refused, 3: the documentation is unreachable.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withProgress } from '../../../src/cli/common/progress.js';
import { argumentsOf, BadInput, run } from '../../lib/bad-input.js';
import { project } from '../../lib/project.js';
import { demand, runIn } from '../update/command.js';
import { createForge } from '../update/forge.js';
import { withKey } from '../update/key.js';
import { closeAll, propose } from '../update/propose.js';
import { type Update, type UpdateOptions, update } from '../update/update.js';
import { Stopped } from '../update/work-tree.js';

const options = {
  branch: { type: 'string', default: 'docs-update' },
  body: { type: 'string' },
  'pull-request': { type: 'boolean' },
  base: { type: 'string', default: 'main' },
  remote: { type: 'string', default: 'origin' },
  'most-lost': { type: 'string', default: '0.2' },
  'most-silent': { type: 'string', default: '0.5' },
  retry: { type: 'string', default: '30' },
} as const;

const codes: Record<Update['state'], number> = { unchanged: 0, changed: 1, undecided: 1, refused: 2, unreachable: 3 };
const title = 'Follow the documentation';

function numberOf(name: string, text: string, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= most)) throw new BadInput(`--${name} ${text}: not a number from 0 to ${most}`);
  return value;
}

await run(async () => {
  const { values, positionals } = argumentsOf({ allowPositionals: true, options });
  const { branch, base, remote } = values;
  const here = runIn(project.root);
  if ((await here('git', ['check-ref-format', '--branch', branch])).code !== 0)
    throw new BadInput(`--branch ${branch}: not a name for a branch`);
  const current = (await here('git', ['rev-parse', '--abbrev-ref', 'HEAD'])).stdout.trim();
  if (current === branch) throw new BadInput(`--branch ${branch}: it is checked out; choose another, or another branch to work on`);
  let step = '';
  const asked: UpdateOptions = {
    root: project.root,
    branch,
    pages: positionals,
    share: numberOf('most-lost', values['most-lost'], 1),
    unreachable: numberOf('most-silent', values['most-silent'], 1),
    retrySeconds: numberOf('retry', values.retry, 3600),
    day: new Date().toISOString().slice(0, 'yyyy-mm-dd'.length),
    onStep: (what) => {
      step = what;
    },
  };
  const outcome = await withProgress(
    () => step,
    () => update(asked),
  ).catch((error: unknown) => {
    if (error instanceof Stopped) return error;
    throw error;
  });
  if (outcome instanceof Stopped) {
    console.error(outcome.message);
    return outcome.code;
  }
  const { state } = outcome;
  if ('message' in outcome) console.log(`${state}: ${outcome.message}`);
  else {
    const text = withKey(outcome.body, outcome.key);
    if (values.body === undefined) console.log(text);
    else await writeFile(values.body, text);
    console.log(
      state === 'changed'
        ? `changed: the branch ${branch} has ${outcome.files.length} files`
        : 'undecided: nothing is edited before a person has decided',
    );
  }
  if (values['pull-request'] && state !== 'refused' && state !== 'unreachable') {
    const forge = createForge(here, { branch, base, title });
    const scratch = await mkdtemp(join(tmpdir(), 'docs-update-body-'));
    const file = join(scratch, 'body.md');
    const push = async () => {
      await demand(here, 'git', ['push', '--force', remote, `refs/heads/${branch}:refs/heads/${branch}`]);
    };
    try {
      const gone = 'The contract follows the documentation again.';
      if ('isWhole' in outcome)
        for (const line of outcome.isWhole ? await closeAll(forge, ['pr', 'issue'], gone, file) : []) console.log(line);
      else if ('body' in outcome) {
        console.log(await propose(forge, { ...outcome, isDecision: state === 'undecided' }, file, push));
        for (const line of await closeAll(forge, [state === 'undecided' ? 'pr' : 'issue'], 'Another one stands for it now.', file))
          console.log(line);
      }
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }
  return codes[state];
});
