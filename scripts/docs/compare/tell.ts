/** Words the change of a fact for a reader. */
import type { Change, Fact, FactKind } from '../facts/fact.js';

const holders: [RegExp, (match: RegExpExecArray) => string][] = [
  [/^request example \d+/, () => 'request example'],
  [/^request/, () => 'request schema'],
  [/^response (\S+) example \d+/, ([, status]) => (status === '2XX' ? 'response example' : `example of ${status}`)],
  [/^response \S+ event \d+/, () => 'event'],
  [/^response (\S+) header (.+?)(?=#|$)/, ([, status, name]) => `header ${name} of ${status}`],
  [/^response (\S+)#/, ([, status]) => `schema of ${status}`],
  [/^response (\S+)/, ([, status]) => `response ${status}`],
  [/^parameter (\S+) (.+?)(?=#|$)/, ([, place, name]) => `${place} parameter ${name}`],
  [/^schema example/, () => 'schema example'],
  [/^schema/, () => 'schema'],
  [/^call/, () => 'curl'],
  [/^text/, () => 'text'],
];

/** A place of a page, in the reader's terms. */
export function whereOf(pointer: string): string | undefined {
  for (const [pattern, say] of holders) {
    const match = pattern.exec(pointer);
    if (match) return pattern.source === '^request' && !pointer.includes('#') ? 'request body' : say(match);
  }
  return undefined;
}

/** The JSON pointer of an address. */
export const pathOf = (pointer: string): string => (pointer.includes('#') ? pointer.slice(pointer.indexOf('#') + 1) : '');

const things: Partial<Record<FactKind, string>> = {
  field: 'field',
  param: 'parameter',
  header: 'header',
  status: 'status',
  media: 'media type',
  enum: 'value',
  server: 'server',
  security: 'key',
};

/** What is said of a thing that is there or not: without a value of its own. */
const flags: Partial<Record<FactKind, [is: string, isNot: string]>> = {
  required: ['required', 'optional'],
  nullable: ['nullable', 'never null'],
  deprecated: ['deprecated', 'not deprecated'],
};

const quoted = (text: string): string => (/^["'[{]/.test(text) ? text : `\`${text}\``);

/** What is known of something new: its type, and what is demanded of it. */
function traits(facts: Fact[] = [], pointer: string): string {
  const own = facts.filter((fact) => fact.pointer === pointer || fact.pointer === `${pointer}#`);
  const said = own.flatMap(({ kind, value }) => {
    if (flags[kind]) return [flags[kind][0]];
    return kind === 'type' || kind === 'bound'
      ? [value]
      : kind === 'default'
        ? [`default ${value}`]
        : kind === 'format'
          ? [`format ${value}`]
          : [];
  });
  const listed = own.filter(({ kind }) => kind === 'enum').map(({ value }) => value);
  const all = [...said, ...(listed.length > 0 ? [`one of ${listed.join(', ')}`] : [])];
  return all.length > 0 ? ` (${all.join(', ')})` : '';
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/**
 * @param isFirst the other side is the contract, and not an earlier reading
 */
export function tell(change: Change, isFirst: boolean): string {
  const { kind, before, after, to } = change;
  const source = isFirst ? 'the contract has' : 'it was';
  const thing = things[kind];
  if (to !== undefined)
    return isFirst
      ? `${thing ?? 'member'} \`${after}\` where the contract has \`${before}\``
      : `${thing ?? 'member'} \`${before}\` is now \`${after}\``;
  const flag = flags[kind];
  if (flag)
    return isFirst
      ? `is ${after ? flag[0] : flag[1]}; in the contract it is ${after ? flag[1] : flag[0]}`
      : `is now ${after ? flag[0] : flag[1]}`;
  if (thing) {
    if (before !== undefined && after !== undefined)
      return isFirst
        ? `${thing} ${quoted(after)}; the contract has ${quoted(before)}`
        : `${thing} ${quoted(before)} is now ${quoted(after)}`;
    const [name, state] =
      after !== undefined
        ? [after, isFirst ? 'is not in the contract' : 'is new']
        : [before, isFirst ? 'is in the contract, and not on the page' : 'is gone'];
    return `${thing} ${quoted(name ?? '')} ${state}${traits(after === undefined ? [] : change.facts, change.pointer)}`;
  }
  const label = kind === 'example' || kind === 'bound' ? '' : `${kind} `;
  if (after === undefined) return shortened(`${label}${before} ${isFirst ? 'is in the contract, and not on the page' : 'is gone'}`);
  return shortened(
    `${label}${after}${before === undefined ? (isFirst ? ', of which the contract says nothing' : ' is new') : `; ${source} ${before}`}`,
  );
}
