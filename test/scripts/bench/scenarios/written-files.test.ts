/** What the benchmark writes is what it says: scenarios that answer or stand beside, recordings that are replayed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { contract } from '../../../../compiled/contract.js';
import {
  ownWords,
  recordedQuestion,
  writeOwnAnswers,
  writeRecordings,
  writeUnrelated,
} from '../../../../scripts/bench/scenarios/written-files.js';
import { asking, type Workload, workloadsOf } from '../../../../scripts/bench/servers/workloads.js';
import { type CreateMockOptions, createMock } from '../../../../src/upstream/index.js';

const folder = await mkdtemp(join(tmpdir(), 'nexconn-bench-files-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const { chat } = workloadsOf(contract);

async function answers(options: CreateMockOptions, workloads: Workload[]): Promise<{ texts: string[]; scenarios: (string | undefined)[] }> {
  const mock = await createMock(options);
  const texts: string[] = [];
  for (const { path, method, headers, body } of workloads)
    texts.push(await (await mock.fetch(`http://mock${path}`, { method, headers, body })).text());
  const scenarios = mock.journal().map(({ scenario }) => scenario);
  await mock.close();
  return { texts, scenarios };
}

test('own answers are given, with the question where it is embedded', async () => {
  const scenarios = await writeOwnAnswers(folder, 'It is sunny.');
  const asked = [asking(chat, ownWords.plain, ''), asking(chat, ownWords.embedded, '')];
  const { texts } = await answers({ scenarios }, asked);
  expect(texts[0]).toContain('"It is sunny."');
  expect(texts[1]).toContain(`"It is sunny. You asked: ${ownWords.embedded}"`);
});

test('what stands beside never answers', async () => {
  const scenarios = await writeUnrelated(folder, contract, 30, 2);
  const found = await answers({ scenarios }, [chat, asking(chat, 'How is the weather?', '')]);
  expect(found.scenarios).toEqual([undefined, undefined]);
});

test('recordings are replayed', async () => {
  const ask = (question: string) => asking(chat, question, '');
  const response = { status: 200, headers: { 'content-type': 'application/json' }, ended: 'end', json: { answer: 'Sunny.' } } as const;
  const replay = await writeRecordings(folder, 3, [{ ask, response }]);
  expect((await answers({ replay: [replay] }, [ask(recordedQuestion(2))])).texts).toEqual(['{"answer":"Sunny."}']);
});
