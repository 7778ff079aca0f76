/** The page is built, and asks a browser for nothing that only Node has. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';

const files = (await readdir('dist/assets')).filter((name) => name.endsWith('.js'));
assert.ok(files.length > 0, 'vite has built no script');
for (const name of files) {
  const code = await readFile(`dist/assets/${name}`, 'utf8');
  assert.doesNotMatch(code, /from\s*["'](node:|fs|module)|__vite-browser-external/, name);
}
