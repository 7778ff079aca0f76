/** Pictures and files in requests, wherever a protocol lets them stand: a scenario asks how many there are. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { protocols } from '../../../src/protocols/index.js';

type Members = Record<string, Json>;

const text = 'What is it?';
const png = 'iVBORw0KGgo=';
const url = 'https://pictures.example/cat.png';

/** What the parts of a message of the user may be, and what is read of each. */
const parts: Record<
  string,
  { message: (parts: Members[]) => unknown; result: (parts: Members[]) => unknown; media: [part: Members, source: string][] }
> = {
  'chat-completions': {
    message: (content) => ({ messages: [{ role: 'user', content: [{ type: 'text', text }, ...content] }] }),
    result: (content) => ({
      messages: [
        { role: 'user', content: text },
        { role: 'assistant', tool_calls: [{ id: 'c', type: 'function', function: { name: 'look', arguments: '{}' } }] },
        { role: 'tool', tool_call_id: 'c', content },
      ],
    }),
    media: [
      [{ type: 'image_url', image_url: { url } }, url],
      [{ type: 'image_url', image_url: url }, url],
      [{ type: 'image_url', image_url: { url: `data:image/png;base64,${png}`, detail: 'low' } }, `data:image/png;base64,${png}`],
      [{ type: 'video_url', video_url: { url } }, url],
      [{ type: 'input_audio', input_audio: { data: png, format: 'wav' } }, png],
      [{ type: 'file', file: { file_id: 'file-1' } }, 'file-1'],
      [
        { type: 'file', file: { filename: 'a.pdf', file_data: `data:application/pdf;base64,${png}` } },
        `data:application/pdf;base64,${png}`,
      ],
    ],
  },
  messages: {
    message: (content) => ({ messages: [{ role: 'user', content: [{ type: 'text', text }, ...content] }] }),
    result: (content) => ({
      messages: [
        { role: 'user', content: text },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'c', name: 'look', input: {} }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c', content }] },
      ],
    }),
    media: [
      [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: png } }, png],
      [{ type: 'image', source: { type: 'url', url } }, url],
      [{ type: 'image', source: { type: 'file', file_id: 'file_1' } }, 'file_1'],
      [{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: png }, title: 'A' }, png],
      [{ type: 'document', source: { type: 'url', url } }, url],
      [{ type: 'document', source: { type: 'file', file_id: 'file_1' } }, 'file_1'],
      [{ type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'Words.' } }, 'Words.'],
      [{ type: 'document', source: { type: 'content', content: [{ type: 'text', text: 'Words.' }] } }, 'Words.'],
      [{ type: 'document', source: { type: 'content', content: 'Words.' } }, 'Words.'],
      [{ type: 'container_upload', file_id: 'file_1' }, 'file_1'],
    ],
  },
  'generate-content': {
    message: (content) => ({ contents: [{ role: 'user', parts: [{ text }, ...content] }] }),
    result: (content) => ({
      contents: [
        { role: 'user', parts: [{ text }] },
        { role: 'model', parts: [{ functionCall: { name: 'look', args: {} } }] },
        { role: 'user', parts: [{ functionResponse: { name: 'look', response: { seen: true }, parts: content } }] },
      ],
    }),
    media: [
      [{ inlineData: { mimeType: 'image/png', data: png } }, png],
      [{ inline_data: { mime_type: 'image/png', data: png } }, png],
      [{ fileData: { mimeType: 'image/png', fileUri: url } }, url],
      [{ file_data: { mime_type: 'image/png', file_uri: url } }, url],
      [{ fileData: { fileUri: url }, videoMetadata: { startOffset: '1s' } }, url],
    ],
  },
  responses: {
    message: (content) => ({ input: [{ role: 'user', content: [{ type: 'input_text', text }, ...content] }] }),
    result: (output) => ({
      input: [
        { role: 'user', content: text },
        { type: 'function_call', call_id: 'c', name: 'look', arguments: '{}' },
        { type: 'function_call_output', call_id: 'c', output },
      ],
    }),
    media: [
      [{ type: 'input_image', image_url: url, detail: 'low' }, url],
      [{ type: 'input_image', file_id: 'file-1' }, 'file-1'],
      [{ type: 'input_image', image_url: null, file_id: 'file-1' }, 'file-1'],
      [{ type: 'input_file', file_id: 'file-1' }, 'file-1'],
      [{ type: 'input_file', file_url: url }, url],
      [{ type: 'input_file', filename: 'a.pdf', file_data: `data:application/pdf;base64,${png}` }, `data:application/pdf;base64,${png}`],
      [{ type: 'input_audio', input_audio: { data: png, format: 'wav' } }, png],
    ],
  },
};

describe.each(Object.entries(parts))('%s', (name, { message, result, media }) => {
  const protocol = protocols[name];
  if (!protocol) throw new Error(`there is no protocol ${name}`);
  const read = (body: unknown) => protocol.conversation(protocol.canonical(body as Json));

  test('each counts in a message, and is told apart', () => {
    for (const [part, source] of media)
      expect([part, read(message([part]))]).toMatchObject([part, { user: text, images: 1, turns: [{ images: [source] }] }]);
    expect(read(message(media.map(([part]) => part))).images).toBe(media.length);
  });

  test('each counts in the result of a tool', () => {
    for (const [part, source] of media) {
      const { user, images, turns } = read(result([part]));
      expect([part, user, images, turns.at(-1)?.images]).toEqual([part, text, 1, [source]]);
    }
  });

  test('text is none', () => {
    expect(read(message([])).images).toBe(0);
  });
});

test('a screenshot is one', () => {
  const output = { type: 'computer_screenshot', image_url: url };
  const input: Json = [
    { role: 'user', content: text },
    { type: 'computer_call', id: 'cu_1', call_id: 'c', action: { type: 'screenshot' }, pending_safety_checks: [], status: 'completed' },
    { type: 'computer_call_output', call_id: 'c', output },
  ];
  expect(protocols.responses?.conversation({ input } as unknown as Json).images).toBe(1);
});
