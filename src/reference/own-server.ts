/** The description as a mock serves it: its own address comes first, so that tools that try a call send it there, and not to the paid gateway. */

/** Where the servers begin in a description as it is generated; the text of both forms is too long to be parsed for that. */
const beginnings = { json: /^ {2}"servers": \[\n/m, yaml: /^servers:\n/m };

const entries = {
  json: (url: string) => `    { "url": ${JSON.stringify(url)}, "description": "This mock." },\n`,
  yaml: (url: string) => `  - url: ${JSON.stringify(url)}\n    description: This mock.\n`,
};

/** @param url address that the caller used */
export const withOwnServer = (text: string, form: 'json' | 'yaml', url: string): string =>
  text.replace(beginnings[form], (beginning) => beginning + entries[form](url));
