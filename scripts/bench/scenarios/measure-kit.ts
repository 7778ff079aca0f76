/** What the check of calls costs those who make them: under `contractFetch`, and through the proxy. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createParser } from 'eventsource-parser';
import { eventText, terminatorText } from '../../../src/contract/event-stream.js';
import type * as testing from '../../../src/testing/index.js';
import type * as upstream from '../../../src/upstream/index.js';
import { project } from '../../lib/project.js';
import type { KitFigures } from '../figures/result.js';
import { median } from '../figures/statistics.js';
import { type Command, startProgram } from '../servers/programs.js';
import { script } from '../servers/servers.js';
import type { Bench } from './measure-scenarios.js';

type Work = () => Promise<unknown>;

/** Batches of each of two, in turns, so that both have the same machine; the best of each tells the least of what else runs on it. */
const batches = 200;
/** Events of a stream, as a longer answer has. */
const eventCount = 300;
/** Calls through the proxy, after those that come while it is being compiled, as it is once a suite of tests has run for a while. */
const proxied = { first: 2000, rounds: 8, each: 250 };

async function timeOf(work: Work, times: number): Promise<number> {
  const started = performance.now();
  for (let index = 0; index < times; index++) await work();
  return performance.now() - started;
}

async function ratioOf(checked: Work, plain: Work, times: number): Promise<number> {
  const best = { checked: Number.POSITIVE_INFINITY, plain: Number.POSITIVE_INFINITY };
  // The first batches are not compiled yet.
  for (let batch = -batches / 4; batch < batches; batch++) {
    const took = { plain: await timeOf(plain, times), checked: await timeOf(checked, times) };
    if (batch < 0) continue;
    best.plain = Math.min(best.plain, took.plain);
    best.checked = Math.min(best.checked, took.checked);
  }
  return best.checked / best.plain;
}

/** What is left of `contractFetch` without the contract: it passes on, decodes, splits and parses. */
const bare =
  (inner: typeof fetch): typeof fetch =>
  async (...call) => {
    const response = await inner(...call);
    const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
    const decoder = new TextDecoder();
    const parser = createParser({
      onEvent({ data }) {
        if (data.startsWith('{')) JSON.parse(data);
      },
    });
    const passed = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        async pull(controller) {
          const { done, value } = await reader.read();
          if (done) {
            controller.close();
            return;
          }
          parser.feed(decoder.decode(value, { stream: true }));
          controller.enqueue(value);
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(passed, response);
  };

function streamOf(pieces: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        const piece = pieces[at++];
        if (piece) controller.enqueue(piece.slice());
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Milliseconds that a call takes longer through the proxy, and through a pipe that looks at nothing: at the median, in the best round of each. */
async function delays({ folder, workloads }: Bench): Promise<Pick<KitFigures, 'proxyMs' | 'pipeMs'>> {
  const { createMock }: typeof upstream = await import(pathToFileURL(join(project.root, 'dist/mock.js')).href);
  const mock = await createMock();
  const { url } = await mock.listen();
  const through = (title: string, args: (port: string) => string[]): Command => ({
    title,
    program: process.execPath,
    args: (port) => args(String(port)),
  });
  const start = (command: Command) => startProgram(command, join(folder, `${command.title}.log`), workloads.chat);
  const cli = join(project.root, 'dist/cli.js');
  const proxy = await start(through('proxy', (port) => [cli, 'proxy', url, '--port', port, '--log', 'silent']));
  const pipe = await start(through('pipe', (port) => ['--import', 'tsx', script('pipe-server.ts'), url, port]));
  try {
    const { method, path, headers, body } = workloads.chat;
    const origins = [url, proxy.url, pipe.url] as const;
    /** The median of so many calls of each, in turns. */
    const round = async (calls: number): Promise<number[]> => {
      const times = origins.map(() => [] as number[]);
      for (let index = 0; index < calls; index++)
        for (const [at, origin] of origins.entries()) {
          const started = performance.now();
          await (await fetch(origin + path, { method, headers, body })).text();
          times[at]?.push(performance.now() - started);
        }
      return times.map(median);
    };
    await round(proxied.first);
    const rounds: number[][] = [];
    for (let index = 0; index < proxied.rounds; index++) rounds.push(await round(proxied.each));
    const [direct = 0, checked = 0, piped = 0] = origins.map((_, at) => Math.min(...rounds.map((medians) => medians[at] ?? 0)));
    return { proxyMs: checked - direct, pipeMs: piped - direct };
  } finally {
    await Promise.all([proxy.stop(), pipe.stop()]);
    await mock.close();
  }
}

export async function measureKit(bench: Bench): Promise<KitFigures> {
  const { contract, workloads, progress } = bench;
  progress('contractFetch: JSON, a stream; the proxy, a bare pipe');
  const { contractFetch }: typeof testing = await import(pathToFileURL(join(project.root, 'dist/testing.js')).href);
  const { method, path, headers, body } = workloads.chat;
  const operation = contract.operations.find((one) => one.path === path && one.method === method);
  const json = operation?.examples.find((one) => JSON.stringify(one.request.body) === body);
  const streamed = operation?.examples.find(({ events }) => events);
  if (!operation?.stream || !json || !streamed?.events) throw new Error('the documented chat has no answer, or none that is a stream');
  const framing = operation.stream;
  const [first, second, ...others] = streamed.events;
  const events = [first, ...Array.from({ length: eventCount }, () => second), ...others];
  const texts = [...events.map((event) => eventText(event, framing)), terminatorText(framing)];
  const pieces = texts.filter((text) => text !== '').map((text) => new TextEncoder().encode(text));
  const answer = JSON.stringify(json.body);
  const ofJson = async () => new Response(answer, { headers: { 'content-type': 'application/json' } });
  const ofStream = async () => new Response(streamOf(pieces), { headers: { 'content-type': 'text/event-stream' } });
  const asked = (sent: string) => ({ method, headers: { ...headers }, body: sent });
  const readJson =
    (call: typeof fetch): Work =>
    async () =>
      (await call(contract.server + path, asked(body))).json();
  const readStream =
    (call: typeof fetch): Work =>
    async () => {
      const response = await call(contract.server + path, asked(JSON.stringify(streamed.request.body)));
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      while (!(await reader.read()).done);
    };
  return {
    json: await ratioOf(readJson(contractFetch(ofJson)), readJson(ofJson), 100),
    stream: await ratioOf(readStream(contractFetch(ofStream)), readStream(bare(ofStream)), 2),
    ...(await delays(bench)),
  };
}
