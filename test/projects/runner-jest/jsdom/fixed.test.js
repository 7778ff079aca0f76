const { createMock } = require('nexconn-contract/mock');
const { contractFetch } = require('nexconn-contract/testing');

test('a page and the mock', async () => {
  const mock = await createMock();
  const response = await contractFetch(mock.fetch)('http://mock/v1/models', { headers: { Authorization: 'Bearer any' } });
  await expect(response).toMatchContract('listModels');
  document.body.textContent = String(response.status);
  expect(document.body.textContent).toBe('200');
});
