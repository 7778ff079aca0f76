import { describe, expect, test } from 'vitest';
import { tellEnd } from '../../src/http/tell-end.js';

async function* pieces(fails = false) {
  yield 'one';
  if (fails) throw new Error('cut');
  yield 'two';
}

describe('tells once how a stream ended:', () => {
  const watched = (stream: AsyncIterable<string>, signal?: AbortSignal) => {
    const told: unknown[] = [];
    return { told, stream: tellEnd(stream, signal, (how) => told.push(how)) };
  };

  test('taken whole, and given on as it is', async () => {
    const caller = new AbortController();
    const { told, stream } = watched(pieces(), caller.signal);
    const taken: string[] = [];
    for await (const piece of stream) {
      expect(told).toEqual([]);
      taken.push(piece);
    }
    caller.abort();
    expect(taken).toEqual(['one', 'two']);
    expect(told).toEqual([undefined]);
  });

  test('broken off by its source', async () => {
    const { told, stream } = watched(pieces(true));
    await expect(collect(stream)).rejects.toThrow('cut');
    expect(told).toEqual([{ fault: 'cut' }]);
  });

  test('left by its reader', async () => {
    const { told, stream } = watched(pieces());
    for await (const _ of stream) break;
    expect(told).toEqual([{ aborted: true }]);
  });

  test('left by a caller who asks for nothing more, before or after it began', () => {
    const caller = new AbortController();
    const { told } = watched(pieces(), caller.signal);
    caller.abort();
    expect(told).toEqual([{ aborted: true }]);
    expect(watched(pieces(), caller.signal).told).toEqual([{ aborted: true }]);
  });
});

async function collect(stream: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of stream) all.push(piece);
  return all;
}
