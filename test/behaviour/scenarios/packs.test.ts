/** The packs of scenarios: each answers as it says, in every protocol, whole and as a stream; and together they leave out nothing of the format. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { members } from '../../../compiled/scenario-members.js';
import { project } from '../../../scripts/lib/project.js';
import { dialectOf } from '../../../src/contract/errors/dialect.js';
import { fillPath } from '../../../src/contract/path-template.js';
import { getAt } from '../../../src/contract/pointer.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { kindOf } from '../../../src/scenarios/compile.js';
import { findingLine } from '../../../src/scenarios/judge/finding.js';
import type { AnswerText, ContentAnswer, JobAnswer } from '../../../src/scenarios/scenario.js';
import { contractFetch } from '../../../src/testing/contract-fetch.js';
import { ask, forms } from '../conversations/dialogue.js';
import { allRequestsFor, dialogueFor, folder, formsFor, loaded, partsOf, requestsFor, type Sent, type Written, written } from './packs.js';

/** What came since the last release gets its scenarios with the next one: a contract that grows turns no test red. */
const released = JSON.parse(await readFile(join(project.root, 'released/openapi.json'), 'utf8'));

let now = Date.UTC(2026, 0, 1);
let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ scenarios: folder, eventsPerSecond: 100_000, now: () => now });
});
afterEach(() => mock.reset());
afterAll(() => mock.close());

const headers = { authorization: 'Bearer key', 'content-type': 'application/json' };

const send = (fetch: Mock['fetch'], { operation, path, body }: Sent, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://mock${path}`, { method: operation.method, headers, body: JSON.stringify(body), ...init });

const textOf = async (text: AnswerText): Promise<string> =>
  typeof text === 'object' ? readFile(join(folder, 'showcase', text.file), 'utf8') : text;

const isFixed = (text: string): boolean => !/\{\$(?!\$)/.test(text);

const kinds = (kind: string) => written.filter(({ answers }) => answers.some((answer) => kindOf(answer) === kind));

describe('the packs', () => {
  test('are right', () => {
    expect(loaded.findings.map(findingLine)).toEqual([]);
    expect(written.filter(({ name }) => !loaded.scenarios.some((scenario) => scenario.name === name))).toEqual([]);
  });

  test('use each member of an answer that the format has', () => {
    const used = new Set<string>();
    const visit = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, member] of Object.entries(value)) {
        const place = `${at}/${Array.isArray(value) ? '*' : name}`;
        used.add(place);
        visit(member, place);
      }
    };
    for (const { answers } of written) visit(answers, '/answers');
    const known = Object.entries(members).flatMap(([at, names]) =>
      at.startsWith('/answers/') ? names.map((name) => `${at}/${name}`) : [],
    );
    expect(known.filter((place) => !used.has(place))).toEqual([]);
  });

  test('use each value that the format lists', async () => {
    const { definitions } = JSON.parse(await readFile('generated/scenario.schema.json', 'utf8'));
    const { finish, fault } = definitions.answer.properties;
    const answers = written.flatMap((scenario) => scenario.answers as ContentAnswer[]);
    const missing = (values: string[], used: (string | undefined)[]) => values.filter((value) => !used.includes(value));
    expect(
      missing(
        finish.enum,
        answers.map((answer) => answer.finish),
      ),
    ).toEqual([]);
    expect(
      missing(
        fault.properties.kind.enum,
        answers.map((answer) => answer.fault?.kind),
      ),
    ).toEqual([]);
  });

  test('are reached, each by the requests that it is for', async () => {
    const wrong: string[] = [];
    for (const scenario of written) {
      const requests = allRequestsFor(scenario);
      if (requests.length === 0) wrong.push(`${scenario.name}: no request is for it`);
      for (const request of requests) {
        const controller = new AbortController();
        const response = await send(mock.fetch, request, { signal: controller.signal });
        const passes = kindOf(scenario.answers[0] as object as never) === 'passThrough';
        const { scenario: answered } = mock.journal().at(-1) as { scenario?: string };
        const by = response.headers.get('x-mock-scenario') ?? answered ?? null;
        if (!passes && by !== scenario.name)
          wrong.push(`${scenario.name}: ${request.operation.id} was answered by ${by} (${response.status})`);
        controller.abort();
        await response.body?.cancel().catch(() => {});
      }
    }
    expect(wrong).toEqual([]);
  });
});

const isPlain = ({ answers }: Written): boolean => answers.every((answer) => !answer.fault && !answer.breaksContract);

