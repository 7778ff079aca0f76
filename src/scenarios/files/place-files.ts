/** Puts the files that scenarios name into them: texts as texts, pictures as data URLs, media as addresses of files, which the mock hands out. */
import { readFile, realpath } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatPointer, setAt } from '../../contract/pointer.js';
import type { ScenarioList } from '../judge/check.js';
import type { Found } from '../judge/finding.js';
import { namedFiles } from '../judge/named-files.js';
import type { Scenario } from '../scenario.js';

const imageTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};

/** @throws Error for one that is not there, or not below the folder, also where a link leads out of it */
async function realFile(folder: string, path: string): Promise<string> {
  const root = await realpath(folder);
  const file = await realpath(join(root, path)).catch(() => undefined);
  const isOutside = (target: string): boolean => {
    const way = relative(root, target);
    return way.startsWith('..') || isAbsolute(way);
  };
  if (isAbsolute(path) || isOutside(file ?? join(root, path)))
    throw new Error(`${path} is not below the folder of this file; put it there`);
  if (file === undefined) throw new Error(`there is no file ${path} beside this one`);
  return file;
}

/** The list with its files in their places, and the folders that these are in. */
export async function placeFiles(list: ScenarioList): Promise<{ list: ScenarioList; folders: string[] }> {
  const { file, value } = list;
  if (file === undefined || !Array.isArray(value)) return { list, folders: [] };
  const findings: Found[] = [];
  const folders: string[] = [];
  for (const [index, scenario] of value.entries()) {
    if (!Array.isArray((scenario as Partial<Scenario> | null)?.answers)) continue;
    for (const { pointer, path, use } of namedFiles(scenario as Scenario)) {
      const at = formatPointer([index]) + pointer;
      try {
        const real = await realFile(dirname(file), path);
        folders.push(dirname(real));
        setAt(value, at, await placed(real, use));
      } catch (error) {
        findings.push({ pointer: at, message: messageOf(error as NodeJS.ErrnoException, path) });
      }
    }
  }
  return { list: { ...list, findings: [...(list.findings ?? []), ...findings] }, folders };
}

const messageOf = ({ code, message }: NodeJS.ErrnoException, path: string): string =>
  code === 'EISDIR' ? `${path} is a folder; name a file` : code === 'EACCES' ? `${path} may not be read` : message;

async function placed(file: string, use: 'text' | 'image' | 'media'): Promise<string> {
  if (use === 'text') return readFile(file, 'utf8');
  if (use === 'media') return pathToFileURL(file).href;
  const type = imageTypes[extname(file).toLowerCase()];
  if (type === undefined) throw new Error(`${file} is no picture; there are ${Object.keys(imageTypes).join(', ')}`);
  return `data:${type};base64,${(await readFile(file)).toString('base64')}`;
}
