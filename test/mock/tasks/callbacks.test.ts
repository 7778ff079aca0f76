/** The calls that the mock makes: where to, how often, and what the journal says of them. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Journal } from '../../../src/journal/journal.js';
import { secretNames } from '../../../src/journal/redaction.js';
import { type CallbackPlan, Callbacks } from '../../../src/mock/tasks/callbacks.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Outcome = number | Error;

/** Callbacks to a receiver that answers so, one after another; the last for ever. */
function setUp(outcomes: Outcome[] = [200], allowAll = false) {
  const journal = new Journal(100, secretNames({}));
  const calls: { url: string; init: RequestInit }[] = [];
  const receive: typeof fetch = async (url, init) => {
    const outcome = outcomes[Math.min(calls.length, outcomes.length - 1)] as Outcome;
    calls.push({ url: String(url), init: init as RequestInit });
    if (outcome instanceof Error) throw outcome;
    return new Response(null, { status: outcome });
  };
  const callbacks = new Callbacks(journal, { allowAll, fetch: receive, now: Date.now });
  const plan = (more: Partial<CallbackPlan> = {}): CallbackPlan => ({
    url: 'http://localhost:9999/hook',
    tries: 3,
    delays: [1, 5],
    body: () => ({ state: 'done' }),
    session: 's',
    operation: 'createVideo',
    ...more,
  });
  const entries = () => journal.list().map(({ status, callback }) => ({ status, ...callback }));
  return { callbacks, calls, plan, entries, journal };
}

describe('a call', () => {
  test('is made when it is due, with the body of that moment', async () => {
    const { callbacks, calls, plan, journal } = setUp();
    let state = 'queued';
    callbacks.schedule(plan({ body: () => ({ state }) }), 500);
    await vi.advanceTimersByTimeAsync(499);
    expect(calls).toEqual([]);
    state = 'done';
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toMatchObject([
      {
        url: 'http://localhost:9999/hook',
        init: { method: 'POST', body: '{"state":"done"}', headers: { 'content-type': 'application/json' } },
      },
    ]);
    expect(journal.list()).toMatchObject([
      {
        session: 's',
        operation: 'createVideo',
        method: 'POST',
        status: 200,
        requestBody: { state: 'done' },
        callback: { url: 'http://localhost:9999/hook', attempt: 1 },
      },
    ]);
  });

  test.each<[what: string, outcomes: Outcome[], tries: number, statuses: number[]]>([
    ['that is received is not made again', [204], 3, [204]],
    ['that is refused is not made again', [404], 3, [404]],
    ['that is redirected is not made again', [302], 3, [302]],
    ['that fails is made again', [500, 200], 3, [500, 200]],
    ['that meets nobody is made again', [new TypeError('fetch failed'), 200], 3, [0, 200]],
    ['is made no more often than planned', [503], 3, [503, 503, 503]],
    ['is made once where that is planned', [503], 1, [503]],
  ])('%s', async (_, outcomes, tries, statuses) => {
    const { callbacks, plan, entries } = setUp(outcomes);
    callbacks.schedule(plan({ tries }), 0);
    await vi.runAllTimersAsync();
    expect(entries().map(({ status }) => status)).toEqual(statuses);
    expect(entries().map(({ attempt }) => attempt)).toEqual(statuses.map((_status, index) => index + 1));
  });

  test('that fails waits as long as planned, and then as long as at last', async () => {
    const { callbacks, calls, plan } = setUp([500]);
    callbacks.schedule(plan({ tries: 4, delays: [1, 5] }), 0);
    const made: number[] = [];
    for (const seconds of [0, 1, 4, 1, 4, 1]) {
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      made.push(calls.length);
    }
    expect(made).toEqual([1, 2, 2, 3, 3, 4]);
  });

  test('that fails is made again at once where no pause is planned', async () => {
    const { callbacks, calls, plan } = setUp([500]);
    callbacks.schedule(plan({ tries: 2, delays: [] }), 0);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(2);
  });
});

const refused = 'not called: only loopback addresses are, unless callbacks are allowed';

describe('an address', () => {
  test.each([
    'http://localhost/x',
    'https://LOCALHOST:1/x',
    'http://127.0.0.1/x',
    'http://127.9.9.9/x',
    'http://0x7f.1/x',
    'http://[::1]:80/x',
  ])('%s is on this machine', async (url) => {
    const { callbacks, calls, plan } = setUp();
    callbacks.schedule(plan({ url }), 0);
    await vi.runAllTimersAsync();
    expect(calls).toHaveLength(1);
  });

  test.each([
    'http://example.com/x',
    'http://localhost.example.com/x',
    'http://notlocalhost/x',
    'http://localhost@example.com/x',
    'http://127.0.0.1.example.com/x',
    'http://128.0.0.1/x',
    'http://10.0.0.1/x',
    'http://169.254.169.254/latest',
    'http://[::2]/x',
    'http://0.0.0.0/x',
  ])('%s is not, and is called only where that is allowed', async (url) => {
    for (const allowed of [false, true]) {
      const { callbacks, calls, plan, entries } = setUp([200], allowed);
      callbacks.schedule(plan({ url }), 0);
      await vi.runAllTimersAsync();
      expect(calls).toHaveLength(allowed ? 1 : 0);
      expect(entries()).toMatchObject([allowed ? { status: 200 } : { status: 0, error: refused }]);
    }
  });

  test('on this machine does not lead to another one', async () => {
    for (const [allowed, redirect] of [
      [false, 'manual'],
      [true, 'follow'],
    ] as const) {
      const { callbacks, calls, plan } = setUp([200], allowed);
      callbacks.schedule(plan(), 0);
      await vi.runAllTimersAsync();
      expect(calls[0]?.init).toMatchObject({ redirect });
    }
  });

  test.each([
    ['file:///etc/passwd', 'not an http address'],
    ['javascript:alert(1)', 'not an http address'],
    ['ftp://localhost/x', 'not an http address'],
    ['localhost:80/x', 'not an http address'],
    ['/hook', 'not an http address'],
    ['', 'not an http address'],
    ['http://', 'not an http address'],
  ])('%j is none, which another try does not change', async (url, error) => {
    const { callbacks, calls, plan, entries } = setUp([200], true);
    callbacks.schedule(plan({ url }), 0);
    await vi.runAllTimersAsync();
    expect(calls).toEqual([]);
    expect(entries()).toMatchObject([{ status: 0, attempt: 1, error }]);
  });
});

describe('closing', () => {
  test('forgets the calls that are not due', async () => {
    const { callbacks, calls, plan } = setUp();
    callbacks.schedule(plan(), 1000);
    callbacks.close();
    await vi.runAllTimersAsync();
    expect(calls).toEqual([]);
  });

  test('makes a call that is under way the last', async () => {
    const { callbacks, calls, plan } = setUp([500]);
    callbacks.schedule(plan(), 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toHaveLength(1);
    callbacks.close();
    await vi.runAllTimersAsync();
    expect(calls).toHaveLength(1);
  });
});
