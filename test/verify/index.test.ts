/** A verification of the mock as it is, and of gateways that are not quite what the contract says. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { knownViolations } from '../../src/check/baseline.js';
import {
  casesOf,
  KeyRefusedError,
  markdownReport,
  NoResponseError,
  planVerification,
  textReport,
  UnknownNameError,
  verify,
} from '../../src/verify/index.js';
import { createMock } from '../mocks.js';

const started = await createMock({ eventsPerSecond: 100_000, taskSeconds: 0 });

type Change = (request: Request, answer: (request: Request) => Promise<Response>) => Promise<Response>;

/** A gateway that is a mock with changes. */
async function gateway(change: Change = (request, answer) => answer(request), mock = started): Promise<URL> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const url = `http://${incoming.headers.host}${incoming.url}`;
    const init = {
      method: incoming.method,
      headers: incoming.headers as Record<string, string>,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    };
    const response = await change(new Request(url, init), mock.fetch);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** Renames a member in the answers of some paths. */
const renaming =
  (path: RegExp, from: string, to: string): Change =>
  async (request, answer) => {
    const response = await answer(request);
    if (!path.test(new URL(request.url).pathname)) return response;
    return new Response((await response.text()).replaceAll(`"${from}":`, `"${to}":`), response);
  };

/** Without workflows, which take seconds. */
async function verifyPages(baseUrl: URL, only: string[] = [], options: Partial<Parameters<typeof verify>[1]> = {}) {
  const planned = await planVerification(only);
  return verify({ ...planned, workflows: [] }, { baseUrl, apiKey: 'sk-any', ...options });
}

test('every page of the documentation conforms on the mock', async () => {
  const report = await verifyPages(await gateway());
  expect(report.pages.filter(({ outcome }) => outcome !== 'conforms')).toEqual([]);
  expect(report.pages.length).toBe(contract.operations.reduce((sum, { examples }) => sum + examples.length, 0));
  expect(report.coverage.operations).toEqual({ hit: contract.operations.length, total: contract.operations.length });
  expect(textReport(report)).toContain(`in all    ${report.pages.length} conform, 0 differ, 0 not reachable`);
});

test('every workflow conforms on the mock', async () => {
  const { url } = await started.listen();
  onTestFinished(() => started.close());
  const planned = await planVerification([]);
  const report = await verify({ ...planned, plan: { ...planned.plan, pages: [] } }, { baseUrl: new URL(url), apiKey: 'sk-any' });
  expect(report.notices).toEqual([]);
  expect(report.workflows.map(({ name, outcome, failures, reason }) => [name, outcome, failures, reason])).toEqual(
    planned.workflows.map(({ name }) => [name, 'conforms', [], undefined]),
  );
  const covered = new Set(planned.workflows.flatMap(({ operations }) => contract.operations.filter(({ id }) => operations.includes(id))));
  expect([...new Set([...covered].flatMap(({ task }) => task?.name ?? []))].sort()).toEqual(Object.keys(contract.tasks).sort());
});

test('one renamed field is found, and nothing else', async () => {
  const report = await verifyPages(await gateway(renaming(/^\/v1\/files/, 'created_at', 'created')), ['files', 'listModels']);
  const violations = report.pages.flatMap((page) => page.violations);
  expect(violations.length).toBeGreaterThan(0);
  expect(new Set(violations.map(({ pointer, expected }) => `${pointer.replace(/\/data\/\d+/, '')} ${expected}`))).toEqual(
    new Set(['/created_at is required']),
  );
  expect(report.pages.filter(({ outcome }) => outcome === 'conforms').map(({ operation }) => operation)).toEqual([
    'deleteFile',
    'listModels',
  ]);
  expect(textReport(report)).toContain(
    'differs: createFile create-file-upload-task\n  createFile response body /created_at: is required\n    repeat it: curl -sS ',
  );
  expect(markdownReport(report)).toContain(
    '| createFile | create-file-upload-task | differs | `createFile response body /created_at: is required` |',
  );
});

