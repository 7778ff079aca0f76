/** `nexconn-contract proxy`: checks what passes between an application and a gateway until it is told to stop. */
import { Argument, Command } from 'commander';
import { contract } from '../../compiled/contract.js';
import { isLoopback, onThisMachineOnly } from '../http/loopback.js';
import type { ServerOptions } from '../options/server-limits.js';
import { address, allowHostFlag, hostFlag, logFlags, portFlag, redactFlag, serverFlags } from './common/arguments.js';
import { baselineFlag, readBaseline, sayFixed } from './common/baseline.js';
import { withExamples } from './common/examples.js';
import { fail } from './common/fail.js';
import { closeOnSignal, explainListenError, warnOfOthers } from './common/listen.js';
import { type LogFormat, openLog, tellEachOnce } from './common/log.js';

export function proxyCommand(): Command {
  const command = new Command('proxy')
    .description('Pass calls on to a gateway, and check requests and answers on the way. Streams are not held up.')
    .addArgument(new Argument('<url>', 'address of the gateway').argParser(address))
    .addOption(portFlag(4011))
    .addOption(hostFlag())
    .option('--record <folder>', 'write each exchange to a file of this folder, without keys')
    .option('--no-auth', 'expect no keys in requests')
    .option('--strict', 'report unknown request fields too')
    .option('--fail-on-violation', 'end with 1 if anything was found, once the proxy is told to stop')
    .addOption(baselineFlag('--baseline'))
    .addOption(allowHostFlag('/__proxy/'))
    .addOption(redactFlag('the journal, the log and recordings'));
  for (const option of [...serverFlags(), ...logFlags('exchange')]) command.addOption(option);
  return withExamples(
    command.action(serve),
    'nexconn-contract proxy https://gateway.example --record recordings',
    'nexconn-contract proxy https://gateway.example --port 0 --log json --fail-on-violation',
  );
}

interface Flags extends ServerOptions {
  port: number;
  host: string;
  record?: string;
  auth: boolean;
  strict?: boolean;
  failOnViolation?: boolean;
  baseline?: string;
  redact?: string[];
  allowHost?: string[];
  log: LogFormat;
  quiet?: boolean;
}

async function serve(
  target: URL,
  {
    port,
    host,
    record,
    auth,
    strict = false,
    failOnViolation,
    baseline: known,
    redact,
    allowHost,
    log: format,
    quiet: _,
    ...limits
  }: Flags,
  command: Command,
): Promise<void> {
  if (record !== undefined && !isLoopback(host)) fail(onThisMachineOnly('proxy', host), 2);
  const baseline = await readBaseline(known);
  const { createProxy } = await import('../proxy/index.js');
  const [{ createRecorder }, { withoutFailures }] = await Promise.all([
    import('../recording/recorder.js'),
    import('../recording/losses.js'),
  ]);
  const log = openLog(format, tellEachOnce());
  const recorder =
    record === undefined
      ? undefined
      : await createRecorder(record).catch(({ message }: Error) => fail(`Nothing can be recorded in ${record}: ${message}`, 2));
  const proxy = createProxy({
    target,
    auth,
    strict,
    ...limits,
    ...(baseline && { baseline }),
    ...(redact && { redact }),
    ...(allowHost && { allowHosts: allowHost }),
    ...(log.onExchange && { onExchange: log.onExchange }),
    ...(recorder && { record: withoutFailures(recorder, (line) => console.error(line)) }),
  });
  const { url } = await proxy.listen(port, host).catch((error: NodeJS.ErrnoException) => fail(explainListenError(error, command), 2));
  warnOfOthers('proxy', host, '/__proxy/');
  const shown = withoutUser(target);
  log.say(
    'listening',
    { server: 'proxy', url, target: shown, contract: contract.build },
    `${shown} by way of this proxy; journal and coverage at ${url}/__proxy/requests and ${url}/__proxy/coverage\nListening on ${url}`,
  );
  closeOnSignal(proxy, () => {
    const counts = proxy.counts();
    const { exchanges, broken, violations } = counts;
    log.say('stopped', counts, `${exchanges} exchanges passed, ${broken} with violations (${violations} in all).`);
    if (baseline) sayFixed(baseline);
    return failOnViolation && broken > 0 ? 1 : 0;
  });
}

/** What an address may say of who asks is for nobody's eyes. */
function withoutUser(address: URL): string {
  const shown = new URL(address);
  shown.username = '';
  shown.password = '';
  return shown.href;
}
