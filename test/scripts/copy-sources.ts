import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../../scripts/lib/project.js';

/** Copies what generation reads, so that it can be edited. */
export async function copySources(from: Project, to: Project): Promise<void> {
  await mkdir(join(to.root, 'scripts'), { recursive: true });
  await Promise.all([
    ...['openapi', 'redocly.yaml', 'redocly.workflows.yaml', '.redocly.lint-ignore.yaml'].map((name) =>
      cp(join(from.root, name), join(to.root, name), { recursive: true }),
    ),
    symlink(join(from.root, 'scripts/lint'), join(to.root, 'scripts/lint')),
  ]);
}
