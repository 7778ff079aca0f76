/** What is told of a call, without its keys: not everybody has taken them out of what they kept. */
import { contract } from '../../../compiled/contract.js';
import { redactUrl, secretNames, secretsOf } from '../../journal/redaction.js';
import type { KnownCall } from '../known-call.js';

const names = secretNames(contract.securitySchemes);

/**
 * @param address path and query, or all of it
 * @param headers names in lower case
 */
export function told(
  method: string,
  address: string,
  headers: Readonly<Record<string, string>>,
  query: URLSearchParams,
): Pick<KnownCall, 'title' | 'secrets'> {
  const secrets = secretsOf(names, { headers, query });
  return { title: `${method} ${redactUrl(address, names, secrets)}`, secrets };
}
