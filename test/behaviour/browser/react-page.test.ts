/**
 * A page in React is tested without a sleep: its cancel button, its partial text after a cut, its progress bar, and that its answers are switched
 * while it runs. With the mock in the page, behind Mock Service Worker and a strict policy, and with the mock on a server.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { project } from '../../../scripts/lib/project.js';
import { getAt } from '../../../src/contract/pointer.js';
import type { Held, HoldOptions } from '../../../src/mock/index.js';
import { createMock } from '../../../src/mock/index.js';
import type { MockGateway } from '../../../src/msw/index.js';
import type { Scenario } from '../../../src/scenarios/scenario.js';
import { executablePath, launch, openPage } from './chromium.js';
import { serveSite } from './site.js';

const chat = contract.operations.find(({ id }) => id === 'createChatCompletion') as (typeof contract.operations)[number];

/** A family of jobs that tells its progress, and a request for one of a model that does. */
const job = Object.entries(contract.tasks).flatMap(([name, family]) => {
  const ofRole = (role: string) => contract.operations.find(({ task }) => task?.name === name && task.role === role);
  const [create, query] = [ofRole('create'), ofRole('query')];
  const telling = query?.examples.find(({ body }) => typeof getAt(body, family.progress ?? '/none') === 'number');
  const example = create?.examples.find(
    ({ body, model }) => model === getAt(telling?.body, '/model') && getAt(body, family.id.at) !== undefined,
  );
  return create && query && telling && example ? [{ family, create, query, body: example.request.body }] : [];
})[0] as { family: (typeof contract.tasks)[string]; create: typeof chat; query: typeof chat; body: unknown };
const { states, order, initial } = job.family;
const running = order.filter((state) => state !== initial && states[state]?.outcome === undefined).at(-1) ?? '';
const success = Object.keys(states).find((state) => states[state]?.outcome === 'success') ?? '';

/** What a test does with the mock, wherever that is. */
interface Gateway {
  use(scenario: Scenario): Promise<{ calls(): Promise<number>; remove(): Promise<void> }>;
  hold(
    operation: string,
    options?: HoldOptions,
  ): Promise<Pick<Held, 'next' | 'answer' | 'error' | 'cut' | 'state'> & { arrived(): Promise<unknown> }>;
  close(): Promise<void>;
}

interface Window {
  gateway: MockGateway;
  kept: Record<string, { request: Promise<unknown> } & Record<string, (...args: unknown[]) => unknown>>;
  violations: string[];
}

/** The mock in the page itself. */
function inPage(page: Page): Gateway {
  let count = 0;
  /** Does something with what the page keeps under a number. */
  const tell = (key: string, word: string, ...args: unknown[]) =>
    page.evaluate(
      ([name, member, given]) => {
        const kept = (window as unknown as Window).kept[name];
        const found = kept?.[member];
        return typeof found === 'function' ? found.apply(kept, given) : found;
      },
      [key, word, args] as const,
    );
  return {
    async use(scenario) {
      const key = `scenario ${++count}`;
      await page.evaluate(
        async ([name, given]) => {
          const { kept, gateway } = window as unknown as Window;
          Object.assign(kept, { [name]: await gateway.use(given as Scenario) });
        },
        [key, scenario as unknown] as const,
      );
      return { calls: () => tell(key, 'calls') as Promise<number>, remove: () => tell(key, 'remove') as Promise<void> };
    },
    async hold(operation, options = {}) {
      const key = `hold ${++count}`;
      await page.evaluate(
        async ([name, id, given]) => {
          const { kept, gateway } = window as unknown as Window;
          await gateway.ready();
          const held = gateway.hold(id, given as HoldOptions);
          const arrived = () => held.request.then(({ conversation }) => conversation?.user);
          const words = Object.fromEntries(
            ['next', 'answer', 'error', 'cut', 'state'].map((word) => [word, Reflect.get(held, word).bind(held)]),
          );
          Object.assign(kept, { [name]: { ...words, arrived } });
        },
        [key, operation, options as unknown] as const,
      );
      const word =
        (name: string) =>
        (...args: unknown[]): void =>
          void tell(key, name, ...args);
      return {
        arrived: () => tell(key, 'arrived'),
        next: word('next'),
        answer: word('answer'),
        error: word('error'),
        cut: word('cut'),
        state: word('state'),
      };
    },
    close: async () => {},
  };
}

