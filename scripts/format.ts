/**
 * Writes all of `openapi/` in one hand: layout, form of references, order of keys.
 *
 *   npm run format               write
 *   npm run format -- --check    write nothing; fail when a file is written otherwise
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { formatText } from './format/format-text.js';
import { argumentsOf, run } from './lib/bad-input.js';
import { project } from './lib/project.js';

await run(async () => {
  const { values } = argumentsOf({ options: { check: { type: 'boolean' } } });
  const entries = await readdir(project.openapi, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
  const changed = new Map<string, string>();
  for (const file of files.sort()) {
    const text = await readFile(file, 'utf8');
    const formatted = await formatText(text, relative(project.openapi, file).replaceAll(sep, '/'));
    if (formatted !== text) changed.set(file, formatted);
  }
  for (const [file, text] of changed) {
    console.log(relative(project.root, file));
    if (!values.check) await writeFile(file, text);
  }
  const count = `${changed.size} of ${files.length} files`;
  if (changed.size === 0) console.log(`openapi/ is formatted: ${files.length} files`);
  else if (values.check) console.error(`${count} are not formatted. Run \`npm run format\` and commit the result.`);
  else console.log(`openapi/: ${count} written`);
  return values.check && changed.size > 0 ? 1 : 0;
});
