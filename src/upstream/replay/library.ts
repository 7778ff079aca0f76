/** The recordings that are replayed. Of each its keys are kept in memory, and where it stands. */
import { readFileSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PreparedContract, PreparedOperation } from '../../contract/prepared.js';
import { parseEntry } from '../../recording/har.js';
import { besides, type HarFile, isHar, isPacked, openHar } from '../../recording/har-file.js';
import { parseRecording, parseResponse, type RecordedResponse, type Recording, RecordingError } from '../../recording/recording.js';
import { entryPlaces } from './har-entries.js';
import { RecordedRequests } from './recorded-requests.js';
import type { KeyedOperation, KeyedRequest } from './request-keys.js';
import { likeness, type Sketch, sketchOf } from './sketch.js';

/** Where a recording stands: in a file of its own, or from one byte of a HAR file to another. */
export interface Place {
  file: string;
  entry?: { from: number; to: number; number: number };
}

/** A recording, or why there is none at its place. */
export type Found = { place: Place; recording: Recording } | { place: Place; problem: string };

export interface Shelved {
  place: Place;
  sketch: Sketch;
}

export class Library {
  readonly #requests: RecordedRequests;
  readonly #byKey = new Map<string, Shelved[]>();
  readonly #byOperation = new Map<string, Shelved[]>();
  /** Packed HAR files, which are kept as they were unpacked. */
  readonly #packed = new Map<string, Promise<HarFile>>();
  /** How many there are to be replayed. */
  size = 0;

  constructor(contract: PreparedContract) {
    this.#requests = new RecordedRequests(contract);
  }

  /**
   * Takes in the recordings of a folder, a recording or a HAR file, in the order in which they were made.
   * @throws Error for what is not there, RecordingError for what is no recording
   */
  async add(path: string): Promise<void> {
    for await (const found of recordingsAt(path, (file) => this.#open(file)))
      if ('recording' in found) this.#shelve(found.place, found.recording);
  }

  /** A HAR file that is not packed is read again for each response; one that is stays in memory. */
  #open(file: string): Promise<HarFile> {
    const har = this.#packed.get(file) ?? openHar(file);
    if (isPacked(file)) this.#packed.set(file, har);
    return har;
  }

  async #entry({ file, entry }: Required<Place>, name: string): Promise<Recording> {
    const { from, to } = entry;
    const har = this.#packed.get(file);
    if (har) {
      const { bytes, body } = await har;
      return parseEntry(bytes.toString('utf8', from, to), name, body);
    }
    return parseEntry((await readBytes(file, entry)).toString('utf8'), name, besides(file));
  }

  /** Of calls that got no response, or whose caller did not wait for it, there is nothing to give again. */
  #shelve(place: Place, { request, response }: Recording): void {
    const keyed = response && response.ended !== 'cancel' ? this.#requests.read(request) : undefined;
    if (!keyed) return;
    const { operation, request: known } = keyed;
    const shelved: Shelved = { place, sketch: sketchOf(known.parts) };
    for (const key of [known.exact, known.blanked, known.turns]) if (key !== undefined) put(this.#byKey, key, shelved);
    put(this.#byOperation, operation.prepared.id, shelved);
    this.size++;
  }

  operation(prepared: PreparedOperation): KeyedOperation {
    return this.#requests.operation(prepared);
  }

  /** In the order in which they were made; none where the key is unknown. */
  find(key: string | undefined): readonly Shelved[] | undefined {
    return key === undefined ? undefined : this.#byKey.get(key);
  }

  /** The recording of the operation that is most like a request. */
  nearest(operation: string, request: KeyedRequest): Shelved | undefined {
    const wanted = new Set(sketchOf(request.parts));
    let best: { shelved: Shelved; score: number } | undefined;
    for (const shelved of this.#byOperation.get(operation) ?? []) {
      const score = likeness(wanted, shelved.sketch);
      if (!best || score > best.score) best = { shelved, score };
    }
    return best?.shelved;
  }

  /** @throws Error where the file is gone or has changed */
  async responseOf({ place }: Shelved): Promise<RecordedResponse> {
    const { file, entry } = place;
    // A small file is there before another thread could be asked for it.
    const response = entry ? (await this.#entry({ file, entry }, nameOf(place))).response : parseResponse(readFileSync(file, 'utf8'), file);
    if (!response) throw new RecordingError(`${nameOf(place)} has no response any more`);
    return response;
  }

  /** @throws Error where the file is gone or has changed */
  async requestOf({ place }: Shelved): Promise<KeyedRequest | undefined> {
    const { file, entry } = place;
    const { request } = entry ? await this.#entry({ file, entry }, nameOf(place)) : parseRecording(readFileSync(file, 'utf8'), file);
    return this.#requests.read(request)?.request;
  }
}

async function readBytes(file: string, { from, to }: { from: number; to: number }): Promise<Buffer> {
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(to - from);
    await handle.read(bytes, 0, bytes.length, from);
    return bytes;
  } finally {
    await handle.close();
  }
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * The recordings of a folder, one recording, or those of a HAR file, in their order.
 * @param open opens a HAR file
 * @throws Error for what is not there, RecordingError for what is no recording
 */
export async function* recordingsAt(path: string, open = openHar): AsyncGenerator<Found> {
  const files = (await stat(path)).isDirectory()
    ? (await readdir(path))
        .filter((name) => /\.json$/i.test(name) || isHar(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  for (const file of files) {
    if (isHar(file)) yield* entriesOf(file, await open(file));
    // Nothing else is to be done until all are there, and one after the other costs a third of the time.
    else yield { place: { file }, recording: parseRecording(readFileSync(file, 'utf8'), file) };
  }
}

/** Browsers write what they did not understand themselves; the other entries are as good as before. */
function* entriesOf(file: string, { bytes, body }: HarFile): Generator<Found> {
  for (const [index, { from, to }] of entryPlaces(bytes).entries()) {
    const place = { file, entry: { from, to, number: index + 1 } };
    try {
      yield { place, recording: parseEntry(bytes.toString('utf8', from, to), nameOf(place), body) };
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error;
      yield { place, problem: error.message };
    }
  }
}

/** What a recording is called where people read of it. */
export const nameOf = ({ file, entry }: Place): string => `${basename(file)}${entry ? `, entry ${entry.number}` : ''}`;
