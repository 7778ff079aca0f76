import { createNexconnClient } from 'nexconn-contract';
import { contractFetch } from 'nexconn-contract/testing';

const checked = contractFetch(fetch, { onViolation: 'collect' });
const client = createNexconnClient({ apiKey: 'any', baseUrl: globalThis.baseUrl, fetch: checked });
globalThis.result = client.listModels().then(({ data }) => ({ models: data.data.length, violations: checked.violations }));
