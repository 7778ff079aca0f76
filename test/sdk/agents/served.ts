/** A mock on a real socket, for the SDKs of one file; what they warn of on the console is a failure. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { type CreateMockOptions, createMock, type JournalEntry, type Mock } from '../../../src/mock/index.js';

export interface Served {
  /** The address of the mock with this path. */
  url(path: string): string;
  /** The requests of the current test, in their order. */
  requests(): JournalEntry[];
}

/** To be called once, at the top of a test file. @param options of the mock; none if left out */
export function serve(options: CreateMockOptions = {}): Served {
  let mock: Mock;
  let address = '';
  beforeAll(async () => {
    mock = await createMock({ eventsPerSecond: 100_000, ...options });
    ({ url: address } = await mock.listen());
  });
  afterAll(() => mock.close());

  beforeEach(async () => {
    await mock.reset();
    for (const method of ['warn', 'error'] as const) vi.spyOn(console, method);
  });
  afterEach(() => {
    const said = (['warn', 'error'] as const).flatMap((method) => vi.mocked(console[method]).mock.calls);
    vi.restoreAllMocks();
    expect(said).toEqual([]);
    expect(mock.journal().flatMap(({ violations }) => violations)).toEqual([]);
  });

  return { url: (path) => address + path, requests: () => mock.journal() };
}
