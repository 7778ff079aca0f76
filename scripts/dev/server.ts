/** A mock whose contract can be edited while it runs. */
import { watch } from 'chokidar';
import { contract } from '../../compiled/contract.js';
import { readDescription } from '../../src/contract/description.js';
import { listen } from '../../src/http/server/listen.js';
import { createHttpServer } from '../../src/http/server/listener.js';
import { type Core, type CoreOptions, createCore } from '../../src/mock/core.js';
import { defaults } from '../../src/mock/engine/options.js';
import { nodeParts, refuseAtDoor } from '../../src/mock/node-parts.js';
import { memoryStore } from '../../src/mock/store/store.js';
import { servePage } from '../../src/reference/serve.js';
import { toYaml } from '../generate/bundle.js';
import { findStale, update } from '../generate/files.js';
import { Generator, type Served } from '../generate/generator.js';
import { mediaFolder } from '../generate/media.js';
import { generatePage } from '../generate/page.js';
import { ContractError } from '../lib/contract-error.js';
import { type Project, project } from '../lib/project.js';

export interface DevServerOptions {
  at?: Project;
  port?: number;
  host?: string;
  onExchange?: CoreOptions['onExchange'];
  /** Gets each line for the person who edits. */
  report: (line: string) => void;
}

export interface DevServer {
  url: string;
  close(): Promise<void>;
}

/** Findings that are shown; the rest is mostly a consequence of the first. */
const shown = 5;

/** Milliseconds that a group of changes has to be over: an editor writes a file in several steps. */
const settled = 50;

/**
 * Serves the contract that was generated last, then each new one that the sources give, on the same port. Requests in flight end
 * with the contract that they began with; jobs and lists go on.
 * @throws Error when the port is taken
 */
export async function startDevServer({
  at = project,
  port = 0,
  host = '127.0.0.1',
  onExchange,
  report,
}: DevServerOptions): Promise<DevServer> {
  const common = { store: memoryStore(), ...(onExchange && { onExchange }) };
  let core = createCore({ ...common, contract, ...nodeParts(readDescription) });
  const http = createHttpServer(
    { respond: (request) => core.respond(request), refuse: (...refused) => refuseAtDoor(core)(...refused) },
    defaults.bodyLimitBytes,
  );
  const { url } = await listen(http.server, port, host);

  const generator = new Generator(at);
  let latest: Served | undefined;
  let writing = Promise.resolve();
  const regenerate = async () => {
    const started = performance.now();
    const served = await generator.prepare();
    core = await toCore(served, common);
    report(`Contract ${served.contract.hash} is served, after ${Math.round(performance.now() - started)} ms.`);
    latest = served;
    writing = writing.then(() => write(served)).catch((error) => reportFailure(error, report));
  };
  // The next edit does not wait until the last one is written.
  const write = async (served: Served) => {
    const { generated, compiled } = await generator.files(served);
    if (served !== latest) return;
    await update(at.generated, generated, await findStale(at.generated, generated));
    const stale = await findStale(at.compiled, compiled);
    await update(at.compiled, compiled, stale);
    if (stale.changed.includes('media.ts')) report('The media are new: they are served after a restart.');
  };
  const work = oneAtATime(() => regenerate().catch((error) => reportFailure(error, report)));
  let working = work();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([at.openapi, mediaFolder], { ignoreInitial: true }).on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = work();
    }, settled);
  });
  return {
    url,
    async close() {
      clearTimeout(timer);
      await watcher.close();
      await http.close();
      await working;
      await writing;
      await generator.close();
      await core.close();
    },
  };
}

/** Node keeps a module by its address, so code that is as it was is not compiled again. */
async function toCore({ document, json, contract, requestValidators }: Served, options: Omit<CoreOptions, 'contract'>): Promise<Core> {
  const code = Buffer.from(requestValidators).toString('base64');
  const { default: validators } = await import(`data:text/javascript;base64,${code}`);
  const description = async (form: 'json' | 'yaml') => (form === 'json' ? json : toYaml(document));
  const page = async () => servePage(await generatePage(document, contract));
  return createCore({ ...options, ...nodeParts(description, page), contract, validators });
}

function reportFailure(error: unknown, report: (line: string) => void): void {
  const findings = error instanceof ContractError ? error.findings : [String((error as Error).message).split('\n', 1)[0] ?? ''];
  for (const finding of findings.slice(0, shown)) report(finding);
  if (findings.length > shown) report(`... and ${findings.length - shown} more`);
  report('The last good contract is still served.');
}

/** Work that is asked for while it is under way is done once more after it. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await work();
    } while (again);
    running = undefined;
  };
  return () => {
    if (running) again = true;
    running ??= run();
    return running;
  };
}