describe.each(forms)('$name', (form) => {
  const own = written.filter((scenario) => formsFor(scenario).includes(form));
  const talking = kinds('content').filter((scenario) => own.includes(scenario) && isPlain(scenario) && scenario.answers.length === 1);

  test.each(talking)('says what $name says', async (scenario) => {
    const parts = partsOf(scenario.answers[0] as ContentAnswer);
    const { status, content, text } = await ask(mock, form, dialogueFor(scenario));
    expect(status).toBe(200);
    const said = await Promise.all(
      parts.map((part) => ('text' in part ? textOf(part.text) : 'json' in part ? JSON.stringify(part.json) : '')),
    );
    if (isFixed(said.join(''))) expect(content.text).toContain(said.join('').replaceAll('{$$', '{$'));
    for (const part of parts) {
      if ('reasoning' in part) expect(content.reasoning).toContain(await textOf(part.reasoning));
      if ('toolCall' in part)
        expect(content.toolCalls).toContainEqual(expect.objectContaining({ name: part.toolCall.name, arguments: part.toolCall.arguments }));
      if ('raw' in part && part.raw[form.protocolName] !== undefined)
        for (const value of Object.values(part.raw[form.protocolName] as Record<string, Json>))
          if (typeof value === 'string') expect(text).toContain(value);
    }
    expect(content.toolCalls).toHaveLength(parts.filter((part) => 'toolCall' in part).length);
    expect(mock.journal().at(-1)).toMatchObject({ violations: [], warnings: [] });
  });

  test.each(own.filter(isPlain))('keeps the contract with $name', async (scenario) => {
    const checked = contractFetch(mock.fetch, { onViolation: 'collect' });
    for (const request of allRequestsFor({ ...scenario, operations: new Set([form.operation.id]) })) {
      const response = await send(checked as Mock['fetch'], request);
      await response.text();
    }
    expect(checked.violations.map(({ message }) => message)).toEqual([]);
  });

  const broken = own.filter(({ answers }) => answers[0]?.fault);
  const requestOfForm = (scenario: Written) => allRequestsFor(scenario)[formsFor(scenario).indexOf(form)] as Sent;

  test.each(broken)('goes wrong as $name does', async (scenario) => {
    const { fault } = scenario.answers[0] as ContentAnswer;
    const controller = new AbortController();
    const response = await send(mock.fetch, requestOfForm(scenario), { signal: controller.signal });
    if (fault?.kind === 'error') {
      const text = await response.text();
      if (!form.streams) expect(response.ok).toBe(false);
      if (fault.message !== undefined) expect(text).toContain(fault.message);
    } else if (fault?.kind === 'cut') {
      await expect(response.text()).rejects.toThrow();
    } else {
      const ended = response.text().then(
        () => 'ended',
        () => 'broken',
      );
      const soon = new Promise((resolve) => setImmediate(resolve, 'silent'));
      expect(await Promise.race([ended, soon])).toBe('silent');
      controller.abort();
      expect(await ended).toBe('broken');
    }
  });
});

test('there is an error of each dialect and status that is documented, and it keeps the contract', async () => {
  const given = new Set<string>();
  const checked = contractFetch(mock.fetch, { onViolation: 'collect' });
  for (const scenario of kinds('error')) {
    for (const request of allRequestsFor(scenario)) {
      const { status, ok } = await send(checked as Mock['fetch'], request);
      if (!ok) given.add(`${dialectOf(request.operation, request.body)} ${status}`);
    }
  }
  const documented = Object.entries(contract.errors)
    .filter(([dialect]) => dialect in released['x-error-dialects'])
    .flatMap(([dialect, errors]) => Object.keys(errors).map((status) => `${dialect} ${status}`));
  expect(documented.filter((error) => !given.has(error))).toEqual([]);
  expect(checked.violations.map(({ message }) => message)).toEqual([]);
});

/** Creates a job and waits until it has ended. */
async function jobEnd(request: Sent, state: string): Promise<unknown> {
  const { name = '' } = request.operation.task ?? {};
  const family = contract.tasks[name];
  const query = contract.operations.find(({ task }) => task?.name === name && task.role === 'query');
  const created = await send(mock.fetch, request);
  const id = getAt(await created.json(), family?.id.at ?? '');
  now += 100_000;
  const path = fillPath(query?.path ?? '', { [query?.task?.parameter ?? '']: String(id) });
  let body: unknown;
  for (let polls = 0; polls < 4; polls++) body = await (await mock.fetch(`http://mock${path}`, { headers })).json();
  expect(getAt(body, family?.state ?? '')).toBe(family?.states[state]?.value);
  return body;
}

describe('jobs', () => {
  const jobs = kinds('job').flatMap((scenario) =>
    requestsFor(scenario).map((request) => ({ scenario, request, name: `${scenario.name} of ${request.operation.id}` })),
  );
  const failures = Object.entries(contract.tasks)
    .filter(([name]) => name in released['x-tasks'])
    .flatMap(([name, { states }]) =>
      Object.entries(states).flatMap(([state, { outcome }]) => (outcome === 'failure' ? [`${name} ${state}`] : [])),
    );

  test('of every family fail in each way in which they may', () => {
    const failing = jobs.map(({ scenario, request }) => `${request.operation.task?.name} ${(scenario.answers[0] as JobAnswer).job.end}`);
    expect(failures.filter((failure) => !failing.includes(failure))).toEqual([]);
  });

  test.each(jobs)('$name', async ({ scenario, request }) => {
    const { job } = scenario.answers[0] as JobAnswer;
    const { name = '' } = request.operation.task ?? {};
    const family = contract.tasks[name];
    const success = Object.entries(family?.states ?? {}).find(([, { outcome }]) => outcome === 'success')?.[0] ?? '';
    const body = await jobEnd(request, job.end ?? success);
    if (job.error?.message !== undefined && family?.message && family.error && getAt(body, family.error))
      expect(getAt(body, family.message)).toBe(job.error.message);
    for (const medium of job.media ?? []) {
      const address = /http:\/\/mock\/[^"]*scenarios[^"]*/.exec(JSON.stringify(body))?.[0] ?? '';
      const bytes = Buffer.from(await (await mock.fetch(address)).arrayBuffer());
      expect(bytes.equals(await readFile(join(folder, 'showcase', medium)))).toBe(true);
    }
  });
});

test.each(kinds('media').flatMap((scenario) => requestsFor(scenario).map((request) => ({ request, scenario }))))(
  'pictures of $request.operation.id',
  async ({ request, scenario }) => {
    const [medium = ''] = (scenario.answers[0] as { media: string[] }).media;
    const text = await (await send(mock.fetch, request)).text();
    expect(text).toContain((await readFile(join(folder, 'showcase', medium))).toString('base64'));
  },
);
