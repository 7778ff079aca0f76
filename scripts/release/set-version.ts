/** Writes a version number into the files that carry one, and changes nothing else in them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { editText } from '../lib/edit-text.js';

/** Replaces one scalar of a YAML text, whose other characters stay as they are. */
export function replaceScalar(text: string, path: string[], value: string): string {
  const node = parseDocument(text).getIn(path, true) as { range?: [number, number, number] } | undefined;
  if (!node?.range) throw new Error(`there is no ${path.join('.')}`);
  return editText(text, [{ start: node.range[0], end: node.range[1], text: value }]);
}

const edit = async (file: string, change: (text: string) => string) => writeFile(file, change(await readFile(file, 'utf8')));

interface Versioned {
  version: string;
  /** In a lockfile: by folder, the package itself under the empty name. */
  packages?: Record<string, { version: string }>;
}

/** @param folder the package's root */
export async function setVersion(folder: string, version: string): Promise<void> {
  for (const name of ['package.json', 'package-lock.json']) {
    await edit(join(folder, name), (text) => {
      const content = JSON.parse(text) as Versioned;
      content.version = version;
      if (content.packages?.['']) content.packages[''].version = version;
      return `${JSON.stringify(content, null, 2)}\n`;
    });
  }
  await edit(join(folder, 'openapi/openapi.yaml'), (text) => replaceScalar(text, ['info', 'version'], version));
}
