/** The one hand in which all of `openapi/` is written: Prettier's layout, one form of references, one order of keys. */
import { format } from 'prettier';
import type { FileKind } from './file-kind.js';
import { moveKeys } from './move-keys.js';
import { Source } from './source.js';
import { typeNameOf } from './type-name.js';
import { writeRefs } from './write-refs.js';

/** The types are those of the linter, which takes a while to load. */
async function kindOf(name: string): Promise<FileKind | undefined> {
  if (typeNameOf(name) === undefined) return undefined;
  const { fileKind } = await import('./file-kind.js');
  return fileKind(name);
}

const layOut = async (source: Source): Promise<Source> =>
  source.with(await format(source.text, { parser: 'yaml', printWidth: 160, singleQuote: true, proseWrap: 'always' }));

/**
 * @param name of the file, relative to `openapi/`: it says what the keys mean
 * @throws BadInput when the text is no YAML
 */
export async function formatText(text: string, name: string): Promise<string> {
  const laidOut = await layOut(new Source(`openapi/${name}`, text.replace(/^\uFEFF/, '')));
  const kind = await kindOf(name);
  // References first: one that gets its own line in a map is a member as any other.
  const ordered = kind ? moveKeys(writeRefs(laidOut, kind), kind) : laidOut;
  return (ordered === laidOut ? ordered : await layOut(ordered)).text;
}
