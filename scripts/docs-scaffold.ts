/**
 * Starts the transcription of a new documentation page: docs map, example and, for a new model, schema.
 *
 *   npm run docs:scaffold -- "Video / kling-v4 / Create Video Task"
 *   --like "Video / kling-v3 / Create Video Task"    copy from this page, instead of the most alike
 *   --at "POST /v1/path"                             the page is of a path that the contract does not have
 *
 * Existing files are not overwritten, only added to. `npm run generate` then names what is left to fill in.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { planScaffold } from './docs/scaffold/plan.js';
import { BadInput, run } from './lib/bad-input.js';
import { project } from './lib/project.js';

const titles = (text: string): string[] =>
  text
    .split(' / ')
    .map((title) => title.trim())
    .filter(Boolean);

await run(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { like: { type: 'string' }, at: { type: 'string' } } });
  const path = titles(positionals[0] ?? '');
  if (path.length < 2 || positionals.length > 1) throw new BadInput('Name one page: npm run docs:scaffold -- "Folder / Folder / Title"');
  const odd = path.find((title) => /[/\\]/.test(title) || /^\.+$/.test(title));
  if (odd !== undefined) throw new BadInput(`${odd}: not a title; the titles of a page stand between " / "`);
  const [, method, address] = /^(get|post|put|patch|delete) (\/\S+)$/i.exec(values.at ?? '') ?? [];
  if (values.at !== undefined && address === undefined)
    throw new BadInput(`--at ${values.at}: not a method and a path, such as "POST /v1/path"`);
  const { sibling, files } = await planScaffold(path, {
    ...(values.like !== undefined && { like: titles(values.like) }),
    ...(method !== undefined && address !== undefined && { at: { method, path: address } }),
  });
  for (const [name, text] of files) {
    const file = join(project.openapi, name);
    const exists = await stat(file).then(
      () => true,
      () => false,
    );
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`${exists ? 'added to' : 'created '}  openapi/${name}`);
  }
  console.log(`${sibling ? `Copied from "${sibling}". ` : ''}Now compare with the page, and let \`npm run generate\` name what is left.`);
  return 0;
});
