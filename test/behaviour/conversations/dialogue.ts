/** One conversation in all chat protocols: what is asked, as each of them writes it, and what is answered, as each of them reads it. */
import { contract } from '../../../compiled/contract.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import type { PreparedOperation } from '../../../src/contract/prepared.js';
import type { Mock } from '../../../src/mock/index.js';
import { type AnswerContent, type Protocol, protocols } from '../../../src/protocols/index.js';

type JsonObject = Record<string, Json>;

export interface Tool {
  name: string;
  schema?: JsonObject;
}

export type Message =
  | { user: string }
  | { assistant: string }
  | { calls: { id: string; name: string; arguments: JsonObject }[] }
  | { results: { id: string; name: string; text: string }[] };

export interface Dialogue {
  system?: string;
  messages: Message[];
  tools?: Tool[];
  choice?: 'auto' | 'none' | 'required' | { name: string };
  parallel?: boolean;
  maxTokens?: number;
  stop?: string[];
  schema?: JsonObject;
}

const schemaOf = ({ schema = { type: 'object', properties: {} } }: Tool): JsonObject => schema;

const nameOf = (choice: Dialogue['choice']): string | undefined => (typeof choice === 'object' ? choice.name : undefined);

/** Left out where it is not said. */
const given = (members: Record<string, Json | undefined>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined));

const writers: Record<string, (dialogue: Dialogue) => JsonObject> = {
  'chat-completions': ({ system, messages, tools, choice, parallel, maxTokens, stop, schema }) => ({
    messages: [
      ...(system ? [{ role: 'system', content: system }] : []),
      ...messages.flatMap((message): JsonObject[] => {
        if ('user' in message) return [{ role: 'user', content: message.user }];
        if ('assistant' in message) return [{ role: 'assistant', content: message.assistant }];
        if ('results' in message) return message.results.map(({ id, text }) => ({ role: 'tool', tool_call_id: id, content: text }));
        const tool_calls = message.calls.map(({ id, name, arguments: value }) => ({
          id,
          type: 'function',
          function: { name, arguments: JSON.stringify(value) },
        }));
        return [{ role: 'assistant', content: null, tool_calls }];
      }),
    ],
    ...given({
      tools: tools?.map((tool) => ({ type: 'function', function: { name: tool.name, parameters: schemaOf(tool) } })),
      tool_choice: typeof choice === 'object' ? { type: 'function', function: { name: choice.name } } : choice,
      parallel_tool_calls: parallel,
      max_tokens: maxTokens,
      stop,
      response_format: schema && { type: 'json_schema', json_schema: { name: 'answer', schema } },
    }),
  }),
  messages: ({ system, messages, tools, choice, parallel, maxTokens = 4096, stop, schema }) => ({
    max_tokens: maxTokens,
    messages: messages.map((message): JsonObject => {
      if ('user' in message) return { role: 'user', content: message.user };
      if ('assistant' in message) return { role: 'assistant', content: message.assistant };
      if ('results' in message)
        return { role: 'user', content: message.results.map(({ id, text }) => ({ type: 'tool_result', tool_use_id: id, content: text })) };
      return { role: 'assistant', content: message.calls.map(({ id, name, arguments: input }) => ({ type: 'tool_use', id, name, input })) };
    }),
    ...given({
      system,
      tools: tools?.map((tool) => ({ name: tool.name, input_schema: { type: 'object', ...schemaOf(tool) } })),
      tool_choice: choice && {
        ...(typeof choice === 'object' ? { type: 'tool', name: choice.name } : { type: choice === 'required' ? 'any' : choice }),
        ...(parallel !== undefined && { disable_parallel_tool_use: !parallel }),
      },
      stop_sequences: stop,
      output_config: schema && { format: { type: 'json_schema', schema } },
    }),
  }),
  'generate-content': ({ system, messages, tools, choice, maxTokens, stop, schema }) => ({
    contents: messages.map((message): JsonObject => {
      if ('user' in message) return { role: 'user', parts: [{ text: message.user }] };
      if ('assistant' in message) return { role: 'model', parts: [{ text: message.assistant }] };
      if ('results' in message)
        return {
          role: 'user',
          parts: message.results.map(({ name, text }) => ({ functionResponse: { name, response: { output: text } } })),
        };
      return { role: 'model', parts: message.calls.map(({ name, arguments: args }) => ({ functionCall: { name, args } })) };
    }),
    ...given({
      systemInstruction: system && { parts: [{ text: system }] },
      tools: tools && [{ functionDeclarations: tools.map((tool) => ({ name: tool.name, parametersJsonSchema: schemaOf(tool) })) }],
      toolConfig: choice && {
        functionCallingConfig: {
          mode: { auto: 'AUTO', none: 'NONE', required: 'ANY' }[typeof choice === 'object' ? 'required' : choice],
          ...given({ allowedFunctionNames: nameOf(choice) && [nameOf(choice) as string] }),
        },
      },
      generationConfig: given({
        maxOutputTokens: maxTokens,
        stopSequences: stop,
        ...(schema && { responseMimeType: 'application/json', responseJsonSchema: schema }),
      }),
    }),
  }),
  responses: ({ system, messages, tools, choice, parallel, maxTokens, schema }) => ({
    input: messages.flatMap((message): JsonObject[] => {
      if ('user' in message) return [{ role: 'user', content: message.user }];
      if ('assistant' in message) return [{ role: 'assistant', content: message.assistant }];
      if ('results' in message) return message.results.map(({ id, text }) => ({ type: 'function_call_output', call_id: id, output: text }));
      return message.calls.map(({ id, name, arguments: value }) => ({
        type: 'function_call',
        call_id: id,
        name,
        arguments: JSON.stringify(value),
      }));
    }),
    ...given({
      instructions: system,
      tools: tools?.map((tool) => ({ type: 'function', name: tool.name, parameters: schemaOf(tool), strict: false })),
      tool_choice: typeof choice === 'object' ? { type: 'function', name: choice.name } : choice,
      parallel_tool_calls: parallel,
      max_output_tokens: maxTokens,
      text: schema && { format: { type: 'json_schema', name: 'answer', schema } },
    }),
  }),
};

