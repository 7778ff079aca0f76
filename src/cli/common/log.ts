/** One line per exchange, at its end, and for what else a server has to say. The key never gets here: no header is written. */
import { formatWithOptions, styleText } from 'node:util';
import { type ContractViolation, mistakeOf } from '../../check/findings/violation.js';
import { countedLine, countViolations } from '../../check/telling/count.js';
import { repeatLines } from '../../check/telling/tell.js';
import { perTurn } from '../../http/per-turn.js';
import { visible, visibleJson } from '../../http/visible-text.js';
import type { JournalRecord } from '../../journal/journal.js';

export type LogFormat = 'pretty' | 'json' | 'silent';

/** How a stream ended, what went wrong with it, and who left early. */
const endOf = ({ events, fault, aborted }: JournalRecord): string =>
  `${events === undefined ? '' : `, ${events} events`}${fault === undefined ? '' : `, ${fault}`}${aborted ? ', aborted' : ''}`;

/** What more is to be said of an exchange: each mistake in it once, and how to repeat it. */
export interface ExchangeDetails {
  messages: string[];
  repeat: string[];
}

type Paint = (colour: 'green' | 'yellow' | 'red', text: string) => string;

/** Colour on a terminal, none in a pipe, and as NO_COLOR and FORCE_COLOR say. It is found out once, since a line is written for each request. */
function painter(stream: NodeJS.WritableStream): Paint {
  const paint: Paint = (colour, text) => styleText(colour, text, { stream });
  return paint('red', 'x') === 'x' ? (_, text) => text : paint;
}

const colourOf = (status: number) => (status === 0 || status >= 500 ? 'red' : status >= 400 ? 'yellow' : 'green');

function pretty(paint: Paint, record: JournalRecord, { messages, repeat }: ExchangeDetails): string {
  const time = new Date(record.time).toISOString().slice(11, 23);
  const what = record.callback
    ? `callback try ${record.callback.attempt}${record.callback.error ? `: ${record.callback.error}` : ''}`
    : (record.operation ?? '-');
  const findings = [
    ...(record.refused === undefined ? [] : [record.refused]),
    ...messages,
    ...record.warnings.map((warning) => `${warning.message} (${warning.in}${warning.pointer})`),
  ];
  return `${time} ${visible(`${record.method} ${record.path}`)} ${paint(colourOf(record.status), String(record.status))} ${visible(`${what} ${record.example ?? '-'}`)} ${record.duration.toFixed(1)} ms${endOf(record)}${findings.length > 0 ? ` | ${paint('yellow', visible(findings.join('; ')))}` : ''}\n${repeat.map((line) => `    ${visible(line)}\n`).join('')}`;
}

/** One line of JSON for whatever there is to say. `type` tells what it is about, `time` when it was. */
const line = (type: string, time: number, members: object): string =>
  `${visibleJson(JSON.stringify({ type, time: new Date(time).toISOString(), ...members }))}\n`;

function json(
  { time, requestHeaders: _headers, requestText: _body, open: _open, ...record }: JournalRecord,
  { repeat }: ExchangeDetails,
): string {
  return line('exchange', time, { ...record, ...(repeat.length > 0 && { repeat }) });
}

type DetailsOf = (record: JournalRecord, found?: readonly ContractViolation[]) => ExchangeDetails;

const messagesOnly: DetailsOf = ({ violations }) => ({ messages: violations.map(({ message }) => message), repeat: [] });

/** How to repeat a mistake is said when it is met first: a log that says it each time is not read. */
export function tellEachOnce(): DetailsOf {
  const told = new Set<string>();
  return (_, found = []) => {
    const counted = countViolations(found);
    const fresh = counted.map(({ violation }) => violation).filter((violation) => !told.has(mistakeOf(violation)));
    if (told.size < mostTold) for (const violation of fresh) told.add(mistakeOf(violation));
    return { messages: counted.map(countedLine), repeat: told.size < mostTold ? repeatLines(fresh) : [] };
  };
}

/** Mistakes that are kept in mind. */
const mostTold = 1000;

/** What a server says beside what it does: where it listens, what it met with, how it ended. */
export interface Log {
  /** Absent where nothing is to be said of exchanges. */
  onExchange?: (record: JournalRecord, found?: readonly ContractViolation[]) => void;
  /**
   * @param members what is said, for programs
   * @param text the same for people; its last line says the most needed
   */
  say(type: 'listening' | 'stopped', members: object, text: string): void;
}

/**
 * A log on the standard output. Its lines of one turn of the event loop are gathered, since a write costs more than a request. In the form of
 * `json` nothing else gets there: what the process says otherwise becomes lines, too.
 *
 * @param detailsOf what is said of an exchange besides; by default, what was found in it
 */
export function openLog(format: LogFormat, detailsOf = messagesOnly, out: NodeJS.WritableStream = process.stdout): Log {
  if (format === 'silent') {
    // Where it listens is known from nowhere else under `--port 0`.
    return { say: (type, _members, text) => void (type === 'listening' && out.write(`${text.slice(text.lastIndexOf('\n') + 1)}\n`)) };
  }
  const paint = painter(out);
  const toLine = format === 'json' ? json : (record: JournalRecord, details: ExchangeDetails) => pretty(paint, record, details);
  const writeLines = perTurn<string>((lines) => out.write(lines.join('')));
  const onExchange = (record: JournalRecord, found?: readonly ContractViolation[]) => writeLines(toLine(record, detailsOf(record, found)));
  if (format === 'pretty') return { onExchange, say: (_type, _members, text) => void out.write(`${text}\n`) };
  const write = (type: string, members: object) => void out.write(line(type, Date.now(), members));
  const spoken =
    (type: string) =>
    (...words: unknown[]) =>
      write(type, { message: formatWithOptions({ colors: false }, ...words) });
  console.log = console.info = spoken('notice');
  console.warn = spoken('warning');
  console.error = spoken('error');
  process.on('warning', ({ message }) => write('warning', { message }));
  return { onExchange, say: write };
}
