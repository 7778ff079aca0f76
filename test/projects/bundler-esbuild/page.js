import { setupWorker } from 'msw/browser';
import { createNexconnClient } from 'nexconn-contract';
import { mockGateway } from 'nexconn-contract/msw';

await setupWorker(...mockGateway({ baseUrl: '/gateway' }).handlers).start();
console.log(await createNexconnClient({ apiKey: 'any', baseUrl: '/gateway' }).listModels());
