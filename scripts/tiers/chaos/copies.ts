/** Two copies of the mock with one Redis, behind a round robin, under parallel calls of one session: they agree on everything. */
import { call, type ListedKind, listedKind, plainOperation } from './jobs-of-contract.js';
import { Judge, type Outcome, range } from './outcome.js';
import { roundRobin, type Served, serve } from './processes.js';
import { type RedisServer, startRedis } from './redis-server.js';

const part = 'copies agree';
const session = 'session="chaos, a?b:../*"';
const other = 'session=other';
const polls = 40;

interface Copies {
  kind: ListedKind;
  redis: RedisServer;
  copies: readonly Served[];
  /** In front of the copies. */
  url: string;
  judge: Judge;
}

const sorted = (ids: readonly string[]): string => [...ids].sort().join();

/** @param size how many jobs, calls and rounds */
export async function tryCopies(size: number): Promise<Outcome> {
  if (!listedKind) return { part, figures: '', wrong: [], skipped: 'the contract lists no jobs' };
  const redis = await startRedis();
  const judge = new Judge();
  const flags = ['mock', '--port', '0', '--log', 'pretty', '--store', redis.address, '--task-polls', String(polls)];
  const copies = await Promise.all([serve(...flags), serve(...flags)]);
  const front = await roundRobin(copies.map(({ url }) => url));
  const all: Copies = { kind: listedKind, redis, copies, url: front.url, judge };
  try {
    await countPolls(all);
    await listAndDelete(all, size);
    await takeTurns(all, size);
    await resetSession(all, size);
    expire(all);
  } finally {
    front.close();
    await Promise.all(copies.map(({ kill }) => kill()));
    await redis.stop();
  }
  return judge.outcome(part, `${size} jobs, ${polls} polls at once, ${size} turns, ${Math.ceil(size / 5)} resets`);
}

/** What copies say of one thing, asked one by one. */
async function agreed({ copies, judge }: Copies, what: string, ask: (url: string) => Promise<string>): Promise<string> {
  const [one = '', ...others] = await Promise.all(copies.map(({ url }) => ask(url)));
  for (const another of others)
    judge.expect(one === another, () => `${what}: one copy says ${one.slice(0, 200)}, another ${another.slice(0, 200)}`);
  return one;
}

/** None of the polls is lost, however many come at once. */
async function countPolls(all: Copies): Promise<void> {
  const { kind, url, judge } = all;
  const id = await kind.create(url, session);
  const state = ({ body }: { body: unknown }) => JSON.stringify(body).match(/"status":"[^"]*"/)?.[0] ?? '';
  const first = await kind.query(url, id, session);
  const answers = await Promise.all(range(polls - 2).map(() => kind.query(url, id, session)));
  judge.expect(
    answers.every(({ status }) => status === 200),
    () => `polls were answered ${answers.map(({ status }) => status).join()}`,
  );
  const last = await kind.query(url, id, session);
  const { order } = kind.family;
  const end = kind.family.states[order.at(-1) as string]?.value;
  judge.expect(
    state(last) === `"status":"${end}"`,
    () => `after ${polls} polls a job is ${state(last)}, not ${end}; it began as ${state(first)}`,
  );
  judge.expect(
    answers.some((answer) => state(answer) !== state(last)),
    () => 'a job was done before its last poll',
  );
}

