/** The texts of new files: copies of those of the sibling, in which what only the new page can say is left empty. */
import { isMap, isScalar, parseDocument, visit, type Document as YamlDocument } from 'yaml';

const layout = { lineWidth: 120, flowCollectionPadding: true } as const;

/** Empties every `x-docs`: without a provenance no check passes. */
function forgetProvenance(document: YamlDocument): void {
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key) || pair.key.value !== 'x-docs') return undefined;
      pair.value = document.createNode({ provenance: null });
      return visit.SKIP;
    },
  });
}

const finish = (document: YamlDocument, sibling: string): string => {
  document.commentBefore = ` Copied from ${sibling}: compare every line with the page, then say where it is known from.`;
  return document.toString({ ...layout, nullStr: '' });
};

/** @param rename puts the new names in the place of the sibling's */
export function stubOf(text: string, sibling: string, rename: (text: string) => string): string {
  const document = parseDocument(rename(text));
  forgetProvenance(document);
  return finish(document, sibling);
}

/** An example, with the addresses in its request left empty: no two examples have the same request. */
export function exampleStub(text: string, sibling: string, rename: (text: string) => string): string {
  const document = parseDocument(rename(text));
  forgetProvenance(document);
  document.set('summary', null);
  const path = document.getIn(['request', 'path']);
  if (isMap(path)) for (const pair of path.items) pair.value = null;
  return finish(document, sibling);
}
