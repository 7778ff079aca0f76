/** What `conform` says, in which form, and what it ends with. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runCommand } from './run-command.js';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'conform-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

const answer = { object: 'list', data: [{ id: 'm', object: 'model', created: 1, owned_by: 'x' }] };

/** An entry of a HAR file. */
const entry = (body: unknown, { text = true } = {}) => ({
  startedDateTime: '2026-01-15T12:00:00Z',
  time: 5,
  request: { method: 'GET', url: 'https://gateway.example/v1/models?key=sk-a-secret-key', headers: [] },
  response: { status: 200, headers: [], content: { mimeType: 'application/json', ...(text && { text: JSON.stringify(body) }) } },
});

async function har(entries: unknown[]): Promise<string> {
  const file = join(await folder(), 'app.har');
  await writeFile(file, JSON.stringify({ log: { entries } }));
  return file;
}

const broken = { ...answer, object: 'table' };

test('five hundred exchanges with the same mistake are one line, with how to repeat it', async () => {
  const file = await har(Array.from({ length: 500 }, () => entry(broken)));
  const { code, output } = await runCommand('conform', file).ended;
  expect(code).toBe(1);
  expect(output.trimEnd().split('\n')).toEqual([
    `${file}, entry 1: GET https://gateway.example/v1/models?key=%5Bredacted%5D 200`,
    '  listModels response body /object: must be "list", got string "table" (500 times)',
    `    repeat it: curl -sS 'https://gateway.example/v1/models?key=%5Bredacted%5D'`,
    '    as a test:',
    `      test("listModels is as the contract has it", async () => { // import { contractFetch } from 'nexconn-contract/testing'`,
    '        const response = await contractFetch(fetch)("https://gateway.example/v1/models?key=%5Bredacted%5D", { method: "GET" });',
    '        await response.text();',
    '      });',
    '500 exchanges checked, 500 with violations.',
  ]);
});

test('a journal of requests without their bodies has nothing to check, and lacks nothing that one can name', async () => {
  const file = join(await folder(), 'journal.json');
  await writeFile(file, JSON.stringify([{ method: 'POST', path: '/v1/chat/completions', status: 200 }]));
  expect(await runCommand('conform', file).ended).toMatchObject({
    code: 2,
    errors: expect.stringContaining(`Nothing could be checked in ${file}: 1 exchange.\n`),
  });
});

test('what was recorded without its body is counted apart, and is no success by itself', async () => {
  const some = await har([entry(answer), entry(undefined, { text: false })]);
  expect(await runCommand('conform', some).ended).toMatchObject({
    code: 0,
    output: '1 exchange checked, 0 with violations, 1 had nothing to check.\nMissing: response body (1).\n',
  });
  const none = await har([entry(undefined, { text: false })]);
  expect(await runCommand('conform', none).ended).toMatchObject({
    code: 2,
    output: '',
    errors: `Nothing could be checked in ${none}: 1 exchange, missing: response body (1).\n`,
  });
});

test('a file that cannot be read hides no other', async () => {
  const [good, place] = [await har([entry(answer)]), await folder()];
  const bad = join(place, 'bad.har');
  await writeFile(bad, '{"log":');
  const { code, output } = await runCommand('conform', bad, join(place, 'none'), good).ended;
  expect(code).toBe(1);
  expect(output.replace(/; give .*/, '')).toBe(
    `${bad} is not JSON\nThere is no ${join(place, 'none')}\n1 exchange checked, 0 with violations, 2 could not be read.\n`,
  );
});

describe('forms', () => {
  test('several at once, each where it belongs', async () => {
    const [file, place] = [await har([entry(answer), entry(broken)]), await folder()];
    const [junit, markdown] = [join(place, 'report.xml'), join(place, 'report.md')];
    const { code, output } = await runCommand(
      'conform',
      file,
      '--format',
      `junit=${junit}`,
      '--format',
      `markdown=${markdown}`,
      '--format',
      'github',
    ).ended;
    expect(code).toBe(1);
    expect(output).toMatch(
      /^::error title=conform .*app\.har%3A listModels .*entry 2%3A GET https%3A\/\/gateway.*::listModels response body \/object: must be "list", got string "table"%0Arepeat it: curl /,
    );
    const xml = await readFile(junit, 'utf8');
    expect(new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml).testsuites.testsuite).toMatchObject({
      name: 'listModels',
      tests: '2',
      failures: '1',
    });
    expect(await readFile(markdown, 'utf8')).toContain(
      '| failed | `listModels response body /object: must be "list", got string "table"` | 1 |',
    );
  });

  test('as JSON, by either flag, and to a file', async () => {
    const [file, place] = [await har([entry(broken)]), await folder()];
    const json = JSON.parse((await runCommand('conform', file, '--json').ended).output);
    expect(json).toMatchObject({
      checked: 1,
      broken: 1,
      known: 0,
      fixed: [],
      unread: [],
      exchanges: [{ operation: 'listModels' }],
    });
    await runCommand('conform', file, '--format', 'json', '--output', join(place, 'out.json')).ended;
    expect(JSON.parse(await readFile(join(place, 'out.json'), 'utf8'))).toEqual(json);
  });

  test('an unknown one is refused', async () => {
    const { code, errors } = await runCommand('conform', 'x', '--format', 'xml').ended;
    expect(code).toBe(2);
    expect(errors).toContain('Allowed choices are text, json, junit, github, markdown.');
  });
});

describe('known violations', () => {
  test('written, given a reason, and borne with; new ones fail, fixed ones are told', async () => {
    const place = await folder();
    const known = join(place, 'known.json');
    const file = await har([entry(broken)]);
    const written = await runCommand('conform', file, '--write-baseline', known).ended;
    expect(written).toMatchObject({ code: 1, errors: `1 known violation written to ${known}: fill in the reasons.\n` });
    const empty = await runCommand('conform', file, '--baseline', known).ended;
    expect(empty).toMatchObject({ code: 2, errors: `${known}: entry 1: reason must be why it is borne with, got "".\n` });
    const [first] = JSON.parse(await readFile(known, 'utf8'));
    await writeFile(
      known,
      JSON.stringify([
        { ...first, reason: 'ticket 12' },
        { ...first, pointer: '/data', reason: 'gone' },
      ]),
    );
    const borne = await runCommand('conform', file, '--baseline', known).ended;
    expect(borne.code).toBe(0);
    expect(borne.output).toBe('1 exchange checked, 0 with violations, 1 known violation.\n');
    expect(borne.errors).toMatch(
      /^not found any more: listModels response \/data const \(known since \d{4}-\d\d-\d\d: gone\)\. Take it out/,
    );
    const other = await har([entry(broken), entry({ ...answer, data: 1 })]);
    expect((await runCommand('conform', other, '--baseline', known).ended).code).toBe(1);
  });

  test.each([
    ['{', /known\.json is not JSON: /],
    ['{}', /known\.json: known violations are a list\.\n$/],
  ])('a file with %s is refused', async (text, message) => {
    const file = join(await folder(), 'known.json');
    await writeFile(file, text);
    const { code, errors } = await runCommand('conform', 'x', '--baseline', file).ended;
    expect(code).toBe(2);
    expect(errors).toMatch(message);
  });
});
