/** Generates the code that depends on the bundle alone, in a thread of its own: the examples are read and checked meanwhile. */
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { ownAddresses } from '../lib/own-addresses.js';
import { project } from '../lib/project.js';
import type { CodeName, Outcome, Task } from './code-worker.js';

type Code = Extract<Outcome, { text: string }>;

/** The thread starts at once, since it loads its compilers as long as the sources are linted; it runs until it is closed. */
export class CodeGenerator {
  readonly #waiting: { resolve: (code: Code) => void; reject: (error: unknown) => void }[] = [];
  readonly #thread = startThread((outcome) => {
    const waiting = this.#waiting.shift();
    if ('error' in outcome) waiting?.reject(outcome.error);
    else waiting?.resolve(outcome);
  });

  /**
   * Generates after all that has been asked for before.
   * @param bundle text of the bundle, as JSON
   */
  async generate(name: CodeName, bundle: string): Promise<Code> {
    const thread = await this.#thread;
    const task: Task = { name, bundle };
    thread.postMessage(task);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  async close(): Promise<void> {
    await (await this.#thread).terminate();
  }
}

/** Compiles the thread's code first: a thread does not know TypeScript, and dependencies load twice as fast without a loader for it. */
async function startThread(onOutcome: (outcome: Outcome) => void): Promise<Worker> {
  const { outputFiles } = await build({
    absWorkingDir: project.root,
    entryPoints: ['scripts/generate/code-worker.ts'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    banner: { js: `require = require('node:module').createRequire(${JSON.stringify(import.meta.url)});` },
    write: false,
    plugins: [ownAddresses],
  });
  return new Worker(outputFiles[0]?.text ?? '', { eval: true }).on('message', onOutcome);
}
