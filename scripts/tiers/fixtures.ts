/**
 * Tries the packed package in the projects of its users: bundlers, generators, runners of tests, and the examples. Each has its own lockfile, and
 * what it needs is installed for it alone.
 *
 *   npm run test:fixtures [-- <name of a folder in test/projects or examples>...]
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { argumentsOf, BadInput, run } from '../lib/bad-input.js';
import { project } from '../lib/project.js';
import { copyPackage, packPublic } from '../release/package-copy.js';
import { projectFolders, tryProject } from './try-project.js';

await run(async () => {
  const { positionals } = argumentsOf({ allowPositionals: true });
  const folders = await projectFolders();
  const unknown = positionals.find((name) => !folders.has(name));
  if (unknown !== undefined) throw new BadInput(`there is no project ${unknown}; known: ${[...folders.keys()].join(', ')}`);
  const names = positionals.length > 0 ? positionals : [...folders.keys()];
  const copy = await copyPackage(project.root);
  let failed = 0;
  try {
    const { filename } = await packPublic(copy);
    for (const name of names) {
      const begin = performance.now();
      const wrong = await tryProject(folders.get(name) ?? '', join(copy, filename));
      if (wrong !== undefined) failed++;
      console.log(`${wrong === undefined ? 'passed' : 'FAILED'}  ${name} (${((performance.now() - begin) / 1000).toFixed(0)} s)`);
      if (wrong !== undefined) console.log(wrong.trim().replace(/^/gm, '  '));
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
  console.log(`${names.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
