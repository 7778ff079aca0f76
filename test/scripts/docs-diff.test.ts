import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

  const noPages: [name: string, content: string | Buffer, says: RegExp][] = [
    [
      'page.html.txt',
      '<!-- saved -->\n<!DOCTYPE html><html><body>Modified at 2026-01-01</body></html>',
      /HTML; give the address of its Markdown/,
    ],
    ['page.pdf.txt', '%PDF-1.7\n', /a PDF, not the text of a page/],
    ['page.docx.txt', Buffer.from('504b030414000600', 'hex'), /an archive or an office document/],
    ['page.bin.txt', Buffer.from([0x61, 0, 0xfe, 0x62]), /binary, not the text of a page/],
    ['page.empty.txt', '\n \n', /the file is empty/],
    ['page.cut.md', '# A\n\n```yaml\nopenapi: 3.1.0\npaths:\n', /cut off inside its OpenAPI block/],
  ];

  it('names each input that is no page, exit code 2 where there is no other', async () => {
    await Promise.all(noPages.map(([name, content]) => writeFile(join(folder, name), content)));
    const { code, stdout, stderr } = await diff(...noPages.map(([name]) => join(folder, name)));
    expect(code).toBe(2);
    expect(stdout).toBe('');
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(noPages.length);
    for (const [index, [name, , says]] of noPages.entries()) {
      expect(lines[index]).toContain(join(folder, name));
      expect(lines[index]).toMatch(says);
    }
  });

  it('does the others where one of 200 is broken, or an address does not answer, exit code 3', async () => {
    const pages = join(folder, 'pages');
    await mkdir(pages);
    const text = rendered(exampleWithBody());
    await Promise.all(Array.from({ length: 199 }, (_, index) => writeFile(join(pages, `${index}.txt`), text)));
    await writeFile(join(pages, 'broken.md'), '# A\n\n```yaml\nopenapi: 3.1.0\n');
    await writeFile(join(pages, 'saved.html'), '<!DOCTYPE html><html></html>');
    const { code, stdout, stderr } = await diff(pages, 'http://127.0.0.1:9/page.md');
    expect(code).toBe(3);
    expect(stderr.trim().split('\n').sort()).toEqual([
      expect.stringMatching(/broken\.md: the page is cut off/),
      expect.stringMatching(/saved\.html: HTML; give the address/),
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:9\/page\.md: /),
    ]);
    expect(stdout).toMatch(/199 pages, .*: no drift/);
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
