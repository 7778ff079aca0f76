/** Makes `compiled/` where it is missing, and builds the package when the build is older than its sources: the command is tested as it ships. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureCompiled } from '../scripts/generate/compiled.js';

const root = fileURLToPath(new URL('../', import.meta.url));

const newest = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );

export default async function setup(): Promise<void> {
  const said = await ensureCompiled();
  if (said) console.log(said);
  let built = 0;
  try {
    built = statSync(join(root, 'dist/cli.js')).mtimeMs;
  } catch {
    // Not built yet.
  }
  if (built < newest('src') || built < newest('compiled'))
    execFileSync('npx', ['tsx', 'scripts/build.ts', '--no-types'], { cwd: root, stdio: 'inherit' });
}
