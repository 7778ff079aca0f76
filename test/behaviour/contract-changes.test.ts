/** Our verdict on changes of a contract beside those of others: where one says otherwise, the reason stands with the change. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Document } from '../../scripts/lib/document.js';
import { compareContracts } from '../../src/diff/compare-contracts.js';
import { callsOfPact } from '../../src/impact/read/pact.js';
import { contractAfter, judgeOf } from '../impact/toy-calls.js';
import { type Change, changes, pact } from './contract-changes/pact.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nexconn-judges-'));
  await writeFile(join(folder, 'old.json'), JSON.stringify(contractAfter()));
});
afterAll(() => rm(folder, { recursive: true }));

const require = createRequire(import.meta.url);

// Its declarations lead nowhere for a project of ES modules.
const { Comparator } = require('@pactflow/openapi-pact-comparator') as {
  Comparator: new (contract: unknown) => { compare(pact: unknown): AsyncIterable<{ type: 'error' | 'warning' }> };
};

const redocly = join(require.resolve('@redocly/cli/package.json'), '..', 'bin/cli.js');

/** Whether Redocly takes it for a breaking change. */
async function redoclyBreaks(document: Document): Promise<boolean> {
  const file = join(folder, 'new.json');
  await writeFile(file, JSON.stringify(document));
  const args = [redocly, 'diff', 'old.json', 'new.json', '--format', 'json', '--fail-on', 'none'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 });
  return (JSON.parse(stdout) as { bump: string }).bump === 'major';
}

/** Whether the comparator finds that the pact does not fit. */
async function pactflowBreaks(document: Document): Promise<boolean> {
  for await (const { type } of new Comparator(structuredClone(document)).compare(structuredClone(pact))) if (type === 'error') return true;
  return false;
}

const calls = callsOfPact('pact.json', structuredClone(pact));

test('the pact fits the contract as it is', async () => {
  expect(await pactflowBreaks(contractAfter())).toBe(false);
});

test.each(changes)('$name', async ({ mutate, diff, impact, redocly: redoclyDiffers, pactflow: pactflowDiffers }: Change) => {
  const document = contractAfter(mutate);
  const ours = compareContracts(contractAfter(), document).verdict === 'major';
  const judge = judgeOf(mutate);
  const outcomes = calls.map((call) => judge.judge(call)?.outcome);
  expect({ diff: ours, impact: outcomes.includes('breaks') }).toEqual({ diff, impact });
  expect(await redoclyBreaks(document), 'redocly').toBe(redoclyDiffers === undefined ? diff : !diff);
  expect(await pactflowBreaks(document), 'pactflow').toBe(pactflowDiffers === undefined ? impact : !impact);
});