test('one field of a workflow is found there too', async () => {
  const planned = await planVerification(['images']);
  const workflows = planned.workflows.filter(({ name }) => name === 'images');
  const baseUrl = await gateway(renaming(/^\/v1\/images/, 'task_id', 'taskId'));
  const report = await verify({ ...planned, plan: { ...planned.plan, pages: [] }, workflows }, { baseUrl, apiKey: 'sk-any' });
  expect(report.workflows[0]).toMatchObject({ name: 'images', outcome: 'differs' });
  expect(JSON.stringify(report.workflows[0]?.failures)).toMatch(/create.*schema check.*task_id/);
});

test('an optional field that is gone is noted, and a difference with `strict`', async () => {
  const baseUrl = await gateway(renaming(/^\/v1\/videos/, 'seconds', 'duration'));
  const lenient = await verifyPages(baseUrl, ['createVideo']);
  expect(lenient.summary.differs).toBe(0);
  expect(new Set(lenient.pages.flatMap(({ missing }) => missing))).toEqual(new Set(['/seconds']));
  const strict = await verifyPages(baseUrl, ['createVideo'], { strict: true });
  expect(strict.pages.find(({ outcome }) => outcome === 'differs')?.violations.map(({ message }) => message)).toEqual([
    'createVideo response body /seconds: is documented, and missing',
  ]);
});

test('jobs that go back are found', async () => {
  let polls = 0;
  const change: Change = async (request, answer) => {
    const response = await answer(request);
    if (!/^\/v1\/files\/./.test(new URL(request.url).pathname) || request.method === 'DELETE') return response;
    const body = (await response.json()) as object;
    const status = ['uploading', 'pending'][polls++] ?? 'ready';
    return Response.json({ ...body, status, ...(status !== 'ready' && { synced_at: undefined }) });
  };
  const report = await verifyPages(await gateway(change), ['createFile']);
  expect(report.pages[0]?.violations.map(({ message }) => message)).toEqual([
    'getFile job body /status: must not be pending after uploading, got string "pending"',
  ]);
});

/** A gateway of someone else: the jobs of the documentation are not known there. */
const stranger: Change = async (request, answer) => {
  const documented = contract.operations.flatMap(({ task, examples }) =>
    task ? examples.flatMap((example) => Object.values(example.request.path ?? {})) : [],
  );
  const text = await request.clone().text();
  const isKnown = !documented.some((id) => new URL(request.url).pathname.split('/').includes(id)) && !/qfile-(123|12345)-/.test(text);
  const forced = new Request(request);
  if (!isKnown) forced.headers.set('prefer', 'code=404');
  return answer(forced);
};

test('where the documented jobs are not known, own ones take their place, and the rest is left out', async () => {
  // By polls rather than by time, so that every state is seen.
  const own = await createMock({ eventsPerSecond: 100_000, taskPolls: 3 });
  const sent: string[] = [];
  const baseUrl = await gateway((request, answer) => {
    sent.push(`${request.method} ${new URL(request.url).pathname}`);
    return stranger(request, answer);
  }, own);
  const report = await verifyPages(baseUrl, ['files', 'videos', 'vidu', 'chat']);
  const outcomes = (operation: string) =>
    report.pages.filter((page) => page.operation === operation).map(({ example, outcome }) => [example.replace(/^[^.]*\.?/, ''), outcome]);
  expect(report.pages.filter(({ outcome }) => outcome === 'differs')).toEqual([]);
  expect(Object.fromEntries(outcomes('getFile'))).toEqual({
    pending: 'conforms',
    uploading: 'conforms',
    ready: 'conforms',
    failed: 'skipped',
    expired: 'skipped',
  });
  for (const operation of ['createChatCompletion', 'createVideo', 'remixVideo', 'deleteFile']) {
    expect(new Set(outcomes(operation).map(([, outcome]) => outcome))).toEqual(new Set(['conforms']));
  }
  const results = Object.fromEntries(outcomes('getViduRequestResult'));
  expect(results).toMatchObject({ completed: 'conforms', failed: 'skipped' });
  expect(report.pages.find(({ example }) => example.endsWith('.failed'))?.reason).toMatch('no job of this gateway was in this state');
  // Nothing is deleted but what this run has made.
  expect(sent.filter((line) => line.startsWith('DELETE'))).toEqual([expect.stringMatching('DELETE /v1/files/qfile-m')]);
});

