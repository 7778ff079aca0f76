/** `nexconn-contract scenarios`, as a user starts it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runCommandIn } from './run-command.js';

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-scenarios-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe('scenarios check', () => {
  test('counts what is right', async () => {
    const folder = await folderOf({
      'a.yaml': '- name: a\n  answers: [{ error: 429, times: 2 }]\n',
      'b.json': '[{ "name": "b", "answers": [{ "text": "hi" }, { "text": "ho" }] }]',
    });
    expect(await runCommandIn(folder, 'scenarios', 'check', '.').ended).toEqual({
      code: 0,
      output: '2 scenarios, 3 answers, 0 findings\n',
      errors: '',
    });
  });

  test('names each mistake and its place, and ends with 1', async () => {
    const folder = await folderOf({ 'a.yaml': '- name: a\n  when: { usr: hi, model: nobody }\n  answers: [{ text: hi }, {}]\n' });
    expect(await runCommandIn(folder, 'scenarios', 'check', 'a.yaml', 'gone').ended).toEqual({
      code: 1,
      output: [
        'gone: there is no such file or folder; give files that end in .yaml, .yml or .json, or folders of them',
        'a.yaml:2:11 /0/when/usr: there is no member usr here; did you mean user?',
        'a.yaml:3:27 /0/answers/1: needs something to say (text, json, reasoning, toolCalls, images, refusal or parts), or one of error, example, job, media, response, passThrough',
        '1 scenario, 2 answers, 3 findings\n',
      ].join('\n'),
      errors: '',
    });
  });

  test('warns of what may be meant, and ends with 0', async () => {
    const folder = await folderOf({ 'a.yaml': '- name: a\n  when: { model: nobody-7 }\n  answers: [{ text: hi }]\n' });
    expect(await runCommandIn(folder, 'scenarios', 'check', 'a.yaml').ended).toEqual({
      code: 0,
      output: 'warning: a.yaml:2:18 /0/when/model: the contract knows no model nobody-7\n1 scenario, 1 answer, 0 findings, 1 warning\n',
      errors: '',
    });
  });

  test('asks for a path', async () => {
    const { code, errors } = await runCommandIn(process.cwd(), 'scenarios', 'check').ended;
    expect(code).toBe(2);
    expect(errors).toContain("missing required argument 'path'");
  });
});
