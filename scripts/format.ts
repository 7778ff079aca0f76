/**
 * Writes all of `openapi/` in one hand: layout, form of references, order of keys.
 *
 *   npm run format               write
 *   npm run format -- --check    write nothing; fail when a file is written otherwise
 *   npm run format -- <file>...  these files only
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { withProgress } from '../src/cli/common/progress.js';
import { formatText } from './format/format-text.js';
import { argumentsOf, BadInput, run } from './lib/bad-input.js';
import { project } from './lib/project.js';

async function allFiles(): Promise<string[]> {
  const entries = await readdir(project.openapi, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.yaml')).map((entry) => join(entry.parentPath, entry.name));
}

/** @throws BadInput when one is none of the contract's, or not there */
function named(names: readonly string[]): string[] {
  return names.map((name) => {
    const file = resolve(name);
    if (!file.startsWith(project.openapi) || !file.endsWith('.yaml')) throw new BadInput(`${name} is no YAML file of openapi/`);
    if (!existsSync(file)) throw new BadInput(`There is no ${name}`);
    return file;
  });
}

await run(async () => {
  const { values, positionals } = argumentsOf({ allowPositionals: true, options: { check: { type: 'boolean' } } });
  const files = positionals.length > 0 ? named(positionals) : await allFiles();
  const changed = new Map<string, string>();
  let read = 0;
  await withProgress(
    () => `Read ${read} of ${files.length} files`,
    async () => {
      for (const file of files.sort()) {
        const text = await readFile(file, 'utf8');
        const formatted = await formatText(text, relative(project.openapi, file).replaceAll(sep, '/'));
        if (formatted !== text) changed.set(file, formatted);
        read++;
      }
    },
  );
  for (const [file, text] of changed) {
    console.log(relative(project.root, file));
    if (!values.check) await writeFile(file, text);
  }
  const count = `${changed.size} of ${files.length} files`;
  if (changed.size === 0)
    console.log(positionals.length > 0 ? `Formatted: ${positionals.join(', ')}` : `openapi/ is formatted: ${files.length} files`);
  else if (values.check) console.error(`${count} are not formatted. Run \`npm run format\` and commit the result.`);
  else console.log(`openapi/: ${count} written`);
  return values.check && changed.size > 0 ? 1 : 0;
});
