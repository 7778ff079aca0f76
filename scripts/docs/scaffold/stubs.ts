/** The texts of new files: copies of those of the sibling, in which what only the new page can say is left empty. */
import { createHash } from 'node:crypto';
import { isMap, isScalar, type Node, type Pair, parse, parseDocument, type Scalar, visit, type Document as YamlDocument } from 'yaml';
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

/** Another id of the same form: the second half of its long numbers is another, the first may be a time. */
function otherId(id: string, name: string): string {
  const digits = createHash('sha256').update(`${name} ${id}`).digest();
  let index = 0;
  const other = (digit: string) => String((Number(digit) + 1 + ((digits[index++ % digits.length] ?? 0) % 9)) % 10);
  return id.replace(/\d{4,}/g, (number) => {
    const kept = Math.floor(number.length / 2);
    return number.slice(0, kept) + number.slice(kept).replace(/\d/g, other);
  });
}

/**
 * An example. No two have the same request, so an id in its address is another one, there and wherever the answer repeats it; one that has no
 * digits is left empty.
 * @param parameters of the path that are called otherwise
 */
export function exampleStub(
  copied: string,
  sibling: string,
  rename: (text: string) => string,
  parameters: [from: string, to: string][] = [],
): string {
  const inAddress = parse(copied)?.request?.path as Record<string, unknown> | undefined;
  const ids = Object.values(inAddress ?? {}).filter((id): id is string => typeof id === 'string' && /\d{4}/.test(id));
  const text = ids.reduce((result, id) => result.replaceAll(id, otherId(id, rename(sibling))), rename(copied));
  const document = parseDocument(text);
  const edits = forgetProvenance(text, document);
  const summary = document.get('summary', true) as Node | undefined;
  if (summary) edits.push(replace(text, summary, ''));
  const path = document.getIn(['request', 'path']);
  if (isMap(path)) {
    for (const { key, value } of path.items as Pair<Scalar, Scalar>[]) {
      const named = parameters.find(([from]) => from === key.value);
      if (named) edits.push(replace(text, key, named[1]));
      if (!/\d{4}/.test(String(value?.value))) edits.push(replace(text, value as Node, 'null'));
    }
  }
  return finish(text, edits, sibling);
}
