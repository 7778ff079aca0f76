/**
 * Generates everything in `generated/` from `openapi/`: lint, bundle, check the examples, write.
 *
 *   npm run generate               write
 *   npm run generate -- --check    write nothing; fail when something committed is stale
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ContractError, generateAll } from './lib/generate-all.js';
import { project } from './lib/project.js';

async function committed(folder = project.generated): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  return new Map(await Promise.all(names.map(async (name) => [name.slice(folder.length), await readFile(name, 'utf8')] as const)));
}

/** Writes each file next to its place and then moves it there, so that a failed run leaves whole files behind. */
async function write(files: Map<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const path = join(project.generated, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  }
}

const check = process.argv.includes('--check');
try {
  const files = await generateAll((step, milliseconds) => console.log(`${step.padEnd(28)}${milliseconds.toFixed(0).padStart(6)} ms`));
  const before = await committed();
  const changed = [...files].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
  const gone = [...before.keys()].filter((name) => !files.has(name));
  if (check && changed.length + gone.length > 0) {
    console.error(`generated/ is stale: ${[...changed, ...gone].join(', ')}. Run \`npm run generate\` and commit the result.`);
    process.exitCode = 1;
  } else if (!check) {
    await write(new Map(changed.map((name) => [name, files.get(name) as string])));
    for (const name of gone) await rm(join(project.generated, name));
  }
  if (!process.exitCode)
    console.log(
      changed.length + gone.length === 0 ? 'generated/ is up to date' : `generated/: ${changed.length} written, ${gone.length} removed`,
    );
} catch (error) {
  if (!(error instanceof ContractError)) throw error;
  for (const line of error.findings) console.error(line);
  console.error(`${error.findings.length} findings; generated/ is left as it was.`);
  process.exitCode = 1;
}
