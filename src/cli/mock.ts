/** `nexconn-contract mock`: serves the mock until it is told to stop. */
import { Command, Option } from 'commander';
import { contract } from '../../compiled/contract.js';
import { defaults, mockOptions } from '../mock/engine/options.js';
import { servingOptions } from '../mock/serving/options.js';
import { time } from '../options/kinds.js';
import { kebabCase } from '../options/names.js';
import { preferenceTexts } from '../options/preference-texts.js';
import { createMock } from '../upstream/index.js';
import { behindOptions, findIdle } from '../upstream/options.js';
import {
  address,
  allowHostFlag,
  hostFlag,
  listFlag,
  logFlags,
  numberFlag,
  parserOf,
  portFlag,
  redactFlag,
  serverFlags,
  size,
  withOldFlags,
} from './common/arguments.js';
import { withExamples } from './common/examples.js';
import { fail } from './common/fail.js';
import { closeOnSignal, explainListenError, warnOfOthers } from './common/listen.js';
import { type LogFormat, openLog } from './common/log.js';
import { withProgress } from './common/progress.js';
import { httpsOf, type KeptCertificate, keepCertificate, type TlsFlags, tlsFlags } from './common/tls.js';

export function mockCommand(): Command {
  const command = new Command('mock').description('Serve a mock of the gateway.');
  for (const option of [portFlag(4010), hostFlag(), ...mockFlags()]) command.addOption(option);
  return withExamples(
    withOldFlags(command).action(serve),
    'nexconn-contract mock --scenarios scenarios/                                     # answers of your own',
    'nexconn-contract mock --port 0 --quiet --seed 7 --now 2026-01-31T12:00:00Z       # the same every time',
    'nexconn-contract mock --upstream https://gateway.example --record recordings     # what a gateway says, kept',
    'nexconn-contract mock --replay recordings --only-scenarios                       # and said again',
    'nexconn-contract mock --error-rate 0.1 --latency-ms 100-400 --rate-limit 10/60s  # as on a bad day',
  ).addHelpText('after', preferencesHelp);
}

function preferencesHelp(): string {
  const rows = Object.entries(preferenceTexts).map(([name, { form, effect }]) => [`${name}=${form}`, effect] as const);
  const width = Math.max(...rows.map(([left]) => left.length));
  const lines = rows.map(([left, effect]) => `  ${left.padEnd(width)}  ${effect}`);
  return `\nA request may ask for other behaviour in its Prefer header, such as \`Prefer: code=429, session=a\`:\n${lines.join('\n')}`;
}

function mockFlags(): Option[] {
  const { authKey, engine, bodyLimitBytes, latencyMs, taskSeconds, taskPolls, firstEventMs, eventsPerSecond, words, errorRate, seed } =
    mockOptions;
  const { record, replaySpeed } = behindOptions;
  const { rateLimit, quota, quotaStatus, now } = mockOptions;
  return [
    new Option('--engine <engine>', 'who answers requests').choices(engine.words).default('prepared'),
    new Option('--auth <mode>', 'whether a key is asked for').choices(['on', 'off']).default('on'),
    new Option('--auth-key <key>', 'the only key that passes (any other than an empty one by default)').argParser(parserOf(authKey)),
    new Option('--strict', 'refuse unknown request fields instead of warning about them'),
    new Option(`--body-limit-bytes <${bodyLimitBytes.unit}>`, 'largest request body, such as 64mb')
      .argParser(size)
      .default(defaults.bodyLimitBytes, '64mb'),
    ...serverFlags(),
    ...tlsFlags(),
    new Option('--base-path <path>', 'path below which the whole mock is, such as /api').argParser(parserOf(servingOptions.basePath)),
    numberFlag('taskSeconds', taskSeconds, 'time from the creation of a job to its end').default(defaults.taskSeconds),
    numberFlag('taskPolls', taskPolls, 'polls from the creation of a job to its end, instead of time'),
    numberFlag('firstEventMs', firstEventMs, 'time before the first event of a stream (as long as between two by default)'),
    numberFlag('eventsPerSecond', eventsPerSecond, 'events per second of a stream').default(defaults.eventsPerSecond),
    new Option(`--latency-ms <${latencyMs.unit}>`, 'time before each response, such as 200 or 100-400').argParser(
      parserOf(latencyMs, 'milliseconds such as 200, or a range such as 100-400'),
    ),
    new Option(
      `--words <${words.unit}>`,
      "words of a made-up chat answer, such as 500 or 20-400 (those of the contract's texts by default)",
    ).argParser(parserOf(words, 'a number of words from 1 to 20000 such as 500, or a range such as 20-400')),
    listFlag('--scenarios <path>', 'answers of your own: a file or a folder, watched; may be given several times'),
    new Option('--only-scenarios', 'answer with scenarios and recordings only: anything else is a 404'),
    new Option('--upstream <url>', 'gateway that is asked for what nothing else answers; what passes is checked').argParser(address),
    new Option('--record <folder>', 'write each exchange with the upstream to a file of this folder, without keys').argParser(
      parserOf(record),
    ),
    listFlag(
      '--replay <path>',
      'answer from recordings: a folder, a recording (.json), a HAR file (.har, .har.zip); may be given several times',
    ),
    new Option('--replay-strict', 'replay only for requests that differ in nothing but ids, marks for caches and seals'),
    numberFlag('replaySpeed', replaySpeed, 'how many times as fast as they were recorded streams are replayed'),
    numberFlag('errorRate', errorRate, 'share of requests answered with a passing error, 0 to 1'),
    new Option('--rate-limit <rate>', 'requests that a key may make in a time, such as 10/60s; one more is a 429').argParser(
      parserOf(rateLimit),
    ),
    numberFlag('quota', quota, 'requests that a key may make in a day; one more is a 402'),
    numberFlag('quotaStatus', quotaStatus, 'status where the quota is used up (402 by default)'),
    numberFlag('seed', seed, 'makes ids, latency and errors repeat from run to run'),
    new Option(
      `--now <${now.unit}>`,
      'where the clock stands until POST /__mock/clock moves it, such as 2026-01-31T12:00:00Z (it runs by default)',
    ).argParser(parserOf(now, time.expected)),
    new Option('--allow-callbacks', 'call callback addresses on other machines too, not only on this one'),
    allowHostFlag('/__mock/'),
    new Option('--store <address>', 'where lists, deletions, counts and added scenarios are kept: memory: or redis://host:port').default(
      'memory:',
    ),
    redactFlag('the journal, the log and recordings'),
    ...logFlags('request'),
    new Option('--operations', 'list the operations at the start'),
  ];
}

