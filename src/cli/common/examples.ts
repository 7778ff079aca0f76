/** Examples in the help of a command. */
import type { Command } from 'commander';

/** @param examples a line each, as it is typed; what stands behind two spaces or more says what it does */
export const withExamples = (command: Command, ...examples: string[]): Command =>
  command.addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}`);
