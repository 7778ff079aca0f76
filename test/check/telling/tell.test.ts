/** How violations are told. */
import { describe, expect, test } from 'vitest';
import { violationOf } from '../../../src/check/findings/violation.js';
import { repeatLines, tellViolations, whereText } from '../../../src/check/telling/tell.js';

const finding = (pointer: string, got = 'string "Hi"') =>
  ({ part: 'request', in: 'body', pointer, field: pointer.slice(1), keyword: 'type', expected: 'must be array', got }) as const;

const request = (text: string) => ({
  operation: 'createChatCompletion',
  method: 'POST',
  url: 'https://gateway.example/v1/chat/completions',
  headers: { 'content-type': 'application/json' },
  key: { header: 'Authorization', before: 'Bearer ' },
  body: { kind: 'text', text } as const,
});

const origin = { method: 'POST', url: 'https://gateway.example/v1/chat/completions' };

test('an exchange: what was found, where, and how to repeat it', () => {
  const sent = request('{"messages":"Hi"}');
  const test = { name: 'chat > sends', file: 'test/chat.test.ts' };
  const violations = ['/messages', '/tools'].map((pointer) =>
    violationOf(finding(pointer), 'createChatCompletion', { ...origin, test }, sent),
  );
  expect(tellViolations(violations)).toBe(
    [
      '  createChatCompletion request body /messages: must be array, got string "Hi"',
      '  createChatCompletion request body /tools: must be array, got string "Hi"',
      '    in POST https://gateway.example/v1/chat/completions in the test "chat > sends" (test/chat.test.ts)',
      `    repeat it: curl -sS 'https://gateway.example/v1/chat/completions' -H "Authorization: Bearer $NEXCONN_API_KEY" -H 'content-type: application/json' --data-raw '{"messages":"Hi"}'`,
      '    as a test:',
      `      test("createChatCompletion is as the contract has it", async () => { // import { contractFetch } from 'nexconn-contract/testing'`,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the printed test's
      '        const response = await contractFetch(fetch)("https://gateway.example/v1/chat/completions", { method: "POST", headers: { "Authorization": `Bearer ${process.env.NEXCONN_API_KEY}`, "content-type": "application/json" }, body: JSON.stringify({"messages":"Hi"}) });',
      '        await response.text();',
      '      });',
    ].join('\n'),
  );
});

describe('the same, many times', () => {
  test('is one line with a count', () => {
    const violations = Array.from({ length: 500 }, () => violationOf(finding('/messages'), 'createChatCompletion'));
    expect(tellViolations(violations)).toBe('  createChatCompletion request body /messages: must be array, got string "Hi" (500 times)');
  });

  test('also with other values, at other places of a list and in other events', () => {
    const violations = Array.from({ length: 500 }, (_, index) =>
      violationOf({ ...finding(`/data/${index}/id`, `number ${index}`), in: `event ${index + 1}`, part: 'stream' }, 'listFiles'),
    );
    expect(tellViolations(violations)).toBe(
      '  listFiles stream event 1 /data/0/id: must be array, got number 0 (500 times, also elsewhere or with other values)',
    );
  });

  test('of many kinds are the first of them, and few are repeated', () => {
    const violations = Array.from({ length: 100 }, (_, index) =>
      violationOf(finding(`/m${index}`), 'x', origin, request(`{"n":${index}}`)),
    );
    const told = tellViolations(violations);
    expect(told).toMatch(/ {2}and 80 more$/);
    expect(told.match(/repeat it: /g)).toHaveLength(3);
  });

  test('take linear time', () => {
    const violations = Array.from({ length: 20_000 }, () => violationOf(finding('/messages'), 'x', origin, request('{}')));
    expect(tellViolations(violations)).toContain('(20000 times)');
  });
});

test('where nothing is known of the exchange, nothing is said of it', () => {
  const violation = violationOf(finding('/messages'), undefined);
  expect(whereText(violation)).toBe('');
  expect(repeatLines([violation])).toEqual([]);
});

test('what was found in the lack of a key is repeated without one', () => {
  const violation = violationOf({ ...finding('/authorization'), in: 'header', keyword: 'security' }, 'x', origin, request('{}'));
  expect(repeatLines([violation]).join('\n')).not.toContain('NEXCONN_API_KEY');
});
