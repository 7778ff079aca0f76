/**
 * The test kit is the judge of the mock: whatever is asked of it (valid, nearly valid, with odd tools and schemas, with every preference), it
 * finds nothing wrong with the answer, and no error of the server's that nobody asked for.
 */
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { asked } from '../../../compiled/asked.js';
import { contract } from '../../../compiled/contract.js';
import { parseCondition, parseExpression } from '../../../src/contract/expression.js';
import { parsePointer, setAt } from '../../../src/contract/pointer.js';
import type { PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';
import { jsonOrText } from '../../../src/http/json/json-text.js';
import { contractFetch } from '../../../src/testing/index.js';
import { createMock } from '../../mocks.js';
import { runs } from '../../runs.js';
import { brokenRequests, type ContractRequest, openRequests, requestsWith, validRequests } from '../contract-requests.js';
import { couldBeMadeUp } from './oracle.js';

const mock = await createMock({ taskSeconds: 0, eventsPerSecond: 1e6, journalSize: 1 });
afterAll(() => mock.close());

type Sent = Pick<ContractRequest, 'path' | 'query' | 'body'> & { headers?: Record<string, string> | undefined };

interface Outcome {
  status: number;
  /** What the kit finds wrong with the request. */
  request: string[];
  /** With the answer. */
  answer: string[];
}

let sessions = 0;

/** One exchange under the eyes of a kit, and in a session, that know of no other: what is forced need not go with what was before. */
async function judged(operation: PreparedOperation, { path, query, body, headers }: Sent, prefer = ''): Promise<Outcome> {
  const checked = contractFetch(mock.fetch, { onViolation: 'collect' });
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const response = await checked(`http://mock${filled}?${search}`, {
    method: operation.method,
    headers: {
      authorization: 'Bearer key',
      'content-type': 'application/json',
      prefer: `session=${++sessions}${prefer && `, ${prefer}`}`,
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  // What Prism makes up fits the schema, and no more than that: what members have in common, and what texts hold, it does not know.
  const isMadeUp = prefer.startsWith('dynamic') && jsonOrText(text) !== text;
  const isRight = isMadeUp && couldBeMadeUp(operation.path, operation.method, response.status, JSON.parse(text));
  const ofAnswers = isRight ? [] : checked.violations.filter(({ part }) => part !== 'request');
  return {
    status: response.status,
    request: checked.violations.filter(({ part, keyword }) => part === 'request' && keyword !== 'x-refers').map(({ message }) => message),
    answer: ofAnswers.map(({ message }) => message),
  };
}

const documented = ({ request: { path = {}, query = {}, headers, body } }: PreparedExample): Sent => ({ path, query, headers, body });

/** The first documented request of each model: what an operation answers depends on little else. */
const typical = ({ examples }: PreparedOperation): PreparedExample[] => [
  ...new Map([...examples].reverse().map((example) => [example.model, example])).values(),
];

describe('each operation', () => {
  const operations = contract.operations.map((operation) => [operation.id, operation] as const);
  const others = [409, 422, 424, 451, 498, 529];

  test.each(operations)('%s: every documented status, and some that are not', async (_, operation) => {
    const statuses = [...Object.keys(operation.responses).filter((status) => status !== 'default'), ...others];
    for (const example of typical(operation)) {
      for (const status of statuses) {
        const { answer } = await judged(operation, documented(example), `code=${status}`);
        expect([status, answer]).toEqual([status, []]);
        const key = { ...documented(example), headers: { authorization: `Bearer sk-mock-${status}` } };
        if (Number(status) >= 400) expect([status, (await judged(operation, key)).answer]).toEqual([status, []]);
      }
    }
  });

  test.each(operations)('%s: every documented answer', async (_, operation) => {
    for (const { name } of operation.examples) {
      for (const example of typical(operation)) {
        const { status, answer } = await judged(operation, documented(example), `example=${name}`);
        const stream = operation.stream
          ? /^response header .content-type/
          : /^job body \/(?:model: must be the model of the job|\w+: must (?:not )?be there: \S+ answers )/;
        // An answer in the form that was not asked for, or for another model, is what such a name asks for.
        expect([name, status, answer.filter((message) => !stream.test(message.replace(/^\w+ /, '')))]).toEqual([
          name,
          expect.any(Number),
          [],
        ]);
      }
    }
  });

  test.each(operations)('%s: what is made up', async (_, operation) => {
    // It is made up from the schema of the operation, whatever the model.
    const [example] = typical(operation) as [PreparedExample];
    for (let seed = 1; seed <= runs(5); seed++) {
      const { status, answer } = await judged(operation, documented(example), `dynamic=true, seed=${seed}`);
      expect([seed, status < 300, answer]).toEqual([seed, true, []]);
    }
  });
});

declare module 'vitest' {
  interface TaskMeta {
    /** How many were sent, for a report. */
    requests?: number;
  }
}

/** An operation, and whether it is asked for a stream. */
const forms = contract.operations.flatMap((operation) => [
  { name: operation.id, operation, stream: false },
  ...(operation.stream ? [{ name: `${operation.id}, as a stream`, operation, stream: true }] : []),
]);

/** The request in the form that is wanted, as far as it has a place to say so. */
function inForm({ stream: declared }: PreparedOperation, request: ContractRequest, stream: boolean): ContractRequest {
  if (!declared) return request;
  const { expression, literal } = parseCondition(declared.when);
  const parsed = parseExpression(expression);
  const { body, query } = structuredClone({ body: request.body, query: request.query });
  if (parsed.place === 'query') {
    if (stream) query[parsed.name] = literal;
    else delete query[parsed.name];
  } else if (parsed.place === 'body' && body !== null && typeof body === 'object')
    setAt(body, parsed.pointer, stream ? literal : undefined);
  return { ...request, body, query };
}

/** Valid ones, valid ones with schemas that make no sense, and ones with one mistake. */
function requestsTo(operation: PreparedOperation): Arbitrary<ContractRequest> {
  const kinds: Arbitrary<ContractRequest>[] = [validRequests(operation)];
  const [open, broken] = [openRequests(operation), brokenRequests(operation)];
  if (open) kinds.push(open);
  if (broken) kinds.push(broken);
  return fc.oneof(...kinds);
}

test.for(forms)('$name: nothing is wrong with any answer', async ({ operation, stream }, { task }) => {
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(requestsTo(operation), fc.integer({ min: 0, max: 199 }), async (request, draw) => {
      // Prism is slow, so that few answers are made up.
      const prefer = draw < 4 ? `dynamic=true, seed=${draw}` : draw < 20 ? `words=${draw}` : '';
      const sent = inForm(operation, request, stream);
      requests++;
      const { status, request: mistakes, answer } = await judged(operation, { ...sent, headers: request.example.request.headers }, prefer);
      expect(answer).toEqual([]);
      if (request.example.status < 500) expect(status).toBeLessThan(500);
      // What the kit has nothing against is answered, and what it has something against is not.
      if (mistakes.length > 0) expect([status, mistakes]).toEqual([400, mistakes]);
      // What is made up is always a success.
      else if (prefer.startsWith('dynamic')) expect(status).toBeLessThan(300);
      else expect(status).toBe(request.example.status);
    }),
    { numRuns: runs(22) },
  );
  task.meta.requests = requests;
});

/** Members of the request that answers repeat, by what stands at the top of the body. */
function repeatedMembers({ protocol }: PreparedOperation): string[] {
  const members = asked[protocol ?? '']?.echo?.members ?? {};
  const pointers = Object.values(members).map((echo) => parseExpression(typeof echo === 'string' ? echo : echo.from));
  return [...new Set(pointers.flatMap((parsed) => (parsed.place === 'body' ? parsePointer(parsed.pointer).slice(0, 1) : [])))];
}

const repeats = forms.flatMap((form) => repeatedMembers(form.operation).map((member) => ({ ...form, member })));

test.each(repeats)('$name: a documented answer repeats what the request has for $member', async ({ operation, stream, member }) => {
  await fc.assert(
    fc.asyncProperty(requestsWith(operation, member), async (request) => {
      const { answer } = await judged(operation, { ...inForm(operation, request, stream), headers: request.example.request.headers });
      expect(answer).toEqual([]);
    }),
    { numRuns: runs(22) },
  );
});

/** How reasoning is asked for, and declined. */
const reasoning: Record<string, readonly object[]> = {
  'chat-completions': [
    { thinking: { type: 'disabled' } },
    { enable_thinking: false },
    { reasoning_effort: 'none' },
    { reasoning_effort: 'high' },
    { thinking: { type: 'enabled', budget_tokens: 2000 }, max_tokens: 4000 },
  ],
  messages: [
    { thinking: { type: 'disabled' } },
    // Claude thinks at no other temperature, and not where a tool has to be called.
    { thinking: { type: 'enabled', budget_tokens: 2000 }, max_tokens: 4000, temperature: 1, tool_choice: { type: 'auto' } },
  ],
  responses: [{ reasoning: { effort: 'none' } }, { reasoning: { effort: 'high', summary: 'detailed' } }],
  'generate-content': [
    { generationConfig: { thinkingConfig: { thinkingBudget: 0 } } },
    { generationConfig: { thinkingConfig: { includeThoughts: true } } },
  ],
};

const wishes = forms.flatMap((form) => (reasoning[form.operation.protocol ?? ''] ?? []).map((wish) => ({ ...form, wish })));

test.each(wishes)(
  '$name: documented requests are answered with as much reasoning as $wish asks for',
  async ({ operation, stream, wish }) => {
    for (const example of operation.examples) {
      const { path = {}, query = {}, headers, body } = example.request;
      const asked = { example, path, query, body: { ...(body as object), ...wish }, changes: [], [fc.toStringMethod]: () => example.name };
      const { status, answer } = await judged(operation, { ...inForm(operation, asked, stream), headers });
      expect([example.name, status, answer]).toEqual([example.name, example.status, []]);
    }
  },
);
