/** The figures of a run as Markdown. */
import type { BenchResult, LoadFigures, PacedFigures, ServerName } from './figures/result.js';
import { serverNames, workloadNames } from './figures/result.js';
import { ratio } from './figures/statistics.js';
import { megabytes, milliseconds, percent, times, whole } from './figures/units.js';
import { judge } from './targets.js';

const titles: Record<ServerName, string> = {
  mock: 'this mock',
  embedded: 'this mock, Prism as the engine',
  steady: 'Steady',
  prism: 'stock Prism',
  aimock: 'aimock',
  floor: 'Hono floor',
};

const unknown = '-';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  // Figures are compared by eye, so they stand to the right.
  const lines = [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const optional = (value: number | undefined, format: (value: number) => string): string => (value === undefined ? unknown : format(value));

function loadRow(name: string, own: LoadFigures, base: LoadFigures | undefined): string[] {
  const compared = base && base !== own ? ratio(base, own) : undefined;
  return [
    name,
    whole(own.requestsPerSecond),
    optional(compared?.requests, times),
    whole(own.p99),
    optional(own.cpu, whole),
    optional(compared?.cpu, times),
  ];
}

const loadHead = ['', 'req/s', 'mock / it', 'p99 ms', 'CPU µs/req', 'mock / it, by CPU'];

function loads({ workloads, servers }: BenchResult): string[] {
  return workloadNames.flatMap((workload) => {
    const rows = serverNames.flatMap((name) => {
      const own = servers[name]?.loads[workload];
      return own ? [loadRow(titles[name], own, servers.mock?.loads[workload])] : [];
    });
    return rows.length === 0 ? [] : [`## ${workloads[workload]}`, table(loadHead, rows)];
  });
}

function sizes({ sizes: found, times: factor }: BenchResult): string[] {
  const rows = serverNames.flatMap((name) => {
    const figures = found[name];
    if (!figures) return [];
    const { requests, cpu } = ratio(figures.large, figures.once);
    return [
      [titles[name], whole(figures.once.requestsPerSecond), whole(figures.large.requestsPerSecond), times(requests), optional(cpu, times)],
    ];
  });
  const head = ['', 'req/s', `req/s, ${factor} times the contract`, 'ratio', 'ratio by CPU'];
  return rows.length === 0 ? [] : [`## JSON chat on a contract ${factor} times as large`, table(head, rows)];
}

function streams({ streams: found }: BenchResult): string[] {
  if (!found) return [];
  const row = (name: string, { complete, wall, late, cpu }: PacedFigures) => [
    name,
    whole(complete),
    milliseconds(wall),
    milliseconds(late),
    optional(cpu, whole),
  ];
  const head = ['', 'complete', 'all over after', '99 % late by at most', 'CPU µs/stream'];
  const rows = [row(titles.mock, found.mock), row('one timer a stream', found.control)];
  return [`## ${found.streams} streams at once, 10 events a second`, table(head, rows)];
}

function teams({ scenarios, recordings }: BenchResult): string[] {
  const row = (name: string, own: LoadFigures | undefined, base: LoadFigures | undefined): string[][] => {
    if (!own) return [];
    const compared = base && base !== own ? ratio(own, base) : undefined;
    const { requestsPerSecond, p99, cpu } = own;
    return [
      [
        name,
        whole(requestsPerSecond),
        optional(compared?.requests, percent),
        whole(p99),
        optional(cpu, whole),
        optional(compared?.cpu, percent),
      ],
    ];
  };
  const { documented, short, shortAmong500, long, longAmong500, own, embedded } = scenarios ?? {};
  const rows = [
    ...row('documented chat, without scenarios', documented, documented),
    ...row('a question of 200 characters, without scenarios', short, short),
    ...row('the same among 500', shortAmong500, short),
    ...row('a question of 32 kB, without scenarios', long, long),
    ...row('the same among 500', longAmong500, long),
    ...row('chat of a scenario', own, documented),
    ...row('chat of a scenario, embedded expressions', embedded, documented),
    ...row('replayed JSON', recordings?.loads.json, undefined),
    ...row('replayed stream', recordings?.loads.stream, undefined),
  ];
  const head = ['', 'req/s', 'of it', 'p99 ms', 'CPU µs/req', 'of it, by CPU'];
  const note = recordings && `The recordings are ${megabytes(recordings.size)} on disk.`;
  return rows.length === 0 ? [] : ['## Scenarios and recordings', table(head, rows), ...(note ? [note] : [])];
}

function conformity({ conform }: BenchResult): string[] {
  if (!conform) return [];
  const rows = [
    ['a folder of recordings', whole(conform.folder)],
    ['a HAR file', whole(conform.har)],
  ];
  return ['## conform, exchanges of 2 kB', table(['', 'a second'], rows)];
}

function kit({ kit }: BenchResult): string[] {
  if (!kit) return [];
  const rows = [
    ['a JSON call under contractFetch, of the call without', times(kit.json)],
    ['a stream under contractFetch, of one that is decoded, split and parsed', times(kit.stream)],
    ['a call through the proxy, longer by', milliseconds(kit.proxyMs)],
    ['a call through a bare pipe of Node.js, longer by', milliseconds(kit.pipeMs)],
  ];
  return ['## The check of calls', table(['', ''], rows)];
}

function programs({ servers }: BenchResult): string[] {
  const rows = serverNames.flatMap((name) => {
    const server = servers[name];
    return server ? [[titles[name], milliseconds(server.start), optional(server.idle, megabytes), optional(server.loaded, megabytes)]] : [];
  });
  return rows.length === 0 ? [] : ['## Programs', table(['', 'start to first answer', 'RSS idle', 'RSS after load'], rows)];
}

function targets(result: BenchResult): string[] {
  const rows = judge(result).map(({ what, target, figure, byCpu, met }) => [
    what,
    target,
    figure,
    byCpu ?? unknown,
    met ? 'met' : '**not met**',
  ]);
  return rows.length === 0 ? [] : ['## Targets', table(['', 'target', 'figure', 'by CPU', ''], rows)];
}

export function formatReport(result: BenchResult): string {
  const { node, cpus, processor, memory, date, contract, tools } = result.environment;
  const versions = Object.entries(tools).map(([name, version]) => `${name} ${version}`);
  return [
    `# Benchmark\n\nContract ${contract}, Node ${node}, ${cpus} processors (${processor}), ${megabytes(memory)} of memory, ${date}; ${versions.join(', ')}.\nMedians of alternating runs, and the best of them for the check of calls and recordings; load and servers share the machine.\n` +
      'Ratios say how many times as fast this mock is: by requests per second, and by processor time for a request, which other work disturbs less.',
    ...loads(result),
    ...sizes(result),
    ...streams(result),
    ...teams(result),
    ...conformity(result),
    ...kit(result),
    ...programs(result),
    ...targets(result),
    ...(result.notes.length > 0 ? [`## Notes`, result.notes.map((note) => `* ${note}`).join('\n')] : []),
  ].join('\n\n');
}
