/**
 * Serves the bundle with stock Prism.
 *
 *   npm run mock:prism [-- --port 4020 --host 127.0.0.1 [-- --dynamic and others that Prism has]]
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { hostFlag, portFlag } from '../src/cli/common/arguments.js';
import { explainListenError } from '../src/cli/common/listen.js';
import { listenOnce } from '../src/cli/doctor/reachable.js';
import { withoutCallbacks } from '../src/mock/prism/without-callbacks.js';
import { project } from './lib/project.js';

async function serve(own: string[], { port, host }: { port: number; host: string }, command: Command): Promise<void> {
  const [first = '-'] = own;
  if (!first.startsWith('-')) command.error(`error: there is no place for '${first}'`);
  // Prism says nothing of why it cannot listen.
  const error = await listenOnce(port, host);
  if (error) {
    console.error(explainListenError(error, command));
    process.exit(2);
  }
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-prism-'));
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(withoutCallbacks(await readFile(`${project.generated}openapi.json`, 'utf8'))));

  const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
  const args = [prism, 'mock', file, '--port', `${port}`, '--host', host, ...own];
  // In production mode Prism forks a process of its own for the log.
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development' } });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', async (code) => {
    await rm(folder, { recursive: true, force: true });
    process.exit(code ?? 0);
  });
}

await new Command('npm run mock:prism --')
  .description('Serve the bundle with stock Prism.')
  .addOption(portFlag(4010))
  .addOption(hostFlag())
  .argument('[flags...]', 'flags of `prism mock`, behind another --')
  .showHelpAfterError('For example: npm run mock:prism -- --port 4020')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(serve)
  .parseAsync();
