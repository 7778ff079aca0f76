/** The page is built, asks a browser for nothing that only Node has, and loads what the examples say later, in parts. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import openapi from 'nexconn-contract/openapi.json' with { type: 'json' };

const files = (await readdir('dist/assets')).filter((name) => name.endsWith('.js'));
assert.ok(files.length > 0, 'vite has built no script');
const codes = new Map(await Promise.all(files.map(async (name) => [name, await readFile(`dist/assets/${name}`, 'utf8')])));
for (const [name, code] of codes) assert.doesNotMatch(code, /from\s*["'](node:|fs|module)|__vite-browser-external/, name);

/** The words of documented answers, long enough to be nothing else. */
const answers = Object.values(openapi.paths)
  .flatMap((path) => Object.values(path))
  .flatMap(({ responses = {} }) => Object.entries(responses).filter(([status]) => status.startsWith('2')))
  .flatMap(([, { content = {} }]) => Object.values(content).map(({ examples }) => JSON.stringify(examples ?? {})));
const words = answers.join().match(/(?<=")[\w ,.]{60,}(?=")/g) ?? [];
assert.ok(words.length > 0, 'the description has no example with a text');
const says = (code) => words.filter((text) => code.includes(text));

const isPart = (name) => name.includes('-examples');
const parts = files.filter(isPart);
assert.ok(parts.length > 1, `the examples are in one piece: ${files}`);
assert.ok(
  parts.some((name) => says(codes.get(name)).length > 0),
  'no part says anything',
);
for (const [name, code] of codes) if (!isPart(name)) assert.deepEqual(says(code), [], name);

const html = await readFile('dist/index.html', 'utf8');
assert.deepEqual(
  parts.filter((name) => html.includes(name)),
  [],
  'the page loads parts before they are needed',
);
