import { expect, test } from 'vitest';
import type { Applied, Told } from '../../../../scripts/docs/apply/apply-pages.js';
import { bodyOf } from '../../../../scripts/docs/update/body.js';
import { keyIn, keyOf, withKey, withoutKey } from '../../../../scripts/docs/update/key.js';

const told: Told[] = [
  { page: 'Files / Create', what: 'field request#/a: `a` is `b` now', outcome: { done: 'renamed `a` to `b` in 5 places' } },
  { page: 'Files / Create', what: 'security operation', outcome: { left: 'decide for which' } },
  { page: 'Files / List', what: 'call 1', outcome: { noted: 'follows' } },
];
const applied: Applied = {
  texts: new Map(),
  told,
  reworded: [{ page: 'FAQ', sections: ['Quotas'], digest: 'd1' }],
  recorded: [],
  renewed: [],
  mentions: [{ name: 'a', file: 'tasks.yaml', line: 3 }],
  added: [],
  failures: [{ source: 'x.md', message: 'x.md: answered 500', unreachable: true }],
  pages: [],
  facts: { before: 0, after: 0 },
  leaves: { lost: 0, known: 0 },
};

test('tells what has changed by page, the verdict, and what is left', () => {
  const followed = {
    checks: [{ name: 'npm run docs:coverage' }, { name: 'npm run format', complaint: 'bad' }],
    verdict: 'major: a is gone',
  };
  const body = bodyOf(applied, followed);
  expect(body).toBe(`## What the documentation says now

**Files / Create**

* field request#/a: \`a\` is \`b\` now: renamed \`a\` to \`b\` in 5 places

## What it means for users of the contract

\`\`\`
major: a is gone
\`\`\`

## What needs no edit

**Files / List**

* call 1: follows

## Left to a person

* [ ] Files / Create: security operation: decide for which
* [ ] FAQ: read the wording, which has changed (Quotas)
* [ ] openapi/tasks.yaml:3 names \`a\` in prose
* [ ] \`npm run format\` says: bad

## Not read

* x.md: answered 500
`);
});

test('tells what has one answer once', () => {
  const many = ['400', '401', '402', '403', '429'].map(
    (status): Told => ({ page: 'Files / Create', what: `field response ${status}#/error: error is gone`, outcome: { left: 'decide' } }),
  );
  const body = bodyOf({ ...applied, told: many, reworded: [], mentions: [] }, { checks: [], verdict: '' });
  expect(body.match(/^\* \[ \] .*/gm)).toEqual([
    '* [ ] Files / Create: field response 400#/error: error is gone; field response 401#/error: error is gone; field response 402#/error: error is gone; and 2 more of the kind: decide',
  ]);
});

test('names the same changes by the same key, in whatever order they are read', () => {
  const key = keyOf(applied);
  expect(keyOf({ ...applied, told: [...told].reverse() })).toBe(key);
  expect(keyOf({ ...applied, told: told.slice(1) })).not.toBe(key);
  expect(keyOf({ ...applied, reworded: [{ page: 'FAQ', sections: [], digest: 'd2' }] })).not.toBe(key);
  expect(keyIn(withKey('Text', key))).toBe(key);
  expect(keyIn(withoutKey(withKey('Text', key)))).toBeUndefined();
});
