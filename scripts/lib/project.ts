/** Where things are in this repository. */
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

export const project = {
  root: fileURLToPath(root),
  openapi: fileURLToPath(new URL('openapi/', root)),
  entry: fileURLToPath(new URL('openapi/openapi.yaml', root)),
  examples: fileURLToPath(new URL('openapi/examples/', root)),
  generated: fileURLToPath(new URL('generated/', root)),
};
