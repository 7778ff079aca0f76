import { createNexconnClient } from 'nexconn-contract';
import { createMock } from 'nexconn-contract/mock';

(async () => {
  const mock = await createMock();
  const client = createNexconnClient({ apiKey: 'any', baseUrl: 'http://mock', fetch: mock.fetch });
  const { data } = await client.listModels();
  const { status } = await mock.fetch('http://mock/openapi.json');
  console.log(JSON.stringify({ models: data.data.length > 0, description: status }));
})();
