/** Where the mock is reached: over TLS, and below a path. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import OpenAI from 'openai';
import { Agent, fetch as undiciFetch } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { createNexconnClient } from '../../src/client/index.js';
import { makeCertificate } from '../../src/http/server/certificate.js';
import { type CreateMockOptions, createMock, type Mock } from '../../src/upstream/index.js';

const run = promisify(execFile);
const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user' as const, content: 'Hi' }] };

let mock: Mock | undefined;
afterEach(() => mock?.close());

async function listening(options: CreateMockOptions, host?: string) {
  mock = await createMock({ taskSeconds: 0, ...options });
  return mock.listen(0, host);
}

/** A fetch that trusts a certificate, and no other. */
const trusting = (ca: string | undefined): typeof fetch => {
  const dispatcher = new Agent({ connect: { ca: ca ?? 'none' } });
  return ((input: string | Request, init?: RequestInit) =>
    input instanceof Request
      ? undiciFetch(input.url, {
          ...(input as object),
          method: input.method,
          headers: [...input.headers],
          body: input.body,
          duplex: 'half',
          dispatcher,
        } as never)
      : undiciFetch(input, { ...init, dispatcher } as never)) as never;
};

/** Every address of the mock in a text. */
const addressesIn = (text: string): string[] => text.match(/https?:\/\/[^\s"'<>)]*__mock\/media[^\s"'<>)]*/g) ?? [];

describe('over TLS', () => {
  it('makes a certificate for this machine, which clients that trust it call it with', async () => {
    const { url, port, certificate } = await listening({ https: true });
    expect(url).toBe(`https://127.0.0.1:${port}`);
    const trusted = trusting(certificate);
    for (const base of [url, `https://localhost:${port}`]) {
      const client = createNexconnClient({ apiKey: 'any', baseUrl: base, fetch: trusted });
      const done = await client.waitFor(client.createVideo({ model: 'kling-v2-6', prompt: 'A cat' }));
      const addresses = addressesIn(JSON.stringify(done));
      expect(addresses.length).toBeGreaterThan(0);
      for (const address of addresses) {
        expect(address).toMatch(`${base}/__mock/media/`);
        expect((await trusted(address)).status).toBe(200);
      }
    }
    const { servers } = (await (await trusted(`${url}/openapi.json`)).json()) as { servers: { url: string }[] };
    expect(servers[0]?.url).toBe(url);
  });

  it('streams to the SDK of OpenAI', async () => {
    const { url, certificate } = await listening({ https: true });
    const openai = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'any', fetch: trusting(certificate) });
    let text = '';
    for await (const chunk of await openai.chat.completions.create({ ...chat, stream: true }))
      text += chunk.choices[0]?.delta.content ?? '';
    expect(text).not.toBe('');
  });

  it('is trusted by Node.js and curl when they are told of the certificate, and by nobody else', async () => {
    const { url, certificate = '' } = await listening({ https: true });
    const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
    const file = join(folder, 'mock.pem');
    await writeFile(file, certificate);
    const script = `fetch('${url}/__mock/health').then(({ status }) => console.log(status), ({ cause }) => console.log(cause.code))`;
    const node = async (env: object) => (await run(process.execPath, ['-e', script], { env: { ...process.env, ...env } })).stdout.trim();
    expect(await node({ NODE_EXTRA_CA_CERTS: file })).toBe('200');
    expect(await node({ NODE_EXTRA_CA_CERTS: '' })).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    const curl = await run('curl', ['-s', '--noproxy', '*', '--cacert', file, `${url}/__mock/health`]).catch(
      (error: NodeJS.ErrnoException) => error,
    );
    // Not every machine has it.
    if ((curl as NodeJS.ErrnoException).code !== 'ENOENT') expect(curl).toMatchObject({ stdout: expect.stringContaining('ok') });
    await rm(folder, { recursive: true });
  });

  it('serves with a certificate of the caller’s own', async () => {
    const own = makeCertificate(['localhost']);
    const { port, certificate } = await listening({ https: own });
    expect(certificate).toBeUndefined();
    expect((await trusting(own.cert)(`https://localhost:${port}/__mock/health`)).status).toBe(200);
    await expect(trusting(own.cert)(`https://127.0.0.1:${port}/__mock/health`)).rejects.toThrow();
  });

  it('says what is no certificate', async () => {
    await expect(createMock({ https: { cert: 'x' } as never })).rejects.toThrow(
      'createMock: https must be true, false, or { cert, key } as PEM',
    );
    await expect(listening({ https: { cert: 'x', key: 'y' } })).rejects.toThrow('these are no certificate and its key as PEM');
    const [one, other] = [makeCertificate(['localhost']), makeCertificate(['localhost'])];
    await expect(listening({ https: { cert: one.cert, key: other.key } })).rejects.toThrow('these are no certificate and its key');
  });
});

