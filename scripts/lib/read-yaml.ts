/** Reads YAML. A file that has not changed since it was last read is not parsed again. */
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { binaryTag, CORE_SCHEMA, load, mergeTag, omapTag, pairsTag, setTag, YAMLException } from 'js-yaml';
import { ContractError } from './contract-error.js';
import { project } from './project.js';
import { KeptValues } from './yaml/kept-values.js';

const known = new Map<string, { stamp: string; content: unknown }>();

/** As the linter reads it. */
const schema = CORE_SCHEMA.withTags(mergeTag, binaryTag, omapTag, pairsTag, setTag);

/**
 * What a text says, with the values of aliases shared.
 * @param name what to call it in messages
 * @throws ContractError when it is no YAML
 */
export function parseYaml(text: string, name: string): any {
  if (text.trim() === '') return undefined;
  try {
    return load(text, { schema });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    throw new ContractError([`${name}: ${reason}${mark ? ` at line ${mark.line + 1}, column ${mark.column + 1}` : ''}`]);
  }
}

/** Another version may read otherwise. */
const { devDependencies } = JSON.parse(readFileSync(join(project.root, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
const kept = new KeptValues(
  join(project.root, 'node_modules/.cache/nexconn-contract', `yaml-${devDependencies['js-yaml']}-${process.versions.v8}`),
);
process.once('exit', () => kept.keep());

/** The same of a text of the project, which is most likely what it was in the last run. @throws ContractError when it is no YAML */
export const knownYaml = (text: string, name: string): any => kept.of(text, () => parseYaml(text, name));

/**
 * @param path where the file is; @param name what to call it in messages
 * @returns its content, as the linter would read it, which is shared and not to be changed
 * @throws ContractError when it is no YAML
 */
export async function readYaml(path: string, name = path): Promise<any> {
  const { mtimeMs, size } = await stat(path);
  const stamp = `${mtimeMs} ${size}`;
  const before = known.get(path);
  if (before?.stamp === stamp) return before.content;
  const content = knownYaml(await readFile(path, 'utf8'), name);
  known.set(path, { stamp, content });
  return content;
}
