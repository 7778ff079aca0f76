/** Options of the mock, in Node.js and in a page. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { createMock, type MockOptions } from '../../../src/mock/index.js';
import { mockGateway } from '../../../src/msw/index.js';

const time = 'a time from 1970 to 2286: milliseconds, or a text such as 2026-01-31T12:00:00Z';

const make = {
  createMock: (options: object) => createMock(options as MockOptions),
  mockGateway: async (options: object) => mockGateway(options as MockOptions),
};

describe.each(Object.entries(make))('%s refuses', (name, create) => {
  test.each([
    [{ bogus: true }, 'there is no option bogus; there are contract, '],
    [{ errorrate: 0.1 }, 'there is no option errorrate; did you mean errorRate?'],
    [{ errorRate: 7 }, 'errorRate must be a number from 0 to 1, got 7'],
    [{ eventsPerSecond: 0 }, 'eventsPerSecond must be a number of at least 0.001, got 0'],
    [{ taskSeconds: -1 }, 'taskSeconds must be a number of at least 0, got -1'],
    [{ taskSeconds: '2' }, 'taskSeconds must be a number of at least 0, got "2"'],
    [{ latencyMs: [400, 100] }, 'latencyMs must be a number from 0 to 2147483647, or a range such as [100, 400], got [400,100]'],
    [{ words: 0 }, 'words must be a whole number from 1 to 20000, or a range such as [20, 400], got 0'],
    [{ words: [20, 30_000] }, 'words must be a whole number from 1 to 20000, or a range such as [20, 400], got [20,30000]'],
    [{ word: 5 }, 'there is no option word; did you mean words?'],
    [{ firstEventMs: Number.NaN }, 'firstEventMs must be a number from 0 to 2147483647, got NaN'],
    [{ journalSize: 0 }, 'journalSize must be a whole number of at least 1, got 0'],
    [{ strict: 'yes' }, 'strict must be true or false, got "yes"'],
    [{ now: -1 }, `now must be ${time}; or a function, got -1`],
    [{ now: 'noon' }, `now must be ${time}; or a function, got "noon"`],
  ])('%j', async (options, message) => {
    await expect(create(options)).rejects.toThrow(`${name}: ${message}`);
  });
});

test('what takes Node.js is no option in a page', () => {
  expect(() => mockGateway({ engine: 'prism' } as MockOptions)).toThrow(/^mockGateway: there is no option engine/);
});

test('Prism, which answers by the description of the package, takes no other contract', async () => {
  const other = { ...contract };
  await expect(createMock({ engine: 'prism', contract: other })).rejects.toThrow(
    /^createMock: contract must be left out with engine: 'prism', which answers by the description of this package$/,
  );
  await expect(createMock({ engine: 'prism', contract })).resolves.toBeDefined();
  await expect(createMock({ contract: other })).resolves.toBeDefined();
});

test('a store is one, or the address of one', async () => {
  await expect(createMock({ store: 5 as never })).rejects.toThrow('createMock: store must be a store, memory: or redis://host:port, got 5');
  await expect(createMock({ store: 'mysql://x' })).rejects.toThrow('unknown store mysql://x');
  await (await createMock({ store: 'memory:' })).close();
});

describe('old names', () => {
  afterEach(() => vi.restoreAllMocks());

  test('work, with a warning', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const mock = await createMock({ bodyLimit: 10, tokensPerSecond: 1e6, firstTokenMs: 0, latency: 0 });
    const init = { method: 'POST', headers: { authorization: 'k', 'content-type': 'application/json' }, body: '{"model":"any"}' };
    expect((await mock.fetch('http://mock/v1/chat/completions', init)).status).toBe(413);
    expect(warn.mock.calls.map(([message]) => message)).toContain(
      'createMock: tokensPerSecond is now eventsPerSecond; the old name is gone in 0.3',
    );
  });
});
