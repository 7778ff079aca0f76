/** The form of scenarios says to editors what their types say to TypeScript. */
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { memberNames } from '../../../../scripts/generate/scenarios/members.js';
import { type ScenarioNames, scenarioSchema } from '../../../../scripts/generate/scenarios/schema.js';
import type {
  CallContent,
  ContentAnswer,
  Delivery,
  ErrorAnswer,
  ExampleAnswer,
  JobAnswer,
  MediaAnswer,
  PartContent,
  PassThroughAnswer,
  ResponseAnswer,
  Scenario,
  When,
} from '../../../../src/scenarios/scenario.js';

/** The compiler refuses a name that the type has not, and the lack of one that it has. */
type Names<T> = Record<keyof T, true>;
type NamesOf<T> = T extends unknown ? keyof T : never;
type Part = Exclude<NonNullable<ErrorAnswer['error']>, number>;
type ToolResult = Extract<When['toolResult'], { name?: unknown }>;

const delivery = { times: true, latencyMs: true, pace: true, fault: true, breaksContract: true } satisfies Names<Delivery>;
const answers = {
  ...({
    ...{ text: true, json: true, reasoning: true, toolCalls: true, images: true, refusal: true, parts: true, finish: true, usage: true },
    ...delivery,
  } satisfies Names<ContentAnswer>),
  ...({ error: true, ...delivery } satisfies Names<ErrorAnswer>),
  ...({ example: true, ...delivery } satisfies Names<ExampleAnswer>),
  ...({ job: true, ...delivery } satisfies Names<JobAnswer>),
  ...({ media: true, ...delivery } satisfies Names<MediaAnswer>),
  ...({ response: true, ...delivery } satisfies Names<ResponseAnswer>),
  ...({ passThrough: true, ...delivery } satisfies Names<PassThroughAnswer>),
};
const { test: _, ...when } = {
  ...{ operation: true, model: true, user: true, system: true, turn: true, images: true, tool: true, toolResult: true, stream: true },
  ...{ path: true, query: true, headers: true, body: true, session: true, test: true },
} satisfies Names<When>;

const typed: Record<string, Record<string, true>> = {
  '': { name: true, when: true, answers: true } satisfies Names<Scenario>,
  '/when': when,
  '/when/toolResult': { name: true, text: true } satisfies Names<ToolResult>,
  '/answers/*': answers,
  '/answers/*/toolCalls/*': { name: true, arguments: true, id: true } satisfies Names<CallContent>,
  '/answers/*/parts/*': { text: true, json: true, reasoning: true, refusal: true, toolCall: true, image: true, raw: true } satisfies Record<
    NamesOf<PartContent>,
    true
  >,
  '/answers/*/parts/*/toolCall': { name: true, arguments: true, id: true } satisfies Names<CallContent>,
  '/answers/*/usage': { input: true, output: true, reasoning: true, cached: true } satisfies Names<NonNullable<ContentAnswer['usage']>>,
  '/answers/*/error': { status: true, message: true, type: true, code: true, retryAfterSeconds: true } satisfies Names<Part>,
  '/answers/*/job': { seconds: true, polls: true, end: true, at: true, error: true, media: true } satisfies Names<JobAnswer['job']>,
  '/answers/*/job/error': { message: true, code: true } satisfies Names<NonNullable<JobAnswer['job']['error']>>,
  '/answers/*/response': { status: true, headers: true, body: true, text: true, events: true } satisfies Names<ResponseAnswer['response']>,
  '/answers/*/pace': { firstEventMs: true, eventsPerSecond: true } satisfies Names<NonNullable<Delivery['pace']>>,
  '/answers/*/fault': { kind: true, afterEvents: true, message: true, type: true } satisfies Names<NonNullable<Delivery['fault']>>,
};

test('every object of it has the members of its type', () => {
  const found = Object.entries(memberNames()).filter(([, names]) => names.join() !== 'file');
  expect(Object.fromEntries(found.map(([place, names]) => [place, [...names].sort()]))).toEqual(
    Object.fromEntries(Object.entries(typed).map(([place, names]) => [place, Object.keys(names).sort()])),
  );
});

const names: ScenarioNames = {
  operations: ['create', 'list'],
  models: ['one-1', 'two-2'],
  examples: ['page.chat'],
  statuses: [400, 429],
  protocols: ['chat'],
  ends: ['failed'],
};
const schema = scenarioSchema(names) as any;

test('every object of it is closed, or a map, and every member says what it is', () => {
  const open: string[] = [];
  const silent: string[] = [];
  const walk = (node: any, place: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if (node.properties && node.additionalProperties !== false && !place.includes('/then')) open.push(place);
    if (node.properties && !place.includes('/then') && !place.includes('/raw'))
      for (const [name, member] of Object.entries<any>(node.properties)) if (!member.description) silent.push(`${place}/${name}`);
    for (const [name, member] of Object.entries(node)) walk(member, `${place}/${name}`);
  };
  walk(schema, '');
  expect({ open, silent }).toEqual({ open: [], silent: [] });
});

describe('an editor', () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  const scenario = (when: unknown, answer: unknown) => [{ name: 'a', when, answers: [answer] }];

  test.each([
    [[]],
    [scenario({}, { text: 'x' })],
    [scenario({ operation: ['create', 'list'], model: ['one-*', 'unheard-of'] }, { example: 'other' })],
    [scenario({ user: ['/a/', 'b'], turn: [0, 1], images: true, toolResult: { name: 't' } }, { parts: [{ raw: { chat: {} } }] })],
    [scenario({ body: { '/a': null, '/b': { c: [1, true] } } }, { error: { status: 429 }, times: 2 })],
  ])('takes %j', (value) => {
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    [{}],
    [[{ answers: [{ text: 'no name' }] }]],
    [[{ name: 'a b', answers: [{ text: 'x' }] }]],
    [scenario({ operation: 'creat' }, { text: 'x' })],
    [scenario({ usr: 'x' }, { text: 'x' })],
    [scenario({ body: { a: 1 } }, { text: 'x' })],
    [scenario({}, {})],
    [scenario({}, { text: 'x', error: 429 })],
    [scenario({}, { text: 'x', times: 0 })],
    [scenario({}, { parts: [{ text: 'x', json: 1 }] })],
    [scenario({}, { parts: [{ raw: { chta: {} } }] })],
  ])('marks %j', (value) => {
    expect(validate(value)).toBe(false);
  });

  test('is told the names of the contract', () => {
    const text = JSON.stringify(schema);
    for (const list of Object.values(names)) for (const name of list) expect(text).toContain(JSON.stringify(name));
  });
});
