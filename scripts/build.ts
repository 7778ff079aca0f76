/**
 * Builds `dist/`: modules with their source maps, and type declarations; both again in `dist/cjs/`, for `require`.
 *
 *   npm run build
 *   --no-types    modules only: nothing that runs needs the declarations
 */
import { execFile } from 'node:child_process';
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Metafile, transform } from 'esbuild';
import { bundled, copyLicences } from './build/bundled.js';
import { reachable, writeCommonJs } from './build/commonjs.js';
import { copyDeclarations, keepDeclarations, neededDeclarations } from './build/declarations.js';
import { keepSources, type SourceMap, withoutMap } from './build/source-map.js';
import { ensureCompiled } from './generate/compiled.js';
import { flagsOf } from './lib/bad-input.js';
import { project } from './lib/project.js';

const entryPoints = {
  client: 'src/client/index.ts',
  types: 'src/types.ts',
  mock: 'src/upstream/index.ts',
  'mock-browser': 'src/upstream/browser.ts',
  msw: 'src/msw/index.ts',
  testing: 'src/testing/index.ts',
  'testing-jest': 'src/testing/jest.ts',
};

/** What nothing requires: vitest is an ES module only, and a command is run. */
const neverRequired = {
  'testing-vitest': 'src/testing/vitest.ts',
  cli: 'src/cli/main.ts',
};

const dist = join(project.root, 'dist');
const commonJs = join(dist, 'cjs');

/** Sources that nobody writes: generated ones, and packages that are built in. */
const isNotWritten = /(^|\/)(compiled|generated)\/|^bundled:/;

async function buildModules(): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: project.root,
    entryPoints: { ...entryPoints, ...neverRequired },
    metafile: true,
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Dependencies are loaded from node_modules, so that those of the mock are only loaded with it.
    packages: 'external',
    plugins: [bundled()],
    chunkNames: 'shared/[name]-[hash]',
    legalComments: 'none',
    // The package has the sources.
    sourcemap: 'linked',
    sourcesContent: false,
  });
  // Maps of what is generated would be several times as large as all others, and nobody debugs it.
  await edit(dist, '.js.map', (text) => JSON.stringify(keepSources(JSON.parse(text) as SourceMap, (source) => !isNotWritten.test(source))));
  const minified = await minifyGenerated(metafile.outputs);
  await chmod(join(dist, 'cli.js'), 0o755);
  await copyLicences(join(dist, 'licences'));
  const required = reachable(
    metafile.outputs,
    Object.keys(entryPoints).map((name) => `dist/${name}.js`),
  );
  await writeCommonJs(
    project.root,
    dist,
    commonJs,
    required.map((path) => join(project.root, path)),
    minified,
  );
}

/**
 * Modules that nobody reads are loaded sooner, and a sixth smaller when packed, without what makes them readable.
 * @returns their paths
 */
async function minifyGenerated(outputs: Metafile['outputs']): Promise<ReadonlySet<string>> {
  const minified = new Set<string>();
  for (const [path, { inputs }] of Object.entries(outputs)) {
    const sources = Object.keys(inputs);
    if (sources.length === 0 || !sources.every((source) => isNotWritten.test(source))) continue;
    const { code } = await transform(await readFile(join(project.root, path), 'utf8'), {
      minify: true,
      format: 'esm',
      legalComments: 'none',
    });
    const module = join(project.root, path);
    await writeFile(module, code);
    await rm(`${module}.map`);
    minified.add(module);
  }
  return minified;
}

async function buildTypes(): Promise<void> {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  await new Promise<void>((resolve, reject) =>
    execFile(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: project.root }, (error, stdout) =>
      error ? reject(new Error(stdout || error.message)) : resolve(),
    ),
  );
  const folder = join(dist, 'types');
  const declarations = (entries: object) => Object.values(entries).map((path: string) => join(folder, path.replace(/\.ts$/, '.d.ts')));
  const { cli: _, ...imported } = { ...entryPoints, ...neverRequired };
  await keepDeclarations(folder, await neededDeclarations(declarations(imported)));
  // The package does not have what the maps of these lead to.
  const generated = join(folder, 'generated');
  await edit(generated, '.d.ts', withoutMap);
  for (const name of await readdir(generated)) if (name.endsWith('.map')) await rm(join(generated, name));
  await copyDeclarations(folder, join(commonJs, 'types'), await neededDeclarations(declarations(entryPoints)));
}

/** Changes the text of each file below a folder whose name ends so. */
async function edit(folder: string, ending: string, change: (text: string) => string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith(ending)) continue;
    const path = join(folder, name);
    await writeFile(path, change(await readFile(path, 'utf8')));
  }
}

const { 'no-types': isWithoutTypes } = flagsOf('no-types');
const said = await ensureCompiled();
if (said) console.log(said);
await rm(dist, { recursive: true, force: true });
try {
  await Promise.all([buildModules(), isWithoutTypes ? undefined : buildTypes()]);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
