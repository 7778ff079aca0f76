/** `nexconn-contract doctor`: whether this machine has what the package needs, and what to do where it has not. */
import { styleText } from 'node:util';
import { Command, Option } from 'commander';
import { keyVariable } from '../../check/repeat/key-variable.js';
import { visible, visibleJson } from '../../http/visible-text.js';
import { hostFlag, listFlag, portFlag } from '../common/arguments.js';
import { withExamples } from '../common/examples.js';
import type { Check } from './check.js';
import { checkPort, checkScenarios, checkStore } from './reachable.js';

export function doctorCommand(): Command {
  const command = new Command('doctor')
    .description(
      'Look whether this machine has what the package needs: Node.js, a free port, the store, scenarios, optional parts. Ends with 0 if all works, 1 if something will not.',
    )
    .addOption(portFlag(4010))
    .addOption(hostFlag())
    .addOption(new Option('--store <address>', 'the store that a mock would be given, such as redis://host:port'))
    .addOption(listFlag('--scenarios <path>', 'the scenarios that a mock would be given: a file or a folder; may be given several times'))
    .option('--json', 'say it as JSON')
    .action(doctor);
  return withExamples(
    command,
    'nexconn-contract doctor',
    'nexconn-contract doctor --port 4020 --store redis://127.0.0.1:6379 --scenarios scenarios/',
  );
}

interface Flags {
  port: number;
  host: string;
  store?: string;
  scenarios?: string[];
  json?: boolean;
}

async function doctor({ port, host, store, scenarios, json }: Flags): Promise<void> {
  // What compares versions is loaded here, so that no other command waits for it.
  const { checkContract, checkCopy, checkNode, checkOptionalParts, ownManifest } = await import('./installed.js');
  const manifest = ownManifest();
  const checks = [
    checkNode(manifest),
    await checkCopy(manifest, process.cwd()),
    checkContract(),
    await checkPort(port, host),
    ...(store === undefined ? [] : [await checkStore(store)]),
    ...(scenarios === undefined ? [] : [await checkScenarios(scenarios)]),
    checkKey(process.env[keyVariable]),
    ...(await checkOptionalParts(manifest, process.cwd())),
  ];
  console.log(json ? visibleJson(JSON.stringify(checks, null, 2)) : textOf(checks));
  process.exitCode = checks.some(({ outcome }) => outcome === 'wrong') ? 1 : 0;
}

function checkKey(key: string | undefined): Check {
  const what = keyVariable;
  if (key) return { outcome: 'ok', what, found: 'set; the mock takes any key, the gateway its own' };
  return { outcome: 'note', what, found: 'not set; `verify` against the gateway needs it, the mock does not' };
}

const colours = { ok: 'green', note: 'yellow', wrong: 'red' } as const;

function textOf(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ what }) => what.length));
  const lines = checks.map(({ outcome, what, found, advice }) => {
    const said = outcome === 'wrong' && advice !== undefined ? `${found}. ${advice}` : found;
    return `${styleText(colours[outcome], outcome.padEnd(5), { stream: process.stdout })}  ${what.padEnd(width)}  ${visible(said)}`;
  });
  const wrong = checks.filter(({ outcome }) => outcome === 'wrong').length;
  return [...lines, wrong === 0 ? 'Nothing is in the way.' : `${wrong} to be mended.`].join('\n');
}
