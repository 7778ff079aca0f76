/** Examples of a command: in its help, and the first of them where it was called otherwise than it can be. */
import type { Command } from 'commander';

/** @param examples a line each, as it is typed; what stands behind two spaces or more says what it does */
export function withExamples(command: Command, ...examples: string[]): Command {
  const [first = ''] = examples.map((line) => line.split(/ {2,}/)[0]);
  return command
    .addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}`)
    .showHelpAfterError(`For example: ${first}\nRun with --help for all there is.`)
    .allowExcessArguments()
    .hook('preAction', () => {
      const { args, registeredArguments } = command;
      const [extra] = registeredArguments.at(-1)?.variadic ? [] : args.slice(registeredArguments.length);
      if (extra !== undefined) command.error(`error: there is no place for '${extra}'`, { code: 'commander.excessArguments' });
    });
}
