/** Requests that look odd and are right. */
import { answered, asked, errorOf, type LegalVariant, type Loose } from '../exchange.js';

const chatId = 'createChatCompletion';

export const legalRequests: LegalVariant[] = [
  [
    'a result of a call that the vendor keeps',
    asked('createResponse', 'bypass-responses-protocol.tool-result', (body) => {
      body.input = body.input.filter(({ type }: Loose) => type === 'function_call_output');
      body.previous_response_id = 'resp_1';
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
];
