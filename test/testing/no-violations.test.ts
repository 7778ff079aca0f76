/** A test fails where something was wrong, whoever kept it to itself. */
import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import '../../src/testing/vitest.js';
import { ContractViolationError, contractFetch, failOnViolations, type ViolationListener } from '../../src/testing/index.js';
import { thrown } from '../client/thrown.js';

const headers = { authorization: 'Bearer sk-any', 'content-type': 'application/json' };
const getFile = ['http://gateway/v1/files/qfile-1?a=b&key=sk-secret', { headers }] as const;
const file = { id: 'qfile-1', object: 'file', status: 'ready', model: 'm', created_at: 1, expires_at: 2 };
const json = (body: unknown) => async () => Response.json(body);
const wrong = json({ ...file, created_at: 'today' });
const message = 'getFile response body /created_at: must be integer, got string "today"';
const collecting = { onViolation: 'collect' } as const;
const read = async (call: Promise<Response>) => (await call).text();

const broken = async () => new Response('data: {"id":7}\n\ndata: [DONE]\n\n', { headers: { 'content-type': 'text/event-stream' } });

describe('expect(checked).toHaveNoViolations()', () => {
  test('passes where all is well, and where nothing was called', async () => {
    const checked = contractFetch(json(file));
    expect(checked).toHaveNoViolations();
    await read(checked(...getFile));
    expect(checked).toHaveNoViolations();
    expect(() => expect(checked).not.toHaveNoViolations()).toThrow('expected violations, but 1 call went through without one');
  });

  test('fails where something is wrong, with what and how often', async () => {
    const checked = contractFetch(wrong, collecting);
    for (let times = 0; times < 3; times++) await read(checked(...getFile));
    expect(() => expect(checked).toHaveNoViolations()).toThrow(`not as the contract has it:\n  ${message} (3 times)`);
    expect(checked).not.toHaveNoViolations();
  });

  test('fails where an SDK kept to itself what was thrown', async () => {
    const checked = contractFetch(broken);
    const openai = new OpenAI({ apiKey: 'any', baseURL: 'http://gateway/v1', fetch: checked, maxRetries: 0 });
    const runner = openai.chat.completions.stream({ model: 'gpt-5', messages: [{ role: 'user', content: 'Hi' }] });
    runner.on('error', () => {});
    await new Promise((resolve) => runner.on('end', () => resolve(undefined)));
    expect(checked).not.toHaveNoViolations();
  });

  test('fails where nothing of what went through was checked', async () => {
    const checked = contractFetch(json({}), collecting);
    await checked('http://gateway/api/v1/models?key=sk-secret');
    expect(() => expect(checked).toHaveNoViolations()).toThrow(
      'nothing was checked:\n  GET http://gateway/api/v1/models: the contract has no such path\nIf these calls',
    );
    const based = contractFetch(json({}), { ...collecting, baseUrl: 'http://gateway' });
    await based('http://elsewhere/v1/models');
    expect(based).toHaveNoViolations();
  });

  test('tells a long list in short', async () => {
    const checked = contractFetch(json({}), collecting);
    for (let index = 0; index < 30; index++) await checked(`http://gateway/unknown/${index}`);
    expect(() => expect(checked).toHaveNoViolations()).toThrow('\n  and 10 more');
  });

  test.each([null, fetch, {}])('takes nothing else: %s', (value) => {
    expect(() => expect(value).toHaveNoViolations()).toThrow(
      new TypeError(`toHaveNoViolations takes a fetch of contractFetch, got ${value === null ? 'null' : typeof value}`),
    );
  });
});

describe('failOnViolations', () => {
  test('fails one test, and not those that follow', async () => {
    const checked = contractFetch(wrong, collecting);
    await read(checked(...getFile));
    expect(() => failOnViolations(checked)).toThrow(ContractViolationError);
    failOnViolations(checked);
    expect([checked.violations, checked.calls]).toEqual([[], 0]);
    expect(checked.coverage().operations.hit).toBe(1);
    await checked('http://gateway/api/v1/models');
    expect(() => failOnViolations(checked)).toThrow('nothing was checked');
    failOnViolations(checked);
  });

  test('takes nothing else', () => {
    expect(() => failOnViolations(fetch as never)).toThrow(TypeError);
  });
});

describe('a listener', () => {
  test('is told of each violation once, with the call', async () => {
    const told: unknown[] = [];
    const checked = contractFetch(wrong, { onViolation: ({ pointer }, call) => void told.push([pointer, call]) });
    await read(checked('http://gateway/v1/files/qfile-1?a=b&key=sk-secret', {}));
    const call = { operation: 'getFile', method: 'GET', url: 'http://gateway/v1/files/qfile-1?a=b&key=%5Bredacted%5D' };
    expect(told).toEqual([
      ['/authorization', call],
      ['/created_at', { ...call, status: 200 }],
    ]);
    expect(checked.violations).toHaveLength(2);
  });

  test.each<[string, (reason: Error) => ViolationListener]>([
    [
      'throws',
      (reason) => () => {
        throw reason;
      },
    ],
    ['refuses later', (reason) => async () => Promise.reject(reason)],
  ])('that %s ends the call, or the reading, with its own error', async (_, make) => {
    const reason = new Error('enough');
    let sent = 0;
    const checked = contractFetch(
      async () => {
        sent++;
        return wrong();
      },
      { onViolation: make(reason) },
    );
    expect(await thrown(checked('http://gateway/v1/files/qfile-1'))).toBe(reason);
    expect(sent).toBe(0);
    const response = await checked(...getFile);
    expect(await thrown(response.json())).toBe(reason);
    expect(sent).toBe(1);
  });

  test('is waited for', async () => {
    let hasEnded = false;
    const checked = contractFetch(wrong, {
      async onViolation() {
        await new Promise((resolve) => setTimeout(resolve, 5));
        hasEnded = true;
      },
    });
    await read(checked(...getFile));
    expect(hasEnded).toBe(true);
  });
});
