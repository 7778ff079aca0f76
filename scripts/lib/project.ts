/** Where things are in a project. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectAt = (root: string) => ({
  root,
  openapi: join(root, 'openapi/'),
  entry: join(root, 'openapi/openapi.yaml'),
  examples: join(root, 'openapi/examples/'),
  generated: join(root, 'generated/'),
  compiled: join(root, 'compiled/'),
});

export type Project = ReturnType<typeof projectAt>;

/** This repository. */
export const project = projectAt(fileURLToPath(new URL('../../', import.meta.url)));
