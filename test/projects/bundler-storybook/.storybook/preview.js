import { mswLoader } from 'msw-storybook-addon/csf3';
import { mockGateway } from 'nexconn-contract/msw';

const gateway = mockGateway({ baseUrl: '/gateway' });

export default {
  loaders: [mswLoader()],
  parameters: { msw: gateway.handlers },
};
