/** The help of each command has examples, and each of them is one that the command takes. */
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { runCommand } from './run-command.js';

/** The commands that do something. */
const leavesOf = (command: Command): Command[] => (command.commands.length > 0 ? command.commands.flatMap(leavesOf) : [command]);

function helpOf(command: Command): string {
  const pieces: string[] = [];
  command.configureOutput({ writeOut: (piece) => void pieces.push(piece) }).outputHelp();
  return pieces.join('');
}

/** What stands below `Examples:`, up to an empty line. */
const examplesIn = (help: string): string[] => /\nExamples:\n((?: {2}.+\n?)+)/.exec(help)?.[1]?.trim().split(/\n\s*/) ?? [];

const leaves = leavesOf(createProgram()).map(
  (command) => [command.parent?.parent ? `${command.parent.name()} ${command.name()}` : command.name(), command] as const,
);

describe.each(leaves)('%s', (name, command) => {
  const examples = examplesIn(helpOf(command));

  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  test.each(examples)('takes: %s', async (example) => {
    const [, line = ''] = /(nexconn-contract [^#|>)]*)/.exec(example) ?? [];
    const words = Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, word]) => quoted ?? word ?? '');
    const program = createProgram();
    const seen: string[] = [];
    for (const leaf of leavesOf(program)) {
      leaf.exitOverride((error) => {
        throw error;
      });
      leaf.configureOutput({ writeErr: () => {} });
      leaf.action(() => void seen.push(leaf.parent?.parent ? `${leaf.parent.name()} ${leaf.name()}` : leaf.name()));
    }
    await program.parseAsync(words.slice(1), { from: 'user' });
    expect(seen).toEqual([name]);
  });
});

test('who calls a command otherwise than it can be is told what was wrong, and how it is called', async () => {
  const errorOf = async (...args: string[]) => (await runCommand(...args).ended).errors;
  expect(await errorOf('conform')).toBe(
    "error: missing required argument 'path'\nFor example: nexconn-contract conform recordings traffic.har\nRun with --help for all there is.\n",
  );
  expect(await errorOf('mock', 'scenarios.yaml')).toMatch(
    /^error: there is no place for 'scenarios.yaml'\nFor example: nexconn-contract mock /,
  );
  expect(await errorOf('mock', '--prot', '4010')).toMatch(/^error: unknown option '--prot'\n\(Did you mean --port\?\)\nFor example: /);
});
