/**
 * What a change of the contract amounts to: a written list, with the reason for each verdict, the words in which a reader is told, and where
 * Redocly says otherwise.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../scripts/lib/document.js';
import { formatEntry } from '../../src/diff/changelog-entry.js';
import { compareContracts } from '../../src/diff/compare-contracts.js';
import { formatDiff } from '../../src/diff/report.js';
import type { Bump } from '../../src/diff/verdict.js';
import { merged, numberAt } from './contract-changes/merged.js';
import { contractChanges } from './contract-changes/operations.js';
import { components, type SchemaChange, schemaChanges } from './contract-changes/schemas.js';
import { otherwise } from './contract-changes/second-opinions.js';

interface Listed {
  name: string;
  verdict: Bump;
  reason: string;
  before: Document;
  after: Document;
}

/** A contract with one operation, which takes the value, or gives it. */
function contractWith(value: SchemaChange['before'], part: 'request' | 'response'): Document {
  const content = { 'application/json': { schema: { type: 'object', required: ['v'], properties: { v: value } } } };
  const operation = {
    operationId: 'use',
    ...(part === 'request' && { requestBody: { required: true, content } }),
    responses: { 200: { description: 'Done.', ...(part === 'response' && { content }) } },
  };
  return JSON.parse(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'One value', version: '1.0.0' },
      paths: { '/use': { post: operation } },
      components: { schemas: components, responses: {}, parameters: {}, headers: {}, securitySchemes: {} },
    }),
  );
}

const ofValues: Listed[] = schemaChanges.flatMap(({ name, before, after, reason, ...verdicts }) =>
  (['request', 'response'] as const).map((part) => ({
    name: `${name}, in ${part === 'request' ? 'a request' : 'an answer'}`,
    verdict: verdicts[part],
    reason,
    before: contractWith(before, part),
    after: contractWith(after, part),
  })),
);

const all: Listed[] = [...ofValues, ...contractChanges];

test('the list is long, names each change once, and has a reason for each verdict', () => {
  expect(new Set(schemaChanges.map(({ name }) => name)).size).toBe(schemaChanges.length);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(schemaChanges.length + contractChanges.length).toBeGreaterThan(220);
  expect(all.filter(({ reason }) => reason === '')).toEqual([]);
});

/** Names of rules in the code, which say nothing to a reader. */
const ruleNames =
  /\b[a-z]+-(added|removed|changed|limited|opened|renamed|optional|required|closed|deprecated)\b|unjudged|\bundefined\b|\[object/;

test.each(all)('$name: $verdict, since $reason', ({ verdict, before, after }) => {
  const diff = compareContracts(before, after);
  expect({ verdict: diff.verdict, changes: diff.changes.map(({ level, text }) => `${level}: ${text}`) }).toMatchObject({ verdict });
  for (const { text } of diff.changes) {
    expect(text).not.toMatch(ruleNames);
    expect(text.length).toBeGreaterThan(10);
  }
  if (verdict === 'none') expect(diff.changes).toEqual([]);
  else expect(formatDiff(diff)).toContain(diff.changes[0]?.text);
  expect(formatEntry(diff, {})).not.toMatch(/undefined|\[object/);
});

test.each(all.filter(({ verdict }) => verdict === 'patch' || verdict === 'none'))(
  '$name, the other way round, breaks nobody either',
  (change) => {
    expect(['patch', 'none', 'minor']).toContain(compareContracts(change.after, change.before).verdict);
  },
);

describe('Redocly', () => {
  const broken = new Set<number>();
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nexconn-redocly-'));
    await writeFile(join(folder, 'old.json'), JSON.stringify(merged(all.map(({ before }) => before))));
    await writeFile(join(folder, 'new.json'), JSON.stringify(merged(all.map(({ after }) => after))));
    const cli = join(createRequire(import.meta.url).resolve('@redocly/cli/package.json'), '..', 'bin/cli.js');
    const args = [cli, 'diff', 'old.json', 'new.json', '--format', 'json', '--fail-on', 'none'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 });
    const { changes } = JSON.parse(stdout) as { changes: { path: string; impact: string; base?: { pointer: string } }[] };
    for (const { path, impact, base } of changes) {
      if (impact !== 'major') continue;
      for (const pointer of [path, base?.pointer ?? '']) {
        const number = numberAt(pointer);
        if (number !== undefined) broken.add(number);
      }
    }
    await rm(folder, { recursive: true });
  });

  test('says otherwise where a reason is written, and nowhere else', () => {
    const found = all.flatMap(({ name, verdict }, number) => {
      if (broken.has(number) === (verdict === 'major')) return [];
      return [`${name} ${verdict === 'major' ? 'passes' : 'breaks'}`];
    });
    const explained = otherwise.flatMap(({ says, of }) => of.map((name) => `${name} ${says}`));
    expect(found.sort()).toEqual([...explained].sort());
  });
});

// Redocly does not read such a mapping, so that it is no row of the list.
test('a mapping may name its components by their bare names', () => {
  const value = (names: Record<string, string>) => ({
    oneOf: [{ $ref: '#/components/schemas/Word' }, { $ref: '#/components/schemas/Sound' }],
    discriminator: { propertyName: 'is', mapping: names },
  });
  const inFull = value({ word: '#/components/schemas/Word', sound: '#/components/schemas/Sound' });
  const bare = value({ word: 'Word', sound: 'Sound' });
  expect(compareContracts(contractWith(inFull, 'request'), contractWith(bare, 'request')).verdict).toBe('patch');
  const crossed = value({ word: 'Sound', sound: 'Word' });
  expect(compareContracts(contractWith(bare, 'request'), contractWith(crossed, 'request')).verdict).toBe('major');
});
