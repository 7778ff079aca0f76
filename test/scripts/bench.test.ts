/** The parts of the benchmark that can be told without a load: medians, ratios, targets, the report, and what is sent. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import validators from '../../compiled/request-validators.js';
import type { BenchResult, LoadFigures, PacedFigures, ServerFigures } from '../../scripts/bench/figures/result.js';
import { median, medianFigures, ratio, rotate } from '../../scripts/bench/figures/statistics.js';
import { parseStat, usageOf } from '../../scripts/bench/load/usage.js';
import { formatReport } from '../../scripts/bench/report.js';
import { repeatContract, repeatDocument, repeatValidators } from '../../scripts/bench/servers/many-times.js';
import { ask, type Command, startProgram } from '../../scripts/bench/servers/programs.js';
import { workloadsOf } from '../../scripts/bench/servers/workloads.js';
import { judge } from '../../scripts/bench/targets.js';
import { type Document, operationsOf } from '../../scripts/lib/document.js';
import { project } from '../../scripts/lib/project.js';
import { createCore } from '../../src/mock/core.js';
import { createMock } from '../../src/mock/index.js';
import { eventually } from '../eventually.js';

const workloads = workloadsOf(contract);

const load = (requestsPerSecond: number, cpu?: number): LoadFigures => ({ requestsPerSecond, p99: 5, ...(cpu !== undefined && { cpu }) });

const server = (chat: LoadFigures, more: Partial<ServerFigures> = {}): ServerFigures => ({ start: 200, loads: { chat }, ...more });

const paced = (complete = 2000, late = 20, cpu = 220): PacedFigures => ({ complete, wall: 2500, late, cpu });

/** A run in which every target is just met. */
const justMet: BenchResult = {
  environment: {
    node: 'v20',
    cpus: 2,
    processor: 'any',
    memory: 4e9,
    date: '2026-01-01',
    contract: '1.0.0+abc',
    tools: { autocannon: '8.0.0' },
  },
  workloads: {
    chat: 'JSON chat',
    calls: 'Tools',
    cut: 'Cut',
    largest: 'Largest body',
    refused: 'Refused',
    stream: 'Stream',
    words: 'Words',
  },
  servers: {
    mock: { start: 300, idle: 60e6, loaded: 150e6, loads: { chat: load(1200, 60), largest: load(800), words: load(900) } },
    steady: server(load(400, 180), { loads: { chat: load(400, 180), words: load(180) } }),
    prism: server(load(100, 600)),
    aimock: server(load(666), { loads: { chat: load(666), words: load(1000) } }),
    floor: server(load(2400, 30)),
  },
  times: 10,
  sizes: { mock: { once: load(1000), large: load(900) } },
  coldStart: 400,
  createMock: { load: 80, create: 50 },
  streams: { streams: 2000, ideal: 1120, mock: paced(2000, 20, 220), control: paced(2000, 20, 100) },
  scenarios: {
    documented: load(1000, 100),
    short: load(1000, 100),
    shortAmong500: load(800, 125),
    long: load(500, 1000),
    longAmong500: load(100, 11_000),
    own: load(800, 125),
    embedded: load(600, 160),
    start: { none: 200, few: 300, many: 1700 },
  },
  recordings: { size: 200e6, start: 3000, idle: 200e6, loads: { json: load(3000), stream: load(2000) } },
  notes: [],
};

describe('medians', () => {
  test('the middle value, or the middle of the two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([8, 2, 4, 6])).toBe(5);
    expect(() => median([])).toThrow('no values');
  });

  test('as many values lie above as below, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(below).toBeLessThanOrEqual(values.length / 2);
        expect(above).toBeLessThanOrEqual(values.length / 2);
        expect(median([...values].reverse())).toBe(middle);
      }),
    );
  });

  test('of each figure by itself; processor time only where every run has it', () => {
    const runs = [
      { requestsPerSecond: 100, p99: 9, cpu: 50 },
      { requestsPerSecond: 300, p99: 1, cpu: 70 },
      { requestsPerSecond: 200, p99: 5, cpu: 60 },
    ];
    expect(medianFigures(runs)).toEqual({ requestsPerSecond: 200, p99: 5, cpu: 60 });
    expect(medianFigures([...runs, load(200)])).not.toHaveProperty('cpu');
  });

  test('in as many rounds as there are servers, each comes first once and all come in each', () => {
    const names = ['a', 'b', 'c'];
    expect(names.map((_, round) => rotate(names, round))).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c', 'a'],
      ['c', 'a', 'b'],
    ]);
  });
});

test('a ratio above one says that the first is faster, by requests and by processor time', () => {
  expect(ratio(load(200, 50), load(100, 150))).toEqual({ requests: 2, cpu: 3 });
  expect(ratio(load(200, 50), load(100))).toEqual({ requests: 2 });
});

