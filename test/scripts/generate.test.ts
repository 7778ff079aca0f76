/** What is committed in `generated/` is what the sources give, always the same. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { readText } from '../../scripts/generate/files.js';
import { Generator, generateAll } from '../../scripts/generate/generator.js';
import { readDocsMap } from '../../scripts/lib/docs-map.js';
import { type Project, project, projectAt } from '../../scripts/lib/project.js';
import { copySources } from './copy-sources.js';

/** An example whose request has a prompt in one line, which nothing repeats. */
async function someExample({ examples }: Project): Promise<{ file: string; prompt: string }> {
  for (const name of (await readdir(examples, { recursive: true })).sort()) {
    const file = join(examples, name);
    const text = name.endsWith('.yaml') ? await readFile(file, 'utf8') : '';
    const prompt = /^ +prompt: (\w[\w ]+\w)$/m.exec(text)?.[1];
    if (prompt !== undefined && text.split(prompt).length === 2) return { file, prompt };
  }
  return expect.fail('no example has a prompt in one line');
}

describe('generate', () => {
  test('gives the committed files, twice', async () => {
    const [first, second] = [await generateAll(), await generateAll()];
    for (const folder of ['generated', 'compiled'] as const) {
      expect([...second[folder].keys()]).toEqual([...first[folder].keys()]);
      for (const [name, text] of first[folder]) {
        expect(second[folder].get(name) === text, `${name} differs from run to run`).toBe(true);
        expect((await readText(join(project[folder], name))) === text, `${name} is stale; run \`npm run generate\``).toBe(true);
      }
    }
  });

  test('shows the change of one example as a few lines', async () => {
    const at = projectAt(`${await mkdtemp(join(tmpdir(), 'nexconn-generate-'))}/`);
    await copySources(project, at);
    const generator = new Generator(at);
    const lines = async () =>
      new Map([...(await generator.files(await generator.prepare())).generated].map(([name, text]) => [name, text.split('\n')]));
    try {
      const before = await lines();
      const { file, prompt } = await someExample(at);
      await writeFile(file, (await readFile(file, 'utf8')).replace(prompt, 'Another prompt'));
      const after = await lines();
      const changed = [...after].map(([name, now]) => {
        const known = before.get(name) ?? [];
        return [
          name,
          known.length === now.length ? now.filter((line, index) => line !== known[index]).length : Number.POSITIVE_INFINITY,
        ] as const;
      });
      // The example itself, and the build that it is part of.
      expect(Object.fromEntries(changed)).toEqual({
        'openapi.json': 2,
        'openapi-3.2.json': 2,
        'openapi.yaml': 2,
        'types.ts': 0,
        'client.ts': 0,
        'client-methods.ts': 0,
        'contract.json': 3,
        'models.json': 0,
        'scenario-names.ts': 0,
        'scenario.schema.json': 0,
        // The contract whole, its outline and the page, which name the build, and the part that the example is in.
        'compiled.sha256': 4,
      });
    } finally {
      await generator.close();
      await rm(at.root, { recursive: true });
    }
  });

  test('names the build in the version of the description; its hash is that of the description with the plain version', async () => {
    const { docsDate, hash, version } = contract;
    const build = `${version}+${docsDate}.${hash}`;
    const text = await readFile(join(project.generated, 'openapi.json'), 'utf8');
    expect(JSON.parse(text).info.version).toBe(build);
    expect(createHash('sha256').update(text.replace(build, version)).digest('hex').startsWith(hash)).toBe(true);
    const modified = (await readDocsMap()).flatMap((entry) => entry.modified?.slice(0, 10) ?? []);
    expect(modified).toContain(docsDate);
    expect(modified.every((day) => day <= String(docsDate))).toBe(true);
  });

  test('--check tells what is stale, and changes nothing', async () => {
    const name = join(project.generated, 'models.json');
    const committed = await readFile(name, 'utf8');
    await writeFile(name, `${committed} `);
    try {
      const { status, stderr } = spawnSync('npx', ['tsx', 'scripts/generate.ts', '--check'], { cwd: project.root, encoding: 'utf8' });
      expect(status).toBe(1);
      expect(stderr).toContain('generated/ is stale: models.json');
      expect(await readFile(name, 'utf8')).toBe(`${committed} `);
    } finally {
      await writeFile(name, committed);
    }
  });
});
