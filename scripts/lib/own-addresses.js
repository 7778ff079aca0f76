/** For programs that are compiled into one text: each of their modules finds its files from where it stands. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** @type {import('esbuild').Plugin} */
export const ownAddresses = {
  name: 'own-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](scripts|src)[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};
