/** Parts of a request that do not belong together: the kit finds them, and the mock answers with a warning, or refuses where it is strict. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { references } from '../../../compiled/references.js';
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

test('every operation that has such parts is one of a protocol, which is where the mock looks for them', () => {
  const without = contract.operations.filter(({ id, protocol }) => id in references && protocol === undefined);
  expect(without.map(({ id }) => id)).toEqual([]);
});
