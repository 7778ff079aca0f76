/** Completion in zsh. */
import { type Flag, type Node, nodesOf } from './tree.js';

/** Inside of single quotes, in a specification of `_arguments` or `_describe`. */
const escaped = (text: string): string => text.replace(/[\\:[\]]/g, '\\$&').replaceAll("'", "'\\''");

function specification({ names, about, takesValue, choices, takesFile }: Flag): string {
  const value = takesValue ? `:value:${choices.length > 0 ? `(${choices.join(' ')})` : takesFile ? '_files' : ' '}` : '';
  const [first = ''] = names;
  const what = `'[${escaped(about)}]${value}'`;
  // A flag may be given several times: which of them may is not for a shell to say.
  return names.length > 1 ? `'*'{${names.join(',')}}${what}` : `'*${first}'${what}`;
}

export function zshCompletion(root: Node): string {
  const program = `_${root.name.replace(/\W/g, '_')}`;
  const nameOf = ({ path }: Node) => [program, ...path.split(' ').filter(Boolean)].join('_');
  const functions = nodesOf(root).map((node) => {
    const { flags, commands, choices, takesFile } = node;
    const rest =
      commands.length > 0
        ? ["'1: :->command'", "'*:: :->rest'"]
        : choices.length > 0
          ? [`'1:value:(${choices.join(' ')})'`]
          : takesFile
            ? ["'*:file:_files'"]
            : ["'*:value: '"];
    const cases =
      commands.length === 0
        ? ''
        : `
  case $state in
    command) commands=(${commands.map(({ name, about }) => `'${name}:${escaped(about)}'`).join(' ')}); _describe command commands ;;
    rest) case $words[1] in ${commands.map((command) => `${command.name}) ${nameOf(command)} ;;`).join(' ')} esac ;;
  esac`;
    return `${nameOf(node)}() {
  local state line
  local -a commands
  _arguments -C ${[...flags.map(specification), ...rest].join(' \\\n    ')}${cases}
}`;
  });
  return `#compdef ${root.name}
# Completion of ${root.name} in zsh, after compinit: source <(${root.name} completion zsh)
${functions.join('\n')}
compdef ${program} ${root.name}
`;
}
