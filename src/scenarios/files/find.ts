/** The files of scenarios that paths lead to. */
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { filesBelow } from '../../files-below.js';
import type { ScenarioFinding } from '../judge/finding.js';

const isScenarioFile = (name: string): boolean => /\.(ya?ml|json)$/.test(name);

export interface FoundFiles {
  /** In the order given, those of a folder by name, whatever is in its own folders likewise. */
  files: string[];
  /** All folders that were looked into. */
  folders: string[];
  findings: ScenarioFinding[];
  warnings: ScenarioFinding[];
}

export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], folders: [], findings: [], warnings: [] };
  for (const path of paths) {
    const kind = await stat(path).catch(() => undefined);
    if (!kind)
      found.findings.push({
        file: path,
        pointer: '',
        message: 'there is no such file or folder; give files that end in .yaml, .yml or .json, or folders of them',
      });
    else if (kind.isDirectory()) {
      const files = await filesBelow(path, isScenarioFile, found.folders);
      found.files = found.files.concat(files);
      if (files.length === 0)
        found.warnings.push({ file: path, pointer: '', message: 'there are no scenarios in this folder: no .yaml, .yml or .json file' });
    } else if (isScenarioFile(path)) {
      found.files.push(path);
      found.folders.push(dirname(path));
    } else found.findings.push({ file: path, pointer: '', message: 'a file of scenarios ends in .yaml, .yml or .json' });
  }
  found.files = [...new Map(found.files.map((file) => [resolve(file), file])).values()];
  found.folders = [...new Set(found.folders)];
  return found;
}
