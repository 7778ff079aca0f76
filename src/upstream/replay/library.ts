/** The recordings that are replayed. Of each its keys are kept in memory, and where it stands. */
import { readFileSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PreparedContract, PreparedOperation } from '../../contract/prepared.js';
import { Router } from '../../contract/router.js';
import { readJson } from '../../http/json-text.js';
import { parseEntry } from '../../recording/har.js';
import {
  parseRecording,
  parseResponse,
  type RecordedRequest,
  type RecordedResponse,
  type Recording,
  RecordingError,
  textOf,
} from '../../recording/recording.js';
import { entryPlaces } from './har-entries.js';
import { type KeyedOperation, KeyedRequest, keyedOperation } from './request-keys.js';
import { likeness, type Sketch, sketchOf } from './sketch.js';

/** Where a recording stands: in a file of its own, or from one byte of a HAR file to another. */
interface Place {
  file: string;
  entry?: { from: number; to: number; number: number };
}

export interface Shelved {
  place: Place;
  sketch: Sketch;
}

export class Library {
  readonly #router: Router<PreparedOperation>;
  readonly #operations = new Map<PreparedOperation, KeyedOperation>();
  readonly #byKey = new Map<string, Shelved[]>();
  readonly #byOperation = new Map<string, Shelved[]>();
  /** How many there are to be replayed. */
  size = 0;

  constructor(contract: PreparedContract) {
    this.#router = new Router(contract.operations);
  }

  /**
   * Takes in the recordings of folders, recordings and HAR files, in the order in which they were made.
   * @throws Error for what is not there or is no recording
   */
  async add(path: string): Promise<void> {
    const files = (await stat(path)).isDirectory()
      ? (await readdir(path))
          .filter((name) => /\.(json|har)$/i.test(name))
          .sort()
          .map((name) => join(path, name))
      : [path];
    // Nothing else is to be done until all are there, and one after the other costs a third of the time.
    for (const file of files) this.#take(file, readFileSync(file));
  }

  #take(file: string, bytes: Buffer): void {
    if (!/\.har$/i.test(file)) {
      this.#shelve({ file }, parseRecording(bytes.toString('utf8'), file));
      return;
    }
    for (const [index, { from, to }] of entryPlaces(bytes).entries()) {
      const place = { file, entry: { from, to, number: index + 1 } };
      let recording: Recording;
      try {
        recording = parseEntry(bytes.toString('utf8', from, to), nameOf(place));
      } catch (error) {
        // Browsers write what they did not understand themselves; the other entries are as good as before.
        if (error instanceof RecordingError) continue;
        throw error;
      }
      this.#shelve(place, recording);
    }
  }

  /** Of calls that got no response, or whose caller did not wait for it, there is nothing to give again. */
  #shelve(place: Place, { request, response }: Recording): void {
    const keyed = response && response.ended !== 'cancel' ? this.#keyed(request) : undefined;
    if (!keyed) return;
    const { operation, request: known } = keyed;
    const shelved: Shelved = { place, sketch: sketchOf(known.parts) };
    for (const key of [known.exact, known.blanked, known.turns]) if (key !== undefined) put(this.#byKey, key, shelved);
    put(this.#byOperation, operation.prepared.id, shelved);
    this.size++;
  }

  /** The request of a recording as it is compared; `undefined` where its path is none of the contract. */
  #keyed({ method, url, headers, ...body }: RecordedRequest): { operation: KeyedOperation; request: KeyedRequest } | undefined {
    const { pathname, searchParams } = new URL(url, 'http://gateway');
    const match = this.#router.match(method, pathname);
    if (match.kind !== 'operation') return undefined;
    const operation = this.operation(match.operation);
    const context = { path: match.params, query: searchParams, header: (name: string) => headers[name], body: jsonOf(body) };
    return { operation, request: new KeyedRequest(operation, method, context) };
  }

  operation(prepared: PreparedOperation): KeyedOperation {
    const known = this.#operations.get(prepared) ?? keyedOperation(prepared);
    this.#operations.set(prepared, known);
    return known;
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
    const response = entry ? (await readEntry(file, entry, nameOf(place))).response : parseResponse(readFileSync(file, 'utf8'), file);
    if (!response) throw new RecordingError(`${nameOf(place)} has no response any more`);
    return response;
  }

  /** @throws Error where the file is gone or has changed */
  async requestOf({ place }: Shelved): Promise<KeyedRequest | undefined> {
    const { file, entry } = place;
    const { request } = entry ? await readEntry(file, entry, nameOf(place)) : parseRecording(readFileSync(file, 'utf8'), file);
    return this.#keyed(request)?.request;
  }
}

async function readEntry(file: string, { from, to }: { from: number; to: number }, name: string): Promise<Recording> {
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(to - from);
    await handle.read(bytes, 0, bytes.length, from);
    return parseEntry(bytes.toString('utf8'), name);
  } finally {
    await handle.close();
  }
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The body that a recorded request has; what is no JSON is none that an operation takes. */
function jsonOf(body: Pick<RecordedRequest, 'json' | 'text'>): unknown {
  if (body.json !== undefined) return body.json;
  try {
    return readJson(textOf(body) ?? '');
  } catch {
    return undefined;
  }
}

/** What a recording is called where people read of it. */
export const nameOf = ({ file, entry }: Place): string => `${basename(file)}${entry ? `, entry ${entry.number}` : ''}`;
