/** What the mock is to reach, and whether it does. */
import type { BenchResult, LoadFigures } from './figures/result.js';
import { ratio } from './figures/statistics.js';
import { type Format, megabytes, milliseconds, percent, times, whole } from './figures/units.js';

interface Figure {
  value: number;
  /** The same by processor time, for ratios of loads. */
  byCpu?: number;
  remark?: string;
}

interface Target {
  what: string;
  /** Whether it holds for the processor time too. */
  byCpuToo?: true;
  /** Absent where it was not measured. */
  figure: (result: BenchResult) => Figure | undefined;
  /** The limit; at least one of the two. */
  least?: number;
  most?: number;
  format: Format;
}

/** A target with what was found. */
export interface Judged {
  what: string;
  /** Such as `>= 2.00x`. */
  target: string;
  figure: string;
  byCpu?: string;
  met: boolean;
}

function against(of: LoadFigures | undefined, to: LoadFigures | undefined): Figure | undefined {
  if (!of || !to) return undefined;
  const { requests, cpu } = ratio(of, to);
  return { value: requests, ...(cpu !== undefined && { byCpu: cpu }) };
}

const plain = (value: number | undefined, remark?: string): Figure | undefined =>
  value === undefined ? undefined : { value, ...(remark && { remark }) };

/** @param unit so many of the figures make one */
const longer = (of: number | undefined, than: number | undefined, unit = 1): Figure | undefined =>
  of === undefined || than === undefined ? undefined : { value: Math.max(0, of - than) / unit };

