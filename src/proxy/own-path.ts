/** Which paths are the proxy's own: they never reach the gateway, however they are written. */
import { mediaFolder } from '../mock/answer/media.js';

export const prefix = '/__proxy/';

/** Text that is percent-encoded, once or several times. */
function decoded(text: string): string {
  let plain = text;
  for (let round = 0; round < 3; round++)
    plain = plain.replace(/%([0-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return plain;
}

/** The path that a server may take a target for: without escapes, dots and empty parts. */
function plainPath(target: string): string {
  const parts: string[] = [];
  const text = decoded(target.split(/[?#]/, 1)[0] as string).replaceAll('\\', '/');
  for (const part of text.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}${parts.length > 0 && text.endsWith('/') ? '/' : ''}`;
}

/** What a target has that may be about the proxy or a mock: hardly any of the gateway's. */
const telling = /__|%/;

/**
 * The path, plainly written, where it is about the proxy, or about a mock: whoever asks for that asks this server. `undefined` for all others.
 * Files that a mock behind gave the addresses of are none.
 */
export function ownPath(target: string): string | undefined {
  if (!telling.test(target)) return undefined;
  const path = plainPath(target);
  const own = /\/__(?:proxy|mock)(?=\/|$)/i.exec(path);
  return own && !isFileOfMock(target) ? path.slice(own.index) : undefined;
}

/** Whether a target is a file that an answer of a mock behind the proxy led to: no call of the contract. */
export const isFileOfMock = (target: string): boolean => target.startsWith(mediaFolder) && plainPath(target).startsWith(mediaFolder);
