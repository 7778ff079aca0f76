/** Completion in bash, of any version since 3.2, without the package `bash-completion`. */
import { type Flag, type Node, nodesOf } from './tree.js';

const quoted = (words: readonly string[]): string => `'${words.join(' ')}'`;

/** Patterns of `case`, which are quoted for the blanks in them. */
const patterns = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' | ');

/** What may stand in a place: some words, files, or what nobody can guess. */
const offered = (words: readonly string[], takesFile: boolean): string =>
  words.length > 0 ? `words=${quoted(words)}` : takesFile ? 'files=1' : ':';

const valueCase = ({ path }: Node, { names, choices, takesFile }: Flag): string =>
  `    ${patterns(names.map((name) => `${path} ${name}`))}) ${offered(choices, takesFile)} ;;`;

export function bashCompletion(root: Node): string {
  const nodes = nodesOf(root);
  const name = `_${root.name.replace(/\W/g, '_')}`;
  const wordsOf = ({ commands, choices }: Node) => [...commands.map((command) => command.name), ...choices];
  return `# Completion of ${root.name} in bash: source <(${root.name} completion bash)
${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} path= words= files= i
  # bash takes the sign between a flag and its value for a word.
  [ "$cur" = = ] && cur=
  [ "$prev" = = ] && prev=\${COMP_WORDS[COMP_CWORD-2]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${path:+$path }\${COMP_WORDS[i]}" in
      ${patterns(nodes.flatMap(({ path }) => path || []))}) path="\${path:+$path }\${COMP_WORDS[i]}" ;;
    esac
  done
  COMPREPLY=()
  case "$path $prev" in
${nodes.flatMap((node) => node.flags.filter(({ takesValue }) => takesValue).map((flag) => valueCase(node, flag))).join('\n')}
    *)
      case "$path" in
${nodes.map((node) => `        '${node.path}') case "$cur" in -*) words=${quoted(node.flags.flatMap(({ names }) => names))} ;; *) ${offered(wordsOf(node), node.takesFile)} ;; esac ;;`).join('\n')}
      esac ;;
  esac
  # Where there is no word, bash offers files, but for where none may stand; what 3.2 cannot be told.
  [ -n "$files" ] || compopt +o default 2>/dev/null
  while IFS= read -r i; do COMPREPLY+=("$i"); done < <(compgen -W "$words" -- "$cur")
}
complete -o default -F ${name} ${root.name}
`;
}
