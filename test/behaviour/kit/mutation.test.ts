/**
 * Does the kit find things? Answers of all documented exchanges are broken at random, each in something that the contract declares, and
 * the kit has to say so. A second judge, made from the description itself, decides what is broken.
 */
import { expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { createMock } from '../../../src/mock/index.js';
import { contractFetch } from '../../../src/testing/contract-fetch.js';
import { runs, seed } from '../../runs.js';
import { documented, toRequest } from '../../testing/documented-requests.js';
import { answerMutations, type Choose, type Exchange, jobMutants, type Mutant, type Sent } from './mutations.js';

const perKind = runs(80);

/** Mulberry32. */
function createChoose(start: number): Choose {
  let state = start >>> 0;
  return (list) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return list[((mixed ^ (mixed >>> 14)) >>> 0) % list.length] as (typeof list)[number];
  };
}

const mock = await createMock({ eventsPerSecond: 100_000 });

const exchanges: Exchange[] = await Promise.all(
  documented.map(async ([, operation, example]) => {
    const response = await mock.fetch(toRequest(operation, example));
    const answer = { status: response.status, contentType: response.headers.get('content-type') ?? '', text: await response.text() };
    return { operation, example, answer };
  }),
);

const toResponse = ({ status, contentType, text }: Sent) =>
  new Response(status === 204 ? null : text, { status, headers: { 'content-type': contentType } });

/** The kit's findings in exchanges that follow one another. */
async function findingsIn(list: readonly Exchange[]) {
  let next = 0;
  const fetch = contractFetch(async () => toResponse((list[next++] as Exchange).answer), { onViolation: 'collect' });
  for (const { operation, example } of list) await (await fetch(toRequest(operation, example))).text();
  return fetch.violations;
}

function mutants(): Mutant[] {
  const choose = createChoose(seed);
  const all: Mutant[] = [];
  for (const mutate of answerMutations) {
    const own: Mutant[] = [];
    for (let attempt = 0; attempt < 60 * perKind && own.length < perKind; attempt++) {
      const made = mutate(choose(exchanges), choose);
      if (made && !own.some(({ what }) => what === made.what)) own.push(made);
    }
    all.push(...own);
  }
  for (const [name, family] of Object.entries(contract.tasks)) {
    for (let attempt = 0; attempt < 40; attempt++) {
      const made = jobMutants(exchanges, name, family, choose);
      if (made && !all.some(({ what }) => what === made.what)) all.push(made);
    }
  }
  return all;
}

test('the documented exchanges, as they are, raise no alarm', async () => {
  expect(exchanges.length).toBe(contract.operations.reduce((sum, { examples }) => sum + examples.length, 0));
  expect(await Promise.all(exchanges.map((exchange) => findingsIn([exchange])))).toEqual(exchanges.map(() => []));
});

test('at least 98 % of broken answers are reported', async () => {
  const all = mutants();
  expect(all.length).toBeGreaterThanOrEqual(1500);
  expect(all.filter(({ kind, exchanges: { length } }) => kind.startsWith('sequence') || length > 1).length).toBeGreaterThanOrEqual(300);
  const byKind = new Map<string, { found: number; all: number }>();
  const missed: string[] = [];
  let located = 0;
  let locatable = 0;
  for (const { kind, what, exchanges: list, pointer } of all) {
    const findings = await findingsIn(list);
    const score = byKind.get(kind) ?? { found: 0, all: 0 };
    byKind.set(kind, { found: score.found + (findings.length > 0 ? 1 : 0), all: score.all + 1 });
    if (findings.length === 0) missed.push(what);
    if (pointer !== undefined) {
      locatable++;
      if (findings.some((finding) => pointer === finding.pointer || `${pointer}/`.startsWith(`${finding.pointer}/`))) located++;
    }
  }
  const found = all.length - missed.length;
  const rows = [...byKind].map(([kind, score]) => `  ${kind.padEnd(18)} ${score.found} of ${score.all}`);
  const percent = (share: number, total: number) => `${((100 * share) / total).toFixed(1)} %`;
  const report = [
    `mutation score: ${found} of ${all.length} (${percent(found, all.length)}), seed ${seed}`,
    ...rows,
    `  at the broken place: ${located} of ${locatable} (${percent(located, locatable)})`,
    ...missed.map((what) => `  missed: ${what}`),
  ].join('\n');
  // Of each kind too: a check that is gone would be a small share of the whole.
  for (const [kind, score] of byKind) expect(score.found / score.all, `${kind}\n${report}`).toBeGreaterThanOrEqual(0.98);
  expect(found / all.length, report).toBeGreaterThanOrEqual(0.98);
  expect(located / locatable, report).toBeGreaterThanOrEqual(0.98);
});
