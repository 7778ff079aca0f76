/** Whatever is wrong with a request, it is refused in the words of the vendor that its body means. */
import { expect, test } from 'vitest';
import { createMock } from '../../mocks.js';

test.each(['code=__proto__', 'words=5-3', 'chunks=0'])('Prefer: %s', async (prefer) => {
  const mock = await createMock();
  const ask = async (body: object) => {
    const headers = { authorization: 'Bearer any', 'content-type': 'application/json', prefer };
    const response = await mock.fetch('http://mock/v1/images/generations', { method: 'POST', headers, body: JSON.stringify(body) });
    expect(response.status).toBe(400);
    return response.json();
  };
  expect(await ask({ model: 'kling-v1', prompt: 'A cat' })).toMatchObject({
    status: false,
    message: expect.stringContaining('Prefer'),
  });
  expect(await ask({ model: 'gemini-2.5-flash-image', prompt: 'A cat' })).toMatchObject({
    error: { message: expect.stringContaining('Prefer') },
  });
  await mock.close();
});
