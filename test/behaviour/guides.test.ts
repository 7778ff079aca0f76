/**
 * README and guides do what they say: each block that is marked `run` is run from the packed package, in their order and in one folder a page, as
 * whoever copies them would. What takes programs that are installed for it alone is run by `npm run test:fixtures`.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseDocument, visit } from 'yaml';
import { isRun, readBlocks } from '../../scripts/guides/blocks.js';
import { MissingProgram } from '../../scripts/guides/guide-run.js';
import { type PackedRoom, packedRoom } from '../../scripts/guides/packed-room.js';
import { guideProject, guideProjects, pages, runPage } from '../../scripts/guides/pages.js';
import { project } from '../../scripts/lib/project.js';

const cli = join(project.root, 'dist/cli.js');
const all = await pages();
const inFixtures = new Set(
  await Promise.all((await readdir(guideProjects)).map(async (name) => (await guideProject(join(guideProjects, name))).guide)),
);

/** What a page takes for granted. */
const started: Record<string, string[]> = {
  // "npm start" in a checkout.
  'README.md': ['nexconn-contract mock --port 4010 --task-seconds 0 --events-per-second 2000'],
};

let room: PackedRoom;
beforeAll(async () => {
  room = await packedRoom();
});
afterAll(() => room.remove());

test.for(all.filter((page) => !inFixtures.has(page)))('%s does what it says', async (page, { skip }) => {
  const folder = await room.folder(page.replaceAll('/', '-'));
  await runPage(page, folder, [room.bin], started[page]).catch((error) => {
    if (error instanceof MissingProgram) skip(error.message);
    throw error;
  });
});

test('every block is run, or says why it is only shown; at most one in ten is', async () => {
  const blocks = (
    await Promise.all(all.map(async (page) => (await readBlocks(join(project.root, page))).map((block) => ({ ...block, page }))))
  ).flat();
  const notRun = blocks.filter((block) => !isRun(block));
  expect(blocks.length).toBeGreaterThan(50);
  expect(notRun.filter(({ mark }) => !/^shown: .{10}/.test(mark))).toEqual([]);
  expect(notRun.map(({ page, line }) => `${page}:${line}`).length).toBeLessThanOrEqual(blocks.length / 10);
});

/** Inside of a page: what it says, without its blocks. */
const proseOf = (text: string): string => text.replace(/^ *```.*?^ *```$/gms, '');
const textOf = (page: string): Promise<string> => readFile(join(project.root, page), 'utf8');

describe('what is named', () => {
  const said = ['llms.txt', ...all];

  /** Commands, by the name that each is called by, with their help. */
  const helps = new Map<string, Promise<string>>();
  const helpOf = (command: string): Promise<string> => {
    const help =
      helps.get(command) ?? promisify(execFile)(process.execPath, [cli, ...command.split(' '), '--help']).then(({ stdout }) => stdout);
    helps.set(command, help);
    return help;
  };

  test('commands, flags and scripts are there', async () => {
    const { scripts } = JSON.parse(await textOf('package.json')) as { scripts: Record<string, string> };
    const wrong: string[] = [];
    for (const page of said) {
      const text = await textOf(page);
      for (const [, name = ''] of text.matchAll(/npm run (?:--silent |-s )?([\w:-]+)/g))
        if (!(name in scripts)) wrong.push(`${page}: npm run ${name}`);
      const spans = [
        ...(await readBlocks(join(project.root, page)))
          .filter(({ language }) => language === 'sh')
          .flatMap(({ code }) => code.replaceAll('\\\n', ' ').split(/\n|&&/)),
        ...[...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span),
      ];
      for (const span of spans) {
        const [, command, more = ''] = /\bnexconn-contract ((?:scenarios )?[a-z]+)\b([^|#]*)/.exec(span) ?? [];
        if (command === undefined) continue;
        const help = await helpOf(command).catch(() => undefined);
        if (help === undefined) wrong.push(`${page}: nexconn-contract ${command}`);
        else
          for (const [flag] of more.matchAll(/(?<![\w-])--[a-z][\w-]*/g))
            if (!new RegExp(`${flag}[ ,]`).test(help)) wrong.push(`${page}: ${command} ${flag}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(helps.size).toBeGreaterThan(5);
  });

  test('preferences are there', async () => {
    const help = await helpOf('mock');
    const names = (await Promise.all(said.map(textOf))).flatMap((text) =>
      [...text.matchAll(/[Pp]refer: ([\w-]+=[^'"`\n|]+)/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/([a-z][\w-]*)=/g)].map(([, name = '']) => name),
      ),
    );
    expect(names.length).toBeGreaterThan(10);
    expect([...new Set(names)].filter((name) => !help.includes(`  ${name}=`))).toEqual([]);
  });

  test('what other programs read of ours is as we have it: inputs of the action, commands of a container', async () => {
    const { inputs } = parse(await textOf('action.yml')) as { inputs: object };
    const wrong: string[] = [];
    let found = 0;
    const commands: string[][] = [];
    for (const page of all)
      for (const { code } of (await readBlocks(join(project.root, page))).filter(({ language }) => language === 'yaml'))
        visit(parseDocument(code), {
          Map(_, map) {
            const {
              uses,
              with: given,
              image,
              command,
            } = map.toJSON() as { uses?: string; with?: object; image?: string; command?: string[] };
            if (uses?.includes('/nexconn-contract@')) {
              found++;
              wrong.push(...Object.keys(given ?? {}).filter((name) => !(name in inputs)));
            }
            if (image === 'nexconn-contract') {
              found++;
              commands.push(command ?? []);
            }
          },
        });
    for (const [name = '', ...args] of commands) {
      const help = await helpOf(name);
      wrong.push(...args.filter((arg) => arg.startsWith('--') && !new RegExp(`${arg}[ ,]`).test(help)));
    }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(1);
  });

  test('links lead somewhere', async () => {
    const wrong: string[] = [];
    for (const page of said)
      for (const [, target = ''] of proseOf(await textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
        // What a build makes is looked for in the package, below.
        if (/^(https?:|dist\/)/.test(target)) continue;
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? page : join(dirname(page), path);
        const text = await textOf(file).catch(() => (existsSync(join(project.root, file)) ? '' : undefined));
        const headings = [...(text ?? '').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
          title
            .toLowerCase()
            .replace(/[^\w\s-]/g, '')
            .replaceAll(' ', '-'),
        );
        if (text === undefined || (anchor !== undefined && !headings.includes(anchor))) wrong.push(`${page}: ${target}`);
      }
    expect(wrong).toEqual([]);
  });

  test('the package has what its index for assistants leads to', async () => {
    const { exports } = JSON.parse(await textOf('package.json')) as { exports: object };
    const links = [...(await textOf('llms.txt')).matchAll(/\]\(([^)\s]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(20);
    // Declarations are made by a build that this one may do without; what exports names, the test of the package finds in it.
    expect(links.filter((path) => !existsSync(join(room.package, path)) && !JSON.stringify(exports).includes(`"./${path}"`))).toEqual([]);
  });

  test('the index has every guide', async () => {
    const index = await textOf('docs/guides/README.md');
    expect(
      all.filter((page) => page.startsWith('docs/guides/') && !page.endsWith('README.md') && !index.includes(`](${page.slice(12)})`)),
    ).toEqual([]);
  });
});

test('the README is read in one sitting', async () => {
  expect((await readFile(join(project.root, 'README.md'), 'utf8')).split('\n').length).toBeLessThanOrEqual(200);
});
