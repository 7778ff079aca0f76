/** Takes the keys out of what is recorded. */
import type { SecurityScheme } from '../contract/prepared.js';
import type { Recording } from './recording.js';

const always = ['authorization', 'proxy-authorization', 'x-api-key', 'x-goog-api-key', 'cookie', 'set-cookie'];
const replacement = '[redacted]';

/** Shorter ones may be a part of ordinary words. */
const shortestSecret = 8;

interface Names {
  headers: ReadonlySet<string>;
  query: ReadonlySet<string>;
}

/** Where the contract lets a request carry a key, and where requests carry one anyway. */
export function secretNames(schemes: Record<string, SecurityScheme>): Names {
  const named = (place: string) =>
    Object.values(schemes).flatMap((scheme) => (scheme.in === place && scheme.name ? [scheme.name.toLowerCase()] : []));
  return { headers: new Set([...always, ...named('header')]), query: new Set(['key', 'api_key', 'access_token', ...named('query')]) };
}

/** The word before a key, such as `Bearer`, stays: it tells which scheme was used. */
const split = (value: string): [scheme: string, key: string] => {
  const [, scheme = '', key = ''] = /^(?:(bearer|key|basic)\s+)?(.*)$/is.exec(value) ?? [];
  return [scheme, key];
};

/** A copy without the keys, also where an answer repeats one. */
export function redactRecording(recording: Recording, { headers, query }: Names): Recording {
  const secrets = new Set<string>();
  const remember = (secret: string) => secret.length >= shortestSecret && secrets.add(secret);
  const cleanHeaders = (values: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (!headers.has(name)) return [name, value];
        const [scheme, key] = split(value);
        remember(key);
        return [name, `${scheme === '' ? '' : `${scheme} `}${replacement}`];
      }),
    );
  const [path = '', search] = recording.request.url.split('?', 2);
  const parameters = new URLSearchParams(search);
  for (const [name, value] of [...parameters]) {
    if (!query.has(name.toLowerCase())) continue;
    remember(value);
    parameters.set(name, replacement);
  }
  const { request, response } = recording;
  const clean: Recording = {
    ...recording,
    request: { ...request, url: search === undefined ? path : `${path}?${parameters}`, headers: cleanHeaders(request.headers) },
    ...(response && { response: { ...response, headers: cleanHeaders(response.headers) } }),
  };
  let text = JSON.stringify(clean);
  for (const secret of secrets) text = text.replaceAll(JSON.stringify(secret).slice(1, -1), replacement);
  return JSON.parse(text);
}
