/** Every text of a source is misspelt once, and somebody has to say so. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lint } from '../../scripts/generate/bundle.js';
import { editText } from '../../scripts/lib/edit-text.js';
import { readErrorExamples, readExamples } from '../../scripts/lib/examples.js';
import { project } from '../../scripts/lib/project.js';
import type { Finding, Findings } from '../../scripts/references/report/place.js';
import type { Sources } from '../../scripts/references/schemas/sources.js';
import { checkDocsMap } from '../../scripts/references/tables/docs-map.js';
import { checkErrorDialects, checkErrorExamples, checkSpokenDialects } from '../../scripts/references/tables/error-dialects.js';
import { checkModelOwners } from '../../scripts/references/tables/model-owners.js';
import { checkOperations } from '../../scripts/references/tables/operations.js';
import { checkOwnedFields } from '../../scripts/references/tables/owned-fields.js';
import { checkAsked } from '../../scripts/references/tables/protocols/asked.js';
import { checkTasks } from '../../scripts/references/tables/tasks.js';
import { checkWorkflows } from '../../scripts/references/workflows/workflow.js';
import { readContract } from '../scripts/references/contract.js';
import { type Text, textsOf } from '../scripts/references/scalars.js';

const contract = await readContract(project.openapi, await readExamples([]), await readErrorExamples());
const copies: string[] = [];
afterAll(() => Promise.all(copies.map((folder) => rm(folder, { recursive: true }))));

/** Texts that may be any, and why. */
const free: [file: RegExp, path: RegExp, why: string][] = [
  [/./, /\b(?:notes|title|summary|description)$/, 'prose'],
  [/^model-owners/, /^[^ ]+$/, 'the owner is a name of our own, which nothing else has'],
  [/^workflows/, /^info version$/, 'the version of the workflow itself'],
  [/^workflows/, /^workflows \d workflowId$/, 'a name of its own, unless another workflow depends on it'],
  [/^workflows/, /^workflows \d steps \d+ stepId$/, 'a name of its own, unless another step uses what it hands on'],
  [/^workflows/, /^workflows \d steps \d+ onFailure \d name$/, 'the name of an action, which nothing uses'],
  [/^workflows/, /^workflows \d inputs properties \w+ format$/, 'JSON Schema takes any format'],
  [/^workflows/, / payload (?:.* )?(?:prompt|text|content|source_url)$/, 'what a user writes'],
  [/^workflows/, / payload (?:.* )?tools \d function (?:name|description)$/, 'a tool is the caller’s own'],
  [/^workflows/, / payload (?:.* )?tools \d function parameters .*$/, 'the JSON Schema of a tool is the caller’s own'],
  [
    /^workflows\/(?:files|file-to-chat)/,
    /^workflows 0 steps 0 requestBody payload model$/,
    'the schema leaves open which models read files',
  ],
  [/^(?:owned-fields|asked)/, / without$/, 'a pattern of what may stand in a value of the caller’s'],
  [/^asked/, / never$/, 'a pattern of what a model may write'],
  [/^asked/, / seals where has$/, 'a part of names that the vendor gives, not all of which are documented'],
  [/^docs-map/, /^\d+ (?:page|notes|modified)$/, 'the address, the day and the notes of a page'],
];

const check =
  (...checks: ((sources: Sources) => Findings)[]) =>
  (sources: Sources): Finding[] =>
    checks.flatMap((find) => [...find(sources)]);

/** What is checked when a source changes. */
const sources: Record<string, ReturnType<typeof check>> = {
  'tasks.yaml': check(checkTasks, checkOperations),
  'owned-fields.yaml': check(checkOwnedFields),
  'error-dialects.yaml': check(checkErrorDialects, checkSpokenDialects, checkErrorExamples),
  'asked.yaml': check(checkAsked),
  'model-owners.yaml': check(checkModelOwners),
  'docs-map.yaml': check(checkDocsMap),
  ...Object.fromEntries(contract.sources.workflows.map(({ file }) => [`workflows/${basename(file)}`, check(checkWorkflows)])),
};

const isFree = (file: string, { path, isKey }: Text): boolean =>
  free.some(([files, pattern]) => files.test(file) && pattern.test(path.join(' '))) && !(isKey && !/ parameters /.test(path.join(' ')));

const nameOf = (file: string, { path, line, value }: Text): string => `${file}:${line} ${path.join(' ')}: ${value}`;

/** Whether a change of one would hide the other: one stands in the other, or is its key, or says what the file is. */
const isNear = (a: Text, b: Text): boolean => {
  if ([a, b].some(({ path }) => path.join() === 'arazzo')) return true;
  const length = Math.min(a.path.length, b.path.length);
  return a.path.slice(0, length).join(' ') === b.path.slice(0, length).join(' ');
};

/** Takes as many as do not hide each other. */
function round(texts: Text[]): Text[] {
  const chosen: Text[] = [];
  for (const text of texts) if (!chosen.some((other) => isNear(other, text))) chosen.push(text);
  return chosen;
}

/** Those that the rules of the linter find, of some that it does not find wrong as they are. */
async function foundByLinter(missed: Map<string, Text[]>): Promise<Set<Text>> {
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-misspelt-'));
  copies.push(folder);
  await cp(project.openapi, folder, { recursive: true });
  for (const [file, texts] of missed) {
    const text = await readFile(join(project.openapi, file), 'utf8');
    const slips = texts.map(({ slip }) => slip);
    await writeFile(join(folder, file), editText(text, slips));
  }
  const problems = (await lint(join(folder, 'openapi.yaml'))).map(({ position, message }) => ({
    message,
    place: position.split(`${basename(folder)}/`)[1] ?? '',
  }));
  const isFound = (file: string, { line, value, isKey }: Text) =>
    problems.some(({ place, message }) => {
      // Any other key with x- may stand there, so it is missed where it should stand.
      const isMissed = isKey && value.startsWith('x-') && message.includes(value) && place.startsWith(`${file}:`);
      return isMissed || place.startsWith(`${file}:${line}:`);
    });
  return new Set([...missed].flatMap(([file, texts]) => texts.filter((text) => isFound(file, text))));
}

const missed = new Map<string, Text[]>();

describe.each(Object.entries(sources))('%s', (file, find) => {
  it('has no text that may be misspelt unseen, but for those that the linter reads', async () => {
    const text = await contract.text(file);
    const texts = textsOf(text);
    expect(texts.length).toBeGreaterThan(10);
    const unseen: Text[] = [];
    for (const one of texts) {
      if (isFree(file, one)) continue;
      if (contract.findings(file, editText(text, [one.slip]), find).length === 0) unseen.push(one);
    }
    missed.set(file, unseen);
  });
});

it('leaves to the rules of the linter what they find', async () => {
  let left = new Map([...missed].filter(([, texts]) => texts.length > 0));
  const unseen: string[] = [];
  while (left.size > 0) {
    const tried = new Map([...left].map(([file, texts]) => [file, round(texts)]));
    const found = await foundByLinter(tried);
    for (const [file, texts] of tried) unseen.push(...texts.filter((text) => !found.has(text)).map((text) => nameOf(file, text)));
    left = new Map(
      [...left]
        .map(([file, texts]) => [file, texts.filter((text) => !tried.get(file)?.includes(text))] as const)
        .filter(([, texts]) => texts.length > 0),
    );
  }
  expect(unseen).toEqual([]);
});
