/** Answers that look odd and are right. */
import { answered, type LegalVariant, type Loose } from '../exchange.js';

const chatId = 'createChatCompletion';
const chat = (change: (body: Loose) => void) => answered(chatId, 'deepseek-v3-chat', change);

export const legalAnswers: LegalVariant[] = [
  [
    'a call that is finished with `stop`, at once',
    answered(chatId, 'chat-completion.tool-call', (body) => {
      body.choices[0].finish_reason = 'stop';
    }),
  ],
  [
    'arguments that break off at the limit, at once',
    answered(chatId, 'chat-completion.tool-call', (body) => {
      body.choices[0].finish_reason = 'length';
      body.choices[0].message.tool_calls[0].function.arguments = '{"a": ';
    }),
  ],
  [
    'base64 without padding',
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', (body) => {
      body.data[0].b64_json = 'iVBORw0KGgo';
    }),
  ],
  [
    'a few bytes that stand for a picture',
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', (body) => {
      body.data[0].b64_json = 'aGVsbG8=';
    }),
  ],
  [
    'base64 for addresses',
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', (body) => {
      body.data[0].b64_json = 'iVBORw0K_-8=';
    }),
  ],
  ['a blocked prompt, at once', answered('generateContent', '.generate-content', () => ({ promptFeedback: { blockReason: 'SAFETY' } }))],
  [
    'a call that has ended its turn for another reason',
    answered('createMessage', 'anthropic-protocol.tool-call', (body) => {
      body.stop_reason = 'max_tokens';
    }),
  ],
  ['an empty error beside an answer', chat((body) => Object.assign(body, { error: null }) && undefined)],
  [
    'a picture of its type',
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', (body) => {
      Object.assign(body, { output_format: 'jpeg' }).data[0].b64_json = '/9j/4AAQSkZJRgABAQAAAQABAAA=';
    }),
  ],
  [
    'a sound that has no beginning of its own',
    answered('generateContent', '.generate-content', (body) => {
      body.candidates[0].content.parts = [{ inlineData: { mimeType: 'audio/L16;rate=24000', data: 'AAAAAAAA' } }];
    }),
  ],
  // Where nothing is said, nothing is counted.
  [
    'no token of a refusal that is empty',
    chat((body) => {
      Object.assign(body.choices[0], { finish_reason: 'content_filter', message: { role: 'assistant', content: null } });
      body.usage = { prompt_tokens: 5, completion_tokens: 0, total_tokens: 5 };
    }),
  ],
  [
    'an answer of reasoning without text',
    chat((body) => Object.assign(body.choices[0].message, { content: null, reasoning_content: 'So.' }) && undefined),
  ],
  ['a refusal, and no text', chat((body) => Object.assign(body.choices[0].message, { content: '', refusal: 'No.' }) && undefined)],
  ['a refusal that is none', chat((body) => Object.assign(body.choices[0].message, { refusal: null }) && undefined)],
  [
    'a call beside an empty text',
    answered('generateContent', '.tool-call', (body) => {
      body.candidates[0].content.parts[0].text = '';
    }),
  ],
  [
    'a prompt that was looked at and not blocked',
    answered('generateContent', '.generate-content', (body) => {
      body.promptFeedback = { safetyRatings: [] };
    }),
  ],
  [
    'Responses: an answer that failed',
    answered('createResponse', 'bypass-responses-protocol', (body) => {
      Object.assign(body, {
        status: 'failed',
        output: [],
        error: { code: 'server_error', message: 'The model is overloaded.' },
        usage: null,
      });
    }),
  ],
  [
    'a source of which nobody knows',
    answered('createMessage', 'anthropic-protocol', (body) => {
      body.content[0].citations = [{ type: 'page_of_tomorrow', cited_text: 'a' }];
    }),
  ],
];
