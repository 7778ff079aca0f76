/** Where a server of ours is at fault itself: whoever calls is told, whoever runs it reads where it was, and it goes on. */
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { listen } from '../../src/http/server/listen.js';
import { createHttpServer } from '../../src/http/server/listener.js';
import { controlRoutes } from '../../src/journal/control.js';
import { Coverage } from '../../src/journal/coverage.js';
import { Journal } from '../../src/journal/journal.js';
import { secretNames } from '../../src/journal/redaction.js';
import { type CoreOptions, createCore } from '../../src/mock/core.js';
import { createMock } from '../../src/mock/index.js';
import { nodeParts, refuseAtDoor } from '../../src/mock/node-parts.js';
import { createControl } from '../../src/proxy/control.js';

const fault = () => {
  throw new TypeError('out of \u001b[31morder');
};
const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeEach(() => void logged.mockClear());
const log = () => logged.mock.calls.flat().join('\n');

const core = (options: Partial<CoreOptions>) =>
  createCore({ contract, onInternalError: nodeParts(async () => '{}').onInternalError, ...options });

async function served(respond: ReturnType<typeof core>['respond']): Promise<typeof fetch> {
  const { server, close } = createHttpServer({ respond, refuse: refuseAtDoor(core({})) }, 1000);
  onTestFinished(close);
  const { url } = await listen(server, 0, '127.0.0.1');
  return (input, init) => fetch(String(input).replace('http://mock', url), init);
}

/** In one process, and over a connection. */
const fronts: [name: string, of: (mock: ReturnType<typeof core>) => Promise<typeof fetch>][] = [
  ['fetch', async (mock) => mock.fetch],
  ['a server', (mock) => served(mock.respond)],
];

describe.each(fronts)('by %s', (_, of) => {
  test.each<[what: string, path: string, options: Partial<CoreOptions>]>([
    ['the page', '/', { page: fault }],
    ['the description', '/openapi.json', { description: fault }],
    [
      'scenarios',
      '/__mock/scenarios',
      { createScenarios: () => ({ list: fault, serve: async () => undefined, answer: async () => undefined }) as never },
    ],
    ['files', '/__mock/media/video.mp4', { createScenarios: () => ({ serve: fault }) as never }],
  ])('%s', async (_what, path, options) => {
    const ask = await of(core(options));
    const response = await ask(`http://mock${path}`, { headers: { origin: 'http://localhost:1' } });
    expect([response.status, await response.json()]).toEqual([500, { message: 'the mock failed: out of \u001b[31morder' }]);
    // So that a page can read it.
    expect(response.headers.get('access-control-allow-origin')).toBeTruthy();
    expect(log()).toMatch(/TypeError: out of \ufffd\[31morder\n\s+at .*own-failures/);
    expect((await ask('http://mock/__mock/health')).status).toBe(path.includes('media') ? 500 : 200);
  });

  test('what is no route of its own', async () => {
    const ask = await of(core({ identify: fault }));
    const response = await ask('http://mock/v1/models', { headers: { authorization: 'Bearer any' } });
    expect([response.status, await response.json()]).toMatchObject([
      500,
      { error: { message: expect.stringContaining('the mock failed: ') } },
    ]);
    expect(log()).toContain('own-failures');
  });
});

test.each([
  ['a whole answer', {}],
  ['a stream', { stream: true }],
])('who looks on and stumbles does not keep %s from its caller', async (_, more) => {
  const mock = await createMock({ onExchange: fault, eventsPerSecond: 1e6 });
  onTestFinished(() => mock.close());
  const example = contract.operations.find(({ protocol }) => protocol !== undefined)?.examples[0]?.request.body as object;
  const response = await mock.fetch('http://mock/v1/chat/completions', {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    body: JSON.stringify({ ...example, ...more }),
  });
  expect([response.status, (await response.text()).length > 0]).toEqual([200, true]);
  expect(log()).toContain('own-failures');
});

test('the proxy', async () => {
  const routes = controlRoutes(new Journal(1, secretNames(contract.securitySchemes, [])), new Coverage(contract), fault);
  const ask = await served(createControl(routes, [], (error) => console.error(error)));
  const response = await ask('http://mock/__proxy/health');
  expect([response.status, await response.json()]).toEqual([500, { message: 'the proxy failed: out of \u001b[31morder' }]);
  expect(logged).toHaveBeenCalledWith(expect.any(TypeError));
  expect((await ask('http://mock/__proxy/requests')).status).toBe(200);
});
