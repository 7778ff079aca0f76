/** Whatever fact of a page changes, either the lines of that fact and its references change, or a sentence says what a person decides. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Applied, applyPages } from '../../../../scripts/docs/apply/apply-pages.js';
import { factsOfPage } from '../../../../scripts/docs/facts/of-page.js';
import { ContractSources } from '../../../../scripts/docs/locate/contract-sources.js';
import { type Lock, lockFile, recordPage } from '../../../../scripts/docs/lock/lock.js';
import { readPages } from '../../../../scripts/docs/read/inputs.js';
import type { DocsPage } from '../../../../scripts/docs/read/page.js';
import type { DocsEntry } from '../../../../scripts/lib/docs-map.js';
import type { Document } from '../../../../scripts/lib/document.js';
import { runs } from '../../../runs.js';
import { generated, markdownOf, modelOf, type PageModel, textOf } from '../contract-pages.js';
import { type FactEdit, factEdits } from '../fact-edits.js';

const sources = new ContractSources();
const docs = sources.value('docs-map.yaml') as DocsEntry[];
const day = '2030-01-02';
let document: Document;

beforeAll(() => {
  document = generated();
});

type Form = 'text' | 'markdown';

const pageOf = (model: PageModel, form: Form): DocsPage =>
  readPages('page', form === 'text' ? textOf(model, docs) : markdownOf(model))[0] as DocsPage;

const apply = (page: DocsPage, lock: Lock, from = sources): Promise<Applied> =>
  applyPages(from, { inputs: [page], failures: [] }, { document, lock, day });

/** Lines that go and come, without those of the lock file. */
function linesOf({ texts }: Applied): string[] {
  return [...texts].flatMap(([file, text]) => {
    if (file === lockFile) return [];
    const [old = [], now = []] = [sources.has(file) ? sources.text(file) : '', text ?? ''].map((one) => one.split('\n'));
    return [...old.filter((line) => !now.includes(line)), ...now.filter((line) => !old.includes(line))];
  });
}

/** What the lines of a fact may have in them: its name, its values, and what is said of where it is known from. */
function wordsOf({ told }: Applied): string[] {
  const texts = told.flatMap(({ change }) => {
    if (!change) return [];
    const { kind, pointer, before, after, to, facts = [] } = change;
    return [
      kind,
      ...[pointer, to ?? ''].flatMap((address) => address.split(/[#/ ]/)),
      before ?? '',
      after ?? '',
      ...facts.flatMap((fact) => [fact.kind, fact.value]),
    ];
  });
  const words = texts.flatMap((text) => text.replace(/^"|"$/g, '').split(/[\s"]+/)).map((word) => word.toLowerCase());
  const always = [
    'fields:',
    'nexconn',
    'type:',
    'schema:',
    'in: ',
    'properties:',
    'headers:',
    'parameters:',
    'required',
    'null',
    '{}',
    '[]',
    'x-docs',
    'deprecated',
    '$ref',
  ];
  return [...words.filter((word) => word.length > 1), ...always];
}

/** One edit of each kind and way, and more if more are asked for. */
function chosen(edits: FactEdit[]): FactEdit[] {
  const counts = new Map<string, number>();
  return edits.filter(({ kind, how }) => {
    const key = `${kind} ${how}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return (counts.get(key) ?? 0) <= runs(1);
  });
}

const example = (name: string) => docs.find((entry) => entry.example === name) as DocsEntry;
const schema = (name: string) => docs.find((entry) => entry.schema === name) as DocsEntry;
const call = { index: 0, type: 'function', id: 'string', function: { name: 'string', arguments: 'string' } };

describe.each<[string, Form, DocsEntry, object?]>([
  ['an endpoint', 'text', example('create-file-upload-task')],
  ['an endpoint', 'markdown', example('create-file-upload-task')],
  ['an endpoint of many pages', 'text', example('gemini-3-1-pro-preview-qfile')],
  ['an endpoint of many pages', 'markdown', example('gemini-3-1-pro-preview-qfile')],
  ['a schema', 'text', schema('ToolCall'), call],
  ['a schema', 'markdown', schema('ToolCall')],
])('a page of %s as %s', (_, form, entry, shown) => {
  test('is followed, fact by fact', async () => {
    const model = { ...modelOf(document, entry), ...(shown && { response: shown as never }) };
    const page = pageOf(model, form);
    const lock = recordPage([], docs, entry, page);
    expect((await apply(page, lock)).told).toEqual([]);
    const edits = chosen(factEdits(model, factsOfPage(page)));
    expect(edits.length).toBeGreaterThan(3);
    for (const { kind, how, pointer, model: changed } of edits) {
      const name = `${kind} ${how} at ${pointer}`;
      const after = pageOf(changed, form);
      // What other branches of a union say still is no change of the page.
      if (JSON.stringify(factsOfPage(after)) === JSON.stringify(factsOfPage(page))) continue;
      const applied = await apply(after, lock);
      expect(applied.told, name).not.toEqual([]);
      const left = applied.told.flatMap(({ outcome }) => ('left' in outcome ? [outcome.left] : []));
      for (const sentence of left) expect(sentence, name).toMatch(/decide|either .* or wait|say (?:to which|what)|describe|add /);
      const words = wordsOf(applied);
      for (const line of linesOf(applied)) {
        if (line.trim() === '') continue;
        expect(
          words.some((word) => line.toLowerCase().includes(word)),
          `${name} changes ${line}`,
        ).toBe(true);
      }
      if (left.length > 0) continue;
      // A page that was followed is followed: it differs in nothing, and nothing changes when it is applied again.
      const next = sources.with(applied.texts);
      const again = await apply(after, recordPage(lock, docs, entry, after), next);
      expect(
        [...again.texts.keys()].filter((file) => file !== lockFile),
        name,
      ).toEqual([]);
    }
  });
});
