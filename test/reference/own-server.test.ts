import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { project } from '../../scripts/lib/project.js';
import type { Document } from '../../src/contract/openapi.js';
import { createMock } from '../../src/mock/index.js';

const generated: Document & { servers: unknown[] } = JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8'));

test.each([
  ['json', (text: string) => JSON.parse(text) as object],
  ['yaml', (text: string) => parse(text) as object],
] as const)('the %s that a mock serves names its own address first, and changes nothing else', async (form, read) => {
  const mock = await createMock();
  onTestFinished(() => mock.close());
  const { url } = await mock.listen();
  for (const base of [url, `${url}/__session/a`]) {
    const served = read(await (await fetch(`${base}/openapi.${form}`)).text());
    expect(served).toEqual({ ...generated, servers: [{ url: base, description: 'This mock.' }, ...generated.servers] });
  }
});
