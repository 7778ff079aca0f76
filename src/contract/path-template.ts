/** Path templates, such as `/v1/files/{file_id}`. */

/** The path with its parameters filled in; one without a value is left out. */
export const fillPath = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
