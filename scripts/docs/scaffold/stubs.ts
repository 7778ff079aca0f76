/** The texts of new files: copies of those of the sibling, in which what only the new page can say is left empty. */
import { isMap, isScalar, type Node, type Pair, parseDocument, visit, type Document as YamlDocument } from 'yaml';
import { type Edit, editText } from '../../lib/edit-text.js';

/** Puts something else in the place of a value; a line break after it stays. */
function replace(text: string, value: Node, by: string): Edit {
  const [start, end] = value.range ?? [0, 0];
  return { start, end: text[end - 1] === '\n' ? end - 1 : end, text: by };
}

/** Empties every `x-docs`: without a provenance no check passes. */
function forgetProvenance(text: string, document: YamlDocument): Edit[] {
  const edits: Edit[] = [];
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key) || pair.key.value !== 'x-docs' || !isMap(pair.value)) return undefined;
      edits.push(replace(text, pair.value, pair.value.flow ? '{ provenance: null }' : 'provenance:'));
      return visit.SKIP;
    },
  });
  return edits;
}

const finish = (text: string, edits: Edit[], sibling: string): string =>
  `# Copied from ${sibling}: compare every line with the page, then say where it is known from.\n${editText(text, edits)}`;

/** @param rename puts the new names in the place of the sibling's */
export function stubOf(copied: string, sibling: string, rename: (text: string) => string): string {
  const text = rename(copied);
  return finish(text, forgetProvenance(text, parseDocument(text)), sibling);
}

/** An example, with the addresses in its request left empty: no two examples have the same request. */
export function exampleStub(copied: string, sibling: string, rename: (text: string) => string): string {
  const text = rename(copied);
  const document = parseDocument(text);
  const edits = forgetProvenance(text, document);
  const summary = document.get('summary', true) as Node | undefined;
  if (summary) edits.push(replace(text, summary, ''));
  const path = document.getIn(['request', 'path']);
  if (isMap(path)) for (const { value } of path.items as Pair<Node, Node>[]) edits.push(replace(text, value as Node, 'null'));
  return finish(text, edits, sibling);
}
