import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Options, type Plan, planScaffold } from '../../../../scripts/docs/scaffold/plan.js';
import { exampleName } from '../../../../scripts/docs/scaffold/sibling.js';
import { formatText } from '../../../../scripts/format/format-text.js';
import { bundle, lint } from '../../../../scripts/generate/bundle.js';
import { checkExamples } from '../../../../scripts/generate/examples/check-examples.js';
import { type DocsEntry, readDocsMap } from '../../../../scripts/lib/docs-map.js';
import { readExamples } from '../../../../scripts/lib/examples.js';
import { project } from '../../../../scripts/lib/project.js';

let folder: string;
beforeAll(async () => {
  folder = `${await mkdtemp(join(tmpdir(), 'scaffold-'))}/`;
});
afterAll(() => rm(folder, { recursive: true }));

/** Whatever is planned is formatted. */
async function expectFormatted({ files }: Plan): Promise<void> {
  for (const [name, text] of files) expect(await formatText(text, name), name).toBe(text);
}

/** Plans a page and writes it into a copy of the contract. */
async function scaffold(path: string[], options: Options = {}): Promise<Plan & { folder: string }> {
  const copy = `${await mkdtemp(join(folder, 'contract-'))}/`;
  await cp(project.openapi, copy, { recursive: true });
  const plan = await planScaffold(path, { ...options, folder: copy });
  await expectFormatted(plan);
  for (const [name, text] of plan.files) {
    await mkdir(dirname(join(copy, name)), { recursive: true });
    await writeFile(join(copy, name), text);
  }
  return { ...plan, folder: copy };
}

/** The lines that a plan adds to a file of the contract; anything else that differs makes it fail. */
async function addedLines({ files }: Plan, name: string): Promise<string[]> {
  const before = (await readFile(join(project.openapi, name), 'utf8')).split('\n');
  const after = (files.get(name) ?? '').split('\n');
  const added: string[] = [];
  for (const line of after) {
    if (line === before[0]) before.shift();
    else added.push(line);
  }
  expect(before).toEqual([]);
  return added;
}

const kling = ['Video', 'kling-v9', 'Create Video Task'];

