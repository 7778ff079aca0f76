/** `nexconn-contract mock`: serves the mock until it is told to stop. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { contract } from '../../compiled/contract.js';
import { createMock } from '../mock/index.js';
import { defaults, mebibyte } from '../mock/options.js';
import { number, port } from './arguments.js';
import { fail } from './fail.js';
import { closeOnSignal, explainListenError } from './listen.js';
import { createLog, type LogFormat } from './log.js';

function latency(text: string): number | [number, number] {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (from === undefined || (to !== undefined && Number(to) < Number(from)))
    throw new InvalidArgumentError('Give milliseconds such as 200, or a range such as 100-400.');
  return to === undefined ? Number(from) : [Number(from), Number(to)];
}

function size(text: string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*(kb|mb)?$/i.exec(text) ?? [];
  if (amount === undefined) throw new InvalidArgumentError('Give a size such as 500kb or 64mb.');
  return Math.floor(Number(amount) * ({ kb: 1024, mb: mebibyte }[unit.toLowerCase()] ?? 1));
}

export function mockCommand(): Command {
  return new Command('mock')
    .description('Serve a mock of the gateway.')
    .addOption(new Option('-p, --port <port>', 'port to listen on; 0 takes a free one').env('PORT').default(4010).argParser(port))
    .addOption(new Option('--host <address>', 'address to listen on').env('HOST').default('127.0.0.1'))
    .addOption(new Option('--engine <engine>', 'who judges requests').choices(['prepared', 'prism']).default('prepared'))
    .addOption(new Option('--auth <mode>', 'whether a key is asked for').choices(['on', 'off']).default('on'))
    .option('--auth-key <key>', 'the only key that passes (any other than an empty one by default)')
    .option('--strict', 'refuse unknown request fields instead of warning about them')
    .addOption(new Option('--body-limit <size>', 'largest request body').argParser(size).default(defaults.bodyLimit, '64mb'))
    .addOption(
      new Option('--task-seconds <seconds>', 'time from the creation of a job to its end')
        .argParser(number(0))
        .default(defaults.taskSeconds),
    )
    .addOption(new Option('--task-polls <polls>', 'polls from the creation of a job to its end, instead of time').argParser(number(0)))
    .addOption(new Option('--first-token-ms <ms>', 'time before the first event of a stream').argParser(number(0)))
    .addOption(
      new Option('--tokens-per-second <rate>', 'events per second of a stream').argParser(number(0.001)).default(defaults.tokensPerSecond),
    )
    .addOption(new Option('--latency <ms>', 'time before each answer, such as 200 or 100-400').argParser(latency))
    .addOption(new Option('--error-rate <share>', 'share of requests answered with a passing error, 0 to 1').argParser(number(0, 1)))
    .addOption(new Option('--seed <number>', 'makes latency and errors repeat from run to run').argParser(number(0)))
    .option('--allow-callbacks', 'call callback addresses on other machines too, not only on this one')
    .option('--store <address>', 'where lists, deletions and poll counts are kept: memory: or redis://host:port', 'memory:')
    .addOption(new Option('--log <format>', 'a line per request').choices(['pretty', 'json', 'silent']).default('pretty'))
    .action(serve);
}

interface Flags {
  port: number;
  host: string;
  auth: 'on' | 'off';
  log: LogFormat;
  [option: string]: unknown;
}

async function serve({ port, host, auth, log, ...options }: Flags): Promise<void> {
  const onExchange = createLog(log);
  const mock = await createMock({ ...options, auth: auth === 'on', ...(onExchange && { onExchange }) }).catch((error: Error) =>
    fail(error.message),
  );
  const { url } = await mock.listen(port, host).catch((error: NodeJS.ErrnoException) => fail(explainListenError(error, port, host)));
  if (log !== 'silent') greet(url);
  closeOnSignal(mock);
}

function greet(url: string): void {
  const width = Math.max(...contract.operations.map(({ path }) => path.length));
  const lines = contract.operations.map(({ method, path, id }) => `  ${method.padEnd(6)} ${path.padEnd(width)}  ${id}`);
  const sample = contract.operations.find(({ stream, body }) => stream && body);
  const body = JSON.stringify(sample?.examples.find(({ request }) => JSON.stringify(request.body ?? '').length < 200)?.request.body);
  console.log(`${contract.title} ${contract.build}\n${lines.join('\n')}\n`);
  if (sample && body)
    console.log(
      `Try it:\n  curl ${url}${sample.path} -H 'Authorization: Bearer any-key' -H 'Content-Type: application/json' -d '${body.replace(/'/g, `'\\''`)}'\n`,
    );
  console.log(`Listening on ${url}`);
}
