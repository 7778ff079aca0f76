/** `nexconn-contract completion`: the script by which a shell completes the commands. */
import { Argument, Command } from 'commander';
import { withExamples } from '../common/examples.js';
import { bashCompletion } from './bash.js';
import { fishCompletion } from './fish.js';
import { treeOf } from './tree.js';
import { zshCompletion } from './zsh.js';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** @param program whose commands are completed */
export function completionCommand(program: Command): Command {
  const command = new Command('completion')
    .description('Print the script by which a shell completes commands, flags and their values.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(scripts)))
    .action((shell: keyof typeof scripts) => void process.stdout.write(scripts[shell](treeOf(program))));
  return withExamples(
    command,
    'source <(nexconn-contract completion bash)   # in ~/.bashrc',
    'source <(nexconn-contract completion zsh)    # in ~/.zshrc, after compinit',
    'nexconn-contract completion fish | source    # in ~/.config/fish/config.fish',
  );
}