const targets: readonly Target[] = [
  {
    what: 'JSON chat, against Steady',
    figure: ({ servers: { mock, steady } }) => against(mock?.loads.chat, steady?.loads.chat),
    least: 3,
    format: times,
  },
  {
    what: 'JSON chat, against stock Prism',
    figure: ({ servers: { mock, prism } }) => against(mock?.loads.chat, prism?.loads.chat),
    least: 12,
    format: times,
  },
  {
    what: 'JSON chat, against aimock',
    figure: ({ servers: { mock, aimock } }) => against(mock?.loads.chat, aimock?.loads.chat),
    least: 1.8,
    format: times,
  },
  {
    what: 'stream with own words, against aimock',
    figure: ({ servers: { mock, aimock } }) => against(mock?.loads.words, aimock?.loads.words),
    least: 0.9,
    format: times,
  },
  {
    what: 'stream with own words, against Steady',
    figure: ({ servers: { mock, steady } }) => against(mock?.loads.words, steady?.loads.words),
    least: 5,
    format: times,
  },
  {
    what: 'JSON chat, against the floor',
    byCpuToo: true,
    figure: ({ servers: { mock, floor } }) => against(mock?.loads.chat, floor?.loads.chat),
    least: 0.5,
    format: percent,
  },
  {
    what: 'JSON chat, against the largest `oneOf` body',
    figure: ({ servers: { mock } }) => against(mock?.loads.chat, mock?.loads.largest),
    most: 1.5,
    format: times,
  },
  {
    what: 'JSON chat with own words and tools, against the documented one',
    figure: ({ servers: { mock } }) => against(mock?.loads.calls, mock?.loads.chat),
    least: 0.6,
    format: percent,
  },
  {
    what: 'JSON chat with own words, cut, against the documented one',
    figure: ({ servers: { mock } }) => against(mock?.loads.cut, mock?.loads.chat),
    least: 0.6,
    format: percent,
  },
  {
    what: 'JSON chat on the large contract, against the contract itself',
    figure: ({ sizes: { mock } }) => against(mock?.large, mock?.once),
    least: 0.9,
    format: percent,
  },
  {
    what: 'paced streams at once that come to their end',
    figure: ({ streams }) =>
      streams &&
      plain(
        streams.mock.complete / streams.streams,
        `${streams.mock.complete} of ${streams.streams} in ${milliseconds(streams.mock.wall)}, ideal ${milliseconds(streams.ideal)}`,
      ),
    least: 1,
    format: percent,
  },
  {
    what: 'lateness of 99 % of their events, against one timer a stream',
    figure: ({ streams }) =>
      streams &&
      plain(streams.mock.late / streams.control.late, `${milliseconds(streams.mock.late)}, ${milliseconds(streams.control.late)}`),
    most: 1,
    format: times,
  },
  {
    what: 'their processor time, against one timer a stream',
    figure: ({ streams }) =>
      streams?.mock.cpu === undefined || streams.control.cpu === undefined ? undefined : plain(streams.mock.cpu / streams.control.cpu),
    most: 2.2,
    format: times,
  },
  { what: '`npm start` to the first answer', figure: ({ coldStart }) => plain(coldStart), most: 400, format: milliseconds },
  {
    what: '`nexconn-contract mock` to the first answer',
    figure: ({ servers: { mock } }) => plain(mock?.start),
    most: 300,
    format: milliseconds,
  },
  {
    what: '`createMock()`',
    figure: ({ createMock }) => createMock && plain(createMock.create, `import before it ${milliseconds(createMock.load)}`),
    most: 50,
    format: milliseconds,
  },
  { what: 'RSS when idle', figure: ({ servers: { mock } }) => plain(mock?.idle), most: 60e6, format: megabytes },
  {
    what: 'JSON chat among 500 scenarios, against the same without',
    figure: ({ scenarios }) => against(scenarios?.shortAmong500, scenarios?.short),
    least: 0.8,
    format: percent,
  },
  {
    what: '500 scenarios on a question of 32 kB, more processor time',
    figure: ({ scenarios }) => longer(scenarios?.longAmong500?.cpu, scenarios?.long?.cpu, 1000),
    most: 10,
    format: milliseconds,
  },
  {
    what: "a scenario's chat, against the documented one",
    figure: ({ scenarios }) => against(scenarios?.own, scenarios?.documented),
    least: 0.8,
    format: percent,
  },
  {
    what: "a scenario's chat with embedded expressions, against the documented one",
    figure: ({ scenarios }) => against(scenarios?.embedded, scenarios?.documented),
    least: 0.6,
    format: percent,
  },
  {
    what: 'a start with 20 scenarios, longer',
    figure: ({ scenarios }) => longer(scenarios?.start?.few, scenarios?.start?.none),
    most: 100,
    format: milliseconds,
  },
  {
    what: 'a start with 1,000 answers in 500 files, longer',
    figure: ({ scenarios }) => longer(scenarios?.start?.many, scenarios?.start?.none),
    most: 1500,
    format: milliseconds,
  },
  { what: 'a start with 10,000 recordings', figure: ({ recordings }) => plain(recordings?.start), most: 3000, format: milliseconds },
  { what: 'RSS with 10,000 recordings', figure: ({ recordings }) => plain(recordings?.idle), most: 200e6, format: megabytes },
  {
    what: 'replayed JSON answers a second',
    figure: ({ recordings }) => plain(recordings?.loads.json?.requestsPerSecond),
    least: 3000,
    format: whole,
  },
  {
    what: 'recordings of 2 kB that conform checks in a second',
    figure: ({ conform }) => plain(conform?.folder),
    least: 8000,
    format: whole,
  },
  {
    what: 'entries of a HAR file that conform checks in a second',
    figure: ({ conform }) => plain(conform?.har),
    least: 12_000,
    format: whole,
  },
  {
    what: 'JSON call under contractFetch, of the call without',
    figure: ({ kit }) => plain(kit?.json),
    most: 2.7,
    format: times,
  },
  {
    what: 'stream under contractFetch, of one that is decoded, split and parsed',
    figure: ({ kit }) => plain(kit?.stream),
    most: 1.35,
    format: times,
  },
  {
    what: 'call through the proxy, longer by',
    figure: ({ kit }) => plain(kit?.proxyMs, kit && `a bare pipe: ${milliseconds(kit.pipeMs)}`),
    most: 0.6,
    format: milliseconds,
  },
];

/** The targets of which there is a figure. */
export function judge(result: BenchResult): Judged[] {
  return targets.flatMap(({ what, byCpuToo, figure, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, format }) => {
    const found = figure(result);
    if (!found) return [];
    const { value, byCpu, remark } = found;
    return {
      what,
      target: Number.isFinite(least) ? `at least ${format(least)}` : `at most ${format(most)}`,
      figure: remark === undefined ? format(value) : `${format(value)} (${remark})`,
      ...(byCpu !== undefined && { byCpu: format(byCpu) }),
      met: [value, ...(byCpuToo && byCpu !== undefined ? [byCpu] : [])].every((one) => one >= least && one <= most),
    };
  });
}
