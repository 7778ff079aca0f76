import react from '@vitejs/plugin-react';
import { createMock } from 'nexconn-contract/mock';
import { defineConfig, type ProxyOptions } from 'vite';

/** Without a gateway that is named, the mock is one: with the answers in `scenarios/`, which it takes over on every save. */
async function startMock(): Promise<string> {
  const mock = await createMock({ scenarios: 'scenarios', taskSeconds: 8 });
  const { url } = await mock.listen();
  console.log(`The gateway is the mock at ${url}/, where you see what it is asked.`);
  return url;
}

export default defineConfig(async ({ command, isPreview }) => {
  if (command === 'build' && !isPreview) return { plugins: [react()] };
  const { GATEWAY_URL: target = await startMock(), NEXCONN_API_KEY: key = 'any' } = process.env;
  // The page asks its own server, which adds the key: no browser ever has it, and nothing is asked across origins.
  const proxy: Record<string, ProxyOptions> = {
    '/gateway': {
      target,
      changeOrigin: true,
      headers: { authorization: `Bearer ${key}` },
      rewrite: (path) => path.replace(/^\/gateway/, ''),
      // A stream that breaks on its way from the gateway breaks for the page too; by itself the proxy would leave the page waiting.
      configure: (server) => server.on('proxyRes', (from, _, to) => from.on('aborted', () => to.destroy())),
    },
  };
  return { plugins: [react()], server: { proxy }, preview: { proxy } };
});
