/** Writes a version number into the files that carry one, and changes nothing else in them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/** Replaces one scalar of a YAML text, whose other characters stay as they are. */
export function replaceScalar(text: string, path: string[], value: string): string {
  const node = parseDocument(text).getIn(path, true) as { range?: [number, number, number] } | undefined;
  if (!node?.range) throw new Error(`there is no ${path.join('.')}`);
  return `${text.slice(0, node.range[0])}${value}${text.slice(node.range[1])}`;
}

const edit = async (file: string, change: (text: string) => string) => writeFile(file, change(await readFile(file, 'utf8')));

/** @param folder the package's root */
export async function setVersion(folder: string, version: string): Promise<void> {
  const inJson = (change: (content: any) => void) => (text: string) => {
    const content = JSON.parse(text);
    change(content);
    return `${JSON.stringify(content, null, 2)}\n`;
  };
  await edit(
    join(folder, 'package.json'),
    inJson((manifest) => Object.assign(manifest, { version })),
  );
  await edit(
    join(folder, 'package-lock.json'),
    inJson((lock) => {
      lock.version = version;
      lock.packages[''].version = version;
    }),
  );
  await edit(join(folder, 'openapi/openapi.yaml'), (text) => replaceScalar(text, ['info', 'version'], version));
}
