/**
 * A response that is checked while it is read, and otherwise the very one that came: with its address, type and status, and of its class.
 * What reads the body goes another way than the class has it, since a copy would lose all that a new response cannot be given.
 */
import { joined } from '../http/bytes/joined.js';
import { BodyReader, type Following } from './body-reader.js';

type Bytes = Uint8Array<ArrayBuffer>;

interface Reading {
  /** The prototype that the response had. */
  native: Response;
  /** The body that the response had. */
  source: ReadableStream<Bytes>;
  following: Following;
  reader?: BodyReader;
  stream?: ReadableStream<Bytes>;
  /** Holds the same body; what is seldom asked for is asked of it. */
  copy?: Response;
}

/** Makes nothing: a class below it puts its members on the response that it is given. */
class Given {
  constructor(response: Response) {
    // biome-ignore lint/correctness/noConstructorReturn: what it is for
    return response as unknown as Given;
  }
}

/** Gives a response a private member, which nobody else sees. A `WeakMap` would do the same, and make each collection of garbage longer. */
class Read extends Given {
  readonly #reading: Reading;

  constructor(response: Response, reading: Reading) {
    super(response);
    this.#reading = reading;
  }

  static has(response: object): boolean {
    return #reading in response;
  }

  static of(response: Response): Reading {
    return (response as unknown as Read).#reading;
  }
}

/** Whether a response is one that is checked while it is read. */
export const isUnderCheck = (response: Response): boolean => Read.has(response);

const readingOf = (response: Response): Reading => Read.of(response);

function readerOf(reading: Reading): BodyReader {
  reading.reader = new BodyReader(reading.source, reading.following);
  return reading.reader;
}

/** What was read already stays as it is, so that the implementation refuses it in its own words. */
function streamOf(response: Response, reading: Reading): ReadableStream<Bytes> {
  reading.stream ??= reading.reader || response.bodyUsed ? reading.source : readerOf(reading).stream();
  return reading.stream;
}

/** A response of the same implementation. */
function responseLike(like: Response, body: BodyInit): Response {
  const Implementation = like instanceof Response ? Response : ((like as object).constructor as typeof Response);
  return new Implementation(body, { headers: like.headers });
}

function copyOf(response: Response): Response {
  const reading = readingOf(response);
  reading.copy ??= responseLike(response, streamOf(response, reading));
  return reading.copy;
}

/** Makes a copy tell what a new response cannot be given. */
function asClone(copy: Response, of: Response): Response {
  const clone = copy.clone.bind(copy);
  for (const name of ['url', 'redirected', 'type', 'status', 'statusText', 'ok'] as const)
    Object.defineProperty(copy, name, { value: of[name] });
  return Object.defineProperty(copy, 'clone', { value: () => asClone(clone(), of) });
}

function textOf(response: Response): Promise<string> {
  const reading = readingOf(response);
  const reader = reading.copy || reading.reader ? undefined : readerOf(reading);
  // What was read the way that the class has it is locked, which is sooner tried than `bodyUsed` is asked.
  return reader?.lock() ? reader.rest() : copyOf(response).text();
}

const ways = {
  get body(): Response['body'] {
    const response = this as unknown as Response;
    const reading = readingOf(response);
    return reading.copy?.body ?? streamOf(response, reading);
  },
  get bodyUsed(): boolean {
    const response = this as unknown as Response;
    const { copy, native } = readingOf(response);
    return copy?.bodyUsed ?? (Reflect.get(native, 'bodyUsed', response) as boolean);
  },
  async text(this: Response): Promise<string> {
    return textOf(this);
  },
  async json(this: Response): Promise<unknown> {
    const text = await textOf(this);
    const read = readingOf(this).following.body.parsed();
    return read ? read.value : JSON.parse(text);
  },
  async arrayBuffer(this: Response): Promise<ArrayBuffer> {
    return copyOf(this).arrayBuffer();
  },
  async blob(this: Response): Promise<Blob> {
    return copyOf(this).blob();
  },
  async bytes(this: Response): Promise<Uint8Array> {
    return copyOf(this).bytes();
  },
  async formData(this: Response): Promise<FormData> {
    return copyOf(this).formData();
  },
  clone(this: Response): Response {
    return asClone(copyOf(this).clone(), this);
  },
};

/** One for each class of responses. */
const prototypes = new WeakMap<object, object>();

function prototypeOver(native: object): object {
  const known = prototypes.get(native);
  if (known) return known;
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(ways)).filter(([name]) => name in native);
  const made = Object.create(native, Object.fromEntries(descriptors));
  prototypes.set(native, made);
  return made;
}

/**
 * A violation in a success fails the reading of it and not the call, since SDKs take a call that failed for a lost connection and repeat it, even
 * where that costs money. An error is read first, since SDKs read it without looking.
 */
export function checkedResponse(response: Response, source: ReadableStream<Bytes>, following: Following): Response | Promise<Response> {
  const reading: Reading = { native: Object.getPrototypeOf(response) as Response, source, following };
  return response.ok ? given(response, reading) : whenRead(response, reading);
}

function given(response: Response, reading: Reading): Response {
  new Read(response, reading);
  return Object.setPrototypeOf(response, prototypeOver(reading.native));
}

async function whenRead(response: Response, reading: Reading): Promise<Response> {
  const reader = new BodyReader(reading.source, reading.following);
  const pieces: Bytes[] = [];
  for (let piece = await reader.next(); piece; piece = await reader.next()) pieces.push(piece);
  reading.copy = responseLike(response, joined(pieces));
  return given(response, reading);
}
