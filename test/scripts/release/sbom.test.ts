/** The bill of materials has all that is installed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { npm } from '../../../scripts/release/package-copy.js';
import { componentsOf } from '../../../scripts/release/sbom.js';

test('also what another package asks for as its peer, and what is built into the package', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sbom-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const pack = async (name: string, more: object): Promise<string> => {
    const own = join(folder, name);
    await mkdir(own);
    await writeFile(join(own, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...more }));
    await npm(own, 'pack', '--silent');
    return join(own, `${name}-1.0.0.tgz`);
  };
  const engine = await pack('sbom-engine', {});
  const plugin = await pack('sbom-plugin', { peerDependencies: { 'sbom-engine': '1.0.0' } });
  const whole = await pack('sbom-whole', { dependencies: { 'sbom-plugin': `file:${plugin}`, 'sbom-engine': `file:${engine}` } });
  const { components, text } = await componentsOf(whole, [{ name: 'sbom-part', version: '2.0.0', license: 'ISC' }]);
  expect(components).toBe(3);
  // What is built in is nowhere but in the bill.
  const bill = JSON.parse(text) as { components: { name: string; components?: { purl: string }[] }[] };
  expect(bill.components.map(({ name, components: parts = [] }) => [name, parts.map(({ purl }) => purl)])).toEqual(
    expect.arrayContaining([
      ['sbom-whole', ['pkg:npm/sbom-part@2.0.0']],
      ['sbom-engine', []],
    ]),
  );
});
