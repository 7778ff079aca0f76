/**
 * Writes the reference page as files that need no server, with the description beside it: opened from a disk, or put below any path of a site.
 *
 *   npm run build:docs
 *   --out <folder>    where to; default dist-docs
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { generatePage } from '../generate/page.js';
import { argumentsOf, run } from '../lib/bad-input.js';
import { project } from '../lib/project.js';

await run(async () => {
  const { values } = argumentsOf({ options: { out: { type: 'string', default: 'dist-docs' } } });
  const read = async (name: string) => JSON.parse(await readFile(join(project.generated, name), 'utf8'));
  const { files } = await generatePage(await read('openapi.json'), await read('contract.json'), { isServed: false });
  const folder = resolve(project.root, values.out);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), files['index.html']);
  for (const name of ['openapi.json', 'openapi.yaml']) await copyFile(join(project.generated, name), join(folder, name));
  console.log(`${folder}: index.html, openapi.json, openapi.yaml`);
  return 0;
});
