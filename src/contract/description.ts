/** The bundled description as text. Node only. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Reads the description that this package ships, from the sources and from the build alike. */
export const readDescription = (form: 'json' | 'yaml'): Promise<string> =>
  readFile(require.resolve(`nexconn-contract/openapi.${form}`), 'utf8');
