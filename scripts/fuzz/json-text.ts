/** JSON that no serializer writes: numbers beyond range, names that stand twice, nesting without end. */

/** Text that stands in JSON as it is. */
export class RawJson {
  constructor(readonly text: string) {}
}

/** The text of a value in which raw texts may stand. */
export function jsonText(value: unknown): string {
  if (value instanceof RawJson) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${jsonText(member)}`)}}`;
}