describe('below a path', () => {
  it('is there as a whole, with what it hands out', async () => {
    const { url, port } = await listening({ basePath: '/team/api' });
    expect(url).toBe(`http://127.0.0.1:${port}/team/api`);
    const client = createNexconnClient({ apiKey: 'any', baseUrl: url });
    const done = await client.waitFor(client.createVideo({ model: 'kling-v2-6', prompt: 'A cat' }));
    const addresses = addressesIn(JSON.stringify(done));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(address).toMatch(`${url}/__mock/media/`);
      expect((await fetch(address)).status).toBe(200);
    }
    const statuses = ['/__mock/health', '/openapi.json', '/', ''].map(async (path) => (await fetch(url + path)).status);
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200]);
    const { servers } = (await (await fetch(`${url}/openapi.json`)).json()) as { servers: { url: string }[] };
    expect(servers[0]?.url).toMatch(/\/team\/api$/);
  });

  it('keeps the addresses of a session below both', async () => {
    const { url } = await listening({ basePath: '/api' });
    const base = `${url}/__session/mine`;
    const client = createNexconnClient({ apiKey: 'any', baseUrl: base });
    const done = await client.waitFor(client.createVideo({ model: 'kling-v2-6', prompt: 'A cat' }));
    for (const address of addressesIn(JSON.stringify(done))) expect(address).toMatch(`${base}/__mock/media/`);
    expect(mock?.journal({ session: 'mine' })).not.toEqual([]);
  });

  it('says outside where it is, in the words of the path', async () => {
    const { url, port } = await listening({ basePath: '/api' });
    const outside = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { origin: 'http://page.test' } });
    for (const path of ['/v1/models', '/v1/messages', '/__mock/health', '/apiv1/models', '/']) {
      const response = await outside(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('access-control-allow-origin')).toBe('http://page.test');
      expect(await response.text()).toContain(`this mock is below /api, so that it would be /api${path}`);
    }
    expect(await (await outside('/v1/messages')).json()).toMatchObject({ type: 'error' });
    const asked = await fetch(`http://127.0.0.1:${port}/v1/models`, {
      method: 'OPTIONS',
      headers: { origin: 'http://page.test', 'access-control-request-method': 'POST' },
    });
    expect(asked.ok).toBe(true);
    expect((await fetch(`${url}/v1/models`, { headers: { authorization: 'Bearer any' } })).status).toBe(200);
  });

  it('is there for a fetch without a socket too', async () => {
    mock = await createMock({ basePath: '/api' });
    const init = { headers: { authorization: 'Bearer any' } };
    expect((await mock.fetch('http://mock/api/v1/models', init)).status).toBe(200);
    expect((await mock.fetch('http://mock/v1/models', init)).status).toBe(404);
  });

  it.each(['api', '/api/', '/', '/a//b', '/../b', '/a?b', ''])('refuses %j', async (basePath) => {
    await expect(createMock({ basePath })).rejects.toThrow('createMock: basePath must be a path such as /api, without a slash at its end');
  });
});