describe('targets', () => {
  const notMet = (change: Partial<BenchResult>): string[] =>
    judge({ ...justMet, ...change }).flatMap(({ what, met }) => (met ? [] : [what]));
  const withServer = (servers: BenchResult['servers']): Partial<BenchResult> => ({ servers: { ...justMet.servers, ...servers } });
  const mock = (chat: number, largest: number, idle: number): ServerFigures =>
    server(load(chat), { idle, loads: { chat: load(chat), largest: load(largest) } });

  test('are met at the limit', () => {
    expect(notMet({})).toEqual([]);
    expect(judge(justMet)).toHaveLength(24);
  });

  test.each<[string, Partial<BenchResult>]>([
    ['Steady', withServer({ steady: server(load(401)) })],
    ['Prism', withServer({ prism: server(load(101)) })],
    ['JSON chat, against aimock', withServer({ aimock: server(load(667)) })],
    ['words, against aimock', withServer({ aimock: server(load(1), { loads: { words: load(1001) } }) })],
    ['words, against Steady', withServer({ steady: server(load(1), { loads: { words: load(181) } }) })],
    ['floor', withServer({ floor: server(load(2401)) })],
    ['floor', withServer({ floor: server(load(2400, 29)) })],
    ['first answer', withServer({ mock: { ...(justMet.servers.mock as ServerFigures), start: 301 } })],
    ['oneOf', withServer({ mock: mock(1200, 799, 60e6) })],
    ['RSS', withServer({ mock: mock(1200, 800, 61e6) })],
    ['large contract', { sizes: { mock: { once: load(1000), large: load(899) } } }],
    ['streams', { streams: { streams: 2000, ideal: 1120, mock: paced(1999), control: paced(2000, 20, 100) } }],
    ['lateness', { streams: { streams: 2000, ideal: 1120, mock: paced(2000, 21), control: paced(2000, 20, 100) } }],
    ['their processor time', { streams: { streams: 2000, ideal: 1120, mock: paced(2000, 20, 221), control: paced(2000, 20, 100) } }],
    ['npm start', { coldStart: 401 }],
    ['among 500 scenarios', { scenarios: { short: load(1000), shortAmong500: load(799) } }],
    ['question of 32 kB', { scenarios: { long: load(9, 1000), longAmong500: load(9, 11_100) } }],
    ["a scenario's chat, against", { scenarios: { documented: load(1000), own: load(799) } }],
    ['embedded expressions', { scenarios: { documented: load(1000), embedded: load(599) } }],
    ['20 scenarios', { scenarios: { start: { none: 200, few: 301, many: 1700 } } }],
    ['500 files', { scenarios: { start: { none: 200, few: 300, many: 1701 } } }],
    ['a start with 10,000 recordings', { recordings: { size: 1, start: 3001, loads: {} } }],
    ['RSS with 10,000', { recordings: { size: 1, start: 1, idle: 201e6, loads: {} } }],
    ['replayed JSON', { recordings: { size: 1, start: 1, loads: { json: load(2999) } } }],
    ['createMock', { createMock: { load: 80, create: 51 } }],
  ])('%s: not met beyond the limit', (name, change) => {
    expect(notMet(change)).toEqual([expect.stringContaining(name)]);
  });

  test('of which there is no figure are left out', () => {
    const alone: BenchResult = { ...justMet, servers: { mock: mock(1200, 800, 60e6) } };
    const found = judge(alone).map(({ what }) => what);
    expect(found.join()).not.toMatch(/Steady|Prism|floor/);
    expect(found.join()).toMatch(/RSS/);
  });
});

describe('the report', () => {
  test('shows the servers side by side, with how many times as fast the mock is', () => {
    const report = formatReport(justMet);
    expect(report).toContain('| Steady | 400 | 3.00x | 5 | 180 | 3.00x |');
    expect(report).toContain('| stock Prism | 100 | 12.00x | 5 | 600 | 10.00x |');
    expect(report).toContain('| this mock | 1000 | 900 | 0.90x | - |');
    expect(report).toContain('| the same among 500 | 800 | 80 % | 5 | 125 | 80 % |');
    expect(report).toContain('| JSON chat, against Steady | at least 3.00x | 3.00x | 3.00x | met |');
    expect(report).not.toContain('not met');
  });

  test('has tables that are tables: the same number of cells in each row', () => {
    const tables = formatReport(justMet)
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) expect(new Set(table.split('\n').map((row) => row.split('|').length)).size).toBe(1);
  });

  test('says what is not met, and what could not be measured', () => {
    const report = formatReport({ ...justMet, coldStart: 900, notes: ['Steady did not start: no answer within 60 s'] });
    expect(report).toContain('| at most 400 ms | 900 ms | - | **not met** |');
    expect(report).toContain('* Steady did not start');
  });
});

