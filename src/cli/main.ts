#!/usr/bin/env node
import { outliveReaders } from './common/output.js';

outliveReaders();
// All else is loaded later: a Node.js that is too old for it would end here with what it does not know, and say nothing of what it is to be.
const { createProgram } = await import('./program.js').catch(async (error: unknown) => {
  const { checkNode, ownManifest } = await import('./doctor/installed.js');
  const { outcome, found, advice } = checkNode(ownManifest());
  if (outcome !== 'wrong') throw error;
  console.error(`This does not run on Node.js ${found}. ${advice}`);
  process.exit(2);
});
await createProgram()
  .parseAsync()
  .catch(async (error: NodeJS.ErrnoException) => {
    if (error.syscall === undefined) throw error;
    // What the machine refuses, such as a folder for what is to be kept a while, is no fault of the program.
    const { fail } = await import('./common/fail.js');
    fail(`This machine does not let it: ${error.message}`, 2);
  });
