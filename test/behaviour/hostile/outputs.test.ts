/** What others send moves no terminal, begins no line and gives no command to whoever reads our outputs. */
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Format, formatReport, formats } from '../../../src/check/report/format.js';
import type { Report } from '../../../src/check/report/report.js';
import { type LogFormat, openLog } from '../../../src/cli/common/log.js';
import { formatMarkdown } from '../../../src/diff/changelog-entry.js';
import type { ContractDiff } from '../../../src/diff/compare-contracts.js';
import { formatDiff } from '../../../src/diff/report.js';
import { visible } from '../../../src/http/visible-text.js';
import type { JournalEntry } from '../../../src/journal/journal.js';
import { contractFetch } from '../../../src/testing/index.js';
import { eventually } from '../../eventually.js';
import { createMock, type Mock } from '../../mocks.js';
import { sendBytes } from './raw.js';

/** Colours and titles of a terminal, an escape of one byte, new lines of all kinds, turned lines, and a command of a runner. */
const marks = [
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\r',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u0000',
  '\u007f',
];
const hostile = `${marks.join('x')}\n::error file=a::planted`;
const mark = /[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b]/u;

const body = {
  model: hostile,
  messages: [{ role: hostile, content: hostile, [hostile]: 1 }],
  tools: [{ type: hostile, function: { name: hostile } }],
  temperature: hostile,
};

let mock: Mock;
let port: number;
let entries: JournalEntry[];
beforeAll(async () => {
  mock = await createMock();
  ({ port } = await mock.listen());
  const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
  const post = (path: string, sent: unknown) => mock.fetch(`http://mock${path}`, { method: 'POST', headers, body: JSON.stringify(sent) });
  await post('/v1/chat/completions', body);
  await post(`/v1/chat/completions?${encodeURIComponent(hostile)}=${encodeURIComponent(hostile)}`, { ...body, stream: hostile });
  await post(`/v1/${encodeURIComponent(hostile)}`, body);
  await post('/v1/messages', { ...body, max_tokens: hostile });
  await mock.fetch(`http://mock/v1/videos/${encodeURIComponent(hostile)}`, { headers: { ...headers, prefer: 'task=\u009b31m' } });
  for (const target of ['/v1/\u009b31mmodels', '/v1/models?\u009b31m=\u0085'])
    await sendBytes(
      port,
      Buffer.from(
        `GET ${target} HTTP/1.1\r\nHost: a\u009b31m\r\nX-Forwarded-Proto: \u009b31m\r\nAuthorization: any-key\r\nConnection: close\r\n\r\n`,
        'latin1',
      ),
    );
  entries = mock.journal();
});
afterAll(() => mock.close());

describe.each<LogFormat>(['pretty', 'json'])('the log in the form %s', (format) => {
  test('has a line for each exchange, and nothing hidden in it', async () => {
    const out = new PassThrough();
    const own = { ...console };
    try {
      const { onExchange } = openLog(format, undefined, out);
      for (const entry of entries) onExchange?.(entry);
      await eventually(() => expect(out.readableLength).toBeGreaterThan(0));
    } finally {
      Object.assign(console, own);
    }
    const lines = String(out.read()).trimEnd().split('\n');
    expect(lines).toHaveLength(entries.length);
    for (const line of lines) expect(line).not.toMatch(mark);
    expect(lines.filter((line) => line.startsWith('::'))).toEqual([]);
  });
});

describe('a report', () => {
  const finding = { message: hostile, details: [hostile] };
  const report: Report = {
    title: hostile,
    cases: [
      { group: hostile, name: hostile, status: 'failed', findings: [finding], file: hostile },
      { group: hostile, name: hostile, status: 'unreachable', findings: [], reason: hostile },
      { group: hostile, name: hostile, status: 'skipped', findings: [], reason: hostile },
    ],
    notices: [hostile],
    time: new Date(0),
  };

  test.each<Format>([...formats])('in the form %s has nothing hidden in it', (format) => {
    const text = formatReport(format, { text: () => hostile, json: () => ({ [hostile]: hostile }), report: () => report });
    expect(text.replace(/\n/g, '')).not.toMatch(mark);
    if (format === 'json') expect(JSON.parse(text)).toEqual({ [hostile]: hostile });
    if (format === 'github') expect(text.match(/^::error/gm)).toHaveLength(1);
    if (format === 'markdown') expect(text).not.toMatch(/^::/m);
  });
});

test.each([
  ['text', formatDiff],
  ['Markdown', (diff: ContractDiff) => formatMarkdown(diff, 'Toys')],
])('a comparison of contracts, as %s, has a line for each change', (_, format) => {
  const change = { level: 'breaking', rule: 'removed', text: hostile, pages: [hostile], operations: [hostile] };
  const text = format({ base: '1', verdict: 'breaking', changes: [change] } as unknown as ContractDiff);
  expect(text.replace(/\n/g, '')).not.toMatch(mark);
  expect(text).not.toMatch(/^\s*::/m);
});

test('violations of the kit are a line each', async () => {
  const checked = contractFetch(mock.fetch, { onViolation: 'collect' });
  const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
  await checked('http://mock/v1/chat/completions', { method: 'POST', headers, body: JSON.stringify(body) });
  await checked(`http://mock/v1/${encodeURIComponent(hostile)}`, { headers });
  expect(checked.violations.length).toBeGreaterThan(1);
  for (const { message } of checked.violations) expect(message).not.toMatch(new RegExp(`${mark.source}|\\n`, 'u'));
});

test('what is seen of a text is one line', () => {
  expect(visible(`a\n\u001b[31mb`)).toBe('a \ufffd[31mb');
});
