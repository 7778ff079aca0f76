/** `nexconn-contract conform`: checks recorded exchanges offline. */
import { readFile, stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Recording } from '../recording/recording.js';
import { address, endsWith2, redactFlag } from './arguments.js';
import { fail } from './fail.js';

export function conformCommand(): Command {
  return endsWith2(new Command('conform'))
    .description(
      'Check recordings of the proxy (a folder or files) and HAR files. Ends with 0 if all conform, 1 if some do not or could not be read, 2 if nothing could be checked.',
    )
    .argument('<path...>', 'folders of recordings, recordings (.json), HAR files (.har, .har.zip)')
    .addOption(
      new Option('--base-url <url>', 'check only what went to this address; by default what has a path of the contract').argParser(address),
    )
    .option('--no-auth', 'expect no keys in requests (HAR files are never expected to have them)')
    .option('--strict', 'report unknown request fields too')
    .addOption(redactFlag('what is printed'))
    .option('--json', 'print the result as JSON')
    .action(conform);
}

interface Flags {
  baseUrl?: URL;
  auth: boolean;
  strict?: boolean;
  redact?: string[];
  json?: boolean;
}

/** A recording, or why there is none. */
type Exchange = { source: string } & ({ recording: Recording } | { problem: string });

interface Source {
  isHar: boolean;
  exchanges: Exchange[];
}

async function conform(paths: string[], { baseUrl, auth, strict = false, redact, json }: Flags): Promise<void> {
  const { Replay } = await import('../recording/replay.js');
  const sources = await Promise.all(paths.map((path) => read(path)));
  const verdicts = sources.flatMap(({ isHar, exchanges }) => {
    // Browsers leave keys out of what they export, and bodies that they did not keep.
    const replay = new Replay({ auth: auth && !isHar, omitsBodies: isHar, strict, ...(redact && { redact }), ...(baseUrl && { baseUrl }) });
    return exchanges.flatMap((exchange) => ('recording' in exchange ? (replay.check(exchange.source, exchange.recording) ?? []) : []));
  });
  const unread = sources.flatMap(({ exchanges }) =>
    exchanges.flatMap((exchange) => ('problem' in exchange ? [{ source: exchange.source, problem: exchange.problem }] : [])),
  );
  const total = sources.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  if (!json) for (const { problem } of unread) console.log(problem);
  if (verdicts.length === 0) {
    const others = total - unread.length;
    fail(`No exchange with the gateway in ${paths.join(', ')}${others > 0 ? `, only ${others} with others` : ''}.`, 2);
  }
  const broken = verdicts.filter(({ violations }) => violations.length > 0);
  if (json) {
    console.log(JSON.stringify({ checked: verdicts.length, broken: broken.length, exchanges: verdicts, unread }, null, 2));
  } else {
    for (const { source, method, url, status, violations } of broken) {
      console.log(
        [`${source}: ${method} ${url} ${status ?? 'without an answer'}`, ...violations.map(({ message }) => `  ${message}`)].join('\n'),
      );
    }
    const left = unread.length > 0 ? `, ${unread.length} could not be read` : '';
    console.log(`${verdicts.length} exchanges checked, ${broken.length} with violations${left}.`);
  }
  process.exitCode = broken.length + unread.length > 0 ? 1 : 0;
}

async function read(path: string): Promise<Source> {
  const { parseRecording, RecordingError } = await import('../recording/recording.js');
  const { readRecordings } = await import('../recording/read-recordings.js');
  const [{ parseHar }, { isHar, openHar }] = await Promise.all([import('../recording/har.js'), import('../recording/har-file.js')]);
  try {
    if ((await stat(path)).isDirectory()) {
      const problems: Exchange[] = [];
      const recordings = await readRecordings(path, (source, problem) => problems.push({ source, problem }));
      return { isHar: false, exchanges: [...problems, ...recordings.map(({ file, recording }) => ({ source: file, recording }))] };
    }
    if (!isHar(path)) return { isHar: false, exchanges: [{ source: path, recording: parseRecording(await readFile(path, 'utf8'), path) }] };
    const { bytes, body } = await openHar(path);
    const entries = parseHar(bytes.toString('utf8'), path, body);
    return { isHar: true, exchanges: entries.map((entry, index) => ({ source: `${path}, entry ${index + 1}`, ...entry })) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof RecordingError) return fail(`${message}.`, 2);
    return fail(code === 'ENOENT' ? `There is no ${path}.` : `${path} cannot be read: ${message}`, 2);
  }
}
