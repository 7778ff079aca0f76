/** What the text of a parameter stands for. */
import type { Schema } from '../../contract/openapi.js';

/** A number or a truth value where the schema has one; else the text as it is. */
export function typed(text: string, schema: Schema | undefined): unknown {
  const types: unknown[] = [schema?.type ?? []].flat();
  if (types.includes('string')) return text;
  if ((types.includes('integer') || types.includes('number')) && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
