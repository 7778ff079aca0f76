/** Requests. */
import { answered, asked, errorOf, type Fault, type Loose, type SentExchange } from './exchange.js';

const chat = (change: (body: Loose) => void) => asked('createChatCompletion', 'chat-completion.tool-call', change);
const chatResult = (change: (body: Loose) => void) => asked('createChatCompletion', 'chat-completion.tool-result', change);
const message = (change: (body: Loose) => void) => asked('createMessage', 'anthropic-protocol.tool-call', change);
const messageResult = (change: (body: Loose) => void) => asked('createMessage', 'anthropic-protocol.tool-result', change);
const content = (change: (body: Loose) => void) => asked('generateContent', '.tool-call', change);
const contentResult = (change: (body: Loose) => void) => asked('generateContent', '.tool-result', change);
const response = (change: (body: Loose) => void) => asked('createResponse', 'bypass-responses-protocol.tool-call', change);
const responseResult = (change: (body: Loose) => void) => asked('createResponse', 'bypass-responses-protocol.tool-result', change);
const chatTool = { type: 'function', function: { name: 'look', parameters: { type: 'object', properties: {} } } };
const messagesTool = { name: 'look', input_schema: { type: 'object', properties: {} } };
const responsesTool = { type: 'function', name: 'look', parameters: { type: 'object', properties: {} } };
const thinking = { type: 'enabled', budget_tokens: 1024 };

/** A call of something else than in the documented one, with the answer that it gets. */
const called = (id: string, ending: string, parts: Loose, answer: Loose = {}): SentExchange => {
  const sent = answered(id, ending, answer.body === undefined ? () => {} : () => answer.body, answer.body && { status: answer.status });
  return { ...sent, example: { ...sent.example, request: { ...sent.example.request, ...parts } } };
};
const unknown = (dialect: string) => ({ status: 404, body: errorOf(dialect, 404) });

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk';
const video = (members: Loose) => asked('createVideo', 'sora-2-create-video-generation-task', (body) => void Object.assign(body, members));
const klingVideo = (members: Loose) => asked('createVideo', 'kling-v2-1-create-video-task', (body) => void Object.assign(body, members));
const veoPicture = (image: Loose) =>
  asked('createVideoGeneration', 'veo-create-video-generation-task', (body) => void Object.assign(body.instances[0], { image }));
const seedance = (item: Loose) =>
  asked(
    'createContentGenerationTask',
    'bytedance-doubao-seedance-2-0-260128-create-video-generation-task',
    (body) => void body.content.push(item),
  );

