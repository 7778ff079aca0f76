import { describe, expect, it } from 'vitest';
import { creationOf, givenAgain } from '../../../src/check/jobs/creations.js';

const creation = (body: unknown, headers: Record<string, string> = {}) =>
  creationOf({ path: {}, query: new URLSearchParams(), header: (name) => headers[name], body });

const found = (one: unknown, other: unknown, headers?: Record<string, string>) =>
  givenAgain(creation(one, headers), creation(other, headers), '/id', 'video-1').map(({ pointer, expected }) => `${pointer} ${expected}`);

const told = ['/id must differ from that of the job that another request was answered with'];

describe('an id that a job before has', () => {
  it('is found where something else was asked for', () => {
    expect(found({ prompt: 'a cat' }, { prompt: 'a dog' })).toEqual(told);
  });

  it('may come again for the same request, and for one with the same key', () => {
    expect(found({ prompt: 'a cat' }, { prompt: 'a cat' })).toEqual([]);
    expect(found({ prompt: 'a cat' }, { prompt: 'a dog' }, { 'idempotency-key': 'k-1' })).toEqual([]);
  });

  it('is found by the length and the ends of large pictures, and no picture is read as a whole', () => {
    const picture = 'A'.repeat(5000);
    expect(found({ image: picture }, { image: `${picture}A` })).toEqual(told);
    expect(found({ image: picture }, { image: `B${picture.slice(1)}` })).toEqual(told);
    expect(found({ image: picture }, { image: `${picture.slice(0, 2500)}B${picture.slice(2501)}` })).toEqual([]);
  });
});
