/** `nexconn-contract scenarios`: what a team's own answers are, and whether they are right. */
import { Command } from 'commander';
import { contract } from '../../compiled/contract.js';
import { visible } from '../http/visible-text.js';
import { counted } from './common/counted.js';
import { withExamples } from './common/examples.js';
import { fail } from './common/fail.js';
import { withProgress } from './common/progress.js';
import { wantedBy, whyUnread } from './common/unread.js';

export function scenariosCommand(): Command {
  return new Command('scenarios')
    .description('Work with files of scenarios: answers of your own.')
    .addCommand(checkCommand())
    .addCommand(fromCommand());
}

function checkCommand(): Command {
  const command = new Command('check')
    .description('Check files of scenarios against the contract, offline. Ends with 0 if all is right, 1 if not.')
    .argument('<path...>', 'files (.yaml, .yml, .json) and folders of them, in the order in which they are tried')
    .action(check);
  return withExamples(command, 'nexconn-contract scenarios check scenarios/');
}

function fromCommand(): Command {
  const command = new Command('from')
    .description('Write scenarios that answer as recordings do, as YAML. What no scenario can say stays with its recording, and is named.')
    .argument('<path...>', 'folders of recordings, recordings (.json), HAR files (.har, .har.zip)')
    .action(from);
  return withExamples(command, 'nexconn-contract scenarios from recordings > scenarios.yaml');
}

async function from(paths: string[], _flags: object, command: Command): Promise<void> {
  const [{ scenariosOf }, { stringify }] = await Promise.all([import('../upstream/derive/scenarios-of.js'), import('yaml')]);
  const derive = () => scenariosOf(paths, contract);
  const { scenarios, kept, unread, used } = await withProgress(() => 'Reading recordings', derive).catch((error: NodeJS.ErrnoException) =>
    fail(error.code === undefined ? error.message : `${whyUnread(error.path ?? '', error, wantedBy(command))}.`, 2),
  );
  for (const { source, why } of kept) console.error(visible(`${source} is kept as a recording: ${why}`));
  for (const problem of unread) console.error(visible(`${problem}.`));
  if (kept.length + used + unread.length === 0) fail(`There is no recording in ${paths.join(', ')}; give ${wantedBy(command)}.`, 1);
  console.error(`${counted(scenarios.length, 'scenario')} from ${counted(used, 'recording')}, ${kept.length} kept`);
  if (scenarios.length === 0) process.exitCode = 1;
  else console.log(stringify(scenarios, { lineWidth: 0 }).trimEnd());
}

async function check(paths: string[]): Promise<void> {
  const [{ loadScenarios }, { findingLine }, { default: responseValidators }] = await Promise.all([
    import('../scenarios/files/load.js'),
    import('../scenarios/judge/finding.js'),
    import('../../compiled/response-validators.js'),
  ]);
  const load = () => loadScenarios(paths, { contract, responseValidators });
  const { findings, warnings, total } = await withProgress(() => 'Checking scenarios', load);
  for (const finding of findings) console.log(findingLine(finding));
  for (const warning of warnings) console.log(`warning: ${findingLine(warning)}`);
  const said = warnings.length > 0 ? `, ${counted(warnings.length, 'warning')}` : '';
  console.log(
    `${counted(total.scenarios, 'scenario')}, ${counted(total.answers, 'answer')}, ${counted(findings.length, 'finding')}${said}`,
  );
  if (findings.length > 0) process.exitCode = 1;
}
