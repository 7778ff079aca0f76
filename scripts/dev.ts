/**
 * Serves the mock and keeps it up with `openapi/`: each edit that gives a good contract is served and written to `generated/`.
 *
 *   npm run dev -- --port 4010 --host 127.0.0.1
 */
import { openLog } from '../src/cli/common/log.js';
import { ensureCompiled } from './generate/compiled.js';
import { argumentsOf, BadInput, run } from './lib/bad-input.js';

await run(async () => {
  const { values } = argumentsOf({
    options: { port: { type: 'string', default: '4010' }, host: { type: 'string', default: '127.0.0.1' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new BadInput(`--port must be from 0 to 65535, got ${values.port}`);
  const report = (line: string) => console.log(line);
  const compiled = await ensureCompiled();
  if (compiled) report(compiled);
  // The mock imports what has just been made.
  const { startDevServer } = await import('./dev/server.js');
  const { onExchange } = openLog('pretty');
  const server = await startDevServer({ port, host: values.host, report, ...(onExchange && { onExchange }) }).catch((error: Error) => {
    throw new BadInput(error.message);
  });
  report(`Listening on ${server.url}. Edit openapi/ and call again.`);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await server.close();
  return 0;
});
