/** The bundled description as text. Node only. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownFolder } from '../installed.js';

/** Reads the description that this package ships, from the sources and from the build alike. */
export const readDescription = async (form: 'json' | 'yaml'): Promise<string> =>
  readFile(join(ownFolder(), 'generated', `openapi.${form}`), 'utf8');
