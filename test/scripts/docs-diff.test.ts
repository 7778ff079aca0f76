import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toContract } from '../../scripts/docs/compare/contract.js';
import { compareNavigation } from '../../scripts/docs/compare/navigation.js';
import { comparePage } from '../../scripts/docs/compare/page.js';
import { isDrift } from '../../scripts/docs/finding.js';
import { readPages } from '../../scripts/docs/read/inputs.js';
import { isIndex } from '../../scripts/docs/read/page.js';
import { type DocsEntry, readDocsMap } from '../../scripts/lib/docs-map.js';
import { type Document, operationsOf } from '../../scripts/lib/document.js';
import { type Example, pageOf, readExamples } from '../../scripts/lib/examples.js';
import { project } from '../../scripts/lib/project.js';
import { renderPage } from './docs/render-page.js';

let document: Document;
let docs: DocsEntry[];
let examples: Example[];
let folder: string;

beforeAll(async () => {
  document = JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8'));
  docs = await readDocsMap();
  examples = await readExamples([]);
  folder = await mkdtemp(join(tmpdir(), 'docs-diff-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The page that shows one of our examples, as the documentation site would render it. */
function rendered(example: Example): string {
  const entry = docs.find((candidate) => candidate.example === pageOf(example.name)) as DocsEntry;
  const found = [...operationsOf(document)].find(({ operation }) => operation.operationId === example.operationId);
  if (!found) throw new Error(`no operation ${example.operationId}`);
  return renderPage({ docs, entry, found, example });
}

async function diff(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = [join(project.root, 'scripts/docs-diff.ts'), ...args];
  return promisify(execFile)(process.execPath, ['--import', 'tsx', ...command], { cwd: project.root }).then(
    (output) => ({ code: 0, ...output }),
    (error) => error as { code: number; stdout: string; stderr: string },
  );
}

describe('the real contract', () => {
  it('has no drift from pages that show its own examples', () => {
    const contract = toContract(document, docs);
    const findings = examples
      .filter(({ name }) => docs.some(({ example }) => example === pageOf(name)))
      .flatMap((example) => {
        const [input] = readPages(example.file, rendered(example));
        if (!input || isIndex(input) || !input.navigation) throw new Error(`${example.file} was not read as a page`);
        return [...comparePage(contract, input).findings, ...compareNavigation(input.source, input.navigation, docs)];
      });
    expect(findings.filter(isDrift)).toEqual([]);
  });
});

describe('npm run docs:diff', () => {
  const exampleWithBody = () => examples.find(({ request, response }) => request.body && response.body) as Example;

  it('finds a renamed field, exit code 1, in text and as JSON', async () => {
    const example = exampleWithBody();
    const [field] = Object.keys(example.request.body as object);
    const file = join(folder, 'renamed.txt');
    await writeFile(file, rendered(example).replaceAll(`"${field}":`, `"${field}_renamed":`));
    const text = await diff(file);
    expect(text.code).toBe(1);
    expect(text.stdout).toContain(`/${field}_renamed: field \`${field}_renamed\` is not in the contract (which has \`${field}\`)`);
    const { findings } = JSON.parse((await diff('--json', file)).stdout);
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'unknown-field', where: 'request example', pointer: `/${field}_renamed` }),
    );
  });

  it('is silent about what has not changed, exit code 0', async () => {
    const file = join(folder, 'same.txt');
    await writeFile(file, rendered(exampleWithBody()));
    expect(await diff(file)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 page, 1 navigation, 3 examples: no drift\n') });
  });

  it('refuses bad input in one line, exit code 2', async () => {
    await writeFile(join(folder, 'cut.txt'), rendered(exampleWithBody()).slice(0, -400));
    expect(await diff(join(folder, 'cut.txt'))).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^.*cut\.txt: the page is cut off.*\n$/),
    });
    expect(await diff()).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Name the pages.*\n$/) });
    expect(await diff('--nonsense')).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Unknown option.*\n$/) });
  });
});
