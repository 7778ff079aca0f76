/** The files of scenarios that paths lead to. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
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
      const before = found.files.length;
      await collect(path, found);
      if (found.files.length === before)
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

async function collect(folder: string, found: FoundFiles): Promise<void> {
  found.folders.push(folder);
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) await collect(path, found);
    else if (isScenarioFile(entry.name)) found.files.push(path);
  }
}
