/** Reads YAML files. One that has not changed since it was last read is not parsed again. */
import { readFile, stat } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';
import { ContractError } from './contract-error.js';

const known = new Map<string, { stamp: string; content: unknown }>();

/**
 * @param path where the file is; @param name what to call it in messages
 * @returns its content, which is shared and not to be changed
 * @throws ContractError when it is no YAML
 */
export async function readYaml(path: string, name = path): Promise<any> {
  const { mtimeMs, size } = await stat(path);
  const stamp = `${mtimeMs} ${size}`;
  const before = known.get(path);
  if (before?.stamp === stamp) return before.content;
  try {
    const content = parse(await readFile(path, 'utf8'), { merge: true });
    known.set(path, { stamp, content });
    return content;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new ContractError([`${name}: ${error.message.split(':\n', 1)[0]}`]);
  }
}
