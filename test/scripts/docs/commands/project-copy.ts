/** A copy of the project, whose contract a test may change by the commands of the project. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockText, recordPage } from '../../../../scripts/docs/lock/lock.js';
import { readPages } from '../../../../scripts/docs/read/inputs.js';
import type { DocsPage } from '../../../../scripts/docs/read/page.js';
import { type DocsEntry, readDocsMap } from '../../../../scripts/lib/docs-map.js';
import { project } from '../../../../scripts/lib/project.js';
import { generated, modelOf, type PageModel, textOf } from '../contract-pages.js';

const needed = [
  ...['scripts', 'src', 'openapi', 'generated', 'released', 'vendor', 'docs'],
  ...['redocly.yaml', 'redocly.workflows.yaml', '.redocly.lint-ignore.yaml', 'package.json', 'tsconfig.json'],
  ...['README.md', 'CHANGELOG.md', '.gitignore', '.gitattributes'],
];

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export interface ProjectCopy {
  /** Beside the copy, for pages and whatever else is no part of the project. */
  folder: string;
  root: string;
  docs: DocsEntry[];
  /** The page that the copy has on record. */
  model: PageModel;
  /** Writes the page, changed, and names its file. */
  page(name: string, change?: (model: PageModel) => void): Promise<string>;
  /** Runs a script of the copy. */
  run(script: string, args: string[], options?: { env?: NodeJS.ProcessEnv; input?: string }): Promise<Ran>;
  remove(): Promise<void>;
}

/** @param operation whose page is on record */
export async function copyProject(operation: string): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'docs-commands-'));
  const root = join(folder, 'project');
  await mkdir(root);
  await Promise.all(needed.map((name) => cp(join(project.root, name), join(root, name), { recursive: true })));
  await symlink(join(project.root, 'node_modules'), join(root, 'node_modules'));
  const docs = await readDocsMap();
  const model = modelOf(generated(), docs.find((entry) => entry.operation === operation) as DocsEntry);
  const [page] = readPages('page', textOf(model, docs)) as [DocsPage];
  await writeFile(join(root, 'openapi/docs-lock.yaml'), lockText(recordPage([], docs, model.entry, page)));
  return {
    folder,
    root,
    docs,
    model,
    async page(name, change = () => undefined) {
      const copy = structuredClone(model);
      change(copy);
      const file = join(folder, name);
      await writeFile(file, textOf(copy, docs));
      return file;
    },
    run: (script, args, { env = process.env, input = '' } = {}) =>
      new Promise((resolve) => {
        const child = execFile(
          process.execPath,
          ['--import', 'tsx', script, ...args],
          { cwd: root, env, maxBuffer: 2 ** 26 },
          (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
        );
        child.stdin?.end(input);
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
