/** Parts of a request that do not belong together: the kit finds them, and the mock answers with a warning, or refuses where it is strict. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { references } from '../../../compiled/references.js';
import { fillPath } from '../../../src/contract/path-template.js';
import { getAt, parsePointer, visitAt } from '../../../src/contract/pointer.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { contractFetch } from '../../../src/testing/index.js';
import { type Dialogue, forms, requestOf } from './dialogue.js';

let mock: Mock;
let strict: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
  strict = await createMock({ strict: true });
});
afterAll(() => Promise.all([mock.close(), strict.close()]));

const asked = { user: 'Is it raining?' };
const call = { id: 'call_1', name: 'look_up', arguments: {} };

const dialogues: [what: string, dialogue: Dialogue][] = [
  ['a choice of a tool that is not offered', { messages: [asked], tools: [{ name: 'look_up' }], choice: { name: 'clock' } }],
  [
    'a result of a call that was not made',
    {
      messages: [
        asked,
        { calls: [call] },
        {
          results: [
            { id: 'call_1', name: 'look_up', text: 'rain' },
            { id: 'call_2', name: 'clock', text: 'noon' },
          ],
        },
      ],
      tools: [{ name: 'look_up' }],
    },
  ],
];

describe.each(forms)('$name', (form) => {
  test.each(dialogues)('%s', async (_, dialogue) => {
    const { path, body } = requestOf(form, dialogue);
    const url = `http://mock${path}`;
    const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
    const init = { method: form.operation.method, headers, body: JSON.stringify(body) };
    const found: string[] = [];
    const response = await contractFetch(mock.fetch, { onViolation: ({ pointer }) => void found.push(pointer) })(url, init);
    await response.text();
    expect(response.status).toBe(200);
    expect(found).toHaveLength(1);
    expect(response.headers.get('x-mock-violations')).toContain(`warning body${found[0]}: `);

    const refused = await strict.fetch(url, init);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('(--strict)');
  });
});

/** What somebody got in place of a picture, and passed on as one. */
const page = `data:image/png;base64,${Buffer.from('<html><body>The picture is no longer here.</body></html>').toString('base64')}`;

/** Documented requests with a picture, a sound or a video, in place of which there is a page. */
const pages = contract.operations.flatMap(({ id, method, path, examples }) => {
  for (const { request } of examples) {
    const body = structuredClone(request.body);
    const changed: string[] = [];
    for (const { at, medium, models = '' } of references[id] ?? [])
      if (medium && changed.length === 0 && new RegExp(models).test(String(getAt(body, '/model'))))
        visitAt(body, parsePointer(at), (container, key) => {
          if (typeof container[key] !== 'string') return;
          container[key] = page;
          changed.push(at);
        });
    if (changed.length > 0) return [{ id, method, path: fillPath(path, request.path ?? {}), body }];
  }
  return [];
});

test.each(pages)('$id: a page in place of a medium', async ({ method, path, body }) => {
  const init = { method, headers: { authorization: 'Bearer any', 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const found: string[] = [];
  const response = await contractFetch(mock.fetch, { onViolation: ({ pointer }) => void found.push(pointer) })(`http://mock${path}`, init);
  expect(response.status).toBe(200);
  expect(found).not.toEqual([]);
  expect(response.headers.get('x-mock-violations')).toContain(`warning body${found[0]}: `);
  expect((await strict.fetch(`http://mock${path}`, init)).status).toBe(400);
});
