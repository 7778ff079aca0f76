/** The files that the scenarios of a list name: each has to be there, and below the folder of the list's own file. */
import { constants } from 'node:fs';
import { access, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { formatPointer } from '../../contract/pointer.js';
import { readText } from '../../text-file.js';
import type { ScenarioFiles } from '../compile.js';
import type { ScenarioList } from '../judge/check.js';
import type { Found } from '../judge/finding.js';
import { namedFiles } from '../judge/named-files.js';
import type { Scenario } from '../scenario.js';

const isOutside = (folder: string, file: string): boolean => {
  const way = relative(folder, file);
  return way.startsWith('..') || isAbsolute(way);
};

/** @throws Error for one that is not there, or not below the folder, also where a link leads out of it */
async function realFile(folder: string, path: string): Promise<string> {
  const root = await realpath(folder);
  const file = await realpath(join(root, path)).catch(() => undefined);
  if (isAbsolute(path) || isOutside(root, file ?? join(root, path)))
    throw new Error(`${path} is not below the folder of this file; put it there`);
  if (file === undefined) throw new Error(`there is no file ${path} beside this one`);
  if (!(await stat(file)).isFile()) throw new Error(`${path} is a folder; name a file in it`);
  await access(file, constants.R_OK).catch(() => {
    throw new Error(`${path} may not be read`);
  });
  return file;
}

/** The list with its files at hand, and the folders that these are in. */
export async function withFiles(list: ScenarioList): Promise<{ list: ScenarioList; folders: string[] }> {
  const { file, value } = list;
  if (file === undefined || !Array.isArray(value)) return { list, folders: [] };
  const findings: Found[] = [...(list.findings ?? [])];
  const real = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const [index, scenario] of value.entries()) {
    if (!Array.isArray((scenario as Partial<Scenario> | null)?.answers)) continue;
    for (const { pointer, path, use } of namedFiles(scenario as Scenario)) {
      try {
        const found = await realFile(dirname(file), path);
        real.set(path, found);
        if (use === 'text') texts.set(path, await readText(found));
      } catch (error) {
        findings.push({ pointer: formatPointer([index]) + pointer, message: (error as Error).message });
      }
    }
  }
  const files: ScenarioFiles = {
    text: (path) => texts.get(path) ?? '',
    bytes: (path) => readFile(real.get(path) ?? path),
  };
  return { list: { ...list, findings, ...(real.size > 0 && { files }) }, folders: [...real.values()].map((path) => dirname(path)) };
}
