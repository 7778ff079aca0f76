/** A release as a commit with a tag: whole, or not at all. */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BadInput } from '../lib/bad-input.js';
import { project } from '../lib/project.js';
import { StepError } from './package-copy.js';

export class Repository {
  constructor(private readonly root = project.root) {}

  private async git(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('git', args, { cwd: this.root, maxBuffer: 2 ** 26 });
    return stdout.trim();
  }

  private async head(): Promise<string> {
    return this.git('rev-parse', 'HEAD').catch(() => {
      throw new BadInput('A release is a commit with a tag, and this is no git repository with a commit.');
    });
  }

  async hasTag(tag: string): Promise<boolean> {
    return (await this.git('tag', '--list', tag)) !== '';
  }

  /** Whether anything was ever released. */
  async hasReleases(): Promise<boolean> {
    return (await this.git('tag', '--list', 'v[0-9]*')) !== '';
  }

  /** @throws BadInput where a release could not be undone, or has been made */
  async demandReady(tag: string): Promise<void> {
    await this.head();
    const dirty = await this.git('status', '--porcelain', '--untracked-files=no');
    if (dirty !== '') throw new BadInput(`A release has its own changes only, and not committed is: ${dirty.replaceAll('\n', ', ')}`);
    if (await this.hasTag(tag)) throw new BadInput(`There is a tag ${tag}: that version has been released.`);
  }

  /**
   * Commits what `write` writes, and tags it. Where a step fails, the repository is as it was.
   * @param files what is written and committed
   * @param beside what is written beside it, and not committed
   */
  async release(tag: string, files: string[], beside: string[], write: () => Promise<void>): Promise<void> {
    const head = await this.head();
    const version = tag.replace(/^v/, '');
    try {
      await write();
      await this.git('add', '--', ...files);
      await this.git('commit', '--quiet', '--message', `Release ${version}`);
      await this.git('tag', '--annotate', tag, '--message', version);
    } catch (error) {
      await this.undo(tag, head, files, beside);
      throw new StepError(`${(error as Error).message.trim()}\nThe release was undone: nothing has changed.`);
    }
  }

  private async undo(tag: string, head: string, files: string[], beside: string[]): Promise<void> {
    await this.git('tag', '--delete', tag).catch(() => {});
    await this.git('reset', '--quiet', head);
    const known = await this.git('ls-files', '--', ...files);
    if (known !== '') await this.git('checkout', '--quiet', '--', ...known.split('\n'));
    const come = await this.git('ls-files', '--others', '--exclude-standard', '--', ...files);
    for (const name of [...(come === '' ? [] : come.split('\n')), ...beside]) await rm(join(this.root, name), { force: true });
  }
}
