/** What is asked of each mock: the rows of the table. A check that throws is a no. */
import { createRequire } from 'node:module';
import Anthropic from '@anthropic-ai/sdk';
import { OpenAI } from 'openai/index.mjs';
import { contract } from '../../../compiled/contract.js';
import type { PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';
import { contractFetch } from '../../../src/testing/contract-fetch.js';

export interface Subject {
  /** Address of the mock. */
  url: string;
  /** One that has been told, in its own way, to answer a question about the weather with "Rain."; the same where it has none. */
  told: string;
  /** One that was given another description; absent where there is no way to give one. */
  foreign: string | undefined;
  /** Its manifest, as installed. */
  manifest: { exports?: unknown; peerDependencies?: Record<string, string> };
}

/** Says yes or no, or how many of how many. */
export type Check = (subject: Subject) => Promise<boolean | readonly [passed: number, of: number]>;

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };

/** Longer than any answer that no job is waited for. */
const patienceMs = 10_000;

function requestOf({ method, path }: PreparedOperation, { request }: Pick<PreparedExample, 'request'>): [string, RequestInit] {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path?.[name] ?? 'any'));
  const query = new URLSearchParams(request.query as Record<string, string> | undefined).toString();
  const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) };
  return [filled + (query && `?${query}`), { method, headers, ...body, signal: AbortSignal.timeout(patienceMs) }];
}

/** The first documented request of an operation that is answered with success. */
const documented = ({ examples }: PreparedOperation): PreparedExample | undefined => examples.find(({ status }) => status < 300);

/** What is found wrong with the answers to these requests, one list for each. */
async function judge(url: string, requests: readonly [string, RequestInit][]): Promise<{ status: number; wrong: number }[]> {
  const judged = [];
  for (const [path, init] of requests) {
    const checked = contractFetch(fetch, { onViolation: () => {} });
    const status = await checked(url + path, init).then(
      async (response) => {
        await response.text();
        return response.status;
      },
      () => 0,
    );
    const wrong = checked.violations.filter(({ part }) => part !== 'request').length;
    judged.push({ status, wrong });
  }
  return judged;
}

const count = (passed: readonly boolean[]): readonly [number, number] => [passed.filter(Boolean).length, passed.length];

