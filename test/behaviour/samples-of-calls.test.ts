/** Each sample that the reference page shows is run as it is, against a mock, and asks for what it says. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { readText } from '../../scripts/generate/files.js';
import { project } from '../../scripts/lib/project.js';
import { type OperationSamples, sampleText } from '../../src/reference/sample.js';
import { createMock, type Mock } from '../mocks.js';

interface Shown {
  operation: string;
  title: string;
  code: string;
  /** The session that it is run in, by its address. */
  session: string;
}

const samples: Record<string, OperationSamples> = JSON.parse(await readText(join(project.compiled, 'page/samples.json.br')));
const titles = [...new Set(Object.values(samples).flatMap((of) => of.samples.map(({ title }) => title)))];
const exists = (program: string) => spawnSync(program, ['--version']).status === 0;

/** Programs that run many files, one after the other, and name each that fails. */
const inBash = 'for f in "$@"; do bash -e "$f" || echo "FAILED $f" >&2; done';
const inPython =
  'import runpy, sys, traceback\nfor f in sys.argv[1:]:\n  try: runpy.run_path(f)\n  except Exception: print("FAILED", f, traceback.format_exc(), file=sys.stderr)';
const inNode = 'for (const f of process.argv.slice(1)) await import(f).catch((error) => console.error("FAILED", f, error));process.exit();';
const runners: Record<string, { program: string; args: string[]; extension: string }> = {
  curl: { program: 'bash', args: ['-c', inBash, 'samples'], extension: 'sh' },
  Python: { program: 'python3', args: ['-c', inPython], extension: 'py' },
};
const node = { program: process.execPath, args: ['--input-type=module', '-e', inNode, '--'], extension: 'mjs' };
const needed: Record<string, string> = { curl: 'curl', Python: 'python3' };

let mock: Mock;
let url: string;
let folder: string;

beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 2000, taskSeconds: 0 });
  ({ url } = await mock.listen());
  folder = await mkdtemp(join(tmpdir(), 'samples-'));
  const all = Object.values(samples).flatMap((of) => of.samples.map(({ text }) => text));
  const imported = new Set(all.flatMap((text) => [...text.matchAll(/from '((?:@[^'/]+\/)?[^'/]+)/g)].map(([, name = '']) => name)));
  for (const name of imported) {
    const at = join(folder, 'node_modules', name);
    await mkdir(dirname(at), { recursive: true });
    await symlink(name === 'nexconn-contract' ? project.root : join(project.root, 'node_modules', name), at, 'dir');
  }
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

function shownAs(title: string): Shown[] {
  return Object.entries(samples).flatMap(([operation, { samples: own }]) =>
    own
      .filter((sample) => sample.title === title)
      .map((sample) => {
        const session = `${title} ${operation}`;
        return { operation, title, session, code: sampleText(sample, `${url}/__session/${encodeURIComponent(session)}/`) };
      }),
  );
}

async function run(title: string): Promise<Shown[]> {
  const shown = shownAs(title);
  const { program, args, extension } = runners[title] ?? node;
  const files = await Promise.all(
    shown.map(async ({ operation, code }) => {
      const file = join(folder, `${title.replace(/\W+/g, '-')}-${operation}.${extension}`);
      await writeFile(file, code);
      return file;
    }),
  );
  const complaints = await new Promise<string>((resolve) =>
    execFile(program, [...args, ...files], (error, _, stderr) => resolve(`${error ?? ''}${stderr}`)),
  );
  expect(complaints.match(/FAILED.*/s)?.[0]).toBeUndefined();
  return shown;
}

test('every operation has a sample in each plain language and by the own client', () => {
  for (const { id } of contract.operations) {
    const own = samples[id]?.samples.map(({ title }) => title) ?? [];
    expect(own.slice(0, 4), id).toEqual(titles.slice(0, 4));
  }
});

describe.each(titles)('%s', (title) => {
  const program = needed[title];
  const isThere = program === undefined || exists(program);
  if (!isThere) console.warn(`No ${program} found, so its samples are not run.`);

  test.skipIf(!isThere)('each sample asks for its documented request, and is answered', async () => {
    for (const { operation, session } of await run(title)) {
      const [entry, ...others] = mock.journal({ session });
      expect(others, session).toEqual([]);
      expect(entry, session).toMatchObject({ operation, violations: [], warnings: [] });
      expect(entry?.status, session).toBeLessThan(300);
      const asked = contract.operations
        .find(({ id }) => id === operation)
        ?.examples.find(({ name }) => name === samples[operation]?.example);
      // SDKs may leave out what is the default, and say what they add.
      if (program !== undefined || title === 'fetch') expect(entry?.requestBody, session).toEqual(asked?.request.body);
      expect(entry?.example, session).toBe(asked?.name);
    }
  });

  test('holds no key', () => {
    for (const { code } of shownAs(title)) expect(code).not.toMatch(/\bsk-|any-key/);
  });
});

test('the address may be a secure one below a path, in every language', () => {
  for (const { samples: own } of Object.values(samples))
    for (const sample of own) {
      const code = sampleText(sample, 'https://gateway.example/api/');
      expect(code).not.toMatch(/\.invalid|http:\/\//);
      expect(code).toContain('gateway.example');
      expect(code).toContain('/api');
      expect(code).not.toContain('HTTPConnection(');
    }
});
