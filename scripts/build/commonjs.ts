/**
 * The modules once more, for `require`, which is how jest loads them by default. They are turned one by one, so that what several entries share
 * stays one file that is loaded once: of what is bundled as CommonJS, each entry would have its own.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type Metafile, transform } from 'esbuild';
import { withoutMap } from './source-map.js';

/** @returns the outputs that these need, themselves among them */
export function reachable(outputs: Metafile['outputs'], entries: readonly string[]): string[] {
  const found = new Set(entries);
  for (const path of found) for (const needed of outputs[path]?.imports ?? []) if (!needed.external) found.add(needed.path);
  return [...found];
}

/**
 * Turns the text of a module into CommonJS.
 * @param root way from its folder to that of the package
 * @param minify whether nobody reads it
 */
export async function toCommonJs(text: string, root: string, minify = false): Promise<string> {
  const { code } = await transform(text, {
    minify,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    legalComments: 'none',
    // `import()` fails in jest, unless Node.js is started with a flag; all that is loaded so can be required.
    supported: { 'dynamic-import': false },
    // All that it is used for is to find what the package ships, by the name of the package, which is not known below another package.json.
    define: { 'import.meta.url': 'packageFile' },
    ...(text.includes('import.meta.url') && {
      banner: `"use strict";\nconst packageFile = require("node:path").join(__dirname, ${JSON.stringify(root)}, "package.json");`,
    }),
  });
  return withoutMap(code);
}

/**
 * @param root folder of the package
 * @param from folder of the modules
 * @param to folder of what they become
 * @param paths of the modules, absolute
 * @param minified those of them that nobody reads
 */
export async function writeCommonJs(
  root: string,
  from: string,
  to: string,
  paths: readonly string[],
  minified: ReadonlySet<string> = new Set(),
): Promise<void> {
  await Promise.all(
    paths.map(async (path) => {
      const target = join(to, relative(from, path));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, await toCommonJs(await readFile(path, 'utf8'), relative(dirname(target), root), minified.has(path)));
    }),
  );
  await writeFile(join(to, 'package.json'), '{ "type": "commonjs" }\n');
}
