import { expect, test } from 'vitest';
import { foreignFiles, shrunk } from '../../../../scripts/docs/update/guards.js';

const facts = { before: 1000, after: 1000 };
const leaves = { lost: 0, known: 200 };

test('takes a site that has lost most of itself for a broken one', () => {
  expect(shrunk({ facts, leaves: { lost: 41, known: 200 } }, 0.2)).toMatch(/41 of 200 pages are gone/);
  expect(shrunk({ facts: { before: 1000, after: 700 }, leaves }, 0.2)).toMatch(/700 things where they said 1000/);
});

test('takes what is gone from one page for a change', () => {
  expect(shrunk({ facts: { before: 1000, after: 850 }, leaves: { lost: 3, known: 200 } }, 0.2)).toBeUndefined();
  expect(shrunk({ facts: { before: 22, after: 10 }, leaves }, 0.2)).toBeUndefined();
});

test('knows which files an update may touch', () => {
  expect(
    foreignFiles(['openapi/tasks.yaml', 'generated/types.ts', 'CHANGELOG.md', 'README.md', 'src/client/index.ts', 'package.json']),
  ).toEqual(['src/client/index.ts', 'package.json']);
});
