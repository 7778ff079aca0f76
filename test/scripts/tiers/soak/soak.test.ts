import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Health } from '../../../../scripts/tiers/soak/server.js';
import { judge, soak } from '../../../../scripts/tiers/soak/soak.js';

const counts = { chats: 200, jobs: 60, streams: 20, aborted: 10, wrong: 10 };

test('nothing in the mock grows', async () => {
  const lines: string[] = [];
  expect(await soak({ counts, store: 'memory:', report: (line) => lines.push(line) })).toEqual([]);
  expect(lines).toHaveLength(10);
});

test('what grows is found, and what is answered otherwise', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-leaky-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const leaky = join(folder, 'server.mjs');
  await writeFile(
    leaky,
    `import http from 'node:http';
    const kept = [];
    const server = http.createServer((incoming, outgoing) => {
      kept.push(new Array(100_000).fill(kept.length + 0.5));
      setTimeout(() => {}, 1e6);
      incoming.resume();
      outgoing.end('{}');
    });
    process.on('disconnect', () => process.exit());
    process.on('message', () => {
      globalThis.gc();
      const handles = { Timeout: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length };
      process.send({ heap: process.memoryUsage().heapUsed, rss: 0, handles, journal: 0, open: 0 });
    });
    server.listen(0, '127.0.0.1', () => process.send({ url: 'http://127.0.0.1:' + server.address().port }));`,
  );
  const found = await soak({ counts, store: 'memory:', server: leaky, report: () => {} });
  expect(found).toContainEqual(expect.stringMatching(/^the heap grew by \d/));
  expect(found).toContainEqual(expect.stringMatching(/^handles were .* and are /));
  expect(found).toContainEqual(expect.stringMatching(/^10 times 200 in place of 400/));
});

test('open entries, and a journal without a bound', () => {
  const health: Health = { heap: 1, rss: 1, handles: {}, journal: 1, open: 0 };
  expect(judge([health, health])).toEqual([]);
  expect(judge([health, { ...health, open: 2, journal: 1e9 }])).toEqual(['2 entries of the journal are open', 'the journal has 953.7 MB']);
});
