/** Samples that need no package: made by a generator of snippets, one a language. */
import type { HarRequest } from '@scalar/snippetz';
import { jsFetch } from '@scalar/snippetz/plugins/js/fetch';
import { pythonPython3 } from '@scalar/snippetz/plugins/python/python3';
import { shellCurl } from '@scalar/snippetz/plugins/shell/curl';
import { fillPath } from '../../../src/contract/path-template.js';
import type { PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';
import { base, host, keyPlaceholder } from './address.js';

export type Scheme = 'http' | 'https';

/** A model id may hold slashes, which stay readable. */
const pathOf = (template: string, values: Record<string, string> = {}): string =>
  fillPath(template, values).replace(/%2F/g, '/').replace(/%3A/g, ':');

interface Asked {
  operation: PreparedOperation;
  request: PreparedExample['request'];
  scheme: Scheme;
}

/** @param json text of the body, in which the generator puts it into code */
function requestOf({ operation, request, scheme }: Asked, json = (body: unknown) => JSON.stringify(body)): HarRequest {
  const { path: values, query = {}, headers = {}, body } = request;
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const sent = { Authorization: `Bearer ${keyPlaceholder}`, ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers };
  return {
    method: operation.method,
    url: `${scheme}://${host}${base}${pathOf(operation.path, values)}${search.size > 0 ? `?${search}` : ''}`,
    headers: Object.entries(sent).map(([name, value]) => ({ name, value })),
    queryString: [],
    cookies: [],
    httpVersion: 'HTTP/1.1',
    headersSize: -1,
    bodySize: -1,
    ...(body !== undefined && { postData: { mimeType: 'application/json', text: json(body) } }),
  };
}

/** The generator writes texts into JavaScript as they are, quotes and ends of lines included. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return JSON.stringify(value).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(escaped);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, escaped(member)]));
}

/** The module of Python sends texts as Latin-1, so that only ASCII is safe. */
const ascii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

export interface PlainSample {
  id: string;
  title: string;
  isJavaScript: boolean;
  write(asked: Asked): string;
}

export const plainSamples: readonly PlainSample[] = [
  {
    id: 'curl',
    title: 'curl',
    isJavaScript: false,
    write(asked) {
      const { url, ...request } = requestOf(asked);
      const [address = '', query] = url.split('?');
      const queryString = Array.from(new URLSearchParams(query), ([name, value]) => ({ name, value }));
      // Given by itself, the query makes the generator quote the address: a shell would take it for a pattern.
      return shellCurl.generate({ ...request, url: address, queryString });
    },
  },
  {
    id: 'fetch',
    title: 'fetch',
    isJavaScript: true,
    write: (asked) =>
      `const response = await ${jsFetch.generate(requestOf(asked, (body) => JSON.stringify(escaped(body))))};\nconsole.log(response.status, await response.text());`,
  },
  {
    id: 'python',
    title: 'Python',
    isJavaScript: false,
    write: (asked) => pythonPython3.generate(requestOf(asked, (body) => ascii(JSON.stringify(body)))),
  },
];
