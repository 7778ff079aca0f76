/** The command `nexconn-contract`, with all that it can do. */
import { Command } from 'commander';
import { contract } from '../../compiled/contract.js';
import { text } from '../options/kinds.js';
import { listed, parserOf } from './common/arguments.js';
import { withExamples } from './common/examples.js';
import { logFailure } from './common/fail.js';
import { completionCommand } from './completion/completion.js';
import { conformCommand } from './conform.js';
import { coverageCommand } from './coverage.js';
import { diffCommand } from './diff.js';
import { doctorCommand } from './doctor/doctor.js';
import { impactCommand } from './impact.js';
import { mockCommand } from './mock.js';
import { proxyCommand } from './proxy.js';
import { scenariosCommand } from './scenarios.js';
import { verifyCommand } from './verify.js';

export function createProgram(): Command {
  const program = new Command('nexconn-contract')
    .description('The contract of the Nexconn LLM gateway: a mock of it, and tests against it.')
    .version(contract.build)
    .addCommand(mockCommand())
    .addCommand(proxyCommand())
    .addCommand(conformCommand())
    .addCommand(verifyCommand())
    .addCommand(coverageCommand())
    .addCommand(diffCommand())
    .addCommand(impactCommand())
    .addCommand(scenariosCommand())
    .addCommand(doctorCommand());
  return careful(program.addCommand(completionCommand(program)));
}

/**
 * Ends each command with 2 where it is called otherwise than it can be: 1 means that it found something. A flag with nothing behind it and a
 * path without a name, as a variable of a shell that is not set leaves them, are mistakes; an empty variable of the environment is one that is not set.
 */
function careful(command: Command): Command {
  if (command.commands.length > 0)
    command.helpCommand(false).showHelpAfterError('Run with --help for the options.').addCommand(helpCommand(command));
  for (const below of command.commands) careful(below);
  for (const option of command.options) {
    if (option.required && !option.parseArg) option.argParser(parserOf(text));
    if (option.envVar !== undefined && process.env[option.envVar] === '') delete process.env[option.envVar];
  }
  for (const argument of command.registeredArguments.filter(({ parseArg }) => !parseArg))
    if (argument.variadic) argument.argParser(listed);
    else argument.argParser(parserOf(text));
  return command.exitOverride(({ exitCode, message }) => {
    if (exitCode !== 0) logFailure(message.replace(/^error: /, ''));
    process.exit(exitCode === 0 ? 0 : 2);
  });
}

/** Help for a command by its name. One that there is not is answered as it is where it is called: with the name that is nearest. */
function helpCommand(above: Command): Command {
  const path = [above.parent?.name(), above.name()].filter((part) => part !== undefined).join(' ');
  const [first] = above.commands;
  const command = new Command('help')
    .description('show the help of a command')
    .argument('[command]', 'its name')
    .action(async (name: string | undefined) => {
      const meant = name === undefined ? above : above.commands.find((command) => command.name() === name);
      if (meant) meant.help();
      else await above.parseAsync([name as string], { from: 'user' });
    });
  return withExamples(command, `${path} help ${first?.name()}`);
}