describe('the requests', () => {
  test('are answered as expected, the stream with its terminator', async () => {
    const mock = await createMock();
    for (const { method, path, headers, body, expects, stream } of Object.values(workloads)) {
      const response = await mock.fetch(`http://mock${path}`, { method, headers, body });
      expect(String(response.status)[0], body).toBe(expects);
      const text = await response.text();
      if (!stream) continue;
      expect(text.trimEnd().endsWith(stream.terminator)).toBe(true);
      expect(text.match(/^data: \{/gm)).toHaveLength(stream.events);
    }
    await mock.close();
  });

  test('take the pace off the stream, however slow the mock is set', async () => {
    // By itself, the mock would take hours.
    const mock = await createMock({ eventsPerSecond: 0.001 });
    const { method, path, headers, body, stream } = workloads.stream;
    const text = await (await mock.fetch(`http://mock${path}`, { method, headers, body })).text();
    expect(text.match(/^data: \{/gm)).toHaveLength(stream?.events ?? 0);
    await mock.close();
  });

  test('hold no unknown field, which would be another path through the mock', async () => {
    const mock = await createMock({ strict: true });
    const { method, path, headers, body } = workloads.chat;
    expect((await mock.fetch(`http://mock${path}`, { method, headers, body })).status).toBe(200);
    await mock.close();
  });
});

describe('a contract several times over', () => {
  const large = repeatContract(contract, 3);
  const largeValidators = repeatValidators(validators, 3);

  test('has every operation so many times, each with an id and a path of its own, the original among them', () => {
    expect(large.operations).toHaveLength(contract.operations.length * 3);
    expect(new Set(large.operations.map(({ id }) => id)).size).toBe(large.operations.length);
    expect(new Set(large.operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(large.operations.length);
    for (const { id, path } of contract.operations) expect(large.operations.find((operation) => operation.id === id)?.path).toBe(path);
  });

  test('judges and answers on the copies as on the originals', async () => {
    const core = createCore({ contract: large, validators: largeValidators });
    const status = async ({ method, path, headers, body }: typeof workloads.chat, prefix: string) =>
      (await core.fetch(`http://mock${prefix}${path}`, { method, headers, body })).status;
    const copy = large.operations[0]?.path.replace(contract.operations[0]?.path ?? '', '') ?? '';
    expect(copy).not.toBe('');
    for (const prefix of ['', copy]) {
      expect(await status(workloads.chat, prefix)).toBe(200);
      expect(await status(workloads.refused, prefix)).toBe(400);
    }
  });

  test('the description grows alike', () => {
    const document = JSON.parse(readFileSync(`${project.generated}openapi.json`, 'utf8')) as Document;
    const repeated = repeatDocument(document, 3);
    expect(Object.keys(repeated.paths)).toHaveLength(Object.keys(document.paths).length * 3);
    expect(repeated.paths).toMatchObject(document.paths);
    expect(new Set(Array.from(operationsOf(repeated), ({ operation }) => operation.operationId)).size).toBe(contract.operations.length * 3);
  });
});

test('a line of /proc/<pid>/stat is read whatever the name of the program', () => {
  const after = Array.from({ length: 49 }, (_, index) => index + 4);
  const line = `12 (a) b (c)) S ${after.join(' ')}`;
  expect(parseStat(line)).toEqual({ group: 5, ticks: 14 + 15, pages: 24 });
});

describe('programs', () => {
  let folder: string;
  let log: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nexconn-bench-test-'));
    log = join(folder, 'log');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const node = (code: string): Command => ({
    title: 'the program',
    program: process.execPath,
    args: (port) => ['--eval', code, String(port)],
  });
  // What npm and launchers do: the server is a child of the program that was started.
  const nested = `require('node:child_process').spawn(process.execPath, ['--eval', \`
    require('node:http').createServer((_, response) => response.end('here')).listen(Number(process.argv[1]), '127.0.0.1')
  \`, process.argv[1]], { stdio: 'inherit' })`;

  test('are up when they have answered, and gone with all that they started when stopped', async () => {
    const program = await startProgram(node(nested), log, workloads.chat);
    expect(await ask(program.url, workloads.chat)).toEqual({ status: 200, text: 'here' });
    expect(program.start).toBeGreaterThan(0);
    if (process.platform === 'linux') expect(usageOf(program.group)?.rss).toBeGreaterThan(40e6);
    await program.stop();
    await eventually(async () => expect(await ask(program.url, workloads.chat)).toBeUndefined());
  });

  test('that end before they answer say why', async () => {
    const broken = node(`console.error('no such option'); process.exit(3)`);
    await expect(startProgram(broken, log, workloads.chat)).rejects.toThrow(
      'the program did not start: it ended with code 3: no such option',
    );
  });
});

test('an unknown server or part is refused in one line', async () => {
  const script = join(project.root, 'scripts/bench.ts');
  const failure = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, '--only', 'mock,nginx'], {
    cwd: project.root,
  }).catch((error) => error);
  expect(failure).toMatchObject({
    code: 2,
    stderr: 'unknown server or part nginx; known: mock, embedded, steady, prism, aimock, floor, scenarios, recordings, conform, kit\n',
  });
});
