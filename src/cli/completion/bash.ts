/** Completion in bash, of any version since 3.2, without the package `bash-completion`. */
import { type Flag, type Node, nodesOf } from './tree.js';

const quoted = (words: readonly string[]): string => `'${words.join(' ')}'`;

/** Patterns of `case`, which are quoted for the blanks in them. */
const patterns = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' | ');

const valueCase = ({ path }: Node, { names, choices }: Flag): string =>
  `    ${patterns(names.map((name) => `${path} ${name}`))}) ${choices.length > 0 ? `words=${quoted(choices)}` : 'words='} ;;`;

export function bashCompletion(root: Node): string {
  const nodes = nodesOf(root);
  const name = `_${root.name.replace(/\W/g, '_')}`;
  const wordsOf = ({ commands, choices }: Node) => [...commands.map((command) => command.name), ...choices];
  return `# Completion of ${root.name} in bash: source <(${root.name} completion bash)
${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} path= words= i
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
${nodes.map((node) => `        '${node.path}') case "$cur" in -*) words=${quoted(node.flags.flatMap(({ names }) => names))} ;; *) words=${quoted(wordsOf(node))} ;; esac ;;`).join('\n')}
      esac ;;
  esac
  # Where there is no word, bash offers files.
  while IFS= read -r i; do COMPREPLY+=("$i"); done < <(compgen -W "$words" -- "$cur")
}
complete -o default -F ${name} ${root.name}
`;
}
