/** A request as a command, in one line, for any POSIX shell. */

import { visible } from '../../http/visible-text.js';
import { keyVariable } from './key-variable.js';
import type { SentRequest } from './sent-request.js';
import { isPlain, shellPrint, shellWord } from './shell.js';

/** The file that a body is to be put in which is too long to be shown. */
export const bodyFile = 'request-body';

/**
 * The command that sends a request again, its key taken from the environment; or why there is none.
 * @param withKey whether it has its key, unless the lack of it is what was found
 */
export function curlOf({ method, url, headers, key, body }: SentRequest, withKey = true): string {
  if (body.kind === 'unknown') return `no curl: ${visible(body.why)}`;
  const words = ['curl', '-sS'];
  // Curl takes brackets for patterns, and follows dots.
  if (/[[\]{}]/.test(url)) words.push('--globoff');
  if (/\/\.\.?(\/|\?|$)/.test(url)) words.push('--path-as-is');
  if (method === 'HEAD') words.push('--head');
  else if (method !== (body.kind === 'none' ? 'GET' : 'POST')) words.push('-X', shellWord(method));
  words.push(shellWord(visible(url)));
  if (key && withKey) words.push('-H', `"${key.header}: ${key.before}$${keyVariable}"`);
  for (const [name, value] of Object.entries(headers))
    words.push('-H', shellWord(visible(value === '' ? `${name};` : `${name}: ${value}`)));
  // Else curl says that it is a form.
  if (body.kind !== 'none' && headers['content-type'] === undefined) words.push('-H', "'content-type:'");
  if (body.kind === 'none') return words.join(' ');
  if (body.kind === 'long')
    return `${words.join(' ')} --data-binary @${bodyFile} # ${bodyFile} holds the body: ${body.length} characters that begin with ${visible(body.start)}`;
  if (isPlain(body.text)) return `${words.join(' ')} --data-raw ${shellWord(body.text)}`;
  return `${shellPrint(body.text)} | ${words.join(' ')} --data-binary @-`;
}
