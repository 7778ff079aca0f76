/** Requests that look odd and are right. */
import { answerWith } from '../changed.js';
import { answered, asked, errorOf, inBytes, type LegalVariant, type Loose, type SentExchange } from '../exchange.js';

const chatId = 'createChatCompletion';

/** A query for a job of this id. */
function queryOf(id: string): SentExchange {
  const sent = answered('getVideo', 'sora-2-query-video-generation-status.queued', (body) => void Object.assign(body, { id }));
  return { ...sent, example: { ...sent.example, request: { ...sent.example.request, path: { id } } } };
}

export const legalRequests: LegalVariant[] = [
  ['a query for a job of an odd name', queryOf('a{1}:b')],
  ...[`data:image/jpg;base64,/9j/${'A'.repeat(60)}`, `data:image/png;base64,iVBORw0KGgo${'A'.repeat(60)}`, 'HTTPS://a.example/a.png'].map(
    (picture): LegalVariant => [
      `a picture as ${picture.slice(0, 14)}`,
      asked('createVideo', 'sora-2-create-video-generation-task', (body) => void Object.assign(body, { input_reference: picture })),
    ],
  ),
  [
    'a picture in base64, of several lines',
    asked(
      'createVideo',
      'kling-v2-1-create-video-task',
      (body) => void Object.assign(body, { input_reference: `iVBORw0KGgo\r\n${'A'.repeat(60)}\r\n` }),
    ),
  ],
  [
    'a picture that was uploaded before',
    asked(
      'createContentGenerationTask',
      'bytedance-doubao-seedance-2-0-260128-create-video-generation-task',
      (body) => void body.content.push({ type: 'image_url', image_url: { url: 'asset://1' } }),
    ),
  ],
  [
    'a result of a call that the vendor keeps',
    {
      ...asked('createResponse', 'bypass-responses-protocol.tool-result', (body) => {
        body.input = body.input.filter(({ type }: Loose) => type === 'function_call_output');
        body.previous_response_id = 'resp_1';
      }),
      answer: answerWith('createResponse', 'bypass-responses-protocol.tool-result', { '/previous_response_id': 'resp_1' }).answer,
    },
  ],
  [
    'an id of a call that comes again in a later turn, and its results',
    asked(chatId, 'chat-completion.tool-result', (body) => {
      const at = body.messages.findIndex(({ tool_calls: calls }: Loose) => calls);
      body.messages.push(...body.messages.slice(at));
    }),
  ],
  [
    'arguments that are sent back as they came',
    asked(chatId, 'chat-completion.tool-result', (body) => {
      body.messages.find(({ tool_calls: calls }: Loose) => calls).tool_calls[0].function.arguments = '{"a": ';
    }),
  ],
  [
    'an id of a file that has null in it',
    [
      ...['null-1', 'undefined.png'].map((id) => {
        const unknown = answered('getFile', '.ready', () => errorOf('openai', 404), { status: 404 });
        return { ...unknown, example: { ...unknown.example, request: { path: { file_id: id } } } };
      }),
    ],
  ],
  [
    'ids of calls that come again in a later message',
    asked(chatId, 'chat-completion.tool-result', (body) => void body.messages.push(...structuredClone(body.messages))),
  ],
  [
    'a call at the end, whose result is to come',
    asked(chatId, 'chat-completion.tool-result', (body) => {
      body.messages = body.messages.slice(0, body.messages.findIndex(({ tool_calls: calls }: Loose) => calls) + 1);
    }),
  ],
  [
    'results in messages of their own, one after the other',
    asked('createMessage', 'anthropic-protocol.tool-result', (body) => {
      const { content } = body.messages.find(
        ({ content }: Loose) => Array.isArray(content) && content.some(({ type }: Loose) => type === 'tool_use'),
      );
      content.push({ ...content.find(({ type }: Loose) => type === 'tool_use'), id: 'toolu_2' });
      body.messages.push({ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_2', content: 'Rain.' }] });
    }),
  ],
  [
    'thinking at the temperature that it has, and a tool that may be called',
    asked('createMessage', 'anthropic-protocol.tool-call', (body) => {
      Object.assign(body, {
        max_tokens: 4096,
        thinking: { type: 'enabled', budget_tokens: 1024 },
        temperature: 1,
        tool_choice: { type: 'auto' },
      });
    }),
  ],
  [
    'of another model: thinking without a seal, and ids in other letters',
    inBytes(
      asked('createMessage', 'anthropic-protocol.tool-result', (body) => {
        body.model = 'deepseek-v3.2';
        const blocks = body.messages.flatMap(({ content }: Loose) => (Array.isArray(content) ? content : []));
        for (const block of blocks) for (const key of ['id', 'tool_use_id']) if (block[key]) block[key] = 'functions.get_weather:0';
        body.messages.find(({ role }: Loose) => role === 'assistant').content.unshift({ type: 'thinking', thinking: 'hm' });
      }),
      (text) => text.replace('claude-4.6-sonnet', 'deepseek-v3.2'),
    ),
  ],
  [
    'an empty beginning of the answer, and words behind a result',
    asked('createMessage', 'anthropic-protocol.tool-result', (body) => {
      body.messages.at(-1).content.push({ type: 'text', text: 'And tomorrow?' });
      body.messages.push({ role: 'assistant', content: '' });
    }),
  ],
  [
    'Messages: a blank text of the model, which goes back',
    asked('createMessage', 'anthropic-protocol', (body) => {
      body.messages.push({ role: 'assistant', content: [{ type: 'text', text: ' ' }] }, { role: 'user', content: 'Go on.' });
    }),
  ],
  [
    'schemas of Gemini in each of its forms',
    asked('generateContent', '.tool-call', (body) => {
      const [look] = body.tools[0].functionDeclarations;
      look.parameters.properties.days = { type: 'array', items: { anyOf: [{ type: 'STRING' }, { type: 'INTEGER', nullable: true }] } };
      body.tools[0].functionDeclarations.push({
        name: 'find',
        parametersJsonSchema: { type: 'object', properties: { days: { type: ['array', 'null'] } } },
      });
      body.toolConfig = { functionCallingConfig: { mode: 'VALIDATED', allowedFunctionNames: [look.name] } };
    }),
  ],
  [
    'a schema of Gemini for JSON',
    asked('generateContent', '.tool-call', (body) => {
      body.generationConfig = {
        responseMimeType: 'application/json',
        responseSchema: { type: 'OBJECT' },
        thinkingConfig: { thinkingLevel: 'LOW' },
      };
    }),
  ],
];
