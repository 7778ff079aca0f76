/** The bundled description as text. Node only. */
import { readFile } from 'node:fs/promises';
import { installedFile } from '../installed.js';

/** Reads the description that this package ships, from the sources and from the build alike. */
export const readDescription = async (form: 'json' | 'yaml'): Promise<string> => {
  const name = `nexconn-contract/openapi.${form}`;
  let file: string;
  try {
    file = installedFile(name);
  } catch (cause) {
    throw new Error(
      `${name} is not installed where this runs: a bundle that reads it needs the package beside it (an "external" of the bundler)`,
      { cause },
    );
  }
  return readFile(file, 'utf8');
};
