/** Records three large streams at once, and prints as JSON what that took of memory, and what the recordings say was dropped. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract } from '../../../compiled/contract.js';
import { eventText } from '../../../src/contract/event-stream.js';
import type { Recording } from '../../../src/recording/recording.js';
import { contractFetch } from '../../../src/testing/index.js';

const size = 52e6;
const together = 3;

const operation = contract.operations.find(({ stream, examples }) => stream && examples.some(({ events }) => events));
const example = operation?.examples.find(({ events }) => events);
const [, event] = example?.events ?? [];
if (!operation?.stream || !example || event === undefined) throw new Error('the contract has no stream');
const piece = new TextEncoder().encode(eventText(event, operation.stream).repeat(20));

/** As fast as it is read. */
function largeStream(): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        // A network lets other work go on.
        await new Promise((resolve) => setImmediate(resolve));
        sent += piece.length;
        if (sent > size) controller.close();
        else controller.enqueue(piece.slice());
      },
    },
    { highWaterMark: 0 },
  );
}

const folder = await mkdtemp(join(tmpdir(), 'nexconn-large-streams-'));
const checked = contractFetch(async () => new Response(largeStream(), { headers: { 'content-type': 'text/event-stream' } }), {
  onViolation: 'collect',
  record: folder,
});

async function read(): Promise<void> {
  const { method, path } = operation as NonNullable<typeof operation>;
  const headers = { authorization: 'Bearer sk-any-key-will-do', 'content-type': 'application/json' };
  const response = await checked(contract.server + path, { method, headers, body: JSON.stringify(example?.request.body) });
  for await (const _ of response.body as unknown as AsyncIterable<unknown>);
}

const idle = process.memoryUsage.rss();
let most = idle;
const looking = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 10);
await Promise.all(Array.from({ length: together }, read));
clearInterval(looking);
const names = await readdir(folder);
const recordings = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Recording));
await rm(folder, { recursive: true });
console.log(JSON.stringify({ aboveIdle: most - idle, dropped: recordings.map(({ response }) => response?.dropped ?? 0) }));
