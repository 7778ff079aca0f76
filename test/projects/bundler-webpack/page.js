import { setupWorker } from 'msw/browser';
import { mockGateway } from 'nexconn-contract/msw';

const gateway = mockGateway({ baseUrl: '/gateway' });
await setupWorker(...gateway.handlers).start();
document.querySelector('#offline').addEventListener('click', () => gateway.ready());
