import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../src/http/message.js';
import { preflight } from '../../src/mock/preflight.js';

const request = (method: string, headers: Record<string, string>) => ({ method, header: (name: string) => headers[name] }) as HttpRequest;
const asked = { origin: 'https://app.example', 'access-control-request-method': 'POST' };

describe('a preflight', () => {
  it('allows what is asked for, and has nothing to read', () => {
    const { status, headers, body } = preflight(request('OPTIONS', asked)) ?? {};
    expect({ status, body }).toEqual({ status: 204, body: null });
    expect(headers).toMatchObject({ 'access-control-allow-methods': 'POST', 'access-control-allow-origin': 'https://app.example' });
    expect(headers).not.toHaveProperty('access-control-expose-headers');
  });

  it('is none without the method that is to come', () => {
    expect(preflight(request('OPTIONS', { origin: asked.origin }))).toBeUndefined();
    expect(preflight(request('POST', asked))).toBeUndefined();
  });
});
