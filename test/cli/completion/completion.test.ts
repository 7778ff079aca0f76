/** Completion as the real shells do it. Where a shell is not installed, that is said. */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { treeOf } from '../../../src/cli/completion/tree.js';
import { runCommand } from '../run-command.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'completion-'));
  await writeFile(join(folder, 'app.har'), '');
});
afterAll(() => rm(folder, { recursive: true }));

const scripts = new Map<string, Promise<string>>();

/** The file of what the command prints for a shell. */
function script(shell: string): Promise<string> {
  const known = scripts.get(shell) ?? printed(shell);
  scripts.set(shell, known);
  return known;
}

async function printed(shell: string): Promise<string> {
  const { code, output } = await runCommand('completion', shell).ended;
  expect(code).toBe(0);
  const file = join(folder, `_${shell}`);
  await writeFile(file, output);
  return file;
}

/** What it prints; what it complains of would stand in the line that somebody types. */
const output = (file: string, args: string[]): Promise<string> =>
  new Promise((resolve, reject) =>
    execFile(file, args, { cwd: folder, timeout: 60_000 }, (error, stdout, stderr) =>
      error || stderr !== '' ? reject(new Error(`${error?.message ?? ''}${stderr}`)) : resolve(stdout),
    ),
  );

async function bash(line: string, before = ''): Promise<string[]> {
  const words = line.split(' ');
  const list = words.map((word) => `'${word}'`).join(' ');
  // Sourced twice, as by a nested shell's start-up file.
  const code = `${before}
source ${await script('bash')}; source ${await script('bash')}; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}
_nexconn_contract; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return (await output('bash', ['--norc', '--noprofile', '-u', '-c', code])).trim().split('\n');
}

async function fish(line: string): Promise<string[]> {
  const found = await output('fish', ['--no-config', '-c', `source ${await script('fish')}; complete -C '${line}'`]);
  return found
    .trim()
    .split('\n')
    .map((one) => one.split('\t')[0] as string);
}

/** zsh completes only what somebody types: a second one in a terminal of its own, which writes down what it would show. */
async function zsh(line: string): Promise<string[]> {
  const found = join(folder, 'found');
  await rm(found, { force: true });
  const own = `autoload -Uz compinit; compinit -u -d ${folder}/dump; source ${await script('zsh')}
compadd() {
  local -a hits
  [[ "$*" == *-[OAD][[:space:]]* ]] || { builtin compadd -A hits "$@"; print -rl -- $hits >> ${found} }
  builtin compadd "$@"
}
zle -C capture list-choices _main_complete
tell() { zle capture; print END >> ${found} }
zle -N tell; bindkey '^I' tell; print READY >> ${found}`;
  await writeFile(join(folder, 'own.zsh'), own);
  const until = (word: string) => `until grep -qs ${word} ${found}; do zpty -rt shell seen; sleep 0.02; done`;
  const code = `zmodload zsh/zpty; cd ${folder}
zpty -b shell 'TERM=dumb zsh -f -i'
zpty -w shell 'source ${folder}/own.zsh'
${until('READY')}
zpty -n -w shell $'${line}\t'
${until('END')}
cat ${found}`;
  return (await output('zsh', ['-f', '-c', code])).trim().split('\n').slice(1, -1);
}

const shells = { bash, zsh, fish };

const hasShell = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined;

for (const [shell, complete] of Object.entries(shells)) {
  const isThere = spawnSync(shell, ['--version']).error === undefined;
  if (!isThere) console.log(`skipped: no ${shell} on this machine`);

  describe.runIf(isThere)(`in ${shell}`, () => {
    test.each<[line: string, offered: string[], not: string[]]>([
      ['nexconn-contract ', ['mock', 'conform', 'scenarios', 'completion'], ['check', '--log']],
      ['nexconn-contract co', ['conform', 'coverage', 'completion'], ['mock']],
      ['nexconn-contract scenarios ', ['check', 'from'], ['mock']],
      ['nexconn-contract mock --la', ['--latency-ms'], ['--log', '--fail-on-violation']],
      ['nexconn-contract proxy http://127.0.0.1:1 --fail', ['--fail-on-violation'], ['--log', '--latency-ms']],
      ['nexconn-contract mock --log ', ['pretty', 'json', 'silent'], ['mock', '--log']],
      ['nexconn-contract verify --base-url http://127.0.0.1:1 --format ', ['junit', 'markdown'], ['mock']],
    ])('%s', async (line, offered, not) => {
      const words = await complete(line);
      expect(words).toEqual(expect.arrayContaining(offered));
      for (const word of not) expect(words).not.toContain(word);
    });
  });
}

describe('files are offered where a file may stand, and nowhere else', () => {
  const lines: [line: string, offersFiles: boolean][] = [
    ['conform a', true],
    ['mock --scenarios a', true],
    ['conform x --baseline a', true],
    ['mock --port a', false],
    ['mock a', false],
    ['completion a', false],
  ];

  test.runIf(hasShell('fish')).each(lines)('in fish: %s', async (line, offersFiles) => {
    expect((await fish(`nexconn-contract ${line}`)).includes('app.har')).toBe(offersFiles);
  });

  test.runIf(hasShell('zsh')).each(lines)('in zsh: %s', async (line, offersFiles) => {
    expect((await zsh(`nexconn-contract ${line}`)).includes('app.har')).toBe(offersFiles);
  });

  test.each(lines)('in bash: %s', async (line, offersFiles) => {
    // By hand, bash takes no orders on what it does by itself where it has no words: so they are caught.
    const told = await bash(`nexconn-contract ${line}`, 'compopt() { printf "%s " told "$@"; }');
    expect(told).toEqual([offersFiles ? '' : 'told +o default']);
    expect(execFileSync('bash', ['-c', `source ${await script('bash')}; complete -p nexconn-contract`], { encoding: 'utf8' })).toContain(
      '-o default',
    );
  });
});

test('what a description says is no code of a shell', async () => {
  const program = new Command('x').addCommand(
    new Command('y').description("It's [a] $(touch made) `touch made`: b").option('--z <v>', "$(touch made)'"),
  );
  const tree = treeOf(program);
  expect(tree.commands[0]?.about).toBe("It's [a] $(touch made) `touch made`");
  const { bashCompletion, zshCompletion, fishCompletion } = await Promise.all([
    import('../../../src/cli/completion/bash.js'),
    import('../../../src/cli/completion/zsh.js'),
    import('../../../src/cli/completion/fish.js'),
  ]).then(([one, two, three]) => ({ ...one, ...two, ...three }));
  for (const [shell, text] of [
    ['bash', bashCompletion(tree)],
    ['zsh', zshCompletion(tree)],
    ['fish', fishCompletion(tree)],
  ] as const) {
    const file = join(folder, `odd.${shell}`);
    await writeFile(file, text);
    if (spawnSync(shell, ['--version']).error === undefined)
      expect(spawnSync(shell, ['-n', file], { encoding: 'utf8' }), shell).toMatchObject({ status: 0, stderr: '' });
  }
});

test('another shell is refused with those that there are', async () => {
  const { code, errors } = await runCommand('completion', 'tcsh').ended;
  expect(code).toBe(2);
  expect(errors).toContain('Allowed choices are bash, zsh, fish');
});
