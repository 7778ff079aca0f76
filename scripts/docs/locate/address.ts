/** The addresses of facts (`scripts/docs/facts`), taken apart. */
import { parsePointer } from '../../../src/contract/pointer.js';

/** What an address is about. */
export type Place =
  | { in: 'operation' }
  | { in: 'request' }
  | { in: 'response'; status: string }
  | { in: 'parameter'; where: string; name: string }
  | { in: 'header'; status: string; name: string }
  | { in: 'schema' }
  | { in: 'example'; of: 'request' | 'response' | 'event' | 'schema' | 'call' | 'query' | 'text'; status?: string; number: number };

export interface Address {
  place: Place;
  /** Behind `#`: the way into the value; absent where the address has none. */
  parts?: string[];
}

const forms: [RegExp, (groups: Record<string, string>) => Place][] = [
  [/^operation$/, () => ({ in: 'operation' })],
  [/^request$/, () => ({ in: 'request' })],
  [/^response (?<status>\S+)$/, ({ status = '' }) => ({ in: 'response', status })],
  [/^parameter (?<where>\S+) (?<name>.+)$/, ({ where = '', name = '' }) => ({ in: 'parameter', where, name })],
  [/^response (?<status>\S+) header (?<name>.+)$/, ({ status = '', name = '' }) => ({ in: 'header', status, name })],
  [/^schema$/, () => ({ in: 'schema' })],
  [/^request example (?<number>\d+)$/, ({ number }) => ({ in: 'example', of: 'request', number: Number(number) })],
  [
    /^response (?<status>\S+) (?<what>example|event) (?<number>\d+)$/,
    ({ status = '', what, number }) => ({ in: 'example', of: what === 'event' ? 'event' : 'response', status, number: Number(number) }),
  ],
  [/^call (?<number>\d+) query$/, ({ number }) => ({ in: 'example', of: 'query', number: Number(number) })],
  [/^schema example (?<number>\d+)$/, ({ number }) => ({ in: 'example', of: 'schema', number: Number(number) })],
  [
    /^(?<of>call|text)(?: (?<number>\d+))?$/,
    ({ of, number = '1' }) => ({ in: 'example', of: of as 'call' | 'text', number: Number(number) }),
  ],
];

/** @returns nothing for what is no address */
export function parseAddress(text: string): Address | undefined {
  const [head = '', tail] = text.includes('#') ? [text.slice(0, text.indexOf('#')), text.slice(text.indexOf('#') + 1)] : [text];
  for (const [pattern, placeOf] of forms) {
    const found = pattern.exec(head);
    if (found) return { place: placeOf({ ...found.groups }), ...(tail !== undefined && { parts: parsePointer(tail) }) };
  }
  return undefined;
}
