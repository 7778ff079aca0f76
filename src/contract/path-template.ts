/** Path templates, such as `/v1/files/{file_id}`. */

/** A text as it stands in a path. Half of a character, which cannot, counts as U+FFFD there, as everywhere in an address. */
export const pathPart = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** The path with its parameters filled in; one without a value is left out. */
export const fillPath = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{([^}]+)\}/g, (_, name: string) => pathPart(values[name] ?? ''));