test('no more calls that cost money are made than the budget allows', async () => {
  const paid = async (budgetCalls: number) => {
    let count = 0;
    const baseUrl = await gateway((request, answer) => {
      if (request.method === 'POST') count++;
      return answer(request);
    });
    const report = await verifyPages(baseUrl, ['images'], { budgetCalls });
    return { count, reasons: new Set(report.pages.flatMap(({ reason }) => reason ?? [])) };
  };
  expect((await paid(0)).count).toBe(0);
  expect(await paid(3)).toEqual({ count: 3, reasons: new Set(['over the budget']) });
});

test('answers that say nothing about the contract are no differences', async () => {
  const baseUrl = await gateway((request, answer) => {
    const forced = new Request(request);
    if (request.method === 'POST') forced.headers.set('prefer', 'code=402');
    return answer(forced);
  });
  const report = await verifyPages(baseUrl, ['messages']);
  expect(new Set(report.pages.map(({ outcome, reason }) => `${outcome}: ${reason}`)).size).toBe(1);
  expect(report.pages[0]).toMatchObject({ outcome: 'unreachable', reason: expect.stringMatching(/^402: ./) });
});

test.each([402, 503])('that all jobs are answered with %s is not put down to jobs that the gateway does not know', async (status) => {
  const baseUrl = await gateway((request, answer) => {
    const isListed = new URL(request.url).pathname === '/v1/models';
    const forced = new Request(request);
    if (!isListed) forced.headers.set('prefer', `code=${status}`);
    return answer(forced);
  });
  const report = await verifyPages(baseUrl, ['listModels', 'getFile', 'listFiles', 'remixVideo'], { budgetCalls: 100 });
  const told = report.pages.filter(({ operation }) => operation !== 'listModels');
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter(({ outcome }) => outcome !== 'unreachable')).toEqual([]);
});

test('a gateway that hangs costs the time-out and no more', async () => {
  const baseUrl = await gateway((request, answer) => (request.method === 'POST' ? new Promise(() => {}) : answer(request)));
  const report = await verifyPages(baseUrl, ['listModels', 'createViduQ1TextToVideo'], { timeoutSeconds: 3 });
  const hung = report.pages.filter(({ operation }) => operation !== 'listModels');
  expect(hung.length).toBeGreaterThan(0);
  expect(new Set(hung.map(({ outcome, reason, status }) => `${outcome}: ${reason} ${status}`))).toEqual(
    new Set(['unreachable: no response: none within 3 s undefined']),
  );
});

test('a pause that would outlast the time-out is not made', async () => {
  const baseUrl = await gateway(async (request, answer) =>
    request.method === 'POST' ? new Response('{}', { status: 429, headers: { 'retry-after': '60' } }) : answer(request),
  );
  const report = await verifyPages(baseUrl, ['messages'], { timeoutSeconds: 5 });
  expect(report.summary.conforms).toBe(0);
});

