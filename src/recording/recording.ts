/** One recorded exchange: what the proxy writes and what can be checked later. */
import type { ContractViolation } from '../check/findings/violation.js';
import { readJson } from '../http/json/json-text.js';
import { isObject } from '../journal/control.js';

/** A body: parsed where it is JSON, else as it came; absent where there is none or it is no text. */
export interface RecordedBody {
  json?: unknown;
  text?: string;
}

export interface RecordedRequest extends RecordedBody {
  method: string;
  /** Path and query. */
  url: string;
  /** Names in lower case; keys are taken out. */
  headers: Record<string, string>;
  /** Why there is a body that was not read. */
  unread?: string;
}

export interface RecordedResponse extends RecordedBody {
  status: number;
  headers: Record<string, string>;
  /** Of a stream in place of a body: its pieces, with milliseconds since the request was sent. */
  chunks?: { at: number; text: string }[];
  /** Characters at the end of the body that were not kept, since there were too many. */
  dropped?: number;
  /** `cut`: the connection broke; `cancel`: the caller needed no more, or the rest was not kept. */
  ended: Ending;
}

const endings = ['end', 'cut', 'cancel'] as const;
type Ending = (typeof endings)[number];

/** The form that recordings have. A reader that knows only older ones says so, and does not guess. */
export const recordingFormat = 1;

export interface Recording {
  /** Number of its form; see {@link recordingFormat}. Absent in those of before 0.2, which have the first. */
  format?: number;
  /** The contract that it was made against, such as `0.1.0+2026-05-06.1a2b3c4d5e6f`. Absent in those of before 0.2, and in HAR files. */
  contract?: string;
  /** What the server calls the exchange, in a header of its response; absent where it has none. The journal of the mock has it too. */
  requestId?: string;
  /** When the request was sent, as ISO 8601. */
  time: string;
  operation?: string;
  request: RecordedRequest;
  /** Absent where no response came. */
  response?: RecordedResponse;
  /** Milliseconds from the request to the end of the response. */
  duration: number;
  /** What was found when it was recorded. */
  violations: ContractViolation[];
  /**
   * Which members of the answer the application read, where that was looked at: JSON pointers, with `*` for each item of a list; of a stream,
   * into its events.
   */
  reads?: string[];
}

/**
 * The form in which a body is kept.
 * @param exact whether it is to be given again to the byte, so that JSON is only parsed where it can be written as it was
 */
export function toRecordedBody(text: string | undefined, exact: boolean): RecordedBody {
  if (text === undefined || text === '') return {};
  try {
    const json = readJson(text);
    return !exact || JSON.stringify(json) === text ? { json } : { text };
  } catch {
    return { text };
  }
}

/** The text of a recorded body. */
export const textOf = ({ json, text }: RecordedBody): string | undefined => (json === undefined ? text : JSON.stringify(json));

/** A file that is no recording. The message says which and why. */
export class RecordingError extends Error {}

/** Whether each header has one text, as whoever looks at them expects. */
export const isHeaders = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((one) => typeof one === 'string');

/** Whether it is an address, or path and query. */
export const isAddress = (value: unknown): value is string => typeof value === 'string' && URL.canParse(value, 'http://gateway');

const hasText = ({ text }: Record<string, unknown>): boolean => text === undefined || typeof text === 'string';

const isRequest = (value: unknown): boolean =>
  isObject(value) && typeof value.method === 'string' && isAddress(value.url) && isHeaders(value.headers) && hasText(value);

const isPieces = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((piece) => isObject(piece) && typeof piece.text === 'string'));

const isResponse = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.status === 'number' &&
  isHeaders(value.headers) &&
  hasText(value) &&
  endings.includes(value.ended as Ending) &&
  isPieces(value.chunks);

/** @throws RecordingError for what is no recording, and for one of a form that is newer than this package */
export function toRecording(value: unknown, place: string): Recording {
  const { format, contract, request, response } = (isObject(value) ? value : {}) as Partial<Recording>;
  if (typeof format === 'number' && format > recordingFormat)
    throw new RecordingError(
      `${place} has the format ${format}, and this version of nexconn-contract reads ${recordingFormat}: a newer one wrote it, and can read it`,
    );
  if (!isRequest(request) || (response !== undefined && !isResponse(response)))
    throw new RecordingError(
      `${place} is no recording: it needs request.method, .url and .headers, and response.status, .headers and .ended`,
    );
  if (contract !== undefined && typeof contract !== 'string') throw new RecordingError(`${place} is no recording: contract must be a text`);
  return value as Recording;
}

/** @throws RecordingError for text that is no recording */
export function parseRecording(text: string, file: string): Recording {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RecordingError(`${file} is not JSON`);
  }
  return toRecording(value, file);
}

/** Where the response begins in a recording as the recorder writes it: no text of JSON has a line break in it. */
const responseBegins = ',\n  "response": {';

/**
 * The response of a recording, without a look at its request where the recorder wrote it.
 * @throws RecordingError for text that is no recording
 */
export function parseResponse(text: string, file: string): RecordedResponse | undefined {
  const at = text.indexOf(responseBegins);
  try {
    if (at !== -1) return JSON.parse(`{${text.slice(at + 1)}`).response;
  } catch {
    // Somebody else wrote it.
  }
  return parseRecording(text, file).response;
}
