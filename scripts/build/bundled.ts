/**
 * Packages that are built into ours, each as one module. What has dozens of files takes longer to find and read than to run, and a command
 * has to wait for it at each start.
 */
import { cp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** The package that reads YAML: 70 files, half of what a start with scenarios took. */
export const bundledPackages = ['yaml'];

const { resolve } = createRequire(import.meta.url);

const folderOf = (name: string): string => dirname(resolve(`${name}/package.json`));

/** What is imported by these names is one module each, minified; without it, all packages are external. */
export const bundled = (names: readonly string[] = bundledPackages): Plugin => ({
  name: 'bundled',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${names.join('|')})$`) }, ({ path }) => ({ path, namespace: 'bundled' }));
    onLoad({ filter: /./, namespace: 'bundled' }, async ({ path }) => {
      const { outputFiles } = await build({
        stdin: { contents: `export * from ${JSON.stringify(path)}`, resolveDir: folderOf(path) },
        bundle: true,
        minify: true,
        format: 'esm',
        // The package's ES modules. Those for Node.js are CommonJS, of which nothing can be left out.
        conditions: ['import', 'default'],
        platform: 'neutral',
        mainFields: ['module', 'main'],
        target: 'node20.19',
        write: false,
      });
      return { contents: outputFiles[0]?.text };
    });
  },
});

/** A package that is a part of ours. */
export interface BuiltIn {
  name: string;
  version: string;
  license: string;
}

/** What the bill of materials has to say of them: whoever installs ours does not see them. */
export const builtIn = (names: readonly string[] = bundledPackages): Promise<BuiltIn[]> =>
  Promise.all(
    names.map(async (name) => {
      const { version, license } = JSON.parse(await readFile(join(folderOf(name), 'package.json'), 'utf8')) as BuiltIn;
      return { name, version, license };
    }),
  );

/** Their licences ask to be where they are. */
export async function copyLicences(to: string, names: readonly string[] = bundledPackages): Promise<void> {
  for (const name of names) await cp(join(folderOf(name), 'LICENSE'), join(to, `${name}.txt`));
}
