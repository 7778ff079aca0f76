import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { project } from '../../../scripts/lib/project.js';
import { rehearse } from '../../../scripts/release/rehearse.js';
import { releaseVersion } from '../../../scripts/release/release-version.js';
import { replaceScalar, setVersion } from '../../../scripts/release/set-version.js';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

/** A package so small that building and packing it takes a second. */
async function smallPackage(build: string, more: Record<string, string> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'small-package-'));
  folders.push(folder);
  const write = (name: string, content: unknown) =>
    cp(join(project.root, 'biome.json'), join(folder, name)).then(() =>
      writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content)),
    );
  const scripts = {
    generate: "node -e \"require('fs').copyFileSync('openapi/openapi.yaml','generated/openapi.json')\" --",
    lint: 'true',
    typecheck: 'true',
    test: 'true',
    build,
    ...more,
  };
  await write('package.json', { name: 'small', version: '0.1.0', private: true, files: ['generated'], scripts });
  await write('package-lock.json', { name: 'small', version: '0.1.0', packages: { '': { version: '0.1.0' } } });
  await write('openapi/openapi.yaml', '# Contents\ninfo:\n  title: Small # short\n  version: 0.1.0 # bumped by release\n');
  await write('generated/openapi.json', '{}');
  return folder;
}

describe('the version of a release', () => {
  it('follows the verdict, unless package.json is already far enough', () => {
    expect(releaseVersion(undefined, 'initial', '0.1.0')).toBe('0.1.0');
    expect(releaseVersion('0.1.0', 'major', '0.1.0')).toBe('0.2.0');
    expect(releaseVersion('0.1.0', 'major', '1.0.0')).toBe('1.0.0');
    expect(releaseVersion('0.1.0', 'major', '0.1.1')).toBe('0.2.0');
    expect(releaseVersion('1.4.2', 'minor', '1.4.2')).toBe('1.5.0');
    expect(releaseVersion('1.4.2', 'patch', '1.4.2')).toBe('1.4.3');
    expect(releaseVersion('1.4.2', 'none', '1.4.2', 'minor')).toBe('1.5.0');
    expect(releaseVersion('1.4.2', 'minor', '1.4.2', 'patch')).toBe('1.5.0');
  });

  it('is plain, whatever build the last release was', () => {
    expect(releaseVersion('1.4.2+2026-05-06.acbb256fed1a', 'patch', '1.4.2')).toBe('1.4.3');
    expect(releaseVersion('0.1.0+2026-05-06.acbb256fed1a', 'major', '0.1.0')).toBe('0.2.0');
    expect(releaseVersion('0.1.0+2026-05-06.acbb256fed1a', 'major', '0.2.0')).toBe('0.2.0');
  });

  it('is written into YAML without touching anything else', () => {
    expect(replaceScalar('a: 1 # one\nb:\n  c: "x" # y\n', ['b', 'c'], 'z')).toBe('a: 1 # one\nb:\n  c: z # y\n');
    expect(() => replaceScalar('a: 1\n', ['b'], 'z')).toThrow('there is no b');
  });

  it('is written into the real files and changes one line of each', async () => {
    const folder = await smallPackage('true');
    const names = ['package.json', 'package-lock.json', 'openapi/openapi.yaml'];
    for (const name of names) await cp(join(project.root, name), join(folder, name));
    await setVersion(folder, '9.8.7');
    for (const name of names) {
      const [before, after] = await Promise.all(
        [project.root, folder].map(async (root) => (await readFile(join(root, name), 'utf8')).split('\n')),
      );
      const lines = after?.filter((line, index) => line !== before?.[index]) ?? [];
      expect(after).toHaveLength(before?.length ?? 0);
      expect(lines.length).toBe(name === 'package-lock.json' ? 2 : 1);
      for (const line of lines) expect(line).toContain('9.8.7');
    }
  });
});

describe('a release', () => {
  const entry = '## [0.2.0] - 2026-03-01\n\nNews.\n';
  const read = (folder: string, name: string) => readFile(join(folder, name), 'utf8');

  it('is rehearsed in a copy, and taken over as a whole', async () => {
    const folder = await smallPackage('true');
    const told: string[] = [];
    const { packed, sbom } = await rehearse(
      '0.2.0',
      entry,
      async (rehearsal) => {
        expect(JSON.parse(await read(folder, 'package.json')).version).toBe('0.1.0');
        await rehearsal.apply();
        return rehearsal;
      },
      folder,
      (line) => told.push(line),
    );
    expect(told).toEqual(['npm run lint', 'npm run typecheck', 'npm run test', 'npm pack', 'a clean install, for the bill of materials']);
    expect(JSON.parse(await read(folder, sbom.filename))).toMatchObject({
      bomFormat: 'CycloneDX',
      components: [{ name: 'small', version: '0.2.0' }],
    });
    expect(packed).toMatchObject({ filename: 'small-0.2.0.tgz' });
    expect(packed.files.map(({ path }) => path).sort()).toEqual(['generated/openapi.json', 'package.json']);
    // The sources stay private; what may be published is not.
    expect(JSON.parse(await read(folder, 'package.json'))).toMatchObject({ version: '0.2.0', private: true });
    const { stdout } = await promisify(execFile)('tar', ['-xOf', join(folder, packed.filename), 'package/package.json']);
    expect(JSON.parse(stdout)).not.toHaveProperty('private');
    expect(parse(await read(folder, 'released/openapi.json')).info.version).toBe('0.2.0');
    expect(await read(folder, 'CHANGELOG.md')).toContain('News.');
  });

  it.each([
    ['build', 'run build', { build: 'exit 3' }],
    ['lint', 'run lint', { lint: 'exit 3' }],
    ['tests', 'run test', { test: 'exit 3' }],
  ])('that fails in its %s leaves everything as it was', async (_, command, scripts) => {
    const folder = await smallPackage('true', scripts);
    await expect(rehearse('0.2.0', entry, ({ apply }) => apply(), folder)).rejects.toThrow(
      `\`npm ${command}\` failed; nothing has changed.`,
    );
    expect(JSON.parse(await read(folder, 'package.json')).version).toBe('0.1.0');
    await expect(read(folder, 'CHANGELOG.md')).rejects.toThrow('ENOENT');
  });
});