/** A chat operation in one of its forms. */
export interface Form {
  name: string;
  protocolName: string;
  protocol: Protocol;
  operation: PreparedOperation;
  streams: boolean;
}

/** All chat operations, each with every form of answer that it has. */
export const forms: Form[] = contract.operations.flatMap((operation) => {
  const protocolName = operation.protocol ?? '';
  const protocol = protocols[protocolName];
  if (!protocol) return [];
  const streamed = operation.examples.some(({ events }) => events);
  const whole = operation.examples.some(({ events }) => !events);
  return [...(whole ? [false] : []), ...(streamed ? [true] : [])].map((streams) => ({
    name: `${operation.id} ${streams ? 'stream' : 'JSON'}`,
    protocolName,
    protocol,
    operation,
    streams,
  }));
});

export interface Reply {
  status: number;
  headers: Headers;
  /** As it came. */
  text: string;
  /** The whole answer, whatever its form; `null` for an error. */
  answer: Json;
  content: AnswerContent;
}

/** The request of a dialogue, about the model of the operation's first example of this form. */
export function requestOf({ protocolName, operation, streams }: Form, dialogue: Dialogue): { path: string; body: JsonObject } {
  const example = operation.examples.find(({ events }) => Boolean(events) === streams);
  const { path = {}, query = {}, body } = example?.request ?? {};
  const { model, stream } = body as JsonObject;
  const address = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const written = writers[protocolName]?.(dialogue);
  return { path: search.size > 0 ? `${address}?${search}` : address, body: { ...given({ model, stream }), ...written } };
}

/** Sends the dialogue and reads the answer. */
export async function ask(mock: Mock, form: Form, dialogue: Dialogue, more: JsonObject = {}, prefer?: string): Promise<Reply> {
  const { path, body } = requestOf(form, dialogue);
  return send(mock, form, path, { ...body, ...more }, prefer);
}

export async function send(mock: Mock, { protocol, operation }: Form, path: string, body: Json, prefer?: string): Promise<Reply> {
  const response = await mock.fetch(
    new Request(`http://mock${path}`, {
      method: operation.method,
      headers: { authorization: 'Bearer any', 'content-type': 'application/json', ...(prefer && { prefer }) },
      body: JSON.stringify(body),
    }),
  );
  const text = await response.text();
  const answer = response.ok ? wholeAnswer(protocol, response.headers.get('content-type') ?? '', text) : null;
  return { status: response.status, headers: response.headers, text, answer, content: protocol.read(answer) };
}

function wholeAnswer(protocol: Protocol, contentType: string, text: string): Json {
  if (!contentType.startsWith('text/event-stream')) {
    const body = JSON.parse(text) as Json;
    return Array.isArray(body) ? protocol.fromEvents(body) : body;
  }
  const data = text.split(/\r?\n/).flatMap((line) => (line.startsWith('data:') ? [line.slice('data:'.length).trim()] : []));
  return protocol.fromEvents(data.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Json));
}
