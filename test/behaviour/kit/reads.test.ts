/** With `reads`, a recording says what the application read of the answer, so that a new contract is told to matter or not. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Document } from '../../../scripts/lib/document.js';
import { project } from '../../../scripts/lib/project.js';
import { ImpactJudge } from '../../../src/impact/impact.js';
import { callOfRecording } from '../../../src/impact/read/recording.js';
import { createMock } from '../../../src/mock/index.js';
import type { Recording } from '../../../src/recording/recording.js';
import { contractFetch } from '../../../src/testing/contract-fetch.js';
import { eventually } from '../../eventually.js';

const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user' as const, content: 'Hi' }] };
const headers = { authorization: 'Bearer sk-a-secret-key', 'content-type': 'application/json' };

async function recording() {
  const mock = await createMock({ eventsPerSecond: 1000 });
  onTestFinished(() => mock.close());
  const { url } = await mock.listen();
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-reads-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const checked = contractFetch(fetch, { record: folder, reads: true });
  const recordings = async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
    return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Recording));
  };
  /** A recording is written anew as more is read. */
  const reads = (wanted: string[]) => eventually(async () => expect((await recordings()).map((one) => one.reads)).toEqual([wanted]));
  const ask = (body: object = {}) =>
    checked(`${url}/v1/chat/completions`, { method: 'POST', headers, body: JSON.stringify({ ...chat, ...body }) });
  return { url, checked, ask, recordings, reads };
}

describe('a recording says what was read', () => {
  const content = ['/choices', '/choices/*/message', '/choices/*/message/content'];

  test('of json()', async () => {
    const { ask, reads } = await recording();
    expect((await (await ask()).json()).choices[0].message.content).not.toBe('');
    await reads(content);
  });

  test('of text() that is parsed', async () => {
    const { ask, reads } = await recording();
    expect(JSON.parse(await (await ask()).text()).choices[0].message.content).not.toBe('');
    await reads(content);
  });

  test('of the events of a stream', async () => {
    const { ask, reads } = await recording();
    const text = await (await ask({ stream: true })).text();
    const events = [...text.matchAll(/^data: (\{.*)$/gm)].map(([, data = '']) => JSON.parse(data));
    expect(events.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).not.toBe('');
    await reads(['/choices', '/choices/*/delta', '/choices/*/delta/content']);
  });

  test('by an SDK, with what it reads itself', async () => {
    const { url, checked, recordings } = await recording();
    const openai = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'sk-a-secret-key', fetch: checked });
    const stream = await openai.chat.completions.create({ ...chat, stream: true });
    let count = 0;
    for await (const { choices } of stream) count += choices.length;
    expect(count).toBeGreaterThan(0);
    await eventually(async () => {
      const [{ reads = [] } = {}] = await recordings();
      expect(reads).toContain('/choices');
      expect(reads).not.toContain('/choices/*/delta/content');
    });
  });

  test('of nothing, as none', async () => {
    const { ask, reads } = await recording();
    await (await ask()).json();
    await reads([]);
  });
});

test('what is gone and was read is told from what is gone and unused', async () => {
  const { ask, reads, recordings } = await recording();
  const answer = await (await ask()).json();
  expect(answer.created).toBeTypeOf('number');
  await reads(['/created']);
  const [made] = (await recordings()) as [Recording];
  const outcomeWithout = (field: string) => {
    const next = structuredClone(own);
    const schema = next.components.schemas.ChatCompletionResponse;
    delete schema?.properties[field];
    const judge = new ImpactJudge({ name: 'own', file: '', contract: own }, { name: 'next', file: '', contract: next });
    const call = callOfRecording('a', made, 'recording');
    return call && judge.judge(call)?.outcome;
  };
  expect([outcomeWithout('created'), outcomeWithout('model')]).toEqual(['breaks', 'unchanged']);
});

let own: Document;
beforeAll(async () => {
  own = JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8'));
});

test('it needs somewhere to say it', () => {
  expect(() => contractFetch(fetch, { reads: true })).toThrow(
    'contractFetch: reads needs record, the folder of the recordings that tell it',
  );
});
