/** Events that are like the one before but for one text are not judged anew; nothing is found otherwise for that. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AlikeEvents } from '../../src/check/alike-events.js';
import type { Asked } from '../../src/check/asked/asked.js';
import type { Checker } from '../../src/check/checker.js';
import { createChecker } from '../../src/check/packaged.js';
import { createMock, type Mock } from '../../src/mock/index.js';
import { type Dialogue, forms, requestOf } from '../behaviour/conversations/dialogue.js';

const eventOf = (content: unknown, more: object = {}) => JSON.stringify({ id: 'a', choices: [{ index: 0, delta: { content }, ...more }] });

function alikeAfter(...events: string[]): AlikeEvents {
  const alike = new AlikeEvents((path) => path.at(-1) === 'content');
  for (const data of events) alike.learn({ data, name: undefined, value: JSON.parse(data) }, true);
  return alike;
}

describe('an event is like those before', () => {
  const alike = alikeAfter(eventOf('One'), eventOf(' two'));
  test.each(['three', '"', 'a "quoted" word', '\\', 'a\nline', '\u0001', '🐦', '","x":"', ' two'])('where its text is %j', (text) => {
    expect(alike.textOf(eventOf(text), undefined)).toBe(text);
  });

  test.each([
    ['that has no text', eventOf('')],
    ['whose text is none', eventOf(null)],
    ['that has something more', eventOf('three', { finish_reason: 'stop' })],
    ['of another id', eventOf('three').replace('"a"', '"b"')],
    ['that has other members in the place of the text', eventOf('x').replace('"x"', '"x","refusal":"y"')],
    ['that is no JSON', eventOf('x').replace('"x"', '"x"y"')],
    ['whose text is no JSON', eventOf('x').replace('"x"', '"x\n"')],
    ['with half an escape', eventOf('x').replace('"x"', '"x\\"')],
  ])('but not one %s', (_, data) => {
    expect(alike.textOf(data, undefined)).toBeUndefined();
  });

  test('but not one of another name', () => {
    expect(alike.textOf(eventOf('three'), 'chunk')).toBeUndefined();
  });
});

test.each([
  ['begin alike', ['a "b" c', 'a "b" d']],
  ['end alike', ['x "b" c', 'y "b" c']],
  ['begin and end alike', ['"ab"', '"aab"']],
  ['hold one another', ['ab', 'abab']],
  ['are the same in other writing', ['a', 'b']],
])('texts that %s are told from what stands around them', (_, [one = '', other = '']) => {
  const alike = alikeAfter(eventOf(one), eventOf(other));
  for (const text of [one, other, 'else', '"']) expect([undefined, text]).toContain(alike.textOf(eventOf(text), undefined));
});

test.each([
  ['another text differs as well', [eventOf('a'), eventOf('b').replace('"a"', '"b"')]],
  ['a text differs that is none of those', [eventOf('a'), eventOf('a').replace('"id":"a"', '"id":"b"')]],
  ['nothing differs', [eventOf('a'), eventOf('a')]],
  ['spaces differ as well', [eventOf('a'), eventOf('b').replace('{', '{ ')]],
])('nothing is known where %s', (_, events) => {
  expect(alikeAfter(...events).textOf(events[1] as string, undefined)).toBeUndefined();
});

describe('a judge that knows what is alike finds what one finds that does not', () => {
  let mock: Mock;
  const streams = forms.filter((form) => form.streams);
  const texts = new Map<string, { path: string; body: string; events: string[] }[]>();
  const messages = [{ user: 'Why is the sky blue, and what has Rayleigh to do with it?' }];
  const tools = [{ name: 'look', schema: { type: 'object', properties: { at: { type: 'string' } }, required: ['at'] } }];
  const dialogues: Dialogue[] = [{ messages }, { messages, tools }, { messages, tools, choice: 'required' }, { messages, stop: ['zzz'] }];

  beforeAll(async () => {
    mock = await createMock({ eventsPerSecond: 1e6 });
    for (const form of streams) {
      const answers = dialogues.map(async (dialogue) => {
        const { path, body } = requestOf(form, dialogue);
        const headers = { authorization: 'Bearer k', 'content-type': 'application/json' };
        const response = await mock.fetch(`http://mock${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
        return { path, body: JSON.stringify(body), events: (await response.text()).split(/(?<=\r?\n\r?\n)/) };
      });
      texts.set(form.name, await Promise.all(answers));
    }
  });
  afterAll(() => mock.close());

  /** Ways to spoil a stream; each takes the place of an event and the one that stands there. */
  const spoils: Record<string, (events: string[], at: number) => string[]> = {
    twice: (events, at) => events.toSpliced(at, 0, events[at] as string),
    gone: (events, at) => events.toSpliced(at, 1),
    swapped: (events, at) => events.toSpliced(at, 2, ...events.slice(at, at + 2).reverse()),
    cut: (events, at) => events.with(at, (events[at] as string).slice(0, -12)),
    'of another id': (events, at) => events.with(at, (events[at] as string).replace(/"(id|model)":"/, '"$1":"x')),
    'of ever new ids': (events, at) =>
      events.toSpliced(at, 0, ...[1, 2, 3, 4].map((id) => (events[at] as string).replace(/"(id|model|responseId)":"/, `"$1":"${id}`))),
    'with ever new arguments': (events, at) =>
      events.toSpliced(at, 0, ...[1, 2, 3, 4].map((n) => (events[at] as string).replace(/"(arguments|partial_json)":"/, `"$1":"${n}`))),
    'of another place': (events, at) => events.with(at, (events[at] as string).replace(/"index":0/, '"index":1')),
    'at an end': (events, at) => events.with(at, (events[at] as string).replace(/"finish_reason":null/, '"finish_reason":"stop"')),
    'with a number': (events, at) => events.with(at, (events[at] as string).replace(/"(content|text|delta)":"[^"]*"/, '"$1":7')),
    'with a quotation': (events, at) => events.with(at, (events[at] as string).replace(/"(content|text|delta)":"/, '"$1":"\\"say')),
    'with half a character': (events, at) => events.with(at, (events[at] as string).replace(/"(content|text|delta)":"/, '"$1":"\\ud83d')),
    'without text': (events, at) => events.with(at, (events[at] as string).replace(/"(content|text|delta)":"[^"]*"/, '"$1":""')),
    'with what stops': (events, at) => events.with(at, (events[at] as string).replace(/"(content|text|delta)":"/, '"$1":"zzz')),
    'named otherwise': (events, at) => events.with(at, `event: other\n${events[at]}`),
    failing: (events, at) => events.toSpliced(at, 0, 'data: {"error":{"message":"It broke.","type":"server_error"}}\n\n'),
  };

  function findings(checker: Checker, { path, body }: { path: string; body: string }, events: readonly string[]): string[] {
    const headers: Record<string, string> = { authorization: 'Bearer k', 'content-type': 'application/json' };
    const url = new URL(path, 'http://mock');
    const exchange = checker.begin({
      method: 'POST',
      path: url.pathname,
      query: url.searchParams,
      header: (name) => headers[name],
      headers: () => headers,
      body,
    });
    const check = exchange.response(200, (name) => (name === 'content-type' ? 'text/event-stream' : null));
    for (const event of events) check.write(event);
    check.end();
    return exchange.violations.map(({ message }) => message);
  }

  /** Judges each event by itself. */
  function thorough(): Checker {
    const checker = createChecker();
    for (const [protocol, asked] of Object.entries(checker.asked)) {
      const never: Asked = (...call) => Object.assign((asked as Asked)(...call), { isRepeatable: () => false });
      Object.assign(checker.asked, { [protocol]: never });
    }
    return checker;
  }

  test.each(streams)('$name', ({ name }) => {
    const known = texts.get(name) as { path: string; body: string; events: string[] }[];
    for (const answer of known) expect(findings(createChecker(), answer, answer.events)).toEqual([]);
    expect(known[0]?.events.length).toBeGreaterThan(5);
    const [quick, slow] = [createChecker(), thorough()];
    const told = new Set<string>();
    const judge = (answer: (typeof known)[number], spoilt: readonly string[], how: unknown) => {
      const found = findings(quick, answer, spoilt);
      for (const finding of found) told.add(finding);
      expect([how, found]).toEqual([how, findings(slow, answer, spoilt)]);
    };
    const spoil = (events: string[], [way, at]: readonly [string, number]) =>
      events.length === 0 ? events : (spoils[way] as (typeof spoils)[string])(events, Math.floor(at * events.length));
    const ways = Object.keys(spoils);
    for (const answer of known)
      for (const way of ways) for (const at of [0.1, 0.4, 0.8]) judge(answer, spoil(answer.events, [way, at]), [way, at]);
    const several = fc.array(fc.tuple(fc.constantFrom(...ways), fc.double({ min: 0, max: 0.999, noNaN: true })), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.constantFrom(...known), several, (answer, chosen) => judge(answer, chosen.reduce(spoil, answer.events), chosen)),
      { numRuns: 30, seed: 7 },
    );
    expect(told.size).toBeGreaterThan(8);
  });
});
