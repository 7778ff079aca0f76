/** What is kept of a request in which something was found, so that it can be sent again. It holds no key. */
import type { PreparedOperation, SecurityScheme } from '../../contract/prepared.js';
import { mediaTypeOf } from '../../http/media-type.js';
import type { UnreadableBodyError } from '../../http/message.js';
import { redactHeaders, redactUrl, type SecretNames } from '../../journal/redaction.js';
import { redacted, type Secrets } from '../../journal/secrets.js';

/** The body of a request: its text, the beginning of one that is too long to be shown, or why it is not known. */
export type SentBody =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'long'; length: number; start: string }
  | { kind: 'unknown'; why: string };

/** A request as it can be sent again. */
export interface SentRequest {
  /** operationId; absent where the request belongs to none. */
  operation?: string;
  /** Upper case. */
  method: string;
  /** Without keys. */
  url: string;
  /** The headers that matter, names in lower case; that of the key is not among them. */
  headers: Record<string, string>;
  /** The header of the key and what stands before it, such as `Bearer `; absent where no key is needed. */
  key?: { header: string; before: string };
  body: SentBody;
}

/** A request with all that it was sent with. */
export interface KnownRequest {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | UnreadableBodyError | null | undefined;
}

/** Headers of HTTP that decide what is answered. */
const telling = new Set(['accept', 'content-type', 'prefer']);

/** Characters of a body that one still wants to see in a line; a longer one is told by its beginning. */
const longestBody = 4000;
const longestStart = 60;

/**
 * @param operation absent where the request belongs to none
 * @param schemes security schemes of the contract
 */
export function sentRequest(
  { method, url, headers, body }: KnownRequest,
  operation: PreparedOperation | undefined,
  schemes: Readonly<Record<string, SecurityScheme>>,
  names: SecretNames,
  secrets: Secrets,
): SentRequest {
  const clean = redactHeaders(headers, names, secrets, names.words);
  const declared = operation?.parameters.flatMap((parameter) => (parameter.in === 'header' ? parameter.name.toLowerCase() : [])) ?? [];
  const own = operation?.security.flat().flatMap((name) => schemes[name] ?? []) ?? Object.values(schemes);
  const isOpen = operation?.security.some((needed) => needed.length === 0) ?? true;
  const key = keyAsSent(own, clean) ?? (isOpen ? undefined : usualKey(own));
  return {
    ...(operation && { operation: operation.id }),
    method,
    url: redactUrl(url.replace(/^(\w+:\/\/)[^/@]*@/, '$1'), names, secrets),
    headers: Object.fromEntries(
      Object.entries(clean).filter(
        ([name, value]) => (telling.has(name) || declared.includes(name)) && value !== '*/*' && !value.includes(redacted),
      ),
    ),
    ...(key && { key }),
    // Where the operation takes none, none can have been left out.
    body: body === null && operation && !operation.body ? { kind: 'none' } : sentBody(body, headers['content-type'], secrets),
  };
}

/** Where the request has its key. */
function keyAsSent(schemes: readonly SecurityScheme[], clean: Readonly<Record<string, string>>): SentRequest['key'] {
  for (const { type, name = '' } of schemes) {
    const header = type === 'http' ? 'Authorization' : name;
    const value = clean[header.toLowerCase()];
    if (value?.endsWith(redacted)) return { header, before: value.slice(0, -redacted.length) };
  }
  return undefined;
}

/** Where a key goes that somebody took out of the request. */
function usualKey(schemes: readonly SecurityScheme[]): SentRequest['key'] {
  const {
    type,
    scheme = '',
    name,
  } = schemes.find((one) => one.type === 'http') ?? schemes.find((one) => one.in === 'header') ?? ({} as Partial<SecurityScheme>);
  if (type === 'http') return { header: 'Authorization', before: `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)} ` };
  return name === undefined ? undefined : { header: name, before: '' };
}

function sentBody(body: KnownRequest['body'], contentType: string | undefined, secrets: Secrets): SentBody {
  if (body === undefined || body === '') return { kind: 'none' };
  if (body === null) {
    const type = mediaTypeOf(contentType);
    return { kind: 'unknown', why: `its body${type === undefined ? '' : ` (${type})`} was not read` };
  }
  if (typeof body !== 'string') return { kind: 'unknown', why: `its body could not be read: ${secrets.text(body.message)}` };
  // Redacted before it is cut, so that no half of a key is left; a key that begins behind the cut does not matter.
  if (body.length > longestBody)
    return { kind: 'long', length: body.length, start: secrets.text(body.slice(0, longestBody)).slice(0, longestStart) };
  return { kind: 'text', text: secrets.body(body) };
}
