/** A request to the mock, as the form describes it. */
import { addressOf } from './address.js';

export interface Draft {
  method: string;
  /** With the parameters filled in, and the query. */
  path: string;
  /** Default: that of the page. */
  session?: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** The key of the bar, which goes with every request that is sent from here. */
export const apiKey = (): string => document.querySelector<HTMLInputElement>('#key')?.value ?? '';

/** Fills in a path template. A model id may hold slashes, which stay readable. */
export const fillPath = (template: string, values: Record<string, string>): string =>
  template.replace(/\{([^}]+)\}/g, (whole, name: string) => (values[name] ? encodeURIComponent(values[name]).replace(/%2F/g, '/') : whole));

export const send = ({ method, path, session, headers, body }: Draft, signal: AbortSignal): Promise<Response> =>
  fetch(addressOf(path, session), { method, headers, signal, ...(body !== undefined && { body }) });

const quote = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;

/** Stands for the key in what is copied. */
const keyPlaceholder = 'YOUR_API_KEY';

/** The same request as a command, without the key. */
export function toCurl({ method, path, headers, body }: Draft): string {
  const parts = [`curl ${method === 'GET' ? '' : `-X ${method} `}${quote(addressOf(path))}`];
  for (const [name, value] of Object.entries(headers))
    parts.push(`-H ${quote(`${name}: ${name === 'Authorization' ? `Bearer ${keyPlaceholder}` : value}`)}`);
  if (body !== undefined) parts.push(`-d ${quote(body)}`);
  return parts.join(' \\\n  ');
}
