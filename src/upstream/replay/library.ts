/** The recordings that are replayed. Of each its keys are kept in memory, and where it stands. */
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { PreparedContract, PreparedOperation } from '../../contract/prepared.js';
import { besides, type HarFile, openHar } from '../../recording/har-file.js';
import { parseRecording, parseResponse, type RecordedResponse, type Recording, RecordingError } from '../../recording/recording.js';
import { exchangesAt, nameOf, type Place, readEntry } from '../../recording/sources.js';
import { RecordedRequests } from './recorded-requests.js';
import type { KeyedOperation, KeyedRequest } from './request-keys.js';
import { likeness, type Sketch, sketchOf } from './sketch.js';

export interface Shelved {
  place: Place;
  sketch: Sketch;
}

export class Library {
  readonly #requests: RecordedRequests;
  readonly #byKey = new Map<string, Shelved[]>();
  readonly #byOperation = new Map<string, Shelved[]>();
  /** HAR files that were packed, as they were unpacked. */
  readonly #unpacked = new Map<string, Required<HarFile>>();
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
    for await (const found of exchangesAt(path, (file) => this.#open(file))) {
      if ('recording' in found) this.#shelve(found.place, found.recording);
      // Browsers write entries that they did not understand themselves; the others are as good as before.
      else if ('problem' in found && !found.place.entry) throw new RecordingError(found.problem);
    }
  }

  /** A file that is read where it stands is read again for each response; one that was unpacked stays in memory. */
  async #open(file: string): Promise<HarFile> {
    const har = await openHar(file);
    const { bytes } = har;
    if (bytes) this.#unpacked.set(file, { ...har, bytes });
    return har;
  }

  async #entry({ file, entry }: Required<Place>, name: string): Promise<Recording> {
    const { from, to } = entry;
    const har = this.#unpacked.get(file);
    const bytes = har ? har.bytes.subarray(from, to) : await readBytes(file, entry);
    return readEntry(bytes.toString('utf8'), name, har?.body ?? besides(file)).recording;
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
