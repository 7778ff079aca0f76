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
  /** Whether its value is a file or folder. */
  takesFile: boolean;
}

export interface Node {
  /** Names from below the program, such as `scenarios check`; empty for the program itself. */
  path: string;
  name: string;
  about: string;
  flags: Flag[];
  /** The only words that an argument may be. */
  choices: readonly string[];
  /** Whether an argument may be a file or folder. */
  takesFile: boolean;
  commands: Node[];
}

/** Shells show a line, not a paragraph, and their scripts are read by machines of all ages. */
const sentence = (text: string): string => (text.split(/[.:;] /, 1)[0] ?? '').replace(/\.$/, '').replace(/\p{C}/gu, '');

/** What the value of a flag, or an argument, is called where it may be a file. */
const files = /^(?:file|folder|path|contract|source|from|to)$/;

/** @param path of the command, in the names that lead to it */
export function treeOf(command: Command, path: readonly string[] = []): Node {
  const help = command.createHelp();
  return {
    path: path.join(' '),
    name: command.name(),
    about: sentence(command.description()),
    flags: help.visibleOptions(command).map(({ flags, short, long, description, required, optional, argChoices }) => ({
      names: [short, long].flatMap((name) => name ?? []),
      about: sentence(description),
      takesValue: required || optional,
      choices: argChoices ?? [],
      takesFile: files.test(/[<[]([\w-]+)/.exec(flags)?.[1] ?? ''),
    })),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    takesFile: command.registeredArguments.some((argument) => files.test(argument.name())),
    commands: command.commands.map((below) => treeOf(below, [...path, below.name()])),
  };
}

/** The node and all below it. */
export const nodesOf = (node: Node): Node[] => [node, ...node.commands.flatMap(nodesOf)];
