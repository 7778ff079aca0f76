/** Runs the blocks of a page as somebody does who copies them: in their order, in one folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { escapePattern } from '../../src/contract/escape-pattern.js';
import { freePort } from '../lib/net/free-port.js';
import type { Block } from './blocks.js';

/** How each language is run that is no file. */
const programs: Record<string, (code: string, file: string) => string[]> = {
  // Bash takes a standard input that is a socket, as Node's are, for a login from afar, and then reads the machine's own start file.
  sh: (code) => ['bash', '--norc', '-euo', 'pipefail', '-c', code],
  ts: (_, file) => [process.execPath, file],
  js: (_, file) => [process.execPath, file],
  py: (_, file) => ['python3', file],
};
const endings: Record<string, string> = { ts: '.mjs', js: '.mjs', py: '.py' };

/** Where the mock listens unless it is told otherwise. */
const mockPort = '4010';

const longestMs = 180_000;

/** A block did not do what the page says. */
export class BlockError extends Error {}

/** What the machine lacks for a block. */
export class MissingProgram extends Error {}

export class GuideRun {
  private readonly ports = new Map<string, number>();
  private readonly serving: ChildProcess[] = [];
  private output = '';

  /**
   * @param folder where the blocks are run
   * @param bin folders of programs that come before those of the machine
   */
  constructor(
    private readonly folder: string,
    private readonly bin: readonly string[],
  ) {}

  /**
   * Takes the ports that the page names on this machine, so that pages can be run at the same time: each stands for a free one.
   *
   * @returns those that stand for them
   */
  async takePorts(blocks: readonly Block[]): Promise<ReadonlyMap<string, number>> {
    for (const { code } of blocks)
      for (const [, port = ''] of code.matchAll(/(?:(?:127\.0\.0\.1|localhost):|--port )(\d{4,5})\b/g))
        if (!this.ports.has(port)) this.ports.set(port, await freePort());
    return this.ports;
  }

  /**
   * Runs a block, or writes the file that it is, or compares a text with what the block before it printed.
   *
   * @returns what it printed
   * @throws BlockError where it does otherwise than the page says; MissingProgram where the machine cannot run it
   */
  async run(block: Block): Promise<string> {
    const code = block.code.replace(/\b\d{4,5}\b/g, (port) => `${this.ports.get(port) ?? port}`);
    if (block.language === 'text') return this.compare(code);
    if (block.language === 'diff') return this.start(['patch', '--strip=1'], block, code);
    if (block.file !== undefined) {
      await this.write(block.file, code);
      return block.file;
    }
    const program = programs[block.language];
    if (!program)
      throw new BlockError(`line ${block.line}: a block of ${block.language} names the file that it is in a comment of its first line`);
    const file = `block${endings[block.language]}`;
    if (block.language === 'ts') await this.write(file, (await transform(code, { loader: 'ts', target: 'node20' })).code);
    else if (block.language !== 'sh') await this.write(file, code);
    const command = program(code, file);
    if (block.mark === 'run serving') return this.serve(command, block);
    return this.start(command, block);
  }

  /** Ends what goes on. */
  async stop(): Promise<void> {
    await Promise.all(
      this.serving.splice(0).map(async (child) => {
        if (child.exitCode !== null || child.pid === undefined) return;
        process.kill(-child.pid, 'SIGTERM');
        const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 10_000);
        if (child.exitCode === null) await once(child, 'exit');
        clearTimeout(timer);
      }),
    );
  }

  private async write(file: string, text: string): Promise<void> {
    const path = join(this.folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  /** Every line is in the output, in order; `…` stands for anything. */
  private compare(text: string): string {
    const said = this.output.split('\n');
    for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
      const pattern = new RegExp(line.trim().split('…').map(escapePattern).join('.*'));
      const found = said.findIndex((one) => pattern.test(one));
      if (found < 0) throw new BlockError(`it does not say: ${line}\nbut:\n${this.output}`);
      said.splice(0, found + 1);
    }
    return this.output;
  }

  private spawn([program = '', ...args]: string[]): ChildProcess {
    const path = [...this.bin, process.env.PATH].join(delimiter);
    const { CI: _ci, NEXCONN_API_KEY: _key, NODE_ENV: _env, VITEST: _vitest, ...surroundings } = process.env;
    const env = { ...surroundings, PATH: path, PORT: `${this.ports.get(mockPort) ?? 0}` };
    return spawn(program, args, { cwd: this.folder, env, detached: true });
  }

  private async start(command: string[], block: Block, input = ''): Promise<string> {
    const child = this.spawn(command);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    child.stdin?.on('error', () => {}).end(input);
    const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), longestMs);
    const [code] = await once(child, 'close').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new MissingProgram(`this machine has no ${command[0]}`) : error;
    });
    clearTimeout(timer);
    this.output = output;
    const fails = block.mark === 'run fails';
    if ((code !== 0) !== fails) throw new BlockError(`line ${block.line} ends with ${code}:\n${output}`);
    // What a comment says is printed.
    for (const [, said = ''] of block.code.matchAll(/^ *(?:console\.log|print)\(.*(?:\/\/| {2}#) (.*?)(?::.*)?$/gm))
      if (!output.includes(said)) throw new BlockError(`line ${block.line} does not say: ${said}\nbut:\n${output}`);
    return output;
  }

  /** Resolves when it has told its address. */
  private async serve(command: string[], block: Block): Promise<string> {
    const child = this.spawn(command);
    this.serving.push(child);
    child.stdin?.end();
    let output = '';
    await new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new BlockError(`line ${block.line} tells no address:\n${output}`)), longestMs).unref();
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text) => {
          output += text;
          if (/https?:\/\/[\w.]+:\d+/.test(output)) resolve();
        });
      child.once('error', reject);
      child.once('exit', (code) => reject(new BlockError(`line ${block.line} ends with ${code}:\n${output}`)));
    });
    this.output = output;
    return output;
  }
}
