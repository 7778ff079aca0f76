/**
 * Generates everything in `generated/` from `openapi/`: lint, bundle, check the examples, write. What is compiled of it goes to `compiled/`.
 *
 *   npm run generate               write
 *   npm run generate -- --check    write nothing; fail when something committed is stale
 *   npm run generate -- --watch    write after each change of openapi/, reading again only what has changed
 */

import { findStale, update } from './generate/files.js';
import { Generator } from './generate/generator.js';
import { flagsOf } from './lib/bad-input.js';
import { ContractError } from './lib/contract-error.js';
import { project } from './lib/project.js';

const { check, watch: watching } = flagsOf('check', 'watch');
const generator = new Generator(project, (step, milliseconds) =>
  console.log(`${step.padEnd(28)}${milliseconds.toFixed(0).padStart(6)} ms`),
);

async function generate(): Promise<void> {
  const { generated, compiled } = await generator.files(await generator.prepare());
  const stale = await findStale(project.generated, generated);
  const { changed, gone } = stale;
  if (!check) await update(project.compiled, compiled, await findStale(project.compiled, compiled));
  if (changed.length + gone.length === 0) console.log('generated/ is up to date');
  else if (check) {
    console.error(`generated/ is stale: ${[...changed, ...gone].join(', ')}. Run \`npm run generate\` and commit the result.`);
    process.exitCode = 1;
  } else {
    await update(project.generated, generated, stale);
    console.log(`generated/: ${changed.length} written, ${gone.length} removed`);
  }
}

function report(error: unknown): void {
  if (!(error instanceof ContractError)) throw error;
  for (const line of error.findings) console.error(line);
  console.error(`${error.findings.length} findings; generated/ is left as it was.`);
  process.exitCode = 1;
}

// What is still under way after a failure is for nobody, and is not to be reported after it.
await generate()
  .finally(() => watching || generator.close())
  .catch(report);
if (watching) {
  const { watch } = await import('chokidar');
  let working = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  watch(project.openapi, { ignoreInitial: true }).on('all', () => {
    // Editors write in several steps; one run after the last of them is enough.
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(generate).catch(report);
    }, 50);
  });
}
