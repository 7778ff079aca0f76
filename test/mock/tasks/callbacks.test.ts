/** The calls that the mock makes: where to, how often, and what the journal says of them. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Journal } from '../../../src/journal/journal.js';
import { secretNames } from '../../../src/journal/redaction.js';
import { type CallbackPlan, Callbacks } from '../../../src/mock/tasks/callbacks.js';
import { AddressRefused, type Deliver } from '../../../src/mock/tasks/deliver.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Outcome = number | Error;

/** Callbacks to a receiver that answers so, one after another; the last for ever. */
function setUp(outcomes: Outcome[] = [200]) {
  const journal = new Journal(100, secretNames({}));
  const calls: { url: string; body: string }[] = [];
  const deliver: Deliver = async (url, body) => {
    const outcome = outcomes[Math.min(calls.length, outcomes.length - 1)] as Outcome;
    calls.push({ url, body });
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const clock = { ahead: 0, stands: false };
  const callbacks = new Callbacks(journal, {
    deliver,
    now: () => Date.now() + clock.ahead,
    stands: () => clock.stands,
  });
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
  return { callbacks, calls, plan, entries, journal, clock };
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
    expect(calls).toEqual([{ url: 'http://localhost:9999/hook', body: '{"state":"done"}' }]);
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

  test('whose body cannot be made now is made again', async () => {
    const { callbacks, calls, plan, entries } = setUp();
    const body = vi.fn().mockRejectedValueOnce(new Error('the store is away')).mockReturnValue({});
    callbacks.schedule(plan({ body }), 0);
    await vi.runAllTimersAsync();
    expect(calls).toHaveLength(1);
    expect(entries()).toMatchObject([{ status: 0, error: 'the store is away' }, { status: 200 }]);
  });

  test('that fails is made again at once where no pause is planned', async () => {
    const { callbacks, calls, plan } = setUp([500]);
    callbacks.schedule(plan({ tries: 2, delays: [] }), 0);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(2);
  });
});

describe('an address that is not to be called', () => {
  test('is not called again, and the journal says why', async () => {
    const { callbacks, calls, plan, entries, journal } = setUp([new AddressRefused('not called')]);
    callbacks.schedule(plan(), 0);
    await vi.runAllTimersAsync();
    expect(calls).toHaveLength(1);
    expect(entries()).toMatchObject([{ status: 0, attempt: 1, error: 'not called' }]);
    expect(journal.list()).toMatchObject([{ requestBody: { state: 'done' } }]);
  });
});

describe('forgetting', () => {
  test('leaves out the calls that are not due', async () => {
    const { callbacks, calls, plan } = setUp();
    callbacks.schedule(plan(), 1000);
    callbacks.forget();
    await vi.runAllTimersAsync();
    expect(calls).toEqual([]);
  });

  test('makes a call that is under way the last', async () => {
    const { callbacks, calls, plan } = setUp([500]);
    callbacks.schedule(plan(), 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toHaveLength(1);
    callbacks.forget();
    await vi.runAllTimersAsync();
    expect(calls).toHaveLength(1);
  });

  test('is of one session where one is named', async () => {
    const { callbacks, plan, entries } = setUp();
    callbacks.schedule(plan({ session: 'a', url: 'http://localhost/a' }), 1000);
    callbacks.schedule(plan({ session: 'b', url: 'http://localhost/b' }), 1000);
    callbacks.forget('a');
    await vi.runAllTimersAsync();
    expect(entries().map(({ url }) => url)).toEqual(['http://localhost/b']);
  });
});

describe('a clock that is moved', () => {
  const urls = (calls: { url: string }[]) => calls.map(({ url }) => url.slice(-1));

  test('has those called that are due then, in the order of their times', async () => {
    const { callbacks, calls, plan, clock } = setUp();
    clock.stands = true;
    for (const [name, delay] of [
      ['c', 3000],
      ['a', 1000],
      ['d', 3001],
      ['b', 2000],
    ] as const)
      callbacks.schedule(plan({ url: `http://localhost/${name}` }), delay);
    await vi.advanceTimersByTimeAsync(10_000);
    clock.ahead -= 10_000;
    expect(calls).toEqual([]);
    clock.ahead += 3000;
    await callbacks.callDue();
    expect(urls(calls)).toEqual(['a', 'b', 'c']);
    clock.ahead += 1;
    await callbacks.callDue();
    expect(urls(calls)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('makes those again that fail and are due again', async () => {
    const { callbacks, plan, clock, entries } = setUp([500]);
    clock.stands = true;
    callbacks.schedule(plan({ tries: 3, delays: [1, 5] }), 1000);
    clock.ahead = 2000;
    await callbacks.callDue();
    expect(entries().map(({ attempt }) => attempt)).toEqual([1, 2]);
    clock.ahead = 7000;
    await callbacks.callDue();
    expect(entries().map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  });

  test('and runs goes on with what is left', async () => {
    const { callbacks, calls, plan, clock } = setUp();
    callbacks.schedule(plan(), 1000);
    callbacks.schedule(plan(), 5000);
    clock.ahead = 3000;
    await callbacks.callDue();
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1999);
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(2);
  });

  test('and stands has those called at once that are due at once', async () => {
    const { callbacks, calls, plan, clock } = setUp();
    clock.stands = true;
    callbacks.schedule(plan(), 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toHaveLength(1);
  });

  test('to a stop has nobody called until it is moved again', async () => {
    const { callbacks, calls, plan, clock } = setUp();
    callbacks.schedule(plan(), 1000);
    clock.stands = true;
    clock.ahead = -60_000;
    await callbacks.callDue();
    await vi.runAllTimersAsync();
    expect(calls).toEqual([]);
  });
});

test('a call that is due in more days than a timer counts waits for its time', async () => {
  const { callbacks, calls, plan } = setUp();
  const days = 30 * 86_400_000;
  callbacks.schedule(plan(), days);
  await vi.advanceTimersByTimeAsync(days - 1);
  expect(calls).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(calls).toHaveLength(1);
});
