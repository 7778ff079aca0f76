import { describe, expect, it } from 'vitest';
import { addCors } from '../../src/http/cors.js';
import type { HttpRequest } from '../../src/http/message.js';

const request = (headers: Record<string, string>) => ({ header: (name: string) => headers[name] }) as HttpRequest;

describe('a response to another origin', () => {
  it('lets a page read whatever headers it has', () => {
    const headers: Record<string, string> = { 'content-type': 'application/json', 'x-trace': '1', 'retry-after': '2' };
    addCors(headers, request({ origin: 'https://app.example' }));
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      'access-control-expose-headers': 'content-type, x-trace, retry-after',
    });
  });

  it('says nothing where nobody else asks', () => {
    const headers = { 'x-trace': '1' };
    addCors(headers, request({}));
    expect(headers).toEqual({ 'x-trace': '1' });
  });
});
