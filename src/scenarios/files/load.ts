/** Loads scenarios: those of files and folders, in Node.js, and those of code. */
import { readText } from '../../text-file.js';
import { type CheckedScenarios, ScenarioCheck, type ScenarioContract, type ScenarioList } from '../judge/check.js';
import type { Scenario } from '../scenario.js';
import { findFiles } from './find.js';
import { withFiles } from './named-files.js';
import { readList } from './read.js';

/** Files that are open at once: more than that some systems do not let be. */
const atOnce = 100;

/** Paths of files and folders, and scenarios, in the order in which they are tried. */
export type ScenarioSource = string | Scenario;

export interface LoadedScenarios extends CheckedScenarios {
  /** Folders in which a change may change the scenarios. */
  folders: string[];
}

/** @throws Error where a file cannot be read that is there */
export async function loadScenarios(sources: readonly ScenarioSource[], contract: ScenarioContract): Promise<LoadedScenarios> {
  const lists: ScenarioList[] = [];
  const folders = new Set<string>();
  const found = await findFiles(sources.filter((source) => typeof source === 'string'));
  for (const folder of found.folders) folders.add(folder);
  const own = sources.filter((source) => typeof source !== 'string');
  // Those of code come first: they are the narrower ones.
  if (own.length > 0) lists.push({ value: own });
  for (let from = 0; from < found.files.length; from += atOnce) {
    const read = found.files.slice(from, from + atOnce).map(async (file) => withFiles(await readList(file, await readText(file))));
    for (const { list, folders: more } of await Promise.all(read)) {
      for (const folder of more) folders.add(folder);
      lists.push(list);
    }
  }
  const checked = new ScenarioCheck(contract).check(lists);
  return {
    ...checked,
    findings: [...found.findings, ...checked.findings],
    warnings: [...found.warnings, ...checked.warnings],
    folders: [...folders],
  };
}