describe('a page of a new model', () => {
  it('is copied from the page of the model that is most alike, and only adds lines', async () => {
    const plan = await scaffold(kling);
    expect(plan.sibling).toBe('Video / kling-v3 / Create Video Task');
    expect([...plan.files.keys()].sort()).toEqual([
      'components/schemas/videos/KlingV9CreateRequest.yaml',
      'components/schemas/videos/VideoTaskModel.yaml',
      'docs-map.yaml',
      'docs-navigation.yaml',
      'examples/createVideo/kling-v9-create-video-task.yaml',
      'openapi.yaml',
      'paths/v1_videos.yaml',
    ]);
    expect(await addedLines(plan, 'docs-map.yaml')).toEqual([
      '- path: [Video, kling-v9, Create Video Task]',
      '  kind: endpoint',
      '  operation: createVideo',
      '  example: kling-v9-create-video-task',
      '  provenance:',
    ]);
    expect(await addedLines(plan, 'docs-navigation.yaml')).toEqual(['- [Video, kling-v9, Create Video Task]']);
    expect(await addedLines(plan, 'openapi.yaml')).toEqual([
      '    KlingV9CreateRequest: { $ref: ./components/schemas/videos/KlingV9CreateRequest.yaml }',
    ]);
    expect((await addedLines(plan, 'paths/v1_videos.yaml')).map((line) => line.trim())).toEqual([
      '- { $ref: ../components/schemas/videos/KlingV9CreateRequest.yaml }',
      'kling-v9: ../components/schemas/videos/KlingV9CreateRequest.yaml',
    ]);
    const schema = parse(plan.files.get('components/schemas/videos/KlingV9CreateRequest.yaml') ?? '');
    expect(schema).toMatchObject({ properties: { model: { const: 'kling-v9' } }, 'x-docs': { provenance: null } });
  });

  it('leaves to lint and checks to name what is to be filled in, and nothing else', async () => {
    const { folder: contract } = await scaffold(kling);
    // The path that is ambiguous on purpose is known by the place of the real contract only.
    const problems = (await lint(join(contract, 'openapi.yaml'))).filter(({ rule }) => rule !== 'no-ambiguous-paths');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.where).toMatch(/KlingV9CreateRequest\.yaml.*provenance$/);
    const examples = await readExamples([], [], join(contract, 'examples/'));
    const findings = checkExamples(await bundle(join(contract, 'openapi.yaml')), examples, []);
    expect(new Set(findings.map(({ file }) => file.replace(/.*\//, '')))).toEqual(
      new Set(findings.length > 0 ? ['kling-v9-create-video-task.yaml'] : []),
    );
    expect(examples.find(({ name }) => name === 'kling-v9-create-video-task')).toMatchObject({ summary: null, docs: { provenance: null } });
  });

  it('has an example for each state where it asks after a job, with an id of its own in address and answer', async () => {
    const { files } = await scaffold(['Video', 'kling-v9', 'Query Video Generation Status']);
    const examples = [...files].filter(([name]) => name.startsWith('examples/getVideo/kling-v9-query-video-generation-status.'));
    expect(examples.length).toBeGreaterThan(3);
    for (const [, text] of examples) {
      const { request, response } = parse(text);
      const id = expect.stringMatching(/^qvideo-/);
      expect({ request, response }).toMatchObject({ request: { path: { id } }, response: { body: { model: 'kling-v9' } } });
      expect(response.body.id ?? request.path.id).toBe(request.path.id);
    }
  });
});

describe('a page of a new path', () => {
  const vidu = ['Video', 'vidu', 'viduq9-pro', 'Create text-to-video task'];

  it('has to say its path where each model has its own', async () => {
    await expect(scaffold(vidu)).rejects.toThrow(/serves one model only; name the method and path/);
  });

  it('gets an operation, a request schema and an example', async () => {
    const plan = await scaffold(vidu, {
      at: { method: 'PUT', path: '/queue/fal-ai/vidu/q9/text-to-video/pro' },
      like: ['Video', 'vidu', 'viduq3-pro', 'Create text-to-video task'],
    });
    expect([...plan.files.keys()].sort()).toEqual([
      'components/schemas/queue/ViduQ9ProTextToVideoRequest.yaml',
      'docs-map.yaml',
      'docs-navigation.yaml',
      'examples/createViduQ9ProTextToVideo/viduq9-pro-create-text-to-video-task.yaml',
      'openapi.yaml',
      'paths/queue_fal-ai_vidu_q9_text-to-video_pro.yaml',
    ]);
    const { put } = parse(plan.files.get('paths/queue_fal-ai_vidu_q9_text-to-video_pro.yaml') ?? '');
    expect(put).toMatchObject({ operationId: 'createViduQ9ProTextToVideo', 'x-model': 'viduq9-pro', 'x-docs': { provenance: null } });
    expect(await addedLines(plan, 'openapi.yaml')).toEqual([
      '  /queue/fal-ai/vidu/q9/text-to-video/pro: { $ref: ./paths/queue_fal-ai_vidu_q9_text-to-video_pro.yaml }',
      '    ViduQ9ProTextToVideoRequest: { $ref: ./components/schemas/queue/ViduQ9ProTextToVideoRequest.yaml }',
    ]);
    await expect(bundle(join(plan.folder, 'openapi.yaml'))).resolves.toBeDefined();
  });
});

describe('other pages', () => {
  it('a schema page gets its schema, a guide only its entry', async () => {
    expect([...(await scaffold(['Schemas', 'Video', 'kling-v9', 'KlingV9CreateRequest'])).files.keys()]).toEqual([
      'components/schemas/videos/KlingV9CreateRequest.yaml',
      'openapi.yaml',
      'docs-map.yaml',
      'docs-navigation.yaml',
    ]);
    expect(await addedLines(await scaffold(['Pricing']), 'docs-map.yaml')).toEqual([
      '- path: [Pricing]',
      '  kind: guide',
      '  contributes: []',
      '  provenance:',
    ]);
    expect((await addedLines(await scaffold(['Pricing: old, new']), 'docs-map.yaml'))[0]).toBe("- path: ['Pricing: old, new']");
  });

  it('about the jobs of a model are about those of the new one', async () => {
    const plan = await scaffold(['Video', 'kling-v9', 'Query Video Generation Status'], {
      like: ['Video', 'kling-v3', 'Query Video Generation Status'],
    });
    expect(await addedLines(plan, 'docs-map.yaml')).toEqual([
      '- path: [Video, kling-v9, Query Video Generation Status]',
      '  kind: endpoint',
      '  operation: getVideo',
      '  example: kling-v9-query-video-generation-status',
      '  models: [kling-v9]',
      '  provenance:',
    ]);
  });

  it('are refused when they are known, or like no other', async () => {
    await expect(scaffold(['Files', 'List user files'])).rejects.toThrow('Files / List user files: the docs map has this page');
    await expect(scaffold(['Files', 'Xyz'])).rejects.toThrow('no page is like it; name one to copy from with --like');
    await expect(scaffold(['Files', 'Xyz'], { like: ['Nowhere'] })).rejects.toThrow('Nowhere: the docs map has no such page');
  });
});

describe('names of examples', () => {
  it('follow the rule that gave the existing ones their names', async () => {
    const docs = await readDocsMap();
    const pages = docs.filter((entry): entry is DocsEntry & { example: string } => entry.example !== undefined);
    const wrong = pages.filter((entry) => exampleName(entry.path, entry) !== entry.example).map(({ example }) => example);
    expect(wrong).toEqual([]);
  });
});
