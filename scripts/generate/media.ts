/** The files that the mock serves as results, as a module: a browser has no file system. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PreparedContract } from '../../src/contract/prepared.js';
import { madeSamples } from '../../src/mock/media/made-samples.js';
import { ContractError } from '../lib/contract-error.js';

/** The samples that there are, of which a contract has those that it names. */
const files: Record<string, string> = {
  'audio/mpeg': 'audio.mp3',
  'audio/wav': 'audio.wav',
};

/** Types of which the mock has a file: pictures and videos are made when they are asked for. */
export const mediaTypes: readonly string[] = [...madeSamples.map(({ type }) => type), ...Object.keys(files)];

export const mediaFolder = fileURLToPath(new URL('../../src/mock/media/', import.meta.url));

interface NamedType {
  type: string;
  /** Where the contract names it. */
  place: string;
  /** Whether a request may ask for another type of the kind. */
  isChosen: boolean;
}

/** The types of the media that answers have. */
const namedTypes = ({ tasks, ownedFields }: Pick<PreparedContract, 'tasks' | 'ownedFields'>): NamedType[] => [
  ...Object.entries(tasks).flatMap(([name, { media = {} }]) =>
    Object.entries(media).map(([pointer, type]) => ({ type, place: `openapi/tasks.yaml: ${name}: media ${pointer}`, isChosen: false })),
  ),
  ...Object.entries(ownedFields).flatMap(([component, fields]) =>
    Object.entries(fields).flatMap(([pointer, field]) =>
      'media' in field
        ? [{ type: field.media, place: `openapi/owned-fields.yaml: ${component}: ${pointer}`, isChosen: field.type !== undefined }]
        : [],
    ),
  ),
];

const kindOf = (type: string): string => type.split('/', 1)[0] ?? '';

/** @throws ContractError where the contract names a type of which there is no sample */
export async function generateMedia(contract: Pick<PreparedContract, 'tasks' | 'ownedFields'>): Promise<string> {
  const named = namedTypes(contract);
  const without = named.filter(({ type }) => !mediaTypes.includes(type));
  if (without.length > 0) {
    const known = mediaTypes.join(', ');
    throw new ContractError(without.map(({ type, place }) => `${place}: src/mock/media/ has no sample of ${type}; it has ${known}`));
  }
  const isNeeded = (candidate: string): boolean =>
    named.some(({ type, isChosen }) => type === candidate || (isChosen && kindOf(type) === kindOf(candidate)));
  const entries = await Promise.all(
    Object.entries(files)
      .filter(([type]) => isNeeded(type))
      .map(async ([type, name]) => {
        const base64 = (await readFile(join(mediaFolder, name))).toString('base64');
        return `  { type: '${type}', extension: '${extname(name).slice(1)}', base64: '${base64}' },`;
      }),
  );
  const members = '{ type: string; extension: string; base64: string }[]';
  return `/* Made from src/mock/media/. Do not edit. */\nexport const media: ${members} = [\n${entries.join('\n')}\n];\n`;
}
