/** Pages as they reach a disk: saved by a browser, copied from a chat, through a clipboard. Each is read whole, or refused with what to do. */
import { describe, expect, test } from 'vitest';
import { type Fact, factLine } from '../../scripts/docs/facts/fact.js';
import { factsOfPage } from '../../scripts/docs/facts/of-page.js';
import { readPages } from '../../scripts/docs/read/inputs.js';
import { type DocsPage, isIndex } from '../../scripts/docs/read/page.js';
import { findingsOf, pageText, toys } from '../scripts/docs/toy-contract.js';

const markdown = pageText('make-a-toy.md');
const text = pageText('make-a-toy.txt');
const block = /```yaml\n([\s\S]*?)```/.exec(markdown)?.[1] as string;

const pages = (copy: string): DocsPage[] =>
  readPages('page', copy).map((page) => {
    if (isIndex(page)) throw new Error('an index');
    return page;
  });
const factsOf = (copy: string): string[] => pages(copy).flatMap((page) => factsOfPage(page).map((fact: Fact) => factLine(fact)));
const findings = (copy: string) => findingsOf(toys, 'page', copy);
const indented = (lines: string, by: string) => lines.replace(/^(?=.)/gm, by);
const fenced = (opening: string, closing: string, inner = block) => `# Make a toy\n\n${opening}\n${inner}${closing}\n`;

describe('the block of a description', () => {
  test.each([
    ['has no language', fenced('```', '```')],
    ['has another one', fenced('```openapi', '```')],
    ['is of the kind with comments', fenced('```jsonc', '```')],
    ['has attributes', fenced('``` {.yaml .numberLines}', '```')],
    ['is in a list', `# Make a toy\n\n1. The description:\n\n${indented(`\`\`\`yaml\n${block}\`\`\``, '   ')}\n`],
    ['is in a fold', fenced('<details>\n<summary>OpenAPI</summary>\n\n```yaml', '```\n</details>')],
    ['follows a call', fenced('```bash\nls\n```\n\n```yaml', '```')],
    [
      'has a block in a text of its own',
      markdown.replace("description: ''\n", 'description: |\n        ```json\n        {}\n        ```\n'),
    ],
  ])('that %s is read', (_, copy) => {
    expect(factsOf(copy)).toEqual(factsOf(markdown));
  });

  test.each([
    ['lost its marks', fenced('yaml\nCopy code', '')],
    ['is quoted', `# Make a toy\n\n${indented(`\`\`\`yaml\n${block}\`\`\``, '> ')}\n`],
  ])('that %s is refused', (_, copy) => {
    expect(() => pages(copy)).toThrow('page: its OpenAPI description stands in no block of code; save the Markdown as the site gives it');
  });

  test('that is missing is no change of the page', () => {
    expect(() => findings('# Make a toy\n\nSay what you want.\n')).toThrow(
      'page: its Markdown has no OpenAPI description, and the page has one; save the Markdown as the site gives it',
    );
    expect(() => findings('# Toy\n\nA toy.\n')).toThrow('page: its Markdown has no OpenAPI description');
    expect(findings('# Welcome\n\nSay hello.\n').map(({ kind }) => kind)).not.toContain('page-unknown');
  });

  test('that repeats itself without end is refused in time', () => {
    const bomb = ['a: &a0 [x, x]', ...Array.from({ length: 40 }, (_, at) => `b${at}: &a${at + 1} [*a${at}, *a${at}]`)].join('\n');
    expect(() => pages(fenced('```yaml', '```', `openapi: 3.1.0\n${bomb}\npaths: { /v1/toys: { post: {} } }\n`))).toThrow(
      'page: the OpenAPI block is broken: its aliases make it larger than any page',
    );
  });

  test.each([
    [
      'a reference to itself',
      '{ $ref: "#/components/schemas/A" }',
      'A: { $ref: "#/components/schemas/B" }',
      '`#/components/schemas/A` refers to itself',
    ],
    ['a reference to another file', '{ $ref: "./toys.yaml#/Toy" }', 'A: {}', '`./toys.yaml#/Toy` is not in it'],
  ])('with %s is refused', (_, schema, more, message) => {
    const copy = fenced(
      '```yaml',
      '```',
      `openapi: 3.1.0\npaths: { /v1/toys: { post: { requestBody: { content: { application/json: { schema: ${schema} } } } } } }\ncomponents: { schemas: { ${more}, B: { $ref: "#/components/schemas/A" } } }\n`,
    );
    expect(() => pages(copy)).toThrow(`page: the OpenAPI block is broken: ${message}`);
  });

  test('whose path is described elsewhere in it is read', () => {
    const own = (path: string, more = '') => fenced('```yaml', '```', `openapi: 3.1.0\npaths: { /v1/toys: ${path} }\n${more}`);
    const item = "{ post: { responses: { '201': {} } } }";
    expect(factsOf(own("{ $ref: '#/components/pathItems/Toys' }", `components: { pathItems: { Toys: ${item} } }\n`))).toEqual(
      factsOf(own(item)),
    );
  });
});

