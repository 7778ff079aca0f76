const { createMock } = require('nexconn-contract/mock');
const { contractFetch } = require('nexconn-contract/testing');

test('a page and the mock', async () => {
  const mock = await createMock();
  const response = await contractFetch(mock.fetch)('http://mock/v1/models', { headers: { Authorization: 'Bearer any' } });
  await expect(response).toMatchContract('listModels');
  document.body.textContent = String(response.status);
  expect(document.body.textContent).toBe('200');
});

test('a mock that listens, and an error of it', async () => {
  const mock = await createMock();
  const { url } = await mock.listen(0);
  const checked = contractFetch(fetch, { onViolation: 'collect' });
  const response = await checked(`${url}/v1/models`, { headers: { Authorization: 'Bearer sk-mock-404' } });
  expect(JSON.parse(await response.text())).toHaveProperty('error');
  expect(checked).toHaveNoViolations();
  await mock.close();
});
