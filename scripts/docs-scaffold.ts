/**
 * Starts the transcription of a new documentation page: docs map, example and, for a new model, schema.
 *
 *   npm run docs:scaffold -- "Video / kling-v4 / Create Video Task"
 *   --like "Video / kling-v3 / Create Video Task"    copy from this page, instead of the most alike
 *   --at "POST /v1/path"                             the page is of a path that the contract does not have
 *   --dialect name                                   and its errors are of a form that the contract does not have
 *
 * Existing files are not overwritten, only added to. `npm run generate` then names what is left to fill in.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { planScaffold } from './docs/scaffold/plan.js';
import { argumentsOf, BadInput, run } from './lib/bad-input.js';
import { project } from './lib/project.js';

const titles = (text: string): string[] =>
  text
    .split(' / ')
    .map((title) => title.trim())
    .filter(Boolean);

await run(async () => {
  const { values, positionals } = argumentsOf({
    allowPositionals: true,
    options: { like: { type: 'string' }, at: { type: 'string' }, dialect: { type: 'string' } },
  });
  const path = titles(positionals[0] ?? '');
  if (path.length < 2 || positionals.length > 1) throw new BadInput('Name one page: npm run docs:scaffold -- "Folder / Folder / Title"');
  // A model may have a slash in its name, as in "openai/gpt-5".
  const odd = path.find((title) => title.includes('\\') || title.split('/').some((part) => /^\.*$/.test(part)));
  if (odd !== undefined) throw new BadInput(`${odd}: not a title; the titles of a page stand between " / "`);
  const [, method, address] = /^(get|post|put|patch|delete) (\/\S+)$/i.exec(values.at ?? '') ?? [];
  if (values.at !== undefined && address === undefined)
    throw new BadInput(`--at ${values.at}: not a method and a path, such as "POST /v1/path"`);
  if (values.dialect !== undefined && !/^[a-z][a-z0-9-]*$/.test(values.dialect))
    throw new BadInput(`--dialect ${values.dialect}: lower case letters, digits and dashes`);
  const { sibling, files } = await planScaffold(path, {
    ...(values.like !== undefined && { like: titles(values.like) }),
    ...(method !== undefined && address !== undefined && { at: { method, path: address } }),
    ...(values.dialect !== undefined && { dialect: values.dialect }),
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
