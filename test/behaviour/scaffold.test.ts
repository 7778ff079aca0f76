/**
 * What `npm run docs:scaffold` writes for a new page passes all checks of the contract as soon as the facts are filled in which only the page
 * can say: where they are known from, and a summary.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { contract } from '../../compiled/contract.js';
import { type Options, planScaffold } from '../../scripts/docs/scaffold/plan.js';
import { Generator } from '../../scripts/generate/generator.js';
import { project, projectAt } from '../../scripts/lib/project.js';
import { compareContracts } from '../../src/diff/compare-contracts.js';
import { copySources } from '../scripts/copy-sources.js';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

const titles = (page: string): string[] => page.split(' / ');

/** What a person fills in, as far as any page says it. */
const filledIn = (text: string): string =>
  text
    .replace(/provenance: null/g, 'provenance: inferred')
    .replace(/provenance:$/gm, 'provenance: inferred')
    .replace(/^summary:$/gm, 'summary: As the page has it')
    // An id that the page of the other model had masked.
    .replace(/x{8,}/g, 'user123-1772780100000000077');

interface Page {
  page: string;
  like?: string;
  at?: [method: string, path: string];
  dialect?: string;
}

/** Scaffolds the pages one after the other in a copy of the sources, fills them in and prepares the contract, which lints and checks it. */
async function contractWith(...pages: Page[]) {
  const at = projectAt(`${await mkdtemp(join(tmpdir(), 'scaffolded-'))}/`);
  folders.push(at.root);
  await copySources(project, at);
  for (const { page, like, at: route, dialect } of pages) {
    const options: Options = {
      folder: at.openapi,
      ...(like !== undefined && { like: titles(like) }),
      ...(route && { at: { method: route[0], path: route[1] } }),
      ...(dialect !== undefined && { dialect }),
    };
    for (const [name, text] of (await planScaffold(titles(page), options)).files) {
      await mkdir(dirname(join(at.openapi, name)), { recursive: true });
      await writeFile(join(at.openapi, name), filledIn(text));
    }
  }
  const generator = new Generator(at);
  try {
    const { contract: prepared, document } = await generator.prepare();
    return { prepared, document };
  } finally {
    await generator.close();
  }
}

const released = async () => JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8'));

const operationOf = ({ operations }: typeof contract, id: string) => operations.find((operation) => operation.id === id);

const createLike = 'Video / bytedance/doubao-seedance-2-0-260128 / Create Video Generation Task';
const queryLike = 'Video / bytedance/doubao-seedance-2-0-260128 / Query Video Generation Task';

test('a new model of a family, with the page that asks after its jobs', async () => {
  const { prepared, document } = await contractWith(
    { page: 'Video / kling-v9 / Create Video Task' },
    { page: 'Video / kling-v9 / Query Video Generation Status' },
  );
  const names = operationOf(prepared, 'getVideo')?.examples.map(({ name }) => name) ?? [];
  expect(names.filter((name) => name.startsWith('kling-v9-')).length).toBeGreaterThan(3);
  const diff = compareContracts(await released(), document);
  expect(diff).toMatchObject({ verdict: 'minor' });
});

test('a new model with a slash in its name', async () => {
  const { prepared, document } = await contractWith({ page: 'Chat / openai/gpt-5.3 / openai/gpt-5.3 Reasoning' });
  expect(operationOf(prepared, 'createChatCompletion')?.examples.map(({ name }) => name)).toContain('openai-gpt-5-3-reasoning');
  expect(JSON.stringify(document.components.schemas.ChatCompletionRequest)).toContain('"openai/gpt-5.3"');
  expect(compareContracts(await released(), document).verdict).toBe('minor');
});

test('a new model of an owner that nobody knows, like one of another family', async () => {
  const { document } = await contractWith(
    { page: 'Video / runway-gen4 / Create Video Task', like: 'Video / kling-v3 / Create Video Task' },
    { page: 'Video / runway-gen4 / Query Video Generation Status', like: 'Video / kling-v3 / Query Video Generation Status' },
  );
  expect(document['x-model-owners']).toHaveProperty('runway');
});

test('a new family of jobs, with paths, a parameter and a dialect of its own', async () => {
  const { prepared, document } = await contractWith(
    { page: 'Speech / larynx-2 / Create Speech Job', like: createLike, at: ['POST', '/v1/audio/speech-jobs'], dialect: 'speech' },
    { page: 'Speech / larynx-2 / Query Speech Job', like: queryLike, at: ['GET', '/v1/audio/speech-jobs/{job_id}'], dialect: 'speech' },
  );
  expect(document['x-tasks']).toHaveProperty('speech');
  expect(document['x-error-dialects']).toHaveProperty('speech');
  expect(document.paths['/v1/audio/speech-jobs']?.post).toMatchObject({ operationId: 'createSpeechJob', 'x-error-dialect': 'speech' });
  expect(operationOf(prepared, 'getSpeechJob')?.examples.length).toBeGreaterThan(3);
  expect(compareContracts(await released(), document).verdict).toBe('minor');
});

test('a new endpoint without jobs, like one whose alternatives go by model', async () => {
  const { document } = await contractWith({
    page: 'Chat / Talk with a Model',
    like: 'Chat / Chat completion',
    at: ['POST', '/v2/chat'],
  });
  expect(document.paths['/v2/chat']?.post).toMatchObject({ operationId: 'createTalkWithAModel' });
});

test('a new model at a path of its own', async () => {
  const { document } = await contractWith(
    { page: 'Video / vidu / viduq9-pro / Create text-to-video task', at: ['POST', '/queue/fal-ai/vidu/q9/text-to-video/pro'] },
    { page: 'Video / vidu / viduq9-pro / Query task status' },
    { page: 'Video / vidu / viduq9-pro / Query task results' },
  );
  expect(document.paths['/queue/fal-ai/vidu/q9/text-to-video/pro']?.post).toMatchObject({ 'x-model': 'viduq9-pro' });
});