async function listAndDelete(all: Copies, size: number): Promise<void> {
  const { kind, url, judge } = all;
  const kept = await kind.create(url, other);
  const before = await kind.list(url, session);
  const ids = await Promise.all(range(size).map(() => kind.create(url, session)));
  judge.expect(new Set(ids).size === ids.length, () => 'two jobs have one id');
  const [gone, left] = [ids.filter((_, index) => index % 2 === 0), ids.filter((_, index) => index % 2 === 1)];
  // Each is deleted twice at once, while others list and ask.
  const deleted = gone.map((id) => Promise.all([kind.remove(url, id, session), kind.remove(url, id, session)]));
  const lists = range(Math.ceil(size / 10)).map(() => kind.list(url, session));
  for (const list of await Promise.all(lists)) {
    const missing = left.filter((id) => !list.includes(id));
    judge.expect(missing.length === 0, () => `a list lacks ${missing.length} jobs that were there all along`);
  }
  for (const answers of await Promise.all(deleted)) {
    const statuses = answers
      .map(({ status }) => status)
      .sort()
      .join();
    judge.expect(
      statuses === `200,${kind.family.unknown.status}`,
      () => `a job that was deleted twice at once was answered with ${statuses}`,
    );
  }
  const now = await agreed(all, 'the list', async (copy) => sorted(await kind.list(copy, session)));
  judge.expect(now === sorted([...before, ...left]), () => `a list has not what was made and not deleted: ${now.split(',').length} jobs`);
  for (const id of [...gone.slice(0, 5), ...left.slice(0, 5)])
    await agreed(all, id, async (copy) => String((await kind.query(copy, id, session)).status));
  judge.expect((await kind.list(url, other)).includes(kept), () => 'a list of another session lost a job');
}

/** The answers of a scenario are given once each, whoever gives them. */
async function takeTurns({ url, copies, judge }: Copies, size: number): Promise<void> {
  const answers = range(size).map((number) => ({ response: { body: { turn: number } }, breaksContract: true }));
  const scenario = { name: 'turns', when: { operation: plainOperation.id }, answers: [...answers, { error: 429 }] };
  const scope = new URLSearchParams({ session: 'chaos, a?b:../*' });
  const added = await call(url, 'POST', `/__mock/scenarios?${scope}`, scenario);
  judge.expect(added.status === 201, () => `a scenario was answered ${added.status}: ${JSON.stringify(added.body)}`);
  const given = await Promise.all(range(size).map(() => call(url, 'GET', plainOperation.path, undefined, session)));
  const turns = given.map(({ body }) => body.turn as number).sort((one, next) => one - next);
  judge.expect(turns.join() === range(size).join(), () => `turns were given twice or not at all: ${turns.join()}`);
  for (const copy of copies) {
    const { status } = await call(copy.url, 'GET', plainOperation.path, undefined, session);
    judge.expect(status === 429, () => `after its last turn a copy answers ${status}`);
  }
}

/** A reset of one session by way of any copy is one of all, while others go on. */
async function resetSession(all: Copies, size: number): Promise<void> {
  const { kind, url, judge } = all;
  const others = await agreed(all, 'the list of another session', async (copy) => sorted(await kind.list(copy, other)));
  const path = `/__mock/reset?${new URLSearchParams({ session: 'chaos, a?b:../*' })}`;
  const storm = range(size).map(async (number) => {
    if (number % 5 === 0) return { what: 'a reset', right: 204, ...(await call(url, 'POST', path)) };
    await kind.create(url, session);
    return { what: 'a list', right: 200, ...(await kind.page(url, session)) };
  });
  for (const { what, right, status, body } of await Promise.all(storm))
    judge.expect(status === right, () => `${what} beside others was answered ${status}: ${JSON.stringify(body)?.slice(0, 200)}`);
  await call(url, 'POST', path);
  const fresh = sorted(await kind.list(url, 'session=never'));
  const left = await agreed(all, 'the list after a reset', async (copy) => sorted(await kind.list(copy, session)));
  judge.expect(left === fresh, () => `a reset left ${left.split(',').length} jobs`);
  const kept = await agreed(all, 'the list of another session', async (copy) => sorted(await kind.list(copy, other)));
  judge.expect(kept === others, () => 'a reset of one session reached another');
  await agreed(all, 'the scenarios', async (copy) =>
    JSON.stringify((await call(copy, 'GET', '/__mock/scenarios')).body.map((one: { name: string }) => one.name)),
  );
}

/** Nothing is kept for ever. */
function expire({ redis, judge }: Copies): void {
  const keys = redis.command('keys', '*').split('\n').filter(Boolean);
  judge.expect(keys.length > 0, () => 'nothing is kept in Redis');
  for (const key of keys) {
    const seconds = Number(redis.command('ttl', key));
    judge.expect(seconds > 0 && seconds <= 86_400, () => `the key ${key} lives for ${seconds} s`);
  }
}
