/**
 * Generates everything in `generated/` from `openapi/`: lint, bundle, check the examples, write.
 *
 *   npm run generate               write
 *   npm run generate -- --check    write nothing; fail when something committed is stale
 */
import { ContractError } from './lib/contract-error.js';
import { generateAll } from './lib/generate-all.js';
import { findStale, update } from './lib/generated-files.js';
import { project } from './lib/project.js';

const check = process.argv.includes('--check');
try {
  const files = await generateAll((step, milliseconds) => console.log(`${step.padEnd(28)}${milliseconds.toFixed(0).padStart(6)} ms`));
  const stale = await findStale(project.generated, files);
  const { changed, gone } = stale;
  if (changed.length + gone.length === 0) console.log('generated/ is up to date');
  else if (check) {
    console.error(`generated/ is stale: ${[...changed, ...gone].join(', ')}. Run \`npm run generate\` and commit the result.`);
    process.exitCode = 1;
  } else {
    await update(project.generated, files, stale);
    console.log(`generated/: ${changed.length} written, ${gone.length} removed`);
  }
} catch (error) {
  if (!(error instanceof ContractError)) throw error;
  for (const line of error.findings) console.error(line);
  console.error(`${error.findings.length} findings; generated/ is left as it was.`);
  process.exitCode = 1;
}
