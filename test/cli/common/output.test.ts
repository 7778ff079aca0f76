import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { cli, runCommand } from '../run-command.js';

const reading = contract.operations.find(({ method, path }) => method === 'GET' && !path.includes('{'))?.path;

const asks = async (url: string) => (await fetch(url + reading, { headers: { authorization: 'Bearer any' } })).status;

describe('a server goes on', () => {
  test.each(['pretty', 'json'])('when whoever reads its log (%s) has had enough', async (format) => {
    const { child, listening } = runCommand('mock', '--port', '0', '--log', format);
    const url = await listening();
    child.stdout.destroy();
    child.stderr.destroy();
    expect([await asks(url), await asks(url), await asks(url)]).toEqual([200, 200, 200]);
    expect(child.exitCode).toBe(null);
  });
});

describe.runIf(existsSync('/dev/full'))('where the disk is full', () => {
  /** The command, whose output goes to a file on it. */
  async function intoFullDisk(...args: string[]) {
    const file = await open('/dev/full', 'w');
    onTestFinished(() => file.close());
    const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', file.fd, 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let errors = '';
    child.stderr?.on('data', (data) => {
      errors += data;
    });
    return { child, errors: () => errors, code: new Promise((resolve) => child.on('close', resolve)) };
  }

  test('a report that is lost is no success', async () => {
    const { code, errors } = await intoFullDisk('completion', 'bash');
    expect(await code).toBe(2);
    expect(errors()).toBe('What is said cannot be written to the standard output: ENOSPC: no space left on device, write\n');
  });

  test('a server says so once, and goes on', async () => {
    const { child, errors } = await intoFullDisk('mock', '--port', '0');
    await expect.poll(errors, { timeout: 20_000 }).toContain('cannot be written to the standard output');
    expect(child.exitCode).toBe(null);
  });
});
