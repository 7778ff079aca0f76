/** YAML in one line. */
import { parse } from 'yaml';

/** Whether a text is itself as an entry of a list in brackets, without quotes. */
function isPlain(text: string): boolean {
  try {
    const list: unknown[] = parse(`[${text}]`, { logLevel: 'error' });
    return list.length === 1 && list[0] === text;
  } catch {
    return false;
  }
}

/** A text, or a list of texts, that may stand anywhere; quoted where it has to be. */
export function inlineYaml(value: string | readonly string[]): string {
  if (typeof value !== 'string') return `[${value.map(inlineYaml).join(', ')}]`;
  return isPlain(value) ? value : JSON.stringify(value);
}
