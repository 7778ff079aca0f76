import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalls } from '../../../../scripts/docs/read/curl.js';

describe('curl lines', () => {
  it('give method, address and body, whatever the quotes', () => {
    const text = `First:
curl --location --request PUT "https://toys.example/v1/toys/1" \\
  -H 'Authorization: key' \\
  --data-raw '{"name": "it'\\''s"}' trailing words
curl https://toys.example/v1/toys
curl -X POST 'https://toys.example/v1/toys' -d "{\\"a\\": 1}"`;
    expect(readCalls(text)).toEqual({
      cut: false,
      calls: [
        { method: 'PUT', url: 'https://toys.example/v1/toys/1', body: '{"name": "it\'s"}' },
        { method: 'GET', url: 'https://toys.example/v1/toys' },
        { method: 'POST', url: 'https://toys.example/v1/toys', body: '{"a": 1}' },
      ],
    });
  });

  it('leave out what is no address, and notice an open quote', () => {
    expect(readCalls('curl https://<host>:x/toys').calls).toEqual([]);
    expect(readCalls("curl 'https://toys.example' -d '{").cut).toBe(true);
  });

  it('give back any JSON that a shell quotes', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const text = `curl 'https://toys.example/' --data '${json.replaceAll("'", "'\\''")}'`;
        expect(readCalls(text).calls[0]?.body).toBe(json);
      }),
    );
  });

  it.each([
    ["curl -XPUT 'https://toys.example/v1' -d'{}'", { method: 'PUT', body: '{}' }],
    ["curl 'https://toys.example/v1' --form 'file=@a.mp4'", { method: 'POST' }],
    ["curl -F file=@a.mp4 'https://toys.example/v1'", { method: 'POST' }],
    ["curl -G 'https://toys.example/v1' --data-urlencode 'a=b'", { method: 'GET' }],
    ["curl --head 'https://toys.example/v1'", { method: 'HEAD' }],
  ])('say how they call: %s', (text, call) => {
    expect(readCalls(text).calls).toEqual([{ url: 'https://toys.example/v1', ...call }]);
  });

  it('end where the next one begins, also where line breaks are lost', () => {
    const text = `First curl 'https://toys.example/v1/toys' and then curl -X PUT 'https://toys.example/v1/toys/1' --data '{"a": 1}' it is.`;
    expect(readCalls(text).calls).toEqual([
      { method: 'GET', url: 'https://toys.example/v1/toys' },
      { method: 'PUT', url: 'https://toys.example/v1/toys/1', body: '{"a": 1}' },
    ]);
  });
});
