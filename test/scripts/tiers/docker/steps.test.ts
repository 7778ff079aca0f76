import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { project } from '../../../../scripts/lib/project.js';
import { readSteps } from '../../../../scripts/tiers/docker/steps.js';

const own = async (name: string) => readFile(join(project.root, name), 'utf8');

test('reads instructions with their flags, over several lines', () => {
  expect(readSteps('# one\nFROM node AS build\nCOPY --from=build /a ./\nRUN one && \\\n  two\n')).toEqual([
    { instruction: 'FROM', text: 'node AS build', flags: {} },
    { instruction: 'COPY', text: '/a ./', flags: { from: 'build' } },
    { instruction: 'RUN', text: 'one &&    two', flags: {} },
  ]);
  expect(() => readSteps('nothing')).toThrow('this is no instruction: nothing');
});

test('the image has no rights, is checked, listens for others and takes its scenarios from a folder', async () => {
  const steps = readSteps(await own('Dockerfile'));
  const last = (instruction: string) => steps.findLast((step) => step.instruction === instruction)?.text;
  expect(last('FROM')).toMatch(/^node:\d+-slim$/);
  expect(last('USER')).toBe('node');
  expect(last('ENV')).toContain('HOST=0.0.0.0');
  expect(last('HEALTHCHECK')).toContain('/__mock/health');
  expect(JSON.parse(last('CMD') ?? '')).toEqual(['mock', '--scenarios', '/scenarios']);
});

test('what is installed beside the package in the image are the versions that it is tested with', async () => {
  const { devDependencies } = JSON.parse(await own('package.json')) as { devDependencies: Record<string, string> };
  const [, names = ''] = /\.\/package\.tgz (.*?) &&/.exec(await own('Dockerfile')) ?? [];
  expect(names).not.toBe('');
  for (const one of names.split(' ')) {
    const [name = '', version] = one.split('@');
    expect(devDependencies[name]).toBe(version);
  }
});

test('compose starts it with a Redis that it finds by its name', async () => {
  const { services } = parse(await own('compose.yaml')) as { services: Record<string, { command?: string[]; depends_on?: object }> };
  expect(Object.keys(services).sort()).toEqual(['mock', 'redis']);
  expect(services.mock?.command).toEqual(['mock', '--scenarios', '/scenarios', '--store', 'redis://redis:6379']);
  expect(services.mock?.depends_on).toEqual({ redis: { condition: 'service_healthy' } });
});
