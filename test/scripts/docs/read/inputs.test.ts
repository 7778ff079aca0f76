import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readInputs, readPages } from '../../../../scripts/docs/read/inputs.js';
import { type DocsPage, isIndex } from '../../../../scripts/docs/read/page.js';
import { pageText } from '../toy-contract.js';

function page(name: string): DocsPage {
  const [input] = readPages(name, pageText(name));
  if (!input || isIndex(input)) throw new Error('an index');
  return input;
}

describe('reading a page', () => {
  it('takes title, folder, operation, date and examples from the rendered text', () => {
    const { title, folder, method, path, modified, statuses, payloads, calls } = page('make-a-toy.txt');
    expect({ title, folder, method, path, modified, statuses }).toEqual({
      title: 'Make a toy',
      folder: 'bear',
      method: 'POST',
      path: '/v1/toys',
      modified: '2026-02-01 08:00:00',
      statuses: ['201', '400'],
    });
    expect(payloads.map(({ where }) => where)).toEqual(['text: request example', 'request example', 'example of 201']);
    expect(payloads[1]?.value).toEqual({ kind: 'bear', name: 'Bruno {the} bear', fur: 'brown' });
    expect(calls.map(({ method, url }) => [method, url])).toEqual([['POST', 'https://toys.example/v1/toys']]);
  });

  it('takes the title of a page whose navigation lost its indentation', () => {
    expect(page('welcome.txt')).toMatchObject({ title: 'Welcome', payloads: [], modified: '2026-02-01 08:00:00' });
  });

  it('takes the page number and the folder from the Markdown form', () => {
    expect(page('make-a-toy.md')).toMatchObject({
      title: 'Make a toy',
      folder: 'Toys/bear',
      id: '10000001',
      method: 'POST',
      path: '/v1/toys',
      statuses: ['201', '400'],
    });
  });
});

describe('unusable input', () => {
  const cut = (name: string, before: string) => pageText(name).slice(0, pageText(name).indexOf(before));
  it.each([
    ['prose', 'Dear all,\nnothing to see.\n', /not a documentation page/],
    ['nothing', '  \n', /empty/],
    ['HTML', '<!DOCTYPE html><html></html>', /HTML/],
    ['a text that ends early', cut('make-a-toy.txt', 'Modified at'), /cut off/],
    ['an example that ends early', `${cut('make-a-toy.txt', '"made_at"')}\nModified at 2026-02-01`, /cut off inside an example/],
    [
      'a code sample that ends early',
      `${cut('make-a-toy.txt', '"name": "Bruno {the} bear",\n    "fur": "brown"\n}\'')}\nModified at 2026-02-01`,
      /cut off inside a code sample/,
    ],
    ['a Markdown block that ends early', cut('make-a-toy.md', 'components:'), /cut off inside its OpenAPI block/],
    ['a broken Markdown block', pageText('make-a-toy.md', { 'components:': ' components:' }), /the OpenAPI block is broken/],
    ['a reference that leads nowhere', pageText('make-a-toy.md', { 'Bear«Brown»:': 'Cat:' }), /Bear«Brown»/],
  ])('%s is refused in one line', (name, text, message) => {
    expect(() => readPages(name, text)).toThrow(message);
  });

  it('names a missing file and an address that fails', async () => {
    const messages = async (name: string) => (await readInputs([name])).failures.map(({ message }) => message);
    expect(await messages('/no/such/page.txt')).toEqual(['/no/such/page.txt: no such file or folder']);
    const server = createServer((_, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/1e0.md`;
    expect(await messages(url)).toEqual([`${url}: answered 404`]);
    await new Promise((resolve) => server.close(resolve));
    expect(await messages(url)).toEqual([expect.stringContaining('ECONNREFUSED')]);
  });
});
