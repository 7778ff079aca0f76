/** Values that several commands take. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { usualLimits } from '../../http/server/limits.js';
import { type Kind, text } from '../../options/kinds.js';
import { kebabCase } from '../../options/names.js';
import { oldNames, renamedMessage } from '../../options/renamed.js';
import { serverOptions } from '../../options/server-limits.js';

/** @param expected what would be right, where a text says it otherwise than code */
export function parserOf<T>(kind: Kind<T>, expected = kind.expected) {
  return (text: string): T => {
    const value = kind.parse(text);
    if (value === undefined) throw new InvalidArgumentError(`Give ${expected}.`);
    return value;
  };
}

/** The flag of an option that takes a number. */
export const numberFlag = (name: string, kind: Kind<number>, description: string): Option =>
  new Option(`--${kebabCase(name)} <${kind.unit}>`, description).argParser(parserOf(kind));

/** Of what may be given several times. */
export const listed = (one: string, before: readonly string[] = []): string[] => [...before, parserOf(text)(one)];

/** A flag that may be given several times. */
export const listFlag = (flags: string, description: string): Option => new Option(flags, description).argParser(listed);

/** @param where that the values of a name do not get to */
export const redactFlag = (where: string): Option =>
  listFlag(
    '--redact <name>',
    `keep the values of this header, query parameter or member of a body out of ${where}, as those of keys are; may be given several times`,
  );

function port(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value > 65535)
    throw new InvalidArgumentError('Give a port number from 0 to 65535.');
  return value;
}

/** An empty one would open the port to the whole network. */
function host(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Give an address such as 127.0.0.1.');
  return text;
}

/** @param own path below which the server tells of itself */
export const allowHostFlag = (own: string): Option =>
  new Option(
    '--allow-host <name>',
    `a name by which ${own} may be asked too, and whose pages may, besides those of this machine; may be given several times`,
  ).argParser((name: string, before: string[] = []) => {
    // Without the port: it makes no difference.
    if (!/^[\w.:[\]-]+$/.test(name) || !URL.canParse(`http://${name}`))
      throw new InvalidArgumentError('Give a name such as mock.example.com.');
    return [...before, new URL(`http://${name}`).hostname];
  });

/** @param usual the default port */
export const portFlag = (usual: number): Option =>
  new Option('-p, --port <port>', 'port to listen on; 0 takes a free one').env('PORT').default(usual).argParser(port);

export const hostFlag = (): Option =>
  new Option('--host <address>', 'address to listen on').env('HOST').default('127.0.0.1').argParser(host);

/** Bytes. */
export function size(text: string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*(kb|mb)?$/i.exec(text) ?? [];
  if (amount === undefined) throw new InvalidArgumentError('Give a number of bytes, or a size such as 500kb or 64mb.');
  return Math.floor(Number(amount) * ({ kb: 1024, mb: 1024 ** 2 }[unit.toLowerCase()] ?? 1));
}

/** What a server takes on at once, and for how long it waits. */
export function serverFlags(): Option[] {
  const { maxConcurrency, maxBytesInFlight, requestTimeoutSeconds } = serverOptions;
  return [
    numberFlag('maxConcurrency', maxConcurrency, 'requests that are answered at once; one more is a 503').default(
      usualLimits.maxConcurrency,
    ),
    new Option(`--max-bytes-in-flight <${maxBytesInFlight.unit}>`, 'bytes of request bodies that are held at once; more is a 503')
      .argParser(size)
      .default(usualLimits.maxBytesInFlight, '128mb'),
    numberFlag('requestTimeoutSeconds', requestTimeoutSeconds, 'time in which a request has to be here; a 408 otherwise').default(
      usualLimits.requestTimeoutSeconds,
    ),
  ];
}

/** @param event what a line is for */
export const logFlags = (event: string): Option[] => [
  new Option('--log <format>', `a line per ${event}; json: one of JSON for whatever is said; silent: the address at the start alone`)
    .choices(['pretty', 'json', 'silent'])
    .default('pretty'),
  new Option('-q, --quiet', 'the same as --log silent').implies({ log: 'silent' }),
];

export function address(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new InvalidArgumentError('Give an address such as https://api.example.com.');
  return url;
}

/** Lets the old names of a command's flags work too, with a warning. To be called when the command has all its flags. */
export function withOldFlags(command: Command): Command {
  const added = command.options.flatMap((option) =>
    oldNames(option.attributeName()).map((old) => {
      const flag = new Option(option.flags.replace(/^.*--[\w-]+/, `--${kebabCase(old)}`)).hideHelp();
      if (option.parseArg) flag.argParser(option.parseArg);
      command.addOption(flag);
      return { old, option };
    }),
  );
  return command.hook('preAction', () => {
    for (const { old, option } of added) {
      const value = command.getOptionValue(old);
      if (value === undefined) continue;
      const name = option.attributeName();
      console.error(`${renamedMessage(`--${kebabCase(old)}`, option.long ?? '')}.`);
      command.setOptionValue(old, undefined);
      if (command.getOptionValueSource(name) !== 'cli') command.setOptionValueWithSource(name, value, 'cli');
    }
  });
}
