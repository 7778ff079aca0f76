/** Files of a team's own, behind addresses and in answers. */
import { lookup } from 'mrmime';
import type { HttpRequest, HttpResponse } from '../../http/message.js';
import type { ScenarioBook } from '../../scenarios/book.js';
import { isAddress } from '../../scenarios/content.js';
import type { Answer, JobAnswer, MediaAnswer } from '../../scenarios/scenario.js';
import { mediaFolder } from '../answer/media.js';
import { entityTag, serveFile } from '../answer/media-file.js';

const extensionOf = (file: string): string => /\.([a-z\d]+)$/i.exec(file)?.[1]?.toLowerCase() ?? 'bin';

export const mediaTypeOfFile = (file: string): string => lookup(file) ?? 'application/octet-stream';

export const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
};

/** Names an answer of a scenario, in ids and addresses. */
export const answerName = (scenario: string, index: number): string => `${scenario}@${index}`;

const parseAnswerName = (name: string): { scenario: string; index: number } | undefined => {
  const [, scenario, index] = /^([\w.-]+)@(\d{1,6})$/.exec(name) ?? [];
  return scenario === undefined ? undefined : { scenario, index: Number(index) };
};

const ownFolder = `${mediaFolder}scenarios/`;

/** Addresses of media of an answer: those of files are on this server. */
export const ownAddresses = (media: readonly string[], name: string, origin: string): string[] =>
  media.map((one, position) => (isAddress(one) ? one : `${origin}${ownFolder}${name}/${position}.${extensionOf(one)}`));

export const mediaOf = (answer: Answer): readonly string[] | undefined =>
  'job' in answer ? (answer as JobAnswer).job.media : 'media' in answer ? (answer as MediaAnswer).media : undefined;

/** What a scenario says of the answer that is named, as it was written. */
export async function writtenAnswer(book: ScenarioBook, name: string) {
  const named = parseAnswerName(name);
  const found = named && (await book.answerAt(named.scenario, named.index));
  return found?.answer.written && { written: found.answer.written, files: found.scenario.files };
}

/** Answers a request for a file of a scenario; `undefined` for all others. */
export async function serveOwnFile(book: ScenarioBook, request: HttpRequest): Promise<HttpResponse | undefined> {
  if (!request.path.startsWith(ownFolder)) return undefined;
  const [name = '', position = ''] = request.path.slice(ownFolder.length).split('/');
  const found = await writtenAnswer(book, name);
  const file = found && mediaOf(found.written)?.[Number.parseInt(position, 10)];
  if (file === undefined || isAddress(file) || !found?.files) return undefined;
  const bytes = await found.files.bytes(file);
  return serveFile(request, {
    type: mediaTypeOfFile(file),
    bytes,
    version: { etag: entityTag(bytes), lastModified: new Date(0).toUTCString() },
  });
}
