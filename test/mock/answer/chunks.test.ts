/** Bodies in pieces of one size. */
import { describe, expect, test } from 'vitest';
import { inChunks } from '../../../src/mock/answer/chunks.js';
import { block } from '../../block.js';
import { eventually } from '../../eventually.js';

const text = 'data: {"text":"Grüße 😀 你好"}\n\ndata: [DONE]\n\n';
const bytes = new TextEncoder().encode(text);

async function* of(...pieces: (string | Uint8Array)[]) {
  yield* pieces;
}

async function read(body: AsyncIterable<Uint8Array>) {
  const pieces: Uint8Array[] = [];
  let error: unknown;
  try {
    for await (const piece of body) pieces.push(piece);
  } catch (thrown) {
    error = thrown;
  }
  return { sizes: pieces.map(({ length }) => length), bytes: new Uint8Array(pieces.flatMap((piece) => [...piece])), error };
}

const sizesOf = (size: number) => [
  ...Array<number>(Math.floor(bytes.length / size)).fill(size),
  ...(bytes.length % size > 0 ? [bytes.length % size] : []),
];

describe.each([1, 2, 3, 7, bytes.length - 1, bytes.length, bytes.length + 1, 100_000])('pieces of %i', (size) => {
  test.each([
    ['a stream', () => of(text.slice(0, 35), '', text.slice(35, 40), text.slice(40))],
    ['a stream of bytes', () => of(bytes.slice(0, 1), bytes.slice(1))],
    ['a text', () => text],
    ['bytes', () => bytes],
  ])('%s', async (_, body) => {
    expect(await read(inChunks(body(), size))).toEqual({ sizes: sizesOf(size), bytes, error: undefined });
  });
});

test('nothing is no piece', async () => {
  expect((await read(inChunks('', 7))).sizes).toEqual([]);
});

test('what came before a break is not lost', async () => {
  const broken = new Error('cut');
  async function* source() {
    yield '0123456789';
    throw broken;
  }
  expect(await read(inChunks(source(), 7))).toMatchObject({ sizes: [7, 3], error: broken });
});

test('a process that was busy has heard no silence', async () => {
  async function* source() {
    yield '01234';
    await undefined;
    block(300);
    await new Promise((resolve) => setTimeout(resolve));
    yield '56789';
  }
  expect((await read(inChunks(source(), 7))).sizes).toEqual([7, 3]);
});

test('what came before a silence is not kept back', async () => {
  let end = () => {};
  const silence = new Promise<void>((resolve) => {
    end = resolve;
  });
  async function* source() {
    yield '01234';
    await silence;
    yield '56789';
  }
  const reader = inChunks(source(), 7);
  expect((await reader.next()).value).toHaveLength(5);
  end();
  expect((await read(reader)).sizes).toEqual([5]);
});

test('who leaves ends the source', async () => {
  let ended = false;
  async function* source() {
    try {
      for (;;) yield '0123456789';
    } finally {
      ended = true;
    }
  }
  const reader = inChunks(source(), 3);
  await reader.next();
  await reader.return(undefined);
  await eventually(() => expect(ended).toBe(true));
});