interface Flags extends TlsFlags {
  port: number;
  host: string;
  auth: 'on' | 'off';
  log: LogFormat;
  allowHost?: string[];
  operations?: boolean;
  [option: string]: unknown;
}

async function serve(
  { port, host, auth, log: format, quiet: _, operations, allowHost, https, httpsCert, httpsKey, ...options }: Flags,
  command: Command,
): Promise<void> {
  const idle = findIdle(options, (name) => `--${kebabCase(name)}`);
  if (idle !== undefined) fail(`${idle}.`, 2);
  const log = openLog(format);
  const { onExchange } = log;
  const create = () =>
    createMock({
      ...options,
      auth: auth === 'on',
      ...httpsOf({ https, httpsCert, httpsKey } as TlsFlags),
      ...(allowHost && { allowHosts: allowHost }),
      ...(onExchange && { onExchange }),
    });
  const mock = await withProgress(() => 'Reading scenarios and recordings', create).catch((error: Error) => fail(error.message, 2));
  const { url, certificate } = await mock
    .listen(port, host)
    .catch((error: NodeJS.ErrnoException) => fail(explainListenError(error, command), 2));
  const kept = certificate === undefined ? undefined : await keepCertificate(certificate);
  warnOfOthers('mock', host, '/__mock/');
  const stands = options.now === undefined ? undefined : new Date(mock.clock.now()).toISOString();
  log.say(
    'listening',
    {
      server: 'mock',
      url,
      contract: contract.build,
      operations: contract.operations.length,
      ...(stands && { clock: stands }),
      ...(kept?.file !== undefined && { certificate: kept.file }),
    },
    greeting(url, { operations, stands, kept }),
  );
  closeOnSignal({
    async close() {
      await mock.close();
      await kept?.remove();
    },
  });
}

interface Said {
  /** Whether each operation is listed. */
  operations: boolean | undefined;
  /** Where the clock stands. */
  stands: string | undefined;
  kept: KeptCertificate | undefined;
}

function greeting(url: string, { operations, stands, kept }: Said): string {
  const width = Math.max(...contract.operations.map(({ path }) => path.length));
  const rows = contract.operations.map(({ method, path, id }) => `  ${method.padEnd(6)} ${path.padEnd(width)}  ${id}`);
  const sample = contract.operations.find(({ stream, body }) => stream && body);
  const body = JSON.stringify(sample?.examples.find(({ request }) => JSON.stringify(request.body ?? '').length < 200)?.request.body);
  return [
    `${contract.title} ${contract.build}, ${contract.operations.length} operations${operations ? `\n${rows.join('\n')}` : ' (--operations lists them)'}`,
    ...(sample && body
      ? [
          `Try it:\n  curl ${url}${sample.path} -H 'Authorization: Bearer any-key' -H 'Content-Type: application/json' -d '${body.replace(/'/g, `'\\''`)}'`,
        ]
      : []),
    ...(stands === undefined ? [] : [`The clock stands at ${stands}; POST ${url}/__mock/clock moves it.`]),
    ...(kept ? [kept.advice] : []),
    `Reference, to try every operation, and journal: ${url}/`,
    `Listening on ${url}`,
  ].join('\n');
}
