import { setupWorker } from 'msw/browser';
import { collect, createNexconnClient } from 'nexconn-contract';
import { mockGateway } from 'nexconn-contract/msw';

await setupWorker(...mockGateway({ baseUrl: '/gateway' }).handlers).start();
const client = createNexconnClient({ apiKey: 'any', baseUrl: '/gateway' });
const { data } = await client.listModels();
const { text } = await collect(client.streamChatCompletion({ model: data.data[0].id, messages: [{ role: 'user', content: 'Hi' }] }));
document.querySelector('#models').replaceChildren(text);
