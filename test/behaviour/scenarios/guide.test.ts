/** The guide to scenarios leaves nothing out. That what it shows is right, and runs, is tried with all guides. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { memberNames } from '../../../scripts/generate/scenarios/members.js';
import { readBlocks } from '../../../scripts/guides/blocks.js';
import { project } from '../../../scripts/lib/project.js';

const blocks = await readBlocks(join(project.root, 'docs/guides/scenarios.md'));

test('its files have every condition, and every member of an answer', () => {
  const files = blocks.filter(({ file }) => file?.startsWith('scenarios/'));
  const scenarios = files.flatMap(({ code }) => parse(code) as { when?: object; answers: object[] }[]);
  const conditions = new Set(scenarios.flatMap(({ when = {} }) => Object.keys(when)));
  const members = new Set(scenarios.flatMap(({ answers }) => answers.flatMap((answer) => Object.keys(answer))));
  const names = memberNames();
  expect(names['/when']?.filter((name) => !conditions.has(name))).toEqual([]);
  expect(names['/answers/*']?.filter((name) => !members.has(name) && !['latencyMs', 'fault'].includes(name))).toEqual([]);
});
