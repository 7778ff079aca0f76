/** The files of a folder and of its own folders: whoever runs tests at once writes into a folder for each. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * In the order of their names, whatever is in a folder in its place. What is hidden is left out, and so is what npm installs.
 * @param folders takes all folders that were looked into
 */
export async function filesBelow(folder: string, isWanted: (name: string) => boolean, folders: string[] = []): Promise<string[]> {
  folders.push(folder);
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) for (const file of await filesBelow(path, isWanted, folders)) files.push(file);
    else if (isWanted(entry.name)) files.push(path);
  }
  return files;
}