/** The scripts of the page, each a file of its own. */
async function buildScripts(url: string, before: string): Promise<Record<string, string>> {
  const { family, create, query, body } = job;
  const known = {
    pointers: { id: family.id.at, state: family.state, progress: family.progress },
    final: Object.values(states).flatMap(({ value, outcome }) => (outcome === undefined ? [] : [value])),
    query: url + query.path,
    parameter: query.task?.parameter,
  };
  const app = `
    import { show } from './test/behaviour/browser/react-page.jsx';
    import { getAt } from './src/contract/pointer.ts';
    Object.assign(window, { kept: {}, violations: [] });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => window.violations.push(violatedDirective + ' ' + blockedURI));
    ${before}
    const { pointers, final, query, parameter } = ${JSON.stringify(known)};
    const read = (told) => {
      const name = getAt(told, pointers.state);
      return { id: getAt(told, pointers.id), name, progress: getAt(told, pointers.progress) ?? 0, isFinal: final.includes(name) };
    };
    const queryOf = (id) => query.replace('{' + parameter + '}', encodeURIComponent(id));
    show(${JSON.stringify(url + chat.path)}, { create: ${JSON.stringify(url + create.path)}, body: ${JSON.stringify(body)}, queryOf, read });
  `;
  const { outputFiles } = await build({
    stdin: { contents: app, resolveDir: project.root, sourcefile: 'app.js' },
    outdir: '/',
    entryNames: 'app',
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    jsx: 'automatic',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]));
}

const withWorker = `
  import { setupWorker } from 'msw/browser';
  import { mockGateway } from './src/msw/index.ts';
  window.gateway = mockGateway({ eventsPerSecond: 1000 });
  await setupWorker(...window.gateway.handlers).start({ quiet: true, onUnhandledRequest: 'bypass' });
`;

interface Place {
  scripts: Record<string, string>;
  /** Where the page may call to. */
  url: string;
  gateway(page: Page): Gateway;
  close(): Promise<void>;
}

