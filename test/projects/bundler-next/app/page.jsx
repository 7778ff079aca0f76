import { createNexconnClient } from 'nexconn-contract';
import { createMock } from 'nexconn-contract/mock';
import openapi from 'nexconn-contract/openapi.json';
import { contractFetch } from 'nexconn-contract/testing';
import { Offline } from './offline';

export const dynamic = 'force-dynamic';

/** A component of the server, with the mock in its process. */
export default async function Page() {
  const mock = await createMock();
  const checked = contractFetch(mock.fetch, { onViolation: 'throw' });
  const client = createNexconnClient({ apiKey: 'any', baseUrl: 'http://mock', fetch: checked });
  const { data } = await client.listModels();
  return (
    <main>
      <p id="version">{openapi.info.version}</p>
      <p id="models">{data.data.length}</p>
      <Offline />
    </main>
  );
}
