/** `npm start`: the mock as it is built. Plain JavaScript, since a compiler would cost more than the start of the mock. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const command = new URL('../dist/cli.js', import.meta.url);

if (existsSync(command)) {
  process.argv.splice(1, 1, fileURLToPath(command), 'mock');
  await import(command.href);
} else {
  // As after `npm ci --ignore-scripts`.
  console.error('The package is not built yet. Run `npm run build`, then `npm start` again.');
  process.exitCode = 1;
}
