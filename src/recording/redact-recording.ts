/** Takes the keys out of what is recorded. */
import { redacted, type SecretNames } from '../journal/redaction.js';
import type { Recording } from './recording.js';

/** Shorter ones may be a part of ordinary words. */
const shortestSecret = 8;

/** The word before a key, such as `Bearer`, stays: it tells which scheme was used. */
function split(value: string, words: ReadonlySet<string>): [scheme: string, key: string] {
  const [, first = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(value) ?? [];
  return words.has(first.toLowerCase()) ? [first, rest] : ['', value];
}

/** A copy without the keys, also where a response repeats one. */
export function redactRecording(recording: Recording, { headers, query, words }: SecretNames): Recording {
  const secrets = new Set<string>();
  const remember = (secret: string) => secret.length >= shortestSecret && secrets.add(secret);
  const cleanHeaders = (values: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (!headers.has(name)) return [name, value];
        const [scheme, key] = split(value, words);
        remember(key);
        return [name, `${scheme === '' ? '' : `${scheme} `}${redacted}`];
      }),
    );
  const [path = '', search] = recording.request.url.split('?', 2);
  const parameters = new URLSearchParams(search);
  for (const [name, value] of [...parameters]) {
    if (!query.has(name.toLowerCase())) continue;
    remember(value);
    parameters.set(name, redacted);
  }
  const { request, response } = recording;
  const clean: Recording = {
    ...recording,
    request: { ...request, url: search === undefined ? path : `${path}?${parameters}`, headers: cleanHeaders(request.headers) },
    ...(response && { response: { ...response, headers: cleanHeaders(response.headers) } }),
  };
  let text = JSON.stringify(clean);
  for (const secret of secrets) text = text.replaceAll(JSON.stringify(secret).slice(1, -1), redacted);
  return JSON.parse(text);
}
