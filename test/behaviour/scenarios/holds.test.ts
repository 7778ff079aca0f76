/** Answers in the hands of a test: no test of a stream has to sleep. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { fillPath } from '../../../src/contract/path-template.js';
import { getAt } from '../../../src/contract/pointer.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { ask, forms, requestOf } from '../conversations/dialogue.js';

let mock: Mock;
let origin: string;
beforeAll(async () => {
  mock = await createMock();
  origin = (await mock.listen(0)).url;
});
afterAll(() => mock.close());

const headers = { authorization: 'Bearer k', 'content-type': 'application/json' };
const question = { messages: [{ user: 'Count to five.' }] };
const answer = { text: 'One two three four five.' };

describe.each(forms)('$name', (form) => {
  const { operation, streams } = form;
  const send = (signal?: AbortSignal) => {
    const { path, body } = requestOf(form, question);
    return fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body), ...(signal && { signal }) });
  };

  test('waits for its answer', async () => {
    const held = mock.hold(operation.id);
    const asked = ask(mock, form, question);
    expect((await held.request).conversation).toMatchObject({ user: 'Count to five.', turn: 0 });
    held.answer(answer);
    expect((await asked).content.text).toBe(answer.text);
  });

  test('fails when it is told to', async () => {
    const held = mock.hold(operation.id);
    const asked = ask(mock, form, question);
    await held.request;
    held.error({ status: 503, message: 'Not today.' });
    const { status, text } = await asked;
    expect(status).toBe(503);
    expect(text).toContain('Not today.');
  });

  test('tells that the caller went away', async () => {
    const held = mock.hold(operation.id, { answer });
    const controller = new AbortController();
    const asked = send(controller.signal).then((response) => response.text());
    const { aborted } = await held.request;
    controller.abort();
    await expect(asked).rejects.toThrow();
    await aborted;
    held.release();
  });

  test('tells that the caller left before all of the request was there', async () => {
    const held = mock.hold(operation.id, { answer });
    const { path, body } = requestOf(form, question);
    const controller = new AbortController();
    const rest = new ReadableStream({
      pull(stream) {
        controller.abort();
        stream.enqueue(new TextEncoder().encode(JSON.stringify(body)));
        stream.close();
      },
    });
    const init = { method: 'POST', headers, body: rest, signal: controller.signal, duplex: 'half' } as RequestInit;
    const asked = expect(mock.fetch(`${origin}${path}`, init)).rejects.toThrow();
    await (await held.request).aborted;
    await asked;
    held.release();
  });

  if (!streams) return;

  test('gives as many events as it is told to, and then breaks', async () => {
    const held = mock.hold(operation.id, { answer });
    const sent = send();
    await held.request;
    held.next(4);
    const reader = (await sent).body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while ((text.match(/^data:/gm)?.length ?? 0) < 4) text += (await reader?.read())?.value;
    expect(text.match(/^data:/gm)).toHaveLength(4);
    expect(text).not.toContain('five');
    held.cut();
    await expect(reader?.read()).rejects.toThrow();
  });

  test('reports an error after the first event', async () => {
    const held = mock.hold(operation.id, { answer });
    const sent = send();
    await held.request;
    held.next();
    const response = await sent;
    held.error({ message: 'Overloaded.' });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Overloaded.');
  });
});

describe('a hold', () => {
  const [form] = forms;

  test('ends with a clear error when nobody serves it', async () => {
    if (!form) throw new Error('there is no chat operation');
    const held = mock.hold(form.operation.id, { timeoutMs: 1000 });
    const [{ status, text }] = await Promise.all([ask(mock, form, question), held.request]);
    expect(status).toBe(500);
    expect(text).toContain('is held, and nobody said in 1000 ms what becomes of it');
    await expect(mock.hold(form.operation.id, { timeoutMs: 20 }).request).rejects.toThrow(/^no request of .* came in 20 ms$/);
  });

  test('is for an operation that there is', () => {
    expect(() => mock.hold('createChatCompletions')).toThrow('did you mean createChatCompletion?');
  });

  test('is for one session', async () => {
    if (!form) throw new Error('there is no chat operation');
    const held = mock.hold(form.operation.id, { session: 'one' });
    expect((await ask(mock, form, question, {}, 'session=two')).status).toBe(200);
    const asked = ask(mock, form, question, {}, 'session=one');
    await held.request;
    held.answer(answer);
    expect((await asked).content.text).toBe(answer.text);
  });

  test.each<[string, (held: ReturnType<Mock['hold']>) => void, string]>([
    ['no events', (held) => held.next(0), 'next: events must be a whole number of at least 1, got 0'],
    ['a part of an event', (held) => held.next(1.5), 'next: events must be a whole number of at least 1, got 1.5'],
    ['a status that is none', (held) => held.error({ status: 200 }), 'error: status must be a whole number from 400 to 599, got 200'],
    ['a job that there is not', (held) => held.state('done'), 'state: createChatCompletion creates no job'],
  ])('refuses %s', (_, say, message) => {
    const held = mock.hold('createChatCompletion');
    expect(() => say(held)).toThrow(message);
    held.release();
  });

  test('refuses a state that there is not, and a progress beyond its range', () => {
    const creates = contract.operations.find(({ task }) => task?.role === 'create');
    const states = Object.keys(contract.tasks[creates?.task?.name ?? '']?.states ?? {});
    const held = mock.hold(creates?.id);
    expect(() => held.state('nonsense')).toThrow(`state: there is no state nonsense; there are ${states.join(', ')}`);
    expect(() => held.state(states[0] ?? '', { progress: 101 })).toThrow('state: progress must be a number from 0 to 100, got 101');
    held.release();
  });

  test.each([0, -1, Number.NaN, 2 ** 31])('does not wait for %d ms', (timeoutMs) => {
    expect(() => mock.hold('createChatCompletion', { timeoutMs })).toThrow('hold: timeoutMs must be a number above 0 and below 2147483648');
  });

  test('does nothing more once the response has ended, or its caller has left', async () => {
    if (!form) throw new Error('there is no chat operation');
    const sayAll = (held: ReturnType<Mock['hold']>) => {
      held.next(3);
      held.error();
      held.cut();
      held.cut();
      held.end();
      held.answer({ text: 'Too late.' });
      held.release();
    };
    const held = mock.hold(form.operation.id, { answer });
    const asked = ask(mock, form, question);
    await held.request;
    held.answer();
    expect((await asked).content.text).toBe(answer.text);
    sayAll(held);

    const left = mock.hold(form.operation.id, { answer });
    const caller = new AbortController();
    const { path, body } = requestOf(form, question);
    const sent = fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body), signal: caller.signal });
    const { aborted } = await left.request;
    caller.abort();
    await expect(sent).rejects.toThrow();
    await aborted;
    sayAll(left);
    expect((await ask(mock, form, question)).status).toBe(200);
  });

  test.each<[what: string, answer: object, why: string]>([
    [
      'it is to give what is no answer',
      { txt: 'hi' },
      'what the test holds for it is no answer: /txt: there is no member txt here; did you mean text?',
    ],
    [
      'the request has no number for it',
      { error: '{$request.query.status}' },
      'held: what the request has in the place of /error must be integer or object',
    ],
  ])('says so where %s', async (_, answer, why) => {
    if (!form) throw new Error('there is no chat operation');
    const held = mock.hold(form.operation.id);
    const asked = ask(mock, form, question);
    await held.request;
    held.answer(answer as never);
    const { status, text } = await asked;
    expect(status).toBe(500);
    expect(text).toContain(why);
  });

  test('goes over HTTP', async () => {
    if (!form) throw new Error('there is no chat operation');
    const post = (path: string, body: unknown) => fetch(`${origin}${path}`, { method: 'POST', body: JSON.stringify(body) });
    const begun = await post('/__mock/holds', { operation: form.operation.id });
    expect(begun.status).toBe(201);
    const { id } = await begun.json();
    const asked = ask(mock, form, question);
    const request = await (await fetch(`${origin}/__mock/holds?id=${id}`)).json();
    expect(request.conversation.user).toBe('Count to five.');
    expect((await post(`/__mock/holds?id=${id}`, { answer: { texts: 'x' } })).status).toBe(400);
    expect((await post(`/__mock/holds?id=${id}`, { answer })).status).toBe(204);
    expect((await asked).content.text).toBe(answer.text);
    for (const said of [{ nod: true }, { next: 0 }, { next: 'all' }, { next: 1, cut: true }, { state: 'done' }, { error: { status: 1 } }])
      expect([said, (await post(`/__mock/holds?id=${id}`, said)).status]).toEqual([said, 400]);
    expect((await post('/__mock/holds?id=none', { next: 1 })).status).toBe(404);
    expect((await post('/__mock/holds', { answer: { texts: 'x' } })).status).toBe(400);
  });
});

test('a job is as far as the test says', async () => {
  const [name, family] = Object.entries(contract.tasks).find(([, { progress }]) => progress !== undefined) ?? [];
  if (!name || !family?.progress) throw new Error('no family tells progress');
  const ofRole = (role: string) => contract.operations.find(({ task }) => task?.name === name && task.role === role);
  const [create, query] = [ofRole('create'), ofRole('query')];
  const example = create?.examples.find(({ body }) => getAt(body, family.id.at) !== undefined);
  if (!create || !query || !example) throw new Error(`no example creates a job of ${name}`);
  const held = mock.hold(create.id);
  const response = await mock.fetch(`http://mock${create.path}`, { method: 'POST', headers, body: JSON.stringify(example.request.body) });
  const id = String(getAt(await response.json(), family.id.at));
  const poll = async () =>
    (await mock.fetch(`http://mock${fillPath(query.path, { [query.task?.parameter ?? '']: id })}`, { headers })).json();
  const [initial, running] = [
    family.initial,
    family.order.filter((state) => state !== family.initial && family.states[state]?.outcome === undefined).at(-1) ?? '',
  ];
  expect(getAt(await poll(), family.state)).toBe(family.states[initial]?.value);
  held.state(running, { progress: 40 });
  const body = await poll();
  expect(getAt(body, family.state)).toBe(family.states[running]?.value);
  expect([40, undefined]).toContain(getAt(body, family.progress));
  const success = Object.keys(family.states).find((state) => family.states[state]?.outcome === 'success') ?? '';
  held.state(success);
  expect(getAt(await poll(), family.state)).toBe(family.states[success]?.value);
});
