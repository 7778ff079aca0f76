/** Completion in fish. */
import { type Flag, type Node, nodesOf } from './tree.js';

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

const flagWords = ({ names, about, takesValue, choices, takesFile }: Flag): string =>
  [
    ...names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)),
    ...(takesValue ? [choices.length > 0 ? `-x -a ${quoted(choices.join(' '))}` : takesFile ? '-rF' : '-x'] : []),
    `-d ${quoted(about)}`,
  ].join(' ');

export function fishCompletion(root: Node): string {
  const at = `__${root.name.replace(/\W/g, '_')}_at`;
  const nodes = nodesOf(root);
  const lines = nodes.flatMap((node) => {
    const line = (rest: string) => `complete -c ${root.name} -n ${quoted(`${at} ${quoted(node.path)}`)} ${rest}`;
    const words = [
      ...node.commands.map(({ name, about }) => line(`-f -a ${name} -d ${quoted(about)}`)),
      ...(node.choices.length > 0 ? [line(`-f -a ${quoted(node.choices.join(' '))}`)] : []),
      ...(node.takesFile ? [] : [line('-f')]),
    ];
    return [...words, ...node.flags.map((flag) => line(flagWords(flag)))];
  });
  return `# Completion of ${root.name} in fish: ${root.name} completion fish | source
function ${at}
  set -l path
  for word in (commandline -opc)[2..]
    contains -- (string join -- ' ' $path $word) ${nodes.flatMap(({ path }) => (path === '' ? [] : quoted(path))).join(' ')}
    and set path $path $word
  end
  set -l at (string join -- ' ' $path)
  test "$at" = "$argv[1]"
end
${lines.join('\n')}
`;
}