test('a gateway that fails while a job is followed is told', async () => {
  const failing: Change = async (request, answer) =>
    request.method === 'GET' && /^\/v1\/files\/qfile-m/.test(new URL(request.url).pathname)
      ? new Response(
          (await answer(new Request(request, { headers: { ...Object.fromEntries(request.headers), prefer: 'code=500' } }))).body,
          {
            status: 500,
            headers: { 'content-type': 'application/json' },
          },
        )
      : answer(request);
  const report = await verifyPages(await gateway(failing), ['createFile'], { jobTimeoutSeconds: 0.1 });
  expect(report.pages[0]).toMatchObject({
    outcome: 'unreachable',
    status: 500,
    reason: expect.stringMatching(/^its job could not be followed \(500/),
  });
});

test('what is known to differ makes no difference, and is told once it does not', async () => {
  const reason = 'ticket 12';
  const known = (more: object) => ({ part: 'response', pointer: '', keyword: 'status', reason, since: '2026-01-31', ...more });
  const failing = await gateway(async (request, answer) =>
    new URL(request.url).pathname.endsWith('/models')
      ? answer(new Request(request, { headers: { ...Object.fromEntries(request.headers), prefer: 'code=500' } }))
      : answer(request),
  );
  const baseline = knownViolations([known({ operation: 'listModels' }), known({ operation: 'getVideo' })]);
  const report = await verifyPages(failing, ['listModels'], { baseline });
  expect(report.pages).toMatchObject([{ outcome: 'skipped', reason: expect.stringMatching(/^known: 500/) }]);
  expect(baseline.fixed()).toMatchObject([{ operation: 'getVideo' }]);
  const renamed = await gateway(renaming(/^\/v1\/files/, 'created_at', 'created'));
  const members = ['createFile', 'getFile', 'listFiles', 'deleteFile'].flatMap((operation) =>
    ['/created_at', '/data/*/created_at'].map((pointer) => known({ operation, pointer, keyword: 'required' })),
  );
  const files = await verifyPages(renamed, ['files'], { baseline: knownViolations(members) });
  expect(files.summary.differs).toBe(0);
});

test('every form of the report has the cases', async () => {
  const report = await verifyPages(await gateway(renaming(/^\/v1\/files/, 'created_at', 'created')), ['files', 'listModels']);
  const cases = casesOf(report);
  expect(cases).toHaveLength(report.pages.length);
  expect(cases.find(({ status }) => status === 'failed')).toMatchObject({
    group: expect.any(String),
    findings: [
      {
        message: expect.stringContaining('created_at: is required'),
        details: [expect.stringMatching(/^repeat it: curl /), 'as a test:', ...Array(4).fill(expect.any(String))],
      },
    ],
    durationMs: expect.any(Number),
  });
});

test('what cannot be verified at all is told plainly', async () => {
  await expect(verifyPages(new URL('http://127.0.0.1:9'))).rejects.toThrow(NoResponseError);
  await expect(verifyPages(await gateway(), ['files'], { apiKey: 'sk-mock-401' })).rejects.toThrow(KeyRefusedError);
  await expect(planVerification(['files', 'movies'])).rejects.toThrow(UnknownNameError);
  await expect(planVerification(['movies'])).rejects.toThrow(/^Nothing is named movies\. Name operations, or any of .*\bfiles\b/);
});

test('what costs money is known before, cheapest first', async () => {
  const { plan, paid, workflows } = await planVerification([]);
  const modalities = plan.pages.filter(({ operation }) => operation.method === 'POST').map(({ operation }) => operation.modality);
  const cheapestFirst = contract.modalities.filter((modality) => modalities.includes(modality));
  expect(cheapestFirst.slice(0, 2)).toEqual(['file', 'text']);
  expect([...new Set(modalities)]).toEqual(cheapestFirst);
  expect(Object.keys(plan.paid)).toEqual(cheapestFirst);
  const inWorkflows = workflows.reduce((sum, workflow) => sum + workflow.paid, 0);
  expect(paid).toBe(modalities.length + inWorkflows);
  expect(workflows.find(({ name }) => name === 'sora')?.paid).toBe(2);
});

test.each([
  [{ jobTimeoutSeconds: -1 }, 'verify: jobTimeoutSeconds must be a number of at least 0, got -1'],
  [{ timeoutSeconds: 0 }, 'verify: timeoutSeconds must be a number from 0.001 to 2147483.647, got 0'],
  [{ budgets: 3 }, 'verify: there is no option budgets; did you mean budgetCalls?'],
])('options that make no sense are refused: %j', async (options, message) => {
  await expect(verifyPages(new URL('http://127.0.0.1:9'), ['files'], options as object)).rejects.toThrow(message);
});