test.each([
  ['has no title', markdown.replace(/^# .*\n/, '')],
  ['has a smaller one', markdown.replace(/^# /, '## ')],
  ['has it underlined', markdown.replace(/^# (.*)\n/, '$1\n===\n')],
  ['has it in its head', `---\ntitle: Make a toy\n---\n\n${markdown.replace(/^# .*\n/, '')}`],
  ['is the block alone', block],
  ['comes with an answer around it', `Here it is:\n\n\`\`\`\`markdown\n${markdown}\n\`\`\`\`\n`],
])('Markdown that %s is refused, and why', (_, copy) => {
  expect(() => pages(copy)).toThrow(/^page: .*(?:begin with the title|an OpenAPI document)/);
});

test('Markdown that is indented is read', () => {
  expect(pages(indented(markdown, '  '))[0]).toMatchObject({ title: 'Make a toy', folder: 'Toys/bear' });
  expect(factsOf(indented(markdown, '  '))).toEqual(factsOf(markdown));
});

describe('what a browser saves', () => {
  const dated = 'Modified at 2026-02-01 08:00:00';
  test.each([
    ['a page', `<!DOCTYPE html>\n<html><body>${dated}</body></html>`],
    ['one that begins with a link', `<a href="#main">Skip</a>\n<main>${dated}</main>`],
    ['one that begins with its navigation', `<nav>…</nav>\n${text}`],
    ['one that begins with an element of its own', `<toy-app data-x='{"a":1}'>\n${text}</toy-app>`],
    [
      'one with the words of who saved it before it',
      `Page saved with SingleFile\nurl: https://toys.example\n<!DOCTYPE html>\n<html>\n${text}</html>`,
    ],
    ['one with its data', `<script id="__DATA__">{"openapi":"3.1.0"}</script>\n${text}`],
    ['a table', `<table>\n<tr><td>${dated}</td></tr></table>`],
    ['one with a title in Markdown', `# Make a toy\n\n<html><body>${dated}</body></html>`],
  ])('%s is HTML', (_, copy) => {
    expect(() => pages(copy)).toThrow('page: HTML; give the address of its Markdown form');
  });

  test('a page in one file is a web archive', () => {
    const saved = `From: <Saved by Blink>\nSnapshot-Content-Location: https://toys.example\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n${text}`;
    expect(() => pages(saved)).toThrow('page: a web archive; give the address of its Markdown form');
  });

  test('a table in Markdown is none', () => {
    expect(factsOf('# Welcome\n\n<table>\n<tr><td>402 Payment Required</td></tr>\n</table>\n')).toEqual(['status\ttext\t402']);
  });
});

test('statuses whose marks were lost on the way are read', () => {
  expect(factsOf(text.replace(/🟢|🟠/gu, ''))).toEqual(factsOf(text));
});

test.each([
  ['doubled', (copy: string) => copy.replace(/\n/g, '\n\n')],
  ['with blanks in them', (copy: string) => copy.replace(/\n/g, '\n \t\n')],
  ['taken out', (copy: string) => copy.replace(/\n\s*\n/g, '\n')],
])('text whose empty lines are %s is read as it is', (_, edit) => {
  const [as, is] = [pages(text)[0], pages(edit(text))[0]];
  expect(is).toEqual(as);
  expect(is).toMatchObject({ title: 'Make a toy', folder: 'bear', method: 'POST', path: '/v1/toys' });
});

describe('a page at the address of another one', () => {
  const address = 'https://docs.example/10000001e0.md';
  const listing = markdown.replace('# Make a toy', '# List of all toys').replace('    post:', '    get:');
  test('is refused, and both are named', () => {
    expect(() => findingsOf(toys, address, listing)).toThrow(
      `${address}: the address is that of "Toys / bear / Make a toy", and what stands there is "List of all toys (GET /v1/toys)"; write into openapi/docs-map.yaml which address each has, or wait until the site is right again`,
    );
  });

  test('is read where it is of that operation, by whatever title', () => {
    expect(findingsOf(toys, address, markdown.replace('# Make a toy', '# Build a toy'))).not.toContainEqual(
      expect.objectContaining({ kind: 'page-unknown' }),
    );
  });

  test('of a guide, or of a schema, is refused by the title that another one has', () => {
    const docs = toys.docs.map((entry) =>
      entry.kind === 'endpoint' ? entry : { ...entry, page: `https://docs.example/1000000${entry.path.length}m0` },
    );
    expect(() => findingsOf({ ...toys, docs }, 'https://docs.example/10000001m0.md', '# Toy\n\nA toy.\n')).toThrow(
      'https://docs.example/10000001m0.md: the address is that of "Welcome", and what stands there is "Schemas / Toys / Toy";',
    );
    expect(
      findingsOf({ ...toys, docs }, 'https://docs.example/10000001m0.md', '# Welcome, all\n\nSay hello.\n').map(({ kind }) => kind),
    ).not.toContain('page-unknown');
  });
});
