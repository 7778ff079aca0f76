/** Annotations, read as the runner of GitHub Actions reads them. */
import { expect, test } from 'vitest';
import { githubReport } from '../../../src/check/report/github.js';
import { manyFailures, nasty, report } from './reports.js';

const unescaped = (text: string): string =>
  text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

/** As its command parser does: `::name key=value,key=value::data`. */
const read = (text: string) =>
  text
    .trimEnd()
    .split(/\r\n|\n|\r/)
    .map((line) => {
      const [, command, given = '', data = ''] = /^::(\w+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
      const properties = Object.fromEntries(
        given.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]),
      );
      return { command, properties, data: unescaped(data) };
    });

test('what most cases have comes first, what was not reachable is a warning', () => {
  expect(read(githubReport(report))).toMatchObject([
    { command: 'error', data: 'response body /id: is required (2 times)' },
    { command: 'error', data: `${nasty}\nrepeat it: curl ${nasty}` },
    { command: 'warning', data: 'listModels: no response: timeout' },
    { command: 'notice', data: '2 workflows were left out' },
    { command: 'notice', data: '1 passed, 2 failed, 1 skipped, 1 not reachable' },
  ]);
});

test('properties say where', () => {
  const [, second] = read(githubReport(report));
  expect(second?.properties).toEqual({
    file: 'recordings/a,b:c.json',
    title: `conform: recordings, app.har: createChatCompletion ${nasty}`,
  });
});

test.each([
  ['failed', 'error'],
  ['unreachable', 'warning'],
] as const)('no more than GitHub shows: %s', (status, command) => {
  const own = read(githubReport(manyFailures(500, status))).filter((one) => one.command === command);
  expect(own).toHaveLength(10);
  expect(own.at(-1)?.data).toBe('and 491 more, which GitHub has no room for: see the report');
  expect(read(githubReport(manyFailures(10, status))).filter((one) => one.command === command)).toHaveLength(10);
});
