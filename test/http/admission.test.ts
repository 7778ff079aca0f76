/** Who may ask a server what it tells of itself. */
import { describe, expect, test } from 'vitest';
import { whyRefused } from '../../src/http/admission.js';

interface Asked {
  host?: string;
  page?: string;
  headers?: Record<string, string>;
  listensOn?: string | undefined;
  allowHosts?: string[];
}

const isRefused = ({ host = '127.0.0.1:4010', page, headers = {}, listensOn = '127.0.0.1', allowHosts = [] }: Asked): boolean => {
  const all: Record<string, string> = { host, ...(page !== undefined && { origin: page }), ...headers };
  return whyRefused({ header: (name) => all[name], origin: `http://${host}`, listensOn }, allowHosts) !== undefined;
};

describe('a server that listens on this machine only', () => {
  test.each([
    '127.0.0.1:4010',
    '127.8.0.1',
    '127.1',
    '2130706433',
    'localhost',
    'LOCALHOST:4010',
    'localhost.:4010',
    'app.localhost:4010',
    '[::1]:4010',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]:4010',
  ])('is asked by way of %s', (host) => {
    for (const listensOn of ['127.0.0.1', '::1']) expect(isRefused({ host, listensOn })).toBe(false);
  });

  test.each([
    'evil.example',
    'evil.example:4010',
    'evil',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'notlocalhost',
    'mock.internal',
    '10.0.0.1',
    '192.168.1.7:4010',
    '0.0.0.0:4010',
    '128.0.0.1',
    '[::2]',
    '[::ffff:10.0.0.1]',
    '[fe80::1]:4010',
    'localhost@evil.example',
    'localhost/evil',
    '[::1',
    '..',
    '',
    ' ',
  ])('is not asked by way of %j', (host) => {
    expect(isRefused({ host })).toBe(true);
  });
});

describe('a server that others reach', () => {
  test.each([
    'localhost:4010',
    '10.0.0.1:4010',
    '192.168.1.7',
    '[fe80::1]:4010',
    'mock:4010',
    'MOCK',
    'team_mock-1',
    'host.docker.internal:4010',
    'mock.team.svc.cluster.local',
    'printer.local.',
  ])('is asked by way of %s, which no page of the internet can be called', (host) => {
    for (const listensOn of ['0.0.0.0', '::', '10.0.0.1']) expect(isRefused({ host, listensOn })).toBe(false);
  });

  test.each(['evil.example:4010', 'evil.com', 'local.evil.com', '1.2.3.4.evil.com', 'mock.team', ''])(
    'is not asked by way of %j',
    (host) => {
      expect(isRefused({ host, listensOn: '0.0.0.0' })).toBe(true);
    },
  );
});

test.each(['mock.example.com', 'MOCK.example.com', 'mock.example.com.', 'mock.example.com:80'])(
  'a host that is allowed as %s is one of its own, and so are its pages',
  (allowed) => {
    const allowHosts = [allowed];
    for (const listensOn of ['127.0.0.1', '0.0.0.0'])
      for (const page of [undefined, 'https://mock.example.com', 'http://mock.example.com:5173'])
        expect(isRefused({ host: 'mock.example.com:4010', allowHosts, listensOn, ...(page !== undefined && { page }) })).toBe(false);
    expect(isRefused({ page: 'http://mock.example.com:5173', allowHosts })).toBe(false);
    expect(isRefused({ host: 'other.example.com', allowHosts })).toBe(true);
    expect(isRefused({ page: 'https://evil.mock.example.com', allowHosts })).toBe(true);
  },
);

test.each(['::', '', ':', '@'])('nothing is allowed by %j', (allowed) => {
  expect(isRefused({ host: '', allowHosts: [allowed] })).toBe(true);
  expect(isRefused({ page: 'null', allowHosts: [allowed] })).toBe(true);
});

test('without a socket nobody was called by a name', () => {
  const header = (name: string) => ({ host: 'evil.example' })[name];
  expect(whyRefused({ header, origin: 'http://mock' })).toBeUndefined();
});

test('a request that names no host is of no browser', () => {
  expect(whyRefused({ header: () => undefined, origin: 'http://127.0.0.1:4010', listensOn: '127.0.0.1' })).toBeUndefined();
});

describe('a page', () => {
  test.each([
    'http://localhost:5173',
    'http://LOCALHOST',
    'http://localhost.:1',
    'https://app.localhost',
    'http://127.1:1',
    'http://[::1]:3000',
  ])('of %s is of this machine', (page) => {
    expect(isRefused({ page })).toBe(false);
  });

  test('of the server itself may ask, of another port of its machine may not', () => {
    const host = '192.168.1.7:4010';
    expect(isRefused({ host, listensOn: '0.0.0.0', page: `http://${host}` })).toBe(false);
    expect(isRefused({ host, listensOn: '0.0.0.0', page: 'http://192.168.1.7:5173' })).toBe(true);
  });

  test.each([
    'https://evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://localhost@evil.example',
    'http://10.0.0.1',
    'null',
    'file://',
    'chrome-extension://abcdefghijklmnop',
    'not an address',
    '',
    'http://localhost, https://evil.example',
  ])('of %j is foreign', (page) => {
    expect(isRefused({ page })).toBe(true);
    expect(isRefused({ page, listensOn: '0.0.0.0', host: 'mock:4010' })).toBe(true);
  });

  test('that says no origin says of which site it is; who follows a link reads it alone', () => {
    const site = (mode: string, from: string) => isRefused({ headers: { 'sec-fetch-site': from, 'sec-fetch-mode': mode } });
    expect(site('no-cors', 'cross-site')).toBe(true);
    expect(site('navigate', 'cross-site')).toBe(false);
    expect(site('cors', 'same-origin')).toBe(false);
    expect(site('no-cors', 'same-site')).toBe(false);
    expect(site('navigate', 'none')).toBe(false);
  });

  test('whose name was made to lead here is of the same origin, and refused for its name', () => {
    for (const listensOn of ['127.0.0.1', '0.0.0.0']) {
      expect(isRefused({ host: 'evil.example:4010', page: 'http://evil.example:4010', listensOn })).toBe(true);
      const headers = { 'x-forwarded-host': 'localhost:4010', 'sec-fetch-site': 'same-origin' };
      expect(isRefused({ host: 'evil.example:4010', headers, listensOn })).toBe(true);
    }
  });
});
