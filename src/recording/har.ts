/** HAR 1.2 files, as browsers and proxies export them. */
import type { Entry, Request, Response } from 'har-format';
import { isObject } from '../journal/control.js';
import { type HarContent, type HarPostData, type Loose, requestBody, responseBody } from './har-body.js';
import type { ReadBody } from './har-file.js';
import { type RecordedResponse, type Recording, RecordingError, toRecordedBody } from './recording.js';

type KnownEntry = Loose<Omit<Entry, 'request' | 'response'>> & {
  request?: (Loose<Omit<Request, 'postData'>> & { postData?: HarPostData | null }) | null;
  response?: KnownResponse | null;
};

/** @member _error why a browser got none, or not all of it */
type KnownResponse = Loose<Omit<Response, 'content'>> & { content?: HarContent | null; _error?: unknown };

/** Names in lower case. What is no list of headers has none. @param named those that hold where the list has no other */
function toHeaders(headers: unknown, mimeType: string | undefined, named: Record<string, string> = {}): Record<string, string> {
  if (mimeType) named['content-type'] = mimeType;
  for (const header of Array.isArray(headers) ? headers : []) {
    const { name, value = '' } = isObject(header) ? header : {};
    if (typeof name === 'string' && (value === null || typeof value !== 'object')) named[name.toLowerCase()] = String(value ?? '');
  }
  return named;
}

/** Name and password of an address, and cookies, as the headers that they are sent in, which many programs leave out. */
function besideHeaders(url: string, cookies: unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  // Most addresses have neither, and most entries no cookies.
  const { username, password } = url.includes('@') ? new URL(url) : noUser;
  if (username || password)
    headers.authorization = `Basic ${Buffer.from(`${unescaped(username)}:${unescaped(password)}`).toString('base64')}`;
  const pairs = (Array.isArray(cookies) ? cookies : []).flatMap((cookie) => (cookie ? `${cookie.name}=${cookie.value}` : []));
  if (pairs.length > 0) headers.cookie = pairs.join('; ');
  return headers;
}

const noUser = { username: '', password: '' };

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** That of the entry before: many went to the same address. */
let lastAddress: string | undefined;

function isWholeAddress(url: string): boolean {
  if (url !== lastAddress && !URL.canParse(url)) return false;
  lastAddress = url;
  return true;
}

/** Statuses whose responses have no body. */
const bodiless = [204, 205, 304];

/** Where the type is not known, programs write a word of their own. */
const mediaType = (given: unknown): string | undefined => (typeof given === 'string' && given.includes('/') ? given : undefined);

/** Where a HAR file has no bodies beside it. */
export const noBodies: ReadBody = (name) => {
  throw new RecordingError(`${name} is not at hand`);
};

/**
 * The exchange that an entry of a HAR file tells of, with its whole address. A browser leaves out what it did not keep: a body that is missing
 * here may have been there.
 *
 * @param value anything that JSON can say
 * @param place what it is called
 * @param body reads bodies that stand in files of their own
 * @throws RecordingError for what is no such entry
 */
export function entryRecording(value: unknown, place: string, body: ReadBody = noBodies): Recording {
  const { startedDateTime, time, request, response } = (isObject(value) ? value : {}) as KnownEntry;
  if (!isObject(request) || typeof request.method !== 'string' || typeof request.url !== 'string' || !isWholeAddress(request.url))
    throw new RecordingError(`${place}: request.method and request.url are needed`);
  const postData = isObject(request.postData) ? request.postData : {};
  const headers = toHeaders(request.headers, mediaType(postData.mimeType), besideHeaders(request.url, request.cookies));
  const text = requestBody(postData, (name) => headers[name], body, place);
  return {
    time: Number.isNaN(Date.parse(startedDateTime ?? '')) ? new Date(0).toISOString() : (startedDateTime as string),
    request: { method: request.method.toUpperCase(), url: request.url, headers, ...toRecordedBody(text, false) },
    ...(isObject(response) && answered(response, body, place)),
    duration: Math.max(0, Number(time) || 0),
    violations: [],
  };
}

/**
 * Calls that failed have a status of 0 or -1; one that became a WebSocket has no response of its own, and a browser answers some itself. A body
 * stays the text that came: what is wrong with it may be in that alone.
 */
function answered(response: KnownResponse, body: ReadBody, place: string): { response?: RecordedResponse } {
  const status = Number(response.status);
  const content = isObject(response.content) ? response.content : {};
  const headers = toHeaders(response.headers, mediaType(content.mimeType));
  if (!(status >= 200) || headers['non-authoritative-reason'] !== undefined) return {};
  const { text, isWhole } = responseBody(content, (name) => headers[name], body, place);
  const isComplete = (isWhole && !response._error) || bodiless.includes(status);
  return { response: { status, headers, ended: isComplete ? 'end' : 'cancel', ...(text !== undefined && { text }) } };
}
