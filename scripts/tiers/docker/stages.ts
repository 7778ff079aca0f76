/** Builds the stages of a Dockerfile in folders. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, cp, mkdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Step } from './steps.js';

/** Nobody: a user without rights on any machine. */
const nobody = 65534;

const execute = promisify(execFile);

export interface Container {
  /** Resolves when the check of the image says so. */
  healthy(): Promise<void>;
  /** @returns the code that it ends with */
  stop(): Promise<number | null>;
  output(): string;
}

class Stage {
  workdir = '/';
  user: string | undefined;
  entrypoint: string[] = [];
  command: string[] = [];
  check: string[] = [];
  readonly env: Record<string, string> = {};

  constructor(readonly root: string) {}

  at(path: string): string {
    return path.startsWith('/') ? join(this.root, path) : join(this.root, this.workdir, path);
  }

  /** Words as they are here: a path from the root is one below the folder, but for those of the system. */
  here(text: string): string {
    return text.replace(/(?<=^|[\s"'=])\/(?!usr\/|bin\/|dev\/|\/)(?=\w)/g, `${this.root}/`);
  }

  /** @param command in place of the image's own */
  start(more: Record<string, string>, command: readonly string[] = this.command): Container {
    const options = {
      cwd: this.at('.'),
      env: { PATH: process.env.PATH, ...this.env, ...more },
      // Rights are taken away only by who has them.
      ...(process.getuid?.() === 0 && { uid: nobody, gid: nobody }),
    };
    const [program = '', ...args] = [...this.entrypoint, ...command].map((word) => this.here(word));
    const child: ChildProcess = spawn(program, args, options);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => {
        output += text;
      });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [checking = '', ...checked] = this.check;
    return {
      async healthy() {
        for (let tries = 0; tries < 100; tries++) {
          if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${output}`);
          const isHealthy = await execute(checking, checked, options).then(
            () => true,
            () => false,
          );
          if (isHealthy) return;
          await setTimeout(200);
        }
        throw new Error(`its check does not find it healthy:\n${output}`);
      },
      stop() {
        child.kill('SIGTERM');
        return ended;
      },
      output: () => output,
    };
  }
}

/** What Docker would not send along: lines of `.dockerignore`, which name folders and files, `**` and `*` among them. */
async function ignored(context: string): Promise<(path: string) => boolean> {
  const lines = (await readFile(join(context, '.dockerignore'), 'utf8'))
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
  const patterns = lines.map((line) => {
    const source = line.replace(/[.+^$()|[\]{}\\]/g, '\\$&').replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:.*/)?'));
    return new RegExp(`^${source}(?:/|$)`);
  });
  return (path) => patterns.some((pattern) => pattern.test(path));
}

const words = (text: string): string[] => (text.startsWith('[') ? (JSON.parse(text) as string[]) : ['/bin/sh', '-c', text]);

/**
 * @param context folder that is built from
 * @param folder where the stages become folders of their own
 * @returns the last stage
 */
export async function buildStages(steps: readonly Step[], context: string, folder: string): Promise<Stage> {
  const isIgnored = await ignored(context);
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  await chmod(folder, 0o755);
  for (const { instruction, text, flags } of steps) {
    if (instruction === 'FROM') {
      const name = / AS (\S+)$/i.exec(text)?.[1] ?? `${stages.size}`;
      stage = new Stage(join(folder, name));
      stages.set(name, stage);
      await mkdir(stage.root, { recursive: true });
      continue;
    }
    if (!stage) throw new Error(`Dockerfile: ${instruction} comes before FROM`);
    const current = stage;
    switch (instruction) {
      case 'WORKDIR':
        current.workdir = text;
        await mkdir(current.at('.'), { recursive: true });
        break;
      case 'COPY': {
        const from = flags.from === undefined ? undefined : stages.get(flags.from);
        const paths = text.split(/\s+/);
        const target = current.at(paths.pop() ?? '');
        for (const path of paths) {
          const source = from ? from.at(path) : join(context, path);
          const filter = (one: string) => from !== undefined || !isIgnored(relative(context, one));
          await cp(source, path === '.' ? target : join(target, basename(path)), { recursive: true, filter });
        }
        break;
      }
      case 'RUN':
        console.log(`RUN ${text}`);
        await execute('/bin/sh', ['-c', current.here(text)], { cwd: current.at('.'), maxBuffer: 2 ** 26 });
        break;
      case 'ENV':
        for (const [, name = '', value = ''] of text.matchAll(/(\w+)=(\S+)/g)) current.env[name] = value;
        break;
      case 'USER':
        current.user = text;
        break;
      case 'HEALTHCHECK':
        current.check = words(text.replace(/^CMD\s+/, ''));
        break;
      case 'ENTRYPOINT':
        current.entrypoint = words(text);
        break;
      case 'CMD':
        current.command = words(text);
        break;
      case 'EXPOSE':
        break;
      default:
        throw new Error(`Dockerfile: ${instruction} cannot be run without Docker`);
    }
  }
  if (!stage) throw new Error('Dockerfile: there is no FROM');
  return stage;
}
