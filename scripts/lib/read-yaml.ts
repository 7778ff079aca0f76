/** Reads YAML files. One that has not changed since it was last read is not parsed again. */
import { readFile, stat } from 'node:fs/promises';
import { ContractError } from './contract-error.js';

const known = new Map<string, { stamp: string; content: unknown }>();

/** What the parser throws. */
interface YamlError extends Error {
  name: 'YAMLException';
  reason: string;
  mark?: { line: number; column: number };
}

const isYamlError = (error: unknown): error is YamlError => error instanceof Error && error.name === 'YAMLException';

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
  const { parseYaml } = await import('@redocly/openapi-core');
  try {
    const content = parseYaml(await readFile(path, 'utf8'));
    known.set(path, { stamp, content });
    return content;
  } catch (error) {
    if (!isYamlError(error)) throw error;
    const { reason, mark } = error;
    throw new ContractError([`${name}: ${reason}${mark ? ` at line ${mark.line + 1}, column ${mark.column + 1}` : ''}`]);
  }
}
