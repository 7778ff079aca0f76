/** The help of each command has examples, and each of them is one that the command takes. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { runCommand, runCommandIn, runCommandWith } from './run-command.js';

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

test('help for a command that there is not names the nearest, as calling it does', async () => {
  for (const words of [
    ['help', 'mokc'],
    ['scenarios', 'help', 'chekc'],
  ]) {
    const { code, errors, output } = await runCommand(...words).ended;
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(/^error: unknown command '(?:mokc|chekc)'\n\(Did you mean (?:mock|check)\?\)\nRun with --help/);
  }
  expect(await runCommand('help', 'nope').ended).toMatchObject({
    code: 2,
    output: '',
    errors: expect.stringMatching(/^error: unknown command 'nope'\n/),
  });
  const [long, short] = [await runCommand('help', 'mock').ended, await runCommand('mock', '--help').ended];
  expect(long).toEqual(short);
  expect(await runCommand('help').ended).toEqual(await runCommand('--help').ended);
});

/** How a command ends that is called so in an empty folder. */
async function ended(...args: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'program-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'broken.json'), '{');
  await mkdir(join(folder, 'empty'));
  const { code, errors, output } = await runCommandIn(folder, ...args).ended;
  return { code, said: output + errors };
}

describe('an error says what was wrong, and what to do next', () => {
  test.each<[string, number, string | RegExp]>([
    ['conform gone', 2, /^There is no gone; give recordings, HAR files \(\.har, \.har\.zip\), .*\.\n$/],
    ['conform -', 2, 'There is no file named -; the standard input is /dev/stdin.\n'],
    ['conform broken.json --baseline gone', 2, 'There is no gone; give the file that --write-baseline has written.\n'],
    ['impact gone --to nexconn-contract', 2, /^There is no gone; give recordings and folders of them, .*\.\n$/],
    ['scenarios from gone', 2, /^There is no gone; give folders of recordings, .*\.\n$/],
    ['scenarios from empty', 1, /^There is no recording in empty; give folders of recordings, .*\.\n$/],
    ['scenarios from broken.json', 1, 'broken.json is not JSON.\n0 scenarios from 0 recordings, 0 kept\n'],
    ['mock --scenarios gone', 2, /^gone: there is no such file or folder; give files that end in \.yaml, .*\n$/],
    ['mock --replay gone', 2, /^there are no recordings at gone; give a folder of them, .*\n$/],
    ['mock --replay empty', 2, /^there is no recording of an operation in empty; record some, .*\n$/],
    ['mock --store redis://127.0.0.1:1', 2, /^no Redis at \S+: connect ECONNREFUSED 127\.0\.0\.1:1; start one there, .*\n$/],
    ['mock --quota-status 429', 2, '--quota-status needs --quota: a whole number of at least 0.\n'],
    ['mock --https-cert gone --https-key gone', 2, /^--https-cert: There is no gone; give a file of PEM, or --https alone .*\n$/],
    ['mock --now yesterday', 2, /Give a time from 1970 to 2286: milliseconds, or a text such as \S+\.\n/],
    ['verify --base-url http://127.0.0.1:1 --only model', 2, /^Nothing is named model; did you mean models\? Name operations, or any of /],
    ['coverage empty --only mesages', 2, /^Nothing is named mesages; did you mean messages\? /],
    ['mock --redact=', 2, /^error: option '--redact <name>' argument '' is invalid\. Give a text that is not empty\.\nFor example: /],
    ['conform recordings --output=', 2, /^error: option '--output <file>' argument '' is invalid\. Give a text that is not empty\./],
    ...['conform', 'scenarios check', 'diff a.json'].map((command): [string, number, RegExp] => [
      `${command} `,
      2,
      /^error: command-argument value '' is invalid for argument '\w+'\. Give a text that is not empty\.\n/,
    ]),
    ['conform a.json b.json ', 2, /Give a text that is not empty\./],
    ['mokc', 2, /^error: unknown command 'mokc'\n\(Did you mean mock\?\)\n/],
  ])('%s', async (line, code, said) => {
    const end = await ended(...line.split(' '));
    if (typeof said === 'string') expect(end).toEqual({ code, said });
    else {
      expect(end.said).toMatch(said);
      expect(end.code).toBe(code);
    }
  });
});

test('an empty variable of the environment is one that is not set', async () => {
  const folder = tmpdir();
  const { code, output } = await runCommandWith({ PORT: '', HOST: '' }, folder, 'doctor', '--json').ended;
  expect([code, JSON.parse(output)[3].what]).toEqual([expect.anything(), 'port 4010']);
});