const messages = (content: string) => [{ role: 'user' as const, content }];
const model = (protocol: string): string => {
  const chat = contract.operations.find((operation) => operation.protocol === protocol && operation.body);
  return String((chat?.examples[0]?.request.body as { model?: string })?.model);
};
const openaiOf = (url: string) => new OpenAI({ baseURL: `${url}/v1`, apiKey: 'any', maxRetries: 0, timeout: patienceMs });
const tools = [
  {
    type: 'function' as const,
    function: { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
  },
];

/** The rows, by what they say. */
export const checks: Record<string, Check> = {
  'documented requests answered as the contract has it': async ({ url }) => {
    const pairs = contract.operations.flatMap((operation) => {
      const example = operation.task?.role === 'delete' ? undefined : documented(operation);
      return example ? [requestOf(operation, example)] : [];
    });
    return count((await judge(url, pairs)).map(({ status, wrong }) => status > 0 && status < 300 && wrong === 0));
  },
  'a stream that the OpenAI SDK reads': async ({ told }) => {
    let text = '';
    let chunks = 0;
    for await (const { choices } of await openaiOf(told).chat.completions.create({
      model: model('chat-completions'),
      messages: messages('How is the weather?'),
      stream: true,
    })) {
      chunks++;
      text += choices[0]?.delta.content ?? '';
    }
    return chunks > 1 && text !== '';
  },
  'a stream that the Anthropic SDK reads': async ({ told }) => {
    const anthropic = new Anthropic({ baseURL: told, apiKey: 'any', maxRetries: 0, timeout: patienceMs });
    const stream = anthropic.messages.stream({ model: model('messages'), max_tokens: 64, messages: messages('How is the weather?') });
    return (await stream.finalText()) !== '';
  },
  'a request that breaks the contract is refused in the form of its path': async ({ url }) => {
    const refused = contract.operations.filter(({ body }) => body?.required);
    const requests = refused.map((operation): [string, RequestInit] => {
      const [path, init] = requestOf(operation, operation.examples[0] ?? { request: {} });
      return [path, { ...init, body: '[]' }];
    });
    return count((await judge(url, requests)).map(({ status, wrong }) => status >= 400 && status < 500 && wrong === 0));
  },
  'families of jobs that get done': async ({ url }) => {
    const done = [];
    for (const [name, { id, state, states }] of Object.entries(contract.tasks)) {
      const of = (role: string) => contract.operations.find(({ task }) => task?.name === name && task.role === role);
      const [create, query] = [of('create'), of('query')];
      const example = create && documented(create);
      if (!create || !query || !example) continue;
      const success = Object.values(states).flatMap(({ value, outcome }) => (outcome === 'success' ? [value] : []));
      const ask = async ([path, init]: [string, RequestInit]) => (await fetch(url + path, init)).json() as Promise<Record<string, string>>;
      const member = (body: Record<string, string>, pointer: string) => body[pointer.slice(1)] ?? '';
      const finished = async () => {
        const started = await ask(requestOf(create, example));
        const path = { [query.task?.parameter ?? '']: member(started, id.at) };
        let last = '';
        for (const begin = Date.now(); Date.now() - begin < patienceMs; await new Promise((resolve) => setTimeout(resolve, 250))) {
          last = member(await ask(requestOf(query, { request: { path } })), state);
          if (success.includes(last)) break;
        }
        // Who always says that it is done follows nothing.
        return success.includes(last) && member(started, state) !== last;
      };
      done.push(await finished().catch(() => false));
    }
    return count(done);
  },
  'an answer of your own to a question': async ({ told }) => {
    const { choices } = await openaiOf(told).chat.completions.create({
      model: model('chat-completions'),
      messages: messages('How is the weather?'),
    });
    return choices[0]?.message.content === 'Rain.';
  },
  'a tool is called, and its result answered, with nothing set up': async ({ url }) => {
    const openai = openaiOf(url);
    const asked = { model: model('chat-completions'), tools, tool_choice: 'required' as const };
    const { choices } = await openai.chat.completions.create({ ...asked, messages: messages('How is the weather in Berlin?') });
    const [call] = choices[0]?.message.tool_calls ?? [];
    if (!choices[0] || call?.type !== 'function' || call.function.name !== 'get_weather') return false;
    const result = { role: 'tool' as const, tool_call_id: call.id, content: 'Rain.' };
    const after = await openai.chat.completions.create({
      ...asked,
      tool_choice: 'auto',
      messages: [...messages('How is the weather in Berlin?'), choices[0].message, result],
    });
    return !after.choices[0]?.message.tool_calls?.length && Boolean(after.choices[0]?.message.content);
  },
  'handlers for Mock Service Worker': async ({ manifest }) =>
    'msw' in (manifest.peerDependencies ?? {}) || JSON.stringify(manifest.exports ?? '').includes('msw'),
  'mocks a description of any other API': async ({ foreign }) => foreign !== undefined && (await fetch(`${foreign}/pets`)).ok,
  'knows protocols that this gateway has not (Ollama)': async ({ told }) => {
    const body = JSON.stringify({ model: 'llama3', messages: messages('How is the weather?'), stream: false });
    const response = await fetch(`${told}/api/chat`, { method: 'POST', headers, body });
    return ((await response.json()) as { message?: { content?: string } }).message?.content === 'Rain.';
  },
};

/** The manifest of an installed package. */
export const manifestOf = (folder: string, name: string): Subject['manifest'] & { version: string } =>
  createRequire(folder)(`${folder}${name}/package.json`);
