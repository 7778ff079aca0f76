/** HAR 1.2 files, as browsers and proxies export them. */
import type { Entry, Request, Response } from 'har-format';
import type { ReadBody } from './har-file.js';
import { type Recording, RecordingError, toRecordedBody } from './recording.js';

/** As the format has it, but that anything may be missing: the file is someone else's. */
type Loose<T> = T extends (infer Item)[] ? Loose<Item>[] : T extends object ? { [Key in keyof T]?: Loose<T[Key]> } : T;

const toHeaders = ({ headers }: Loose<Pick<Request | Response, 'headers'>>, mimeType: string | undefined): Record<string, string> => ({
  ...(mimeType && { 'content-type': mimeType }),
  ...Object.fromEntries((headers ?? []).map((header) => [String(header?.name ?? '').toLowerCase(), String(header?.value ?? '')])),
});

/** One entry of a HAR file, or why it is none. */
export type HarEntry = { recording: Recording } | { problem: string };

/** Where a HAR file has no bodies beside it. */
const noBodies: ReadBody = (name) => {
  throw new RecordingError(`${name} is not at hand`);
};

/**
 * The exchanges of a HAR file, with whole addresses. A browser leaves out what it did not keep: a body that is missing here may have
 * been there.
 *
 * @param body reads those that stand in files of their own
 * @throws RecordingError for text that is no HAR file
 */
export function parseHar(text: string, file: string, body: ReadBody = noBodies): HarEntry[] {
  let entries: Loose<KnownEntry>[] | undefined;
  try {
    // Some programs write a byte order mark.
    entries = JSON.parse(text.replace(/^\uFEFF/, ''))?.log?.entries;
  } catch {
    throw new RecordingError(`${file} is not JSON`);
  }
  if (!Array.isArray(entries)) throw new RecordingError(`${file} is no HAR file: log.entries is missing`);
  return entries.map((entry, index) => {
    try {
      return { recording: toRecording(entry, `${file}, entry ${index + 1}`, body) };
    } catch (error) {
      if (error instanceof RecordingError) return { problem: error.message };
      throw error;
    }
  });
}

/**
 * One entry of a HAR file.
 * @param place what it is called
 * @param body reads those that stand in files of their own
 * @throws RecordingError for text that is no such entry
 */
export function parseEntry(text: string, place: string, body: ReadBody = noBodies): Recording {
  try {
    return toRecording(JSON.parse(text), place, body);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RecordingError(`${place} is not JSON`);
    throw error;
  }
}

/** Statuses whose responses have no body. */
const bodiless = [204, 304];

/** What programs add to the format: the file that a body stands in, and how it is written. */
interface OtherPlace {
  _file?: string;
  encoding?: string;
}

type KnownEntry = Omit<Entry, 'request' | 'response'> & {
  request: Omit<Request, 'postData'> & { postData?: { mimeType?: string; text?: string } & OtherPlace };
  response: Omit<Response, 'content'> & { content: Response['content'] & OtherPlace };
};

/** The text of a body; `undefined` where it was not kept, or is none. */
function bodyText(body: Loose<{ text?: string } & OtherPlace> | undefined, read: ReadBody, place: string): string | undefined {
  const { text, encoding, _file: file } = body ?? {};
  if (typeof file === 'string' && file !== '') return decoded(readAt(file, read, place));
  if (encoding === 'base64') return decoded(Buffer.from(text ?? '', 'base64'));
  return typeof text === 'string' ? text : undefined;
}

function readAt(file: string, read: ReadBody, place: string): Uint8Array {
  try {
    return read(file);
  } catch (error) {
    if (error instanceof RecordingError) throw new RecordingError(`${place}: ${error.message}`);
    throw error;
  }
}

/** A picture, for instance, is no text. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where the type is not known, programs write a word of their own. */
const mediaType = (given: string | undefined): string | undefined => (given?.includes('/') ? given : undefined);

function toRecording(entry: Loose<KnownEntry> | null, place: string, read: ReadBody): Recording {
  const { startedDateTime, time, request, response } = entry ?? {};
  if (!request?.method || !request.url || !URL.canParse(request.url))
    throw new RecordingError(`${place}: request.method and request.url are needed`);
  const { content } = response ?? {};
  const body = bodyText(content, read, place);
  // Calls that failed have a status of 0 or -1; one that became a WebSocket has no response of its own.
  const isAnswered = Number(response?.status) >= 200;
  return {
    time: Number.isNaN(Date.parse(startedDateTime ?? '')) ? new Date(0).toISOString() : (startedDateTime as string),
    request: {
      method: request.method.toUpperCase(),
      url: request.url,
      headers: toHeaders(request, request.postData?.mimeType),
      ...toRecordedBody(bodyText(request.postData, read, place), false),
    },
    ...(isAnswered &&
      response && {
        response: {
          status: Number(response.status),
          headers: toHeaders(response, mediaType(content?.mimeType)),
          ended: body || content?.size === 0 || bodiless.includes(Number(response.status)) ? 'end' : 'cancel',
          ...toRecordedBody(body, true),
        },
      }),
    duration: Math.max(0, time ?? 0),
    violations: [],
  };
}
