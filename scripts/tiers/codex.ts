/** One turn of Codex, a coding agent that speaks Responses, against the mock. It is fetched when it is tried, since it takes 400 MB. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { contract } from '../../compiled/contract.js';
import { createMock, type JournalEntry } from '../../src/mock/index.js';
import { npm } from '../release/package-copy.js';
import { startNode } from './processes/children.js';

const name = '@openai/codex';
const version = '0.169.0';

/** How a turn went: what is wrong with it, or why there was none. */
export type Turn = { problems: string[] } | { skipped: string };

/** What Codex prints, a JSON text a line, as far as it matters here. */
interface CodexEvent {
  type: string;
  item?: { type: string; text?: string };
}

function readEvents(output: string): CodexEvent[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as CodexEvent);
}

/** What is wrong with a turn: it ends with words, after a call of a tool and its result, and sends nothing that the contract forbids. */
export function judgeTurn(output: string, code: number | null, requests: readonly Pick<JournalEntry, 'status' | 'violations'>[]): string[] {
  const events = readEvents(output);
  const said = events.some(({ item }) => item?.type === 'agent_message' && item.text !== '');
  return [
    ...(code === 0 ? [] : [`Codex ended with ${code}`]),
    ...(events.at(-1)?.type === 'turn.completed' ? [] : ['the turn was not completed']),
    ...(said ? [] : ['nothing was said']),
    ...(requests.length === 2 ? [] : [`${requests.length} requests instead of a call and its result`]),
    ...requests.flatMap(({ status, violations }) =>
      status === 200 ? [] : [`a request was answered with ${status}: ${violations.map(({ message }) => message).join('; ')}`],
    ),
  ];
}

const settings = (model: string, baseUrl: string): string => `
model = "${model}"
model_provider = "mock"
check_for_update_on_startup = false

[analytics]
enabled = false

[model_providers.mock]
name = "mock"
base_url = "${baseUrl}"
wire_api = "responses"
env_key = "MOCK_KEY"
request_max_retries = 0
stream_max_retries = 0
`;

/** A model of the Responses API, and the path at which the API begins: Codex adds the name of the resource itself. */
function responsesApi(): { model: string; prefix: string } {
  const operation = contract.operations.find(({ protocol }) => protocol === 'responses');
  const model = operation?.examples.find((example) => example.model !== undefined)?.model;
  if (!operation || model === undefined) throw new Error('the contract documents no request of the Responses protocol');
  return { model, prefix: operation.path.replace(/\/[^/]+$/, '') };
}

/** Fetches Codex and lets it take one turn. */
export async function tryCodex(): Promise<Turn> {
  const folder = await mkdtemp(join(tmpdir(), 'codex-'));
  const mock = await createMock();
  try {
    try {
      await npm(folder, 'install', '--no-audit', '--no-fund', '--prefer-offline', `${name}@${version}`);
    } catch (error) {
      return { skipped: `${name}@${version} could not be installed: ${(error as Error).message.split('\n')[0]}` };
    }
    const { model, prefix } = responsesApi();
    const { url } = await mock.listen();
    const [home, work] = [join(folder, 'home'), join(folder, 'work')];
    await Promise.all([home, work].map((path) => mkdir(path)));
    await writeFile(join(home, 'config.toml'), settings(model, url + prefix));
    const args = ['exec', '--json', '--skip-git-repo-check', '--sandbox', 'read-only', 'Is it raining where I live?'];
    const child = startNode([join(folder, 'node_modules', name, 'bin/codex.js'), ...args], {
      cwd: work,
      env: { ...process.env, CODEX_HOME: home, MOCK_KEY: 'any-key' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output, [code]] = await Promise.all([
      text(child.stdout as NodeJS.ReadableStream),
      once(child, 'exit') as Promise<[number | null]>,
    ]);
    return { problems: judgeTurn(output, code, mock.journal()) };
  } finally {
    await mock.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export const tellTurn = (turn: Turn): string => {
  if ('skipped' in turn) return `Codex skipped: ${turn.skipped}`;
  return turn.problems.length > 0 ? `Codex failed: ${turn.problems.join('; ')}` : 'Codex passed';
};
