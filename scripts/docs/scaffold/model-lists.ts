/** Lists of models in schemas: a new model stands where the one that it is like does. */
import { dirname, join, normalize } from 'node:path';
import { isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import { type Edit, editText } from '../../lib/edit-text.js';
import { inlineYaml } from '../../lib/inline-yaml.js';
import type { ContractFiles } from './contract-files.js';

/** Puts the id behind the other one, in every `enum` that has it alone. */
function withModel(text: string, like: string, id: string): string {
  const edits: Edit[] = [];
  visit(parseDocument(text), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'enum' || !isSeq(value)) return;
      const items = value.items as Node[];
      const at = items.find((item) => isScalar(item) && item.value === like);
      if (!at?.range || items.some((item) => isScalar(item) && item.value === id)) return;
      const [start, end] = at.range;
      const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
      edits.push({ start: end, end, text: value.flow ? `, ${inlineYaml(id)}` : `\n${line}${inlineYaml(id)}` });
    },
  });
  return edits.length > 0 ? editText(text, edits) : text;
}

/** The files that one leads to, by whatever way. */
async function reachedFrom(files: ContractFiles, file: string, reached = new Set<string>()): Promise<Set<string>> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const [, reference = ''] of (await files.read(file)).matchAll(/\$ref: '?(\.[^\s'}]+\.yaml)/g))
    await reachedFrom(files, join(dirname(file), reference), reached);
  return reached;
}

/** @param file of the operation; lists elsewhere are of other pages */
export async function addToLists(files: ContractFiles, file: string, like: string, id: string): Promise<void> {
  if (like === id) return;
  for (const name of await reachedFrom(files, normalize(file))) {
    const text = await files.read(name);
    const added = text.includes(like) ? withModel(text, like, id) : text;
    if (added !== text) await files.edit(name, () => added);
  }
}

/** Whose a model is, where no prefix tells it: what stands before the first number is as good as any until somebody knows. */
export async function addOwner(files: ContractFiles, id: string): Promise<void> {
  const text = await files.read('model-owners.yaml');
  const prefixes = Object.keys((parseDocument(text).toJS() ?? {}) as object);
  const own = /^[a-z]+\/?/i.exec(id)?.[0];
  if (own === undefined || prefixes.some((prefix) => id.startsWith(prefix))) return;
  await files.edit('model-owners.yaml', () => `${text.trimEnd()}\n${inlineYaml(own)}: ${inlineYaml(own.replace('/', ''))}\n`);
}
