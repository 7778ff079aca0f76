/** Reads the bytes that a server has sent as responses, as strictly as they are to be written. */

export interface ReadResponse {
  status: number;
  headers: Map<string, string>;
  body: Buffer;
}

export interface ReadResponses {
  responses: ReadResponse[];
  /** Whether the last one ends as it said. */
  isWhole: boolean;
}

const statusLine = /^HTTP\/1\.1 (\d{3}) [\t\x20-\x7e\x80-\xff]*$/;
const headerLine = /^([!#$%&'*+.^_`|~\w-]+): ?([\t\x20-\x7e\x80-\xff]*)$/;

function readHead(text: string): { status: number; headers: Map<string, string> } {
  const [first = '', ...lines] = text.split('\r\n');
  const status = statusLine.exec(first)?.[1];
  if (status === undefined) throw new Error(`no status line: ${JSON.stringify(first.slice(0, 80))}`);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name, value = ''] = headerLine.exec(line) ?? [];
    if (name === undefined) throw new Error(`no header: ${JSON.stringify(line.slice(0, 80))}`);
    headers.set(name.toLowerCase(), value);
  }
  return { status: Number(status), headers };
}

/** @returns where the body ends, or -1 where it goes on; and its bytes */
function readChunks(bytes: Buffer, from: number): { end: number; body: Buffer } {
  const pieces: Buffer[] = [];
  for (let at = from; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line === -1) return { end: -1, body: Buffer.concat(pieces) };
    const size = bytes.toString('latin1', at, line);
    if (!/^[\da-f]+$/i.test(size)) throw new Error(`no size of a chunk: ${JSON.stringify(size.slice(0, 80))}`);
    const length = Number.parseInt(size, 16);
    const next = line + 2 + length + 2;
    if (bytes.length < next) return { end: -1, body: Buffer.concat(pieces) };
    if (length === 0) return { end: next, body: Buffer.concat(pieces) };
    pieces.push(bytes.subarray(line + 2, line + 2 + length));
    at = next;
  }
}

/**
 * @param isHead whether there is no body, whatever the head says
 * @throws Error for bytes that are no responses
 */
export function readResponses(bytes: Buffer, isHead: (index: number) => boolean = () => false): ReadResponses {
  const responses: ReadResponse[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n\r\n', at);
    if (end === -1) {
      if (!/^HTTP\/1/.test(bytes.toString('latin1', at, at + 6).padEnd(6)) && bytes.length - at >= 6)
        throw new Error(`no response: ${JSON.stringify(bytes.toString('latin1', at, at + 80))}`);
      return { responses, isWhole: false };
    }
    const head = readHead(bytes.toString('latin1', at, end));
    at = end + 4;
    // One more is to come for the same request.
    if (head.status < 200) continue;
    const length = head.headers.get('content-length');
    let body: Buffer = Buffer.alloc(0);
    if (isHead(responses.length) || head.status === 204 || head.status === 304) {
      // It has none.
    } else if (/chunked/i.test(head.headers.get('transfer-encoding') ?? '')) {
      const chunks = readChunks(bytes, at);
      body = chunks.body;
      if (chunks.end === -1) return { responses: [...responses, { ...head, body }], isWhole: false };
      at = chunks.end;
    } else if (length === undefined) {
      body = bytes.subarray(at);
      at = bytes.length;
    } else {
      body = bytes.subarray(at, at + Number(length));
      if (body.length < Number(length)) return { responses: [...responses, { ...head, body }], isWhole: false };
      at += Number(length);
    }
    responses.push({ ...head, body });
  }
  return { responses, isWhole: true };
}