export const requests: Fault[] = [
  ['videos: a path in place of a picture', video({ input_reference: './cat.png' }), 'request x-refers /input_reference'],
  ['Sora: base64 without a data URL', video({ input_reference: png }), 'request x-refers /input_reference'],
  [
    'videos: a data URL that says another type than it holds',
    video({ input_reference: `data:image/jpeg;base64,${png}` }),
    'request x-refers /input_reference',
  ],
  [
    'a key that nobody had',
    called('getFile', 'query-file-status.ready', { headers: { authorization: 'Bearer undefined' } }),
    'request x-filled /authorization',
  ],
  ...(['first_frame', 'last_frame'] as const).map(
    (role): Fault => [
      `Seedance: two pictures that are each the ${role}`,
      asked(
        'createContentGenerationTask',
        'bytedance-doubao-seedance-2-0-260128-create-video-generation-task.first-last-frame',
        ({ content }) => void content.push({ type: 'image_url', image_url: { url: 'https://cdn.example.com/3.png' }, role }),
      ),
      'request x-refuse /content',
    ],
  ),
  [
    'Kling: a text in base64',
    klingVideo({ input_reference: Buffer.from('a text that is as long as a small picture').toString('base64') }),
    'request x-refers /input_reference',
  ],
  [
    'Veo: a data URL for base64',
    veoPicture({ bytesBase64Encoded: `data:image/png;base64,${png}`, mimeType: 'image/png' }),
    'request x-refers /instances/*/image/bytesBase64Encoded',
  ],
  [
    'Veo: a picture of another type than beside it',
    veoPicture({ bytesBase64Encoded: png, mimeType: 'image/jpeg' }),
    'request x-refers /instances/*/image/bytesBase64Encoded',
  ],
  [
    'Seedance: a data URL that is no base64',
    seedance({ type: 'image_url', image_url: { url: 'data:image/png;base64,%%%%' } }),
    'request x-refers /content/*/image_url/url',
  ],
  [
    'Seedance: a video as a data URL',
    seedance({ type: 'video_url', role: 'reference_video', video_url: { url: 'data:video/mp4;base64,AAAA' } }),
    'request x-refers /content/*/video_url/url',
  ],
  [
    'pictures: one of a list that is none',
    asked('editImage', 'gemini-2-5-flash-image-image-to-image-api', (body) => {
      body.image = ['https://a.example/a.png', 'data:text/html;base64,PGh0bWw+'];
    }),
    'request x-refers /image/*',
  ],
  [
    'videos: a query for undefined',
    called('getVideo', 'sora-2-query-video-generation-status.queued', { path: { id: 'undefined' } }, unknown('openai')),
    'request x-filled /id',
  ],
  ...['{id}', ':id', '<video id>'].map(
    (id): Fault => [
      `videos: a query for ${id}`,
      called('getVideo', 'sora-2-query-video-generation-status.queued', { path: { id } }, unknown('openai')),
      'request x-filled /id',
    ],
  ),
  [
    'pictures: a query for an object',
    called('getImageTask', '.processing', { path: { task_id: '[object Object]' } }, unknown('kling-image')),
    'request x-filled /task_id',
  ],
  [
    'queue: a result of null',
    called('getViduRequestResult', '.completed', { path: { request_id: 'null' } }, unknown('queue')),
    'request x-filled /request_id',
  ],
  [
    'files: a deletion of None',
    called('deleteFile', 'delete-file', { path: { file_id: 'None' } }, unknown('openai')),
    'request x-filled /file_id',
  ],
  ['files: a page after undefined', called('listFiles', 'list-user-files', { query: { after: 'undefined' } }), 'request x-filled /after'],
  [
    'chat: a result of an unknown call',
    chatResult((body) => {
      body.messages.find(({ role }: Loose) => role === 'tool').tool_call_id = 'call_other';
    }),
    'request x-refers /messages/*/tool_call_id',
  ],
  [
    'chat: a result before its call',
    chatResult((body) => {
      const at = body.messages.findIndex(({ role }: Loose) => role === 'tool');
      [body.messages[at - 1], body.messages[at]] = [body.messages[at], body.messages[at - 1]];
    }),
    'request x-refers /messages/*/tool_call_id',
  ],
  [
    'chat: two calls of one id',
    chatResult((body) => {
      const { tool_calls: calls } = body.messages.find(({ tool_calls }: Loose) => tool_calls);
      calls.push(calls[0]);
    }),
    'request x-refers /messages/*/tool_calls/*/id',
  ],
  [
    'chat: two results of one call',
    chatResult((body) => {
      body.messages.push(body.messages.find(({ role }: Loose) => role === 'tool'));
    }),
    'request x-refers /messages/*/tool_call_id',
  ],
  [
    'Responses: two outputs of one call',
    responseResult((body) => {
      body.input.push(body.input.find(({ type }: Loose) => type === 'function_call_output'));
    }),
    'request x-refers /input/*/call_id',
  ],
  [
    'Messages: another result of a call, in a later message',
    messageResult((body) => {
      const results = body.messages.at(-1);
      body.messages.push({ role: 'assistant', content: 'One moment.' }, results);
    }),
    'request x-refers /messages/*/content/*/tool_use_id',
  ],
  [
    'chat: a choice of no tool',
    chat((body) => {
      body.tool_choice = { type: 'function', function: { name: 'other' } };
    }),
    'request x-refers /tool_choice/function/name',
  ],
  [
    'chat: a choice without tools',
    chat((body) => {
      body.tool_choice = { type: 'function', function: { name: body.tools[0].function.name } };
      delete body.tools;
    }),
    'request x-refers /tool_choice/function/name',
  ],
  [
    'chat: allowed tools that are none',
    chat((body) => {
      body.tool_choice = {
        type: 'allowed_tools',
        allowed_tools: { mode: 'auto', tools: [{ type: 'function', function: { name: 'other' } }] },
      };
    }),
    'request x-refers /tool_choice/allowed_tools/tools/*/function/name',
  ],
  [
    'chat: a choice in the words of Messages',
    chat((body) => {
      body.tool_choice = { type: 'any' };
    }),
    'request enum /tool_choice/type',
  ],
  [
    'chat: tools of Messages',
    chat((body) => {
      body.tools = [messagesTool];
    }),
    'request required /tools/*/type',
  ],
  [
    'chat: tools of Responses',
    chat((body) => {
      body.tools = [responsesTool];
    }),
    'request required /tools/*/function',
  ],
  [
    'chat: an unknown role',
    chat((body) => {
      body.messages[0].role = 'bot';
    }),
    'request enum /messages/*/role',
  ],
  [
    'chat: parts of Responses',
    chat((body) => {
      body.messages[0].content = [{ type: 'input_text', text: 'Hi' }];
    }),
    'request x-refuse /messages/*/content/*/type',
  ],
  [
    'chat: parts of Messages',
    chat((body) => void body.messages.push({ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'x' }] })),
    'request x-refuse /messages/*/content/*/type',
  ],
  [
    'chat: a message that says nothing',
    chat((body) => void body.messages.push({ role: 'assistant', content: null })),
    'request type /messages/*/content',
  ],
  [
    'chat: a message of no parts',
    chat((body) => {
      body.messages[0].content = [];
    }),
    'request minItems /messages/*/content',
  ],
  [
    'chat: a result that names no call',
    chatResult((body) => {
      delete body.messages.find(({ role }: Loose) => role === 'tool').tool_call_id;
    }),
    'request required /messages/*/tool_call_id',
  ],
  [
    'chat: no messages',
    chat((body) => {
      body.messages = [];
    }),
    'request minItems /messages',
  ],
  [
    'chat: messages of Gemini',
    chat((body) => {
      body.contents = [{ role: 'user', parts: [{ text: 'hi' }] }];
      delete body.messages;
    }),
    'request required /messages',
  ],
  [
    'messages: a result of an unknown call',
    messageResult((body) => {
      for (const { content } of body.messages)
        for (const block of Array.isArray(content) ? content : []) if (block.type === 'tool_result') block.tool_use_id = 'toolu_other';
    }),
    'request x-refers /messages/*/content/*/tool_use_id',
  ],
  [
    'messages: two calls of one id',
    messageResult((body) => {
      const turn = body.messages.find(
        ({ content }: Loose) => Array.isArray(content) && content.some(({ type }: Loose) => type === 'tool_use'),
      );
      turn.content.push(turn.content.find(({ type }: Loose) => type === 'tool_use'));
    }),
    'request x-refers /messages/*/content/*/id',
  ],
  [
    'messages: a choice of no tool',
    message((body) => {
      body.tool_choice = { type: 'tool', name: 'other' };
    }),
    'request x-refers /tool_choice/name',
  ],
  ['messages: two tools of one name', message((body) => void body.tools.push(body.tools[0])), 'request x-refers /tools/*/name'],
  [
    'messages: tools of chat',
    message((body) => {
      body.tools = [chatTool];
    }),
    'request x-refuse /tools/*',
  ],
  [
    'messages: a choice in the words of chat',
    message((body) => {
      body.tool_choice = 'auto';
    }),
    'request type /tool_choice',
  ],
  [
    'messages: a role of chat',
    message((body) => void body.messages.unshift({ role: 'developer', content: 'Be brief.' })),
    'request enum /messages/*/role',
  ],
  [
    'messages: parts of chat',
    message((body) => {
      body.messages[0].content = [{ type: 'image_url', image_url: { url: 'https://a.example/a.png' } }];
    }),
    'request x-refuse /messages/*/content/*/type',
  ],
  ['messages: no limit', message((body) => void delete body.max_tokens), 'request required /max_tokens'],
  [
    'Gemini: a file without an address',
    content((body) => void body.contents[0].parts.push({ file_data: { mime_type: 'audio/wav' } })),
    'request required /contents/*/parts/*/fileData/fileUri',
  ],
  [
    'Gemini: a result of no call',
    contentResult((body) => {
      for (const { parts } of body.contents) for (const part of parts) if (part.functionResponse) part.functionResponse.name = 'other';
    }),
    'request x-refers /contents/*/parts/*/functionResponse/name',
  ],
  [
    'Gemini: a choice of no function',
    content((body) => {
      body.toolConfig = { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['other'] } };
    }),
    'request x-refers /toolConfig/functionCallingConfig/allowedFunctionNames/*',
  ],
  [
    'Gemini: tools of chat',
    content((body) => {
      body.tools = [chatTool];
    }),
    'request x-refuse /tools/*',
  ],
  [
    'Gemini: two functions of one name',
    content((body) => void body.tools[0].functionDeclarations.push(body.tools[0].functionDeclarations[0])),
    'request x-refers /tools/*/functionDeclarations/*/name',
  ],
  [
    'Gemini: a role of chat',
    content((body) => {
      body.contents[0].role = 'assistant';
    }),
    'request enum /contents/*/role',
  ],
  [
    'Gemini: parts of chat',
    content((body) => {
      body.contents[0].parts = [{ type: 'text', text: 'hi' }];
    }),
    'request x-refuse /contents/*/parts/*',
  ],
  [
    'Gemini: messages of chat',
    content((body) => {
      body.messages = [{ role: 'user', content: 'hi' }];
      delete body.contents;
    }),
    'request required /contents',
  ],
  [
    'Responses: a result of an unknown call',
    responseResult((body) => {
      body.input.find(({ type }: Loose) => type === 'function_call_output').call_id = 'call_other';
    }),
    'request x-refers /input/*/call_id',
  ],
  [
    'Responses: two calls of one id',
    responseResult((body) => void body.input.unshift(body.input.find(({ type }: Loose) => type === 'function_call'))),
    'request x-refers /input/*/call_id',
  ],
  [
    'Responses: a choice of no tool',
    response((body) => {
      body.tool_choice = { type: 'function', name: 'other' };
    }),
    'request x-refers /tool_choice/name',
  ],
  [
    'Responses: tools of chat',
    response((body) => {
      body.tools = [chatTool];
    }),
    'request required /tools/*/name',
  ],
  [
    'Responses: parts of chat',
    response((body) => {
      body.input = [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }];
    }),
    'request x-refuse /input/*/content/*/type',
  ],
  [
    'Responses: a stream that is a text',
    response((body) => {
      body.stream = 'true';
    }),
    'request type /stream',
  ],
  [
    'chat: a call without a result',
    chatResult((body) => {
      body.messages = body.messages.filter(({ role }: Loose) => role !== 'tool');
      body.messages.push({ role: 'user', content: 'And now?' });
    }),
    'request x-refers /messages/*/tool_calls/*/id',
  ],
  [
    'messages: a call without a result',
    messageResult((body) => {
      body.messages.at(-1).content = 'And now?';
    }),
    'request x-refers /messages/*/content/*/id',
  ],
  [
    'messages: a result that comes twice',
    messageResult((body) => {
      const { content } = body.messages.at(-1);
      content.push(content.find(({ type }: Loose) => type === 'tool_result'));
    }),
    'request x-refers /messages/*/content/*/tool_use_id',
  ],
  [
    'Gemini: two calls and one result',
    contentResult((body) => {
      const { parts } = body.contents.find((turn: Loose) => turn.parts.some(({ functionCall }: Loose) => functionCall));
      parts.push({ functionCall: parts.find(({ functionCall }: Loose) => functionCall).functionCall });
    }),
    'request x-refers /contents/*/parts/*/functionCall/name',
  ],
  [
    'Responses: a call without an output',
    responseResult((body) => {
      body.input = body.input.filter(({ type }: Loose) => type !== 'function_call_output');
      body.input.push({ role: 'user', content: 'And now?' });
    }),
    'request x-refers /input/*/call_id',
  ],
  [
    'messages: none',
    message((body) => {
      body.messages = [];
    }),
    'request minItems /messages',
  ],
  [
    'messages: an empty text',
    message((body) => {
      body.messages[0].content = [{ type: 'text', text: '' }];
    }),
    'request x-refuse /messages/*/content/*/text',
  ],
  [
    'messages: a blank turn',
    message((body) => {
      body.messages[0].content = '';
    }),
    'request x-refuse /messages/*/content',
  ],
  [
    'messages: a blank stop',
    message((body) => {
      body.stop_sequences = ['\n'];
    }),
    'request x-refuse /stop_sequences/*',
  ],
  [
    'messages: words before a result',
    messageResult((body) => void body.messages.at(-1).content.unshift({ type: 'text', text: 'Here:' })),
    'request x-refuse /messages/*/content/*',
  ],
  [
    'messages: thinking without its signature',
    messageResult((body) => {
      const turn = body.messages.findLast(({ role }: Loose) => role === 'assistant');
      turn.content.unshift({ type: 'thinking', thinking: 'hm' });
    }),
    'request x-refuse /messages/*/content/*',
  ],
  [
    'messages: an id of a call in other letters',
    messageResult((body) => {
      const blocks = body.messages.flatMap(({ content }: Loose) => (Array.isArray(content) ? content : []));
      for (const block of blocks) for (const key of ['id', 'tool_use_id']) if (block[key]) block[key] = 'call:1';
    }),
    'request x-refuse /messages/*/content/*/id',
  ],
  [
    'messages: thinking and a tool that must be called',
    message((body) => void Object.assign(body, { max_tokens: 4096, thinking, tool_choice: { type: 'any' } })),
    'request x-refuse /tool_choice/type',
  ],
  [
    'messages: thinking and a temperature',
    message((body) => void Object.assign(body, { max_tokens: 4096, thinking, temperature: 0.2 })),
    'request x-refuse /temperature',
  ],
  [
    'messages: a data URL for base64',
    message((body) => {
      body.messages[0].content.push({
        type: 'image',
        source: { type: 'base64', media_type: 'image/png', data: 'data:image/png;base64,iVBORw0KGgo=' },
      });
    }),
    'request x-refuse /messages/*/content/*/source/data',
  ],
  [
    'Gemini: a data URL for base64',
    content(
      (body) => void body.contents[0].parts.push({ inlineData: { mimeType: 'image/png', data: 'data:image/png;base64,iVBORw0KGgo=' } }),
    ),
    'request x-refuse /contents/*/parts/*/inlineData/data',
  ],
  [
    'Gemini: no turns',
    content((body) => {
      body.contents = [];
    }),
    'request minItems /contents',
  ],
  [
    'Gemini: a turn of no parts',
    content((body) => {
      body.contents[0].parts = [];
    }),
    'request minItems /contents/*/parts',
  ],
  [
    'Gemini: a budget and a level of thinking',
    content((body) => {
      body.generationConfig = { thinkingConfig: { thinkingBudget: 100, thinkingLevel: 'LOW' } };
    }),
    'request x-refuse /generationConfig/thinkingConfig',
  ],
  [
    'Gemini: a schema for plain text',
    content((body) => {
      body.generationConfig = { responseSchema: { type: 'OBJECT' } };
    }),
    'request x-refuse /generationConfig',
  ],
  [
    'Gemini: a schema of a list of nobody knows what',
    content((body) => {
      body.generationConfig = { responseMimeType: 'application/json', responseSchema: { type: 'ARRAY' } };
    }),
    'request required /generationConfig/responseSchema/items',
  ],
];
