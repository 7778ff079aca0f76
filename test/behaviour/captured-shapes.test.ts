/**
 * Exchanges that are like captured ones: other words, tools and schemas than documented, and answers, errors and jobs that look as those
 * that the gateway really gave, in status, headers, members, finish words and order of events. Texts are masked, and the comparison
 * goes both ways. The fixtures say where each shape was seen.
 */
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { getAt } from '../../src/contract/pointer.js';
import { createMock } from '../mocks.js';
import { differences, nearest, type Shape } from './shape.js';

interface CapturedRequest {
  method?: string;
  path: string;
  prefer?: string;
  /** Without the header that carries the key. */
  anonymous?: boolean;
  body?: unknown;
}

interface CapturedStream {
  /** What stands between two events. */
  separator: string;
  /** Whether each event has its type in a line `event:` too. */
  named: boolean;
  /** Data that ends the stream and is no event. */
  end?: string;
  /** The kinds of events in their order, as a pattern; events of one kind in a row are one. */
  order: string;
  events: Record<string, Shape>;
}

interface CapturedExchange {
  name: string;
  source: string;
  provenance: 'client-code' | 'nexconn' | 'qnaigc' | 'vendor';
  /** Starts the job that the request asks about. */
  after?: CapturedRequest & { id: string };
  request: CapturedRequest;
  response: { status: number; headers: Record<string, string>; body?: Shape; stream?: CapturedStream };
}

const folder = new URL('../fixtures/captured/', import.meta.url);
const tables = await Promise.all(
  (await readdir(folder)).sort().map(async (file) => {
    // Shapes that several exchanges share stand beside them, for YAML's aliases.
    const { exchanges } = parse(await readFile(new URL(file, folder), 'utf8'), { merge: true, maxAliasCount: -1 });
    return [file.replace('.yaml', ''), exchanges as CapturedExchange[]] as const;
  }),
);

/** Headers of the way that a response takes, which a mock in the process has none of, and what the mock says of itself. */
const wayHeaders = /^(date|connection|server|content-length|transfer-encoding|vary|eo-.*|access-control-.*|x-mock-.*|x-nexconn-contract)$/;

const mock = await createMock();

function ask({ method, path, prefer, anonymous, body }: CapturedRequest): Promise<Response> {
  return mock.fetch(`http://mock${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(!anonymous && { authorization: 'Bearer any' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(prefer && { prefer }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** A form of a header's value: a pattern, or `=` and the header or the member of the answer whose value it repeats. */
function headerDifferences(headers: Headers, forms: Record<string, string>, body: unknown): string[] {
  const given = new Map([...headers].filter(([name]) => !wayHeaders.test(name)));
  const lines: string[] = [];
  for (const [written, form] of Object.entries(forms)) {
    const name = written.replace(/\?$/, '');
    const value = given.get(name);
    given.delete(name);
    if (value === undefined) {
      if (name === written) lines.push(`${name}: not there`);
      continue;
    }
    const isAlike = form.startsWith('=/')
      ? value === getAt(body as never, form.slice(1))
      : form.startsWith('=')
        ? value === headers.get(form.slice(1))
        : new RegExp(form).test(value);
    if (!isAlike) lines.push(`${name}: ${form}, but is ${value}`);
  }
  return [...lines, ...[...given.keys()].map((name) => `${name}: not in the capture`)];
}

interface ReadEvent {
  type: string | undefined;
  data: unknown;
}

function readEvent(text: string): ReadEvent {
  const lines = text.split(/\r?\n/);
  const line = (field: string) => lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2);
  const data = line('data') ?? '';
  return { type: line('event'), data: data.startsWith('{') ? JSON.parse(data) : data };
}

const typeOf = (value: unknown): unknown => (value as { type?: unknown } | null)?.type;

function streamDifferences(text: string, { separator, named, end, order, events }: CapturedStream): string[] {
  const read = text.split(separator).map(readEvent);
  const lines: string[] = [];
  if (read.pop()?.data !== '') lines.push(`the stream does not end with ${JSON.stringify(separator)}`);
  if (end !== undefined && read.pop()?.data !== end) lines.push(`the stream does not end with ${end}`);
  const kinds: string[] = [];
  for (const { type, data } of read) {
    if (type !== (named ? typeOf(data) : undefined)) lines.push(`event: ${type}`);
    const alike = Object.entries(events).filter(([, shape]) => typeOf(shape) === undefined || typeOf(shape) === `=${typeOf(data)}`);
    if (alike.length === 0) lines.push(`${typeOf(data)}: not in the capture`);
    else {
      const best = nearest(
        data,
        alike.map(([, shape]) => shape),
      );
      const kind = alike[best.index]?.[0] ?? '';
      lines.push(...best.differences.map((difference) => `${kind} ${difference}`));
      if (kinds.at(-1) !== kind) kinds.push(kind);
    }
  }
  if (!new RegExp(`^(?:${order})$`).test(kinds.join(' '))) lines.push(`events: ${order}, but are ${kinds.join(' ')}`);
  return [...new Set(lines)];
}

async function exchangeDifferences({ after, request, response: captured }: CapturedExchange): Promise<string[]> {
  const job = after && getAt((await (await ask(after)).json()) as never, after.id);
  const response = await ask({ ...request, path: request.path.replace('{id}', String(job)) });
  const text = await response.text();
  const body = captured.stream ? readEvent(text.split(captured.stream.separator)[0] ?? '').data : JSON.parse(text);
  return [
    ...(response.status === captured.status ? [] : [`status ${captured.status}, but is ${response.status}: ${text.slice(0, 200)}`]),
    ...headerDifferences(response.headers, captured.headers, body),
    ...(captured.stream ? streamDifferences(text, captured.stream) : differences(body, captured.body ?? 'any')),
  ];
}

describe.each(tables)('%s', (_, exchanges) => {
  test.each(exchanges.map((exchange) => [exchange.name, exchange] as const))('%s', async (_, exchange) => {
    expect(await exchangeDifferences(exchange)).toEqual([]);
  });
});

test('the table has forty exchanges, and each says where it was seen', () => {
  const all = tables.flatMap(([, exchanges]) => exchanges);
  expect(all.length).toBeGreaterThanOrEqual(40);
  for (const { source, provenance } of all) {
    expect(source).toMatch(/\w/);
    expect(['client-code', 'nexconn', 'qnaigc', 'vendor']).toContain(provenance);
  }
});

test('a comparison tells what one side alone has, and what is of another kind', () => {
  expect(differences({ a: 1, c: [] }, { a: 'string', b: 'null', c: [] })).toEqual(['/a: string, but is 1', '/b: not there']);
  expect(differences({ a: 'stop', b: 1 }, { a: '=stop' })).toEqual(['/b: not in the capture']);
  expect(differences({ a: 'x' }, { a: '=stop | /^y/', 'b?': 'any' })).toEqual(['/a: =stop | /^y/, but is "x"']);
  expect(differences([1, 'x', 2], ['integer', 'string'])).toEqual([': items of kinds 0, 1, 0']);
  expect(differences([{ a: 1 }], [{ '?': 'now and then', b: 'any' }, { a: 'integer' }])).toEqual([]);
});
