/** HAR 1.2 files, as browsers and proxies export them. */
import type { Entry, Request, Response } from 'har-format';
import { type Recording, RecordingError, toRecordedBody } from './recording.js';

/** As the format has it, but that anything may be missing: the file is someone else's. */
type Loose<T> = T extends (infer Item)[] ? Loose<Item>[] : T extends object ? { [Key in keyof T]?: Loose<T[Key]> } : T;

const toHeaders = ({ headers }: Loose<Request | Response>, mimeType: string | undefined): Record<string, string> => ({
  ...(mimeType && { 'content-type': mimeType }),
  ...Object.fromEntries((headers ?? []).map((header) => [String(header?.name ?? '').toLowerCase(), String(header?.value ?? '')])),
});

/**
 * The exchanges of a HAR file, with whole addresses. A browser leaves out what it did not keep: a body that is missing here may have
 * been there.
 *
 * @throws RecordingError for text that is no HAR file
 */
export function parseHar(text: string, file: string): Recording[] {
  let entries: Loose<Entry>[] | undefined;
  try {
    // Some programs write a byte order mark.
    entries = JSON.parse(text.replace(/^\uFEFF/, ''))?.log?.entries;
  } catch {
    throw new RecordingError(`${file} is not JSON`);
  }
  if (!Array.isArray(entries)) throw new RecordingError(`${file} is no HAR file: log.entries is missing`);
  return entries.map((entry, index) => toRecording(entry, `${file}, entry ${index + 1}`));
}

/**
 * One entry of a HAR file.
 * @param place what it is called
 * @throws RecordingError for text that is no such entry
 */
export function parseEntry(text: string, place: string): Recording {
  try {
    return toRecording(JSON.parse(text), place);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RecordingError(`${place} is not JSON`);
    throw error;
  }
}

/** Statuses whose responses have no body. */
const bodiless = [204, 304];

function toRecording(entry: Loose<Entry> | null, place: string): Recording {
  const { startedDateTime, time, request, response } = entry ?? {};
  if (!request?.method || !request.url || !URL.canParse(request.url))
    throw new RecordingError(`${place}: request.method and request.url are needed`);
  const { content } = response ?? {};
  const body = content?.encoding === 'base64' ? Buffer.from(content.text ?? '', 'base64').toString('utf8') : content?.text;
  return {
    time: startedDateTime ?? new Date(0).toISOString(),
    request: {
      method: request.method.toUpperCase(),
      url: request.url,
      headers: toHeaders(request, request.postData?.mimeType),
      ...toRecordedBody(request.postData?.text, false),
    },
    // A status of 0 is that of a call that failed.
    ...(response?.status && {
      response: {
        status: response.status,
        headers: toHeaders(response, content?.mimeType),
        ended: body || content?.size === 0 || bodiless.includes(response.status) ? 'end' : 'cancel',
        ...toRecordedBody(body, true),
      },
    }),
    duration: Math.max(0, time ?? 0),
    violations: [],
  };
}
