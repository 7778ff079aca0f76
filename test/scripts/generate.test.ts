/** What is committed in `generated/` is what the sources give, always the same. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '../../generated/contract.js';
import { generateAll } from '../../scripts/generate/generator.js';
import { readDocsMap } from '../../scripts/lib/docs-map.js';
import { project } from '../../scripts/lib/project.js';

describe('generate', () => {
  test('gives the committed files, twice', async () => {
    const [first, second] = [await generateAll(), await generateAll()];
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [name, text] of first) {
      expect(second.get(name) === text, `${name} differs from run to run`).toBe(true);
      expect((await readFile(join(project.generated, name), 'utf8')) === text, `${name} is stale; run \`npm run generate\``).toBe(true);
    }
  }, 60_000);

  test('names the build in the version of the description; its hash is that of the description with the plain version', async () => {
    const { docsDate, hash, version } = contract;
    const build = `${version}+${docsDate}.${hash}`;
    const text = await readFile(join(project.generated, 'openapi.json'), 'utf8');
    expect(JSON.parse(text).info.version).toBe(build);
    expect(createHash('sha256').update(text.replace(build, version)).digest('hex').startsWith(hash)).toBe(true);
    const modified = (await readDocsMap()).flatMap((entry) => entry.modified ?? []);
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
  }, 60_000);
});
