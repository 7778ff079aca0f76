/** `nexconn-contract proxy`: checks what passes between an application and a gateway until it is told to stop. */
import { Argument, Command, Option } from 'commander';
import { address, endsWith2, port } from './arguments.js';
import { fail } from './fail.js';
import { closeOnSignal, explainListenError } from './listen.js';
import { createLog, type LogFormat } from './log.js';

export function proxyCommand(): Command {
  return endsWith2(new Command('proxy'))
    .description('Pass calls on to a gateway, and check requests and answers on the way. Streams are not held up.')
    .addArgument(new Argument('<url>', 'address of the gateway').argParser(address))
    .addOption(new Option('-p, --port <port>', 'port to listen on; 0 takes a free one').env('PORT').default(4011).argParser(port))
    .addOption(new Option('--host <address>', 'address to listen on').env('HOST').default('127.0.0.1'))
    .option('--record <folder>', 'write each exchange to a file of this folder, without keys')
    .option('--no-auth', 'expect no keys in requests')
    .option('--strict', 'report unknown request fields too')
    .addOption(new Option('--log <format>', 'a line per exchange').choices(['pretty', 'json', 'silent']).default('pretty'))
    .action(serve);
}

interface Flags {
  port: number;
  host: string;
  record?: string;
  auth: boolean;
  strict?: boolean;
  log: LogFormat;
}

async function serve(target: URL, { port: number, host, record, auth, strict = false, log }: Flags): Promise<void> {
  const { createProxy } = await import('../proxy/index.js');
  const { createRecorder } = await import('../recording/recording.js');
  const onExchange = createLog(log);
  const recorder =
    record === undefined
      ? undefined
      : await createRecorder(record).catch(({ message }: Error) => fail(`Nothing can be recorded in ${record}: ${message}`, 2));
  const proxy = createProxy({
    target,
    auth,
    strict,
    ...(onExchange && { onExchange }),
    ...(recorder && { record: recorder }),
    onRecordError: ({ message }) => console.error(`An exchange could not be recorded: ${message}`),
  });
  const { url } = await proxy
    .listen(number, host)
    .catch((error: NodeJS.ErrnoException) => fail(explainListenError(error, number, host), 2));
  if (log !== 'silent')
    console.log(
      `${target.href} by way of this proxy; journal and coverage at ${url}/__proxy/requests and ${url}/__proxy/coverage\nListening on ${url}`,
    );
  closeOnSignal(proxy);
}
