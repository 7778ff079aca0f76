/** What can be completed, read from the commands themselves. */
import type { Command } from 'commander';

export interface Flag {
  /** As they are typed, such as `-p` and `--port`. */
  names: string[];
  /** One sentence. */
  about: string;
  takesValue: boolean;
  /** The only words that its value may be. */
  choices: readonly string[];
}

export interface Node {
  /** Names from below the program, such as `scenarios check`; empty for the program itself. */
  path: string;
  name: string;
  about: string;
  flags: Flag[];
  /** The only words that an argument may be. Where there are none, it is a file or folder. */
  choices: readonly string[];
  commands: Node[];
}

/** Shells show a line, not a paragraph, and their scripts are read by machines of all ages. */
const sentence = (text: string): string => (text.split(/[.:;] /, 1)[0] ?? '').replace(/\.$/, '').replace(/\p{C}/gu, '');

/** @param path of the command, in the names that lead to it */
export function treeOf(command: Command, path: readonly string[] = []): Node {
  const help = command.createHelp();
  return {
    path: path.join(' '),
    name: command.name(),
    about: sentence(command.description()),
    flags: help.visibleOptions(command).map(({ short, long, description, required, optional, argChoices }) => ({
      names: [short, long].flatMap((name) => name ?? []),
      about: sentence(description),
      takesValue: required || optional,
      choices: argChoices ?? [],
    })),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    commands: command.commands.map((below) => treeOf(below, [...path, below.name()])),
  };
}

/** The node and all below it. */
export const nodesOf = (node: Node): Node[] => [node, ...node.commands.flatMap(nodesOf)];
