/** Bodies in HAR files: as text, in Base64, in files of their own; whole, in part, or left out. */
import type { Content, PostData } from 'har-format';
import { decodedTextSync } from '../http/encoded-body.js';
import { charsetOf } from '../http/media-type.js';
import type { HeaderLookup } from '../http/message.js';
import type { ReadBody } from './har-file.js';
import { RecordingError } from './recording.js';

/** As the format has it, but that anything may be missing: the file is someone else's. */
export type Loose<T> = T extends (infer Item)[] ? Loose<Item>[] : T extends object ? { [Key in keyof T]?: Loose<T[Key]> | null } : T | null;

/** What programs add to the format: the file that a body stands in, and how it is written. */
interface OtherPlace {
  _file?: string;
  encoding?: string;
}

export type HarContent = Loose<Content & OtherPlace>;
export type HarPostData = Loose<
  Omit<PostData, 'text' | 'params'> & { text?: string; params?: { name: string; value?: string }[] } & OtherPlace
>;

/** How much of a body there is to read. */
export interface HarBody {
  text: string | undefined;
  isWhole: boolean;
}

/** Of a body in a HAR file, in bytes; what is decoded from less is not read either. */
const largestBody = 256 * 2 ** 20;

const byteOrderMark = 0xfeff;

/** The length before a piece of a body. */
const pieceHead = /^([\da-f]{1,8})(?:;[^\r\n]{0,200})?\r\n/i;

/** Whether a body stands there as it came over the line, in pieces after their lengths. What they hold, JSON or events, begins otherwise. */
const isInPieces = (beginning: string, framing: string | null | undefined): boolean =>
  Boolean(framing) && /chunked/i.test(String(framing)) && pieceHead.test(beginning);

/** Such pieces put together; `undefined` where the last one is missing. */
function inOne(bytes: Buffer): Buffer | undefined {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const [head, length = ''] = pieceHead.exec(bytes.toString('latin1', at, at + 250)) ?? [];
    if (head === undefined) return undefined;
    const from = at + head.length;
    const to = from + Number.parseInt(length, 16);
    if (to === from) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(from, to));
    at = to + 2;
  }
}

/** The text of bytes, if they are in their encodings; a picture, for instance, is no text. */
function decoded(came: Buffer, header: HeaderLookup): string | undefined {
  const bytes = isInPieces(came.toString('latin1', 0, 250), header('transfer-encoding')) ? inOne(came) : came;
  if (!bytes) return undefined;
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const encoding = header('content-encoding') ?? (isGzip ? 'gzip' : undefined);
  // Most programs keep what they decoded with the header of what came.
  if (encoding) {
    try {
      return decodedTextSync(bytes, (name) => (name === 'content-encoding' ? encoding : header(name)), largestBody);
    } catch {
      // Then they are what was in them.
    }
  }
  return plainText(bytes, charsetOf(header('content-type')));
}

function plainText(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes that were in an encoding, or a picture, and were written down as if they were text. */
const isGarbled = (text: string): boolean => /[^\P{Cc}\t\n\r]|\uFFFD/u.test(text.slice(0, 100));

function readAt(file: string, read: ReadBody, place: string): Buffer {
  try {
    return Buffer.from(read(file));
  } catch (error) {
    if (error instanceof RecordingError) throw new RecordingError(`${place}: ${error.message}`);
    throw error;
  }
}

/** The text of a body; `undefined` where it was not kept, or is none. */
function bodyText(
  { text, encoding, _file: file }: Pick<HarContent, 'text' | 'encoding' | '_file'>,
  header: HeaderLookup,
  read: ReadBody,
  place: string,
): string | undefined {
  if (typeof file === 'string' && file !== '') return decoded(readAt(file, read, place), header);
  // Some programs write down what JSON says, and not its text.
  if (text !== null && typeof text === 'object') return JSON.stringify(text);
  if (typeof text !== 'string') return undefined;
  if (encoding && /^base64$/i.test(encoding)) return decoded(Buffer.from(text, 'base64'), header);
  if (header('content-encoding') && isGarbled(text)) return undefined;
  const whole = isInPieces(text, header('transfer-encoding')) ? inOne(Buffer.from(text))?.toString() : text;
  return whole?.charCodeAt(0) === byteOrderMark ? whole.slice(1) : whole;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Bytes that a body should have; 0 where nobody says. */
function wantedSize({ size }: HarContent, header: HeaderLookup): number {
  const length = header('content-encoding') ? 0 : Number(header('content-length') ?? 0);
  return Math.max(Number(size) || 0, length || 0);
}

/** The body of a response. What is shorter than it should be was cut off by whoever wrote the file. */
export function responseBody(content: HarContent, header: HeaderLookup, read: ReadBody, place: string): HarBody {
  const text = bodyText(content, header, read, place);
  if (text === undefined || text === '') return { text: undefined, isWhole: text === '' && wantedSize(content, header) === 0 };
  const isShort =
    wantedSize(content, header) > Buffer.byteLength(text) || (Boolean(content.comment) && /truncat/i.test(String(content.comment)));
  return { text, isWhole: !isShort || isJson(text) };
}

/** The body of a request; `undefined` where it was not kept, or is in parts. */
export function requestBody(postData: HarPostData, header: HeaderLookup, read: ReadBody, place: string): string | undefined {
  const text = bodyText(postData, header, read, place);
  if (text) return text;
  const { params } = postData;
  const isForm = /urlencoded/i.test(header('content-type') ?? '');
  if (!isForm || !Array.isArray(params) || params.length === 0) return undefined;
  return new URLSearchParams(params.map((param) => [String(param?.name ?? ''), String(param?.value ?? '')])).toString();
}
