/**
 * Lets a copy of the project grow, as whoever adds to the contract does: new YAML files, a few entries in those that are there, and tests
 * of what is new. The exercises stand in `test/fixtures/growth`, one folder each.
 */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, type Node, parse, parseDocument } from 'yaml';
import { addEntry, addMember } from '../docs/scaffold/yaml-text.js';
import { editText } from '../lib/edit-text.js';
import { type Project, project, projectAt } from '../lib/project.js';
import { copyPackage, npm } from '../release/package-copy.js';

const fixtures = join(project.root, 'test/fixtures/growth');

/** An entry of `additions.yaml`. */
interface Addition {
  /** Relative to `openapi/`. */
  file: string;
  /** Path of the list or map that is added to; absent: the outermost one. */
  to?: string[];
  /** Member or entry that comes before; absent: the last one. */
  after?: string;
  add: string;
}

/** Names of the exercises. */
export const exercises = async (): Promise<string[]> => (await readdir(fixtures)).sort();

/** Adds what an exercise has, or all of them have, to a copy of the project. */
export async function grow({ root, openapi }: Pick<Project, 'root' | 'openapi'>, names?: readonly string[]): Promise<void> {
  for (const name of names ?? (await exercises())) {
    const folder = join(fixtures, name);
    for (const part of ['openapi', 'test']) {
      await cp(join(folder, part), join(root, part), { recursive: true, errorOnExist: true, force: false });
    }
    for (const addition of parse(await readFile(join(folder, 'additions.yaml'), 'utf8')) as Addition[]) {
      const file = join(openapi, addition.file);
      await writeFile(file, added(await readFile(file, 'utf8'), addition));
    }
  }
}

/**
 * A copy of this project that has grown by all exercises, with all that is generated.
 * @returns its folder, which the caller removes
 */
export async function growCopy(): Promise<string> {
  const folder = await copyPackage(project.root);
  await grow(projectAt(`${folder}/`));
  await npm(folder, 'run', 'format');
  await npm(folder, 'run', 'generate');
  return folder;
}

/** The text of a file with the addition, all else as it is. */
function added(text: string, { file, to = [], after, add }: Addition): string {
  const document = parseDocument(text);
  const node = to.length === 0 ? document.contents : (document.getIn(to, true) as Node | undefined);
  if (isMap(node)) {
    const last = node.items.at(-1)?.key;
    return addMember(text, to, after ?? String(isScalar(last) ? last.value : last), add);
  }
  if (!isSeq(node)) throw new Error(`${file} has no list or map ${to.join('.')}`);
  const index = after === undefined ? node.items.length - 1 : node.items.findIndex((item) => isScalar(item) && item.value === after);
  const item = node.items[index] as Node | undefined;
  if (!item?.range) throw new Error(`${file}: ${to.join('.')} has no ${after}`);
  return node.flow ? editText(text, [{ start: item.range[1], end: item.range[1], text: `, ${add}` }]) : addEntry(text, to, index, add);
}
