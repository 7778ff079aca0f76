/** `nexconn-contract proxy`: checks what passes between an application and a gateway until it is told to stop. */
import { Argument, Command, Option } from 'commander';
import { isLoopback, onThisMachineOnly } from '../http/loopback.js';
import { address, endsWith2, hostFlag, portFlag, redactFlag } from './arguments.js';
import { fail } from './fail.js';
import { closeOnSignal, explainListenError } from './listen.js';
import { createLog, type LogFormat } from './log.js';

export function proxyCommand(): Command {
  return endsWith2(new Command('proxy'))
    .description('Pass calls on to a gateway, and check requests and answers on the way. Streams are not held up.')
    .addArgument(new Argument('<url>', 'address of the gateway').argParser(address))
    .addOption(portFlag(4011))
    .addOption(hostFlag())
    .option('--record <folder>', 'write each exchange to a file of this folder, without keys')
    .option('--no-auth', 'expect no keys in requests')
    .option('--strict', 'report unknown request fields too')
    .addOption(redactFlag('the journal, the log and recordings'))
    .addOption(new Option('--log <format>', 'a line per exchange').choices(['pretty', 'json', 'silent']).default('pretty'))
    .action(serve);
}

interface Flags {
  port: number;
  host: string;
  record?: string;
  auth: boolean;
  strict?: boolean;
  redact?: string[];
  log: LogFormat;
}

async function serve(target: URL, { port, host, record, auth, strict = false, redact, log }: Flags, command: Command): Promise<void> {
  if (record !== undefined && !isLoopback(host)) fail(onThisMachineOnly('proxy', host), 2);
  const { createProxy } = await import('../proxy/index.js');
  const { createRecorder } = await import('../recording/recorder.js');
  const onExchange = createLog(log);
  const recorder =
    record === undefined
      ? undefined
      : await createRecorder(record).catch(({ message }: Error) => fail(`Nothing can be recorded in ${record}: ${message}`, 2));
  const proxy = createProxy({
    target,
    auth,
    strict,
    ...(redact && { redact }),
    ...(onExchange && { onExchange }),
    ...(recorder && { record: recorder }),
    onRecordError: ({ message }) => console.error(`An exchange could not be recorded: ${message}`),
  });
  const { url } = await proxy.listen(port, host).catch((error: NodeJS.ErrnoException) => fail(explainListenError(error, command), 2));
  if (log !== 'silent')
    console.log(
      `${target.href} by way of this proxy; journal and coverage at ${url}/__proxy/requests and ${url}/__proxy/coverage\nListening on ${url}`,
    );
  closeOnSignal(proxy);
}
