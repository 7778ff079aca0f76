/**
 * Leaves formats that nothing asks for out of validators: ajv-formats has them all in one object of a CommonJS module, of which a bundler
 * can leave out nothing. As an ES module with only the members that are asked for, it loses what these do not use, too.
 */

/** How the code of Ajv names a format. */
const reference = /\brequire\("ajv-formats\/dist\/formats"\)\.fullFormats(?:\.(\w+)|\["([\w-]+)"\])/g;
const all = /^exports\.fullFormats = \{\n(.*?)^\};$/ms;
const member = /^ {4}(?:"([\w-]+)"|(\w+))(?=[:,]).*\n/gm;
const otherExports = /^(?:Object\.defineProperty\(exports|exports\.(?!fullFormats\b)).*?;$/gms;

/** @returns the code with formats imported, and the names of these formats */
export function importFormats(code: string): { code: string; names: string[] } {
  const names = Array.from(code.matchAll(reference), ([, plain, quoted]) => (plain ?? quoted) as string);
  const imported = code.replace(reference, (_, plain?: string, quoted?: string) => `fullFormats["${plain ?? quoted}"]`);
  return { code: names.length > 0 ? `import { fullFormats } from 'ajv-formats/dist/formats';\n${imported}` : code, names };
}

/**
 * @param code of `ajv-formats/dist/formats.js`
 * @throws Error when it does not have the formats as this version does
 */
export function formatsModule(code: string, names: ReadonlySet<string>): string {
  const found = new Set<string>();
  const kept = code.replace(otherExports, '').replace(all, (_, members: string) => {
    const used = members.replace(member, (line, quoted?: string, plain?: string) => {
      const name = (quoted ?? plain) as string;
      if (!names.has(name)) return '';
      found.add(name);
      return line;
    });
    return `export const fullFormats = {\n${used}};`;
  });
  const missing = [...names].filter((name) => !found.has(name));
  if (missing.length > 0 || /\bexports\b/.test(kept)) throw new Error(`Unexpected code of ajv-formats; not found: ${missing.join(', ')}`);
  return kept;
}