const places: Record<string, () => Promise<Place>> = {
  async 'behind a service worker'() {
    const worker = await readFile(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');
    const scripts = { ...(await buildScripts(contract.server, withWorker)), '/mockServiceWorker.js': worker };
    return { scripts, url: contract.server, gateway: inPage, close: async () => {} };
  },
  async 'with the mock on a server'() {
    const mock = await createMock({ eventsPerSecond: 1000 });
    const { url } = await mock.listen();
    const gateway: Gateway = {
      async use(scenario) {
        const added = await mock.use(scenario);
        return { calls: async () => added.calls, remove: () => added.remove() };
      },
      async hold(operation, options) {
        const held = mock.hold(operation, options);
        return Object.assign(held, { arrived: () => held.request.then(({ conversation }) => conversation?.user) });
      },
      close: () => mock.reset(),
    };
    return { scripts: await buildScripts(url, ''), url, gateway: () => gateway, close: () => mock.close() };
  },
};

describe.skipIf(!executablePath).each(Object.entries(places))('%s', (_, open) => {
  let browser: Browser;
  let place: Place;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let page: Page;
  let gateway: Gateway;

  beforeAll(async () => {
    place = await open();
    const files = { '/': '<!doctype html><title>app</title><main></main><script type="module" src="/app.js"></script>', ...place.scripts };
    site = await serveSite(files, `default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self' ${place.url}`);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await place.close();
  });
  beforeEach(async () => {
    page = await openPage(browser);
    await page.goto(site.url);
    await page.getByRole('form', { name: 'Chat' }).waitFor();
    gateway = place.gateway(page);
  });
  afterEach(async () => {
    expect(await page.evaluate(() => (window as unknown as Window).violations)).toEqual([]);
    await page.close();
    await gateway.close();
  });

  const answer = { text: 'One two three four five' };
  const ask = async (question: string) => {
    await page.getByLabel('Question').fill(question);
    await page.getByRole('button', { name: 'Ask' }).click();
  };
  const state = () => page.getByRole('form', { name: 'Chat' }).getByRole('status');
  const said = () => page.locator('blockquote').textContent();
  const saying = (text: string) => page.locator('blockquote').getByText(text, { exact: true }).waitFor();

  test('its text grows event by event', async () => {
    const held = await gateway.hold(chat.id, { answer });
    await ask('Count to five.');
    expect(await held.arrived()).toBe('Count to five.');
    expect(await said()).toBe('');
    held.next(3);
    await page
      .locator('blockquote')
      .getByText(/^One two/)
      .waitFor();
    expect(await said()).not.toContain('five');
    expect(await state().textContent()).toBe('answering');
    held.answer();
    await saying(answer.text);
    await state().getByText('done').waitFor();
  });

  /** Asks, and lets the page have the beginning of the answer. */
  async function askInPart() {
    const held = await gateway.hold(chat.id, { answer });
    await ask('Count to five.');
    await held.arrived();
    held.next(3);
    await page
      .locator('blockquote')
      .getByText(/^One two/)
      .waitFor();
    return held;
  }

  test('its cancel button leaves what was said so far', async () => {
    await askInPart();
    const partial = await said();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await state().getByText('cancelled').waitFor();
    expect(await said()).toBe(partial);
    expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    // And it can be asked again.
    await gateway.use({ answers: [{ text: 'Once more.' }] });
    await ask('Again.');
    await saying('Once more.');
  });

  test('its partial text stays after a cut', async () => {
    const held = await askInPart();
    held.cut();
    await state().getByText('failed: ').waitFor();
    expect(await said()).toMatch(/^One two/);
    expect(await said()).not.toContain('five');
  });

  test('it tells of an error before and inside of a stream', async () => {
    const first = await gateway.hold(chat.id, { answer });
    await ask('Count to five.');
    await first.arrived();
    first.error({ status: 503, message: 'Not today.' });
    await state().getByText('failed: Not today.').waitFor();
    const second = await gateway.hold(chat.id, { answer });
    await ask('Count to five.');
    await second.arrived();
    second.next(3);
    await page
      .locator('blockquote')
      .getByText(/^One two/)
      .waitFor();
    second.error({ message: 'Overloaded.' });
    await state().getByText('failed: Overloaded.').waitFor();
    expect(await said()).toMatch(/^One two/);
  });

  test('its progress bar is where the job is', async () => {
    const held = await gateway.hold(job.create.id);
    await page.getByRole('button', { name: 'Make it' }).click();
    await held.arrived();
    const name = page.getByRole('region', { name: 'Job' }).getByRole('status');
    await name.getByText(states[initial]?.value ?? '', { exact: true }).waitFor();
    for (const progress of [20, 65]) {
      held.state(running, { progress });
      await page.locator(`progress[value="${progress}"]`).waitFor();
      expect(await name.textContent()).toBe(states[running]?.value);
    }
    held.state(success);
    await name.getByText(states[success]?.value ?? '', { exact: true }).waitFor();
    expect(await page.locator('progress').getAttribute('value')).toBe('100');
  });

  test('its answers are switched while it runs', async () => {
    await ask('hello');
    await state().getByText('done').waitFor();
    const documented = (await said()) ?? '';
    expect(documented).not.toBe('');
    const one = await gateway.use({ name: 'one', when: { user: 'hello' }, answers: [{ text: 'First.' }, { text: 'Second.' }] });
    for (const text of ['First.', 'Second.', 'Second.']) {
      await ask('hello');
      await state().getByText('done').waitFor();
      await saying(text);
    }
    const two = await gateway.use({
      name: 'two',
      when: { user: 'hello' },
      answers: [{ error: { status: 429, message: 'Slow down.' }, times: 1 }],
    });
    await ask('hello');
    await state().getByText('failed: Slow down.').waitFor();
    await ask('hello');
    await saying('Second.');
    expect([await one.calls(), await two.calls()]).toEqual([4, 1]);
    await one.remove();
    await two.remove();
    await ask('hello');
    await saying(documented);
  });
});
