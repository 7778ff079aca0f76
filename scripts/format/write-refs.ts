/** Writes each reference in the one form, and an object that is nothing else in the one style: `{ $ref: ./Name.yaml }`. */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { type Edit, editText } from '../lib/edit-text.js';
import { inlineYaml } from '../lib/inline-yaml.js';
import { childType, type NodeType } from '../lib/node-types.js';
import { refForm } from '../lint/lib/ref-form.js';
import type { FileKind } from './file-kind.js';
import { keyText, type Source } from './source.js';

const edit = (from: Node, to: Node, text: string): Edit => ({ start: from.range?.[0] ?? 0, end: to.range?.[1] ?? 0, text });

function* edits(node: unknown, value: any, type: NodeType | undefined): Generator<Edit> {
  if (!type) return;
  if (isSeq(node))
    for (const [index, entry] of node.items.entries()) yield* edits(entry, value[index], childType(type, index, value[index]));
  if (!isMap<Node, Node | null>(node)) return;
  for (const { key, value: member } of node.items) {
    const name = keyText(key);
    const isRef = type.name === 'DiscriminatorMapping' || name === '$ref';
    if (!isRef || !isScalar(member) || typeof member.value !== 'string') {
      yield* edits(member, value[name], childType(type, name, value[name]));
      continue;
    }
    const ref = refForm(member.value);
    const text = inlineYaml(ref);
    const isNeedlesslyQuoted = text === ref && member.type !== 'PLAIN';
    if (name === '$ref' && node.items.length === 1 && !node.flow) yield edit(key, member, `{ $ref: ${text} }`);
    else if (ref !== member.value || isNeedlesslyQuoted) yield edit(member, member, text);
  }
}

export const writeRefs = (source: Source, { type }: FileKind): Source =>
  source.with(editText(source.text, [...edits(source.contents, source.value, type)]));
