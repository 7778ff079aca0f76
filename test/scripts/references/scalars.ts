/** The texts of a YAML file, each of which can be misspelt. */
import { isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Edit } from '../../../scripts/lib/edit-text.js';

export interface Text {
  /** Keys that lead there, its own included where it is a key. */
  path: string[];
  isKey: boolean;
  value: string;
  line: number;
  /** Letters more at its end. */
  slip: Edit;
}

/** The letters that are too many: such as no name has. */
const letters = 'qq';

export function textsOf(text: string): Text[] {
  const lines = new LineCounter();
  const texts: Text[] = [];
  visit(parseDocument(text, { lineCounter: lines, merge: true }), {
    Scalar(key, node, ancestors) {
      if (typeof node.value !== 'string' || !node.value || node.value === '<<' || !node.range) return;
      const [start, end] = node.range;
      // The last line break of a block is not of its text.
      const at = node.type?.startsWith('QUOTE') || text[end - 1] === '\n' ? end - 1 : end;
      const path = ancestors.flatMap((ancestor, index): string[] => {
        const next = ancestors[index + 1] ?? node;
        if (isSeq(ancestor)) return [String(ancestor.items.indexOf(next))];
        return isPair(ancestor) && isScalar(ancestor.key) && next !== ancestor.key ? [String(ancestor.key.value)] : [];
      });
      const isKey = key === 'key';
      texts.push({
        path: isKey ? [...path, node.value] : path,
        isKey,
        value: node.value,
        line: lines.linePos(start).line,
        slip: { start: at, end: at, text: letters },
      });
    },
  });
  return texts;
}
