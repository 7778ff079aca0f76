/** What texts are said to rest on, and what tools of the vendors put out. */
import { answerWith, eventWith, type Values } from '../changed.js';
import { answered, type Fault, type LegalVariant, type Loose, type SentExchange, streamed, wanting } from '../exchange.js';

const chat = (...annotations: Loose[]) =>
  answerWith('createChatCompletion', 'deepseek-v3-chat', { '/choices/0/message/annotations': annotations });
const chatEvent = (annotation: Loose) =>
  eventWith('createChatCompletion', 'deepseek-v3-chat.stream', 2, { '/choices/0/delta/annotations': [annotation] });
const page = (changed: Loose) => ({
  type: 'url_citation',
  url_citation: { url: 'https://example.com', start_index: 0, end_index: 5, ...changed },
});
const chatSound = (data: string) =>
  answerWith('createChatCompletion', 'deepseek-v3-chat', { '/choices/0/message/audio': { id: 'audio_1', data } });

const meadow = 'The grass is green. The sky is blue.';
const text = { type: 'document', source: { type: 'text', media_type: 'text/plain', data: meadow }, citations: { enabled: true } };
const blocks = {
  type: 'document',
  source: { type: 'content', content: [{ type: 'text', text: meadow }] },
  citations: { enabled: true },
};
const asking = (documents: Loose[], further: Loose = {}) => ({
  messages: [{ role: 'user', content: [...documents, { type: 'text', text: 'What is green?' }] }],
  ...further,
});
const quote = (changed: Loose) => ({
  type: 'char_location',
  cited_text: 'The grass is green. ',
  document_index: 0,
  document_title: null,
  start_char_index: 0,
  end_char_index: 20,
  ...changed,
});
const leaf = (start: number, end: number) => ({
  type: 'page_location',
  cited_text: 'x',
  document_index: 0,
  document_title: null,
  start_page_number: start,
  end_page_number: end,
});
const block = (end: number) => ({
  type: 'content_block_location',
  cited_text: meadow,
  document_index: 0,
  document_title: null,
  start_block_index: 0,
  end_block_index: end,
});
const citing = (wanted: Loose, citation: Loose) =>
  wanting(wanted, answerWith('createMessage', 'anthropic-protocol', { '/content/0/citations': [citation] }));
const citingStream = (wanted: Loose, citation: Loose) =>
  wanting(
    wanted,
    eventWith('createMessage', 'anthropic-protocol.stream', 'content_block_delta', { '/delta': { type: 'citations_delta', citation } }),
  );

const found = (url: string) => answerWith('createBypassMessage', 'web-search', { '/content/1/content/0/url': url });
const responsesText = (annotation: Loose) =>
  answerWith('createResponse', 'bypass-responses-protocol', { '/output/0/content/0/annotations': [annotation] });
const item = (one: Loose) =>
  answered('createResponse', 'bypass-responses-protocol', ({ output }) => void output.unshift({ status: 'completed', ...one }));
const doneItem = (one: Loose) =>
  eventWith('createResponse', 'bypass-responses-protocol.stream', 'response.output_item.done', { '/item': one });

const candidate = (values: Values) => answerWith('generateContent', '.generate-content', values);
const candidateEvent = (values: Values) => eventWith('streamGenerateContent', 'bypass-vertex-gemini-protocol', -1, values);
const grounding = (indices: number[], segment: Loose = {}, changed: Loose = {}): Values => ({
  '/candidates/0/groundingMetadata': {
    groundingChunks: [{ web: { uri: 'https://example.com/?q=a b', title: 'x' } }],
    groundingSupports: [{ segment: { endIndex: 2, text: 'AI', ...segment }, groundingChunkIndices: indices, ...changed }],
  },
});
const citation = (one: Loose): Values => ({ '/candidates/0/citationMetadata': { citations: [one] } });
const searched = (exchange: SentExchange) => wanting({ tools: [{ googleSearch: {} }] }, exchange);
const parts = (...texts: Loose[]): Values => ({
  '/candidates/0/content/parts': texts.map((text) => (typeof text === 'string' ? { text } : text)),
});
/** A stream of two pieces of text, of which the second rests on something. */
const searchedStream = (words: string) =>
  searched(
    streamed('streamGenerateContent', 'bypass-vertex-gemini-protocol', ([first, ...others]) => [
      { ...first, candidates: [{ content: { role: 'model', parts: [{ text: 'It is mild' }] }, index: 0 }] },
      {
        ...others.at(-1),
        candidates: [
          {
            content: { role: 'model', parts: [{ text: ' and grey.' }] },
            finishReason: 'STOP',
            index: 0,
            groundingMetadata: grounding([0], { text: words })['/candidates/0/groundingMetadata'],
          },
        ],
      },
    ]),
  );
const likely = (wanted: Loose, ...tokens: string[]) =>
  wanting(
    { generationConfig: { responseLogprobs: true, ...wanted } },
    candidate({
      ...parts('Hello you'),
      '/candidates/0/logprobsResult': {
        topCandidates: tokens.map((one) => ({
          candidates: [
            { token: one, logProbability: -0.1 },
            { token: 'x', logProbability: -3 },
          ],
        })),
        chosenCandidates: tokens.map((one) => ({ token: one, logProbability: -0.1 })),
      },
    }),
  );
const token = (logProbability: number) => ({ token: 'AI', tokenId: 1, logProbability });
const rating = (changed: Loose) => ({ category: 'HARM_CATEGORY_HARASSMENT', probability: 'LOW', ...changed });
const grounded = '/candidates/*/groundingMetadata';
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const servers = { mcp_servers: [{ type: 'url', url: 'https://a.example', name: 'files' }] };
const serverCall = (server_name: string) => ({ type: 'mcp_tool_use', id: 'mcptoolu_1', name: 'look', server_name, input: {} });
const serverResult = { type: 'mcp_tool_result', tool_use_id: 'mcptoolu_1', is_error: false, content: [{ type: 'text', text: 'x' }] };
const byServer = (wanted: Loose, name: string) =>
  wanting(
    wanted,
    answered('createMessage', 'anthropic-protocol', ({ content }) => void content.unshift(serverCall(name), serverResult)),
  );
const byServerStream = (wanted: Loose, name: string) =>
  wanting(
    wanted,
    streamed('createMessage', 'anthropic-protocol.stream', ([start, ...others]) => {
      const opened = [serverCall(name), serverResult].flatMap((content_block, index) => [
        { type: 'content_block_start', index, content_block },
        { type: 'content_block_stop', index },
      ]);
      return [start, ...opened, ...others.map((event) => ('index' in event ? { ...event, index: event.index + 2 } : event))];
    }),
  );
const offsite = (url: string) => ({ type: 'web_search_result_location', cited_text: 'x', url, title: 'x', encrypted_index: 'Eo8B' });
const citingPage = (url: string, changed: Loose = {}) =>
  wanting(
    changed,
    answered('createBypassMessage', 'web-search', ({ content }) => void Object.assign(content.at(-1), { citations: [offsite(url)] })),
  );
const code = { executableCode: { language: 'PYTHON', code: 'print(4)' } };
const ran = (outcome = 'OUTCOME_OK') => ({ codeExecutionResult: { outcome, output: '4' } });
const coding = (exchange: SentExchange) => wanting({ tools: [{ codeExecution: {} }] }, exchange);
const codingStream = (...first: Loose[]) =>
  coding(
    streamed('streamGenerateContent', 'bypass-vertex-gemini-protocol', ([head, ...others]) => [
      ...first.map((part) => ({ ...head, candidates: [{ content: { role: 'model', parts: [part] } }] })),
      head,
      ...others,
    ]),
  );
const drawn = (mimeType: string) =>
  wanting({ generationConfig: { responseModalities: ['TEXT', 'IMAGE'] } }, candidate(parts({ inlineData: { mimeType, data: picture } })));

export const sources: Fault[] = [
  ['messages: a call at a server that is not there', byServer(servers, 'mail'), 'response x-asked /content/*/server_name'],
  ['messages: a call at a server, of none', byServer({}, 'files'), 'response x-asked /content/*/server_name'],
  [
    'a stream of messages with a call at a server that is not there',
    byServerStream(servers, 'mail'),
    'stream x-asked /content_block/server_name',
  ],
  ['messages: a source that was not found', citingPage('https://b.example'), 'response x-asked /content/*/citations/*/url'],
  ['messages: a page of a text', citing(asking([text]), leaf(1, 2)), 'response x-asked /content/*/citations/*/type'],
  ['a stream of messages with blocks of a text', citingStream(asking([text]), block(1)), 'stream x-asked /delta/citation/type'],
  [
    'Gemini: a result of no code',
    coding(candidate(parts(ran(), 'Four.'))),
    'response x-asked /candidates/*/content/parts/*/codeExecutionResult/outcome',
  ],
  [
    'a stream of Gemini with a result of no code',
    codingStream(ran()),
    'stream x-asked /candidates/*/content/parts/*/codeExecutionResult/outcome',
  ],
  [
    'Gemini: code that ended in another word',
    coding(candidate(parts(code, ran('success'), 'Four.'))),
    'response x-text /candidates/*/content/parts/*/codeExecutionResult/outcome',
  ],
  ['Gemini: grounded text, without any tool', candidate(grounding([0])), `response x-asked ${grounded}/groundingChunks/*`],
  [
    'a stream of Gemini of grounded text, without any tool',
    candidateEvent({ ...parts('AI'), ...grounding([0]) }),
    `stream x-asked ${grounded}/groundingChunks/*`,
  ],
  [
    'Gemini: addresses that were read, without any tool',
    candidate({ '/candidates/0/urlContextMetadata': { urlMetadata: [{ retrievedUrl: 'https://a.example' }] } }),
    'response x-asked /candidates/*/urlContextMetadata/urlMetadata/*',
  ],
  [
    'Gemini: a page that is nowhere',
    searched(candidate({ '/candidates/0/groundingMetadata': { groundingChunks: [{ web: { uri: 'a example', title: 'x' } }] } })),
    `response x-text ${grounded}/groundingChunks/*/web/uri`,
  ],
  ['Gemini: a picture of no media type', drawn('png'), 'response x-text /candidates/*/content/parts/*/inlineData/mimeType'],
  [
    'Gemini: a rating of another vendor',
    candidate({ '/candidates/0/safetyRatings': [rating({ category: 'violence' })] }),
    'response x-text /candidates/*/safetyRatings/*/category',
  ],
  [
    'Gemini: a prompt that was blocked for a reason of another vendor',
    answerWith('generateContent', '.generate-content', { '/candidates': undefined, '/promptFeedback': { blockReason: 'blocked' } }),
    'response x-text /promptFeedback/blockReason',
  ],
  [
    'a source that ends behind the text',
    chat(page({ end_index: 900 })),
    'response x-within /choices/*/message/annotations/*/url_citation/end_index',
  ],
  [
    'a source that ends before it starts',
    chat(page({ start_index: 9 })),
    'response x-at-most /choices/*/message/annotations/*/url_citation/start_index',
  ],
  ['a source without address', chat(page({ url: '' })), 'response x-filled /choices/*/message/annotations/*/url_citation/url'],
  ['a source of nothing', chat({ type: 'url_citation' }), 'response x-filled /choices/*/message/annotations/*/url_citation'],
  [
    'a stream with a source that ends before it starts',
    chatEvent(page({ start_index: 9 })),
    'stream x-at-most /choices/*/delta/annotations/*/url_citation/start_index',
  ],
  ['sound that is not base64', chatSound('RIFF....WAVE'), 'response contentEncoding /choices/*/message/audio/data'],
  ['messages: a page without address', found(''), 'response x-filled /content/*/content/*/url'],
  [
    'messages: a document that is not in the request',
    citing(asking([text]), quote({ document_index: 3 })),
    'response x-asked /content/*/citations/*/document_index',
  ],
  [
    'messages: a stream with a document that is not in the request',
    citingStream(asking([text]), quote({ document_index: 1 })),
    'stream x-asked /delta/citation/document_index',
  ],
  [
    'messages: words that are not in the document',
    citing(asking([text]), quote({ cited_text: 'Water is wet.' })),
    'response x-asked /content/*/citations/*/cited_text',
  ],
  [
    'messages: words beyond the document',
    citing(asking([text]), quote({ end_char_index: 900 })),
    'response x-asked /content/*/citations/*/end_char_index',
  ],
  ['messages: a block beyond the document', citing(asking([blocks]), block(2)), 'response x-asked /content/*/citations/*/end_block_index'],
  ['messages: a page before the first', citing(asking([text]), leaf(0, 1)), 'response minimum /content/*/citations/*/start_page_number'],
  [
    'messages: a stream with a page before the first',
    citingStream(asking([text]), leaf(0, 1)),
    'stream minimum /delta/citation/start_page_number',
  ],
  [
    'Responses: a source without address',
    responsesText({ type: 'url_citation' }),
    'response x-filled /output/*/content/*/annotations/*/url',
  ],
  [
    'Responses: a source without file',
    responsesText({ type: 'file_citation', index: 3 }),
    'response x-filled /output/*/content/*/annotations/*/file_id',
  ],
  [
    'Responses: a picture that is an address',
    item({ type: 'image_generation_call', id: 'ig_1', result: 'https://example.com/1.png' }),
    'response x-text /output/*/result',
  ],
  [
    'Responses: a picture of another type',
    item({ type: 'image_generation_call', id: 'ig_1', result: picture, output_format: 'jpeg' }),
    'response x-media /output/*/result',
  ],
  ['Responses: a search without id', item({ type: 'web_search_call' }), 'response x-filled /output/*/id'],
  [
    'Responses: a search that does not say how far it is',
    item({ type: 'web_search_call', id: 'ws_1', status: undefined }),
    'response x-filled /output/*/status',
  ],
  ['Responses: a search that is done', item({ type: 'web_search_call', id: 'ws_1', status: 'done' }), 'response x-text /output/*/status'],
  [
    'Responses: a stream of a search that does not say how far it is',
    doneItem({ type: 'web_search_call', id: 'ws_1' }),
    'stream x-filled /item/status',
  ],
  [
    'Responses: a call of a server without name',
    item({ type: 'mcp_call', id: 'mcp_1', server_label: 's' }),
    'response x-filled /output/*/name',
  ],
  ['Responses: tools of no server', item({ type: 'mcp_call', id: 'mcp_1', name: 'x' }), 'response x-filled /output/*/server_label'],
  ['Responses: a command without the id of its call', item({ type: 'shell_call', id: 'sh_1' }), 'response x-filled /output/*/call_id'],
  ['Responses: a stream of a search without id', doneItem({ type: 'web_search_call', status: 'completed' }), 'stream x-filled /item/id'],
  [
    'Gemini: text that rests on a source that is not there',
    candidate(grounding([0, 3])),
    `response x-within ${grounded}/groundingSupports/*/groundingChunkIndices/*`,
  ],
  [
    'Gemini: a stream that rests on a source that is not there',
    candidateEvent(grounding([-1])),
    `stream x-within ${grounded}/groundingSupports/*/groundingChunkIndices/*`,
  ],
  [
    'Gemini: grounded text that ends before it starts',
    candidate(grounding([0], { startIndex: 9 })),
    `response x-at-most ${grounded}/groundingSupports/*/segment/startIndex`,
  ],
  [
    'Gemini: a citation that ends before it starts',
    candidate(citation({ startIndex: 9, endIndex: 2 })),
    'response x-at-most /candidates/*/citationMetadata/citations/*/startIndex',
  ],
  [
    'Gemini: words that are said to rest on a source, and are not said',
    searched(candidate({ ...parts('It is mild.'), ...grounding([0], { text: 'Snow falls.' }) })),
    `response x-asked ${grounded}/groundingSupports/*/segment/text`,
  ],
  [
    'Gemini: a stream of words that are said to rest on a source, and are not said',
    searchedStream('mild and green'),
    `stream x-asked ${grounded}/groundingSupports/*/segment/text`,
  ],
  ['Gemini: likelihoods of another text', likely({}, 'Hello', ' all'), 'response x-asked /candidates/*/logprobsResult/chosenCandidates'],
  [
    'Gemini: more likely tokens than asked for',
    likely({ logprobs: 1 }, 'Hello', ' you'),
    'response x-asked /candidates/*/logprobsResult/topCandidates/*/candidates',
  ],
  [
    'Gemini: more scores than sources',
    candidate(grounding([0], {}, { confidenceScores: [0.9, 0.8] })),
    `response x-as-many ${grounded}/groundingSupports/*/confidenceScores`,
  ],
  [
    'Gemini: a token that is more than certain',
    candidate({ '/candidates/0/logprobsResult': { chosenCandidates: [token(0.7)] } }),
    'response maximum /candidates/*/logprobsResult/chosenCandidates/*/logProbability',
  ],
  [
    'Gemini: a stream with another token that is more than certain',
    candidateEvent({ '/candidates/0/logprobsResult': { topCandidates: [{ candidates: [token(2)] }], chosenCandidates: [token(0)] } }),
    'stream maximum /candidates/*/logprobsResult/topCandidates/*/candidates/*/logProbability',
  ],
  [
    'Gemini: tokens that are more than certain',
    candidate({ '/candidates/0/avgLogprobs': 1.4 }),
    'response maximum /candidates/*/avgLogprobs',
  ],
  [
    'Gemini: likely tokens for one token of two',
    candidate({
      '/candidates/0/logprobsResult': { topCandidates: [{ candidates: [token(-1)] }], chosenCandidates: [token(-1), token(-2)] },
    }),
    'response x-as-many /candidates/*/logprobsResult/topCandidates',
  ],
  [
    'Gemini: a rating of nothing',
    candidate({ '/candidates/0/safetyRatings': [{ probability: 'LOW' }] }),
    'response x-filled /candidates/*/safetyRatings/*/category',
  ],
  [
    'Gemini: two ratings of one thing',
    candidate({ '/candidates/0/safetyRatings': [rating({}), rating({ probability: 'HIGH' })] }),
    'response x-distinct /candidates/*/safetyRatings/*/category',
  ],
  [
    'Gemini: two ratings of one thing in a prompt',
    candidate({ '/promptFeedback': { safetyRatings: [rating({}), rating({ probability: 'HIGH' })] } }),
    'response x-distinct /promptFeedback/safetyRatings/*/category',
  ],
  [
    'Gemini: a stream with a rating in percent',
    candidateEvent({ '/candidates/0/safetyRatings': [rating({ probabilityScore: 12.5 })] }),
    'stream maximum /candidates/*/safetyRatings/*/probabilityScore',
  ],
  [
    'Gemini: a severity below nothing',
    candidate({ '/candidates/0/safetyRatings': [rating({ severityScore: -1 })] }),
    'response minimum /candidates/*/safetyRatings/*/severityScore',
  ],
  [
    'Gemini: code that is none',
    candidate({ '/candidates/0/content/parts': [{ executableCode: { language: 'PYTHON' } }] }),
    'response x-filled /candidates/*/content/parts/*/executableCode/code',
  ],
  [
    'Gemini: a result told by the model',
    candidate({ '/candidates/0/content/parts': [{ functionResponse: { name: 'x', response: {} } }] }),
    'response x-refuse /candidates/*/content/parts/*',
  ],
  [
    'Gemini: code that ended nowhere',
    candidate({ '/candidates/0/content/parts': [{ codeExecutionResult: { output: '4' } }] }),
    'response x-filled /candidates/*/content/parts/*/codeExecutionResult/outcome',
  ],
];

export const legalSources: LegalVariant[] = [
  ['messages: a call at a server', byServer(servers, 'files')],
  ['a stream of messages with a call at a server', byServerStream(servers, 'files')],
  [
    'messages: a call of a tool of a server, which is left to the caller',
    wanting(
      { ...servers, tools: [{ type: 'mcp_toolset', mcp_server_name: 'files' }] },
      answered('createMessage', 'anthropic-protocol.tool-call'),
    ),
  ],
  [
    'messages: a source that an earlier turn found',
    citingPage('https://b.example', {
      messages: [
        { role: 'user', content: 'Hi' },
        {
          role: 'assistant',
          content: [
            { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} },
            {
              type: 'web_search_tool_result',
              tool_use_id: 'srvtoolu_1',
              content: [{ type: 'web_search_result', title: 'x', url: 'https://b.example', encrypted_content: 'x' }],
            },
          ],
        },
        { role: 'user', content: 'Again?' },
      ],
    }),
  ],
  [
    'messages: a page of a document in base64',
    citing(asking([{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0=' } }]), leaf(1, 2)),
  ],
  ['Gemini: code with two results', coding(candidate(parts(code, ran(), ran('OUTCOME_FAILED'), 'Four.')))],
  ['a stream of Gemini with code and its results', codingStream(code, ran(), ran())],
  ['Gemini: a picture of its media type', drawn('image/png')],
  ['Gemini: nothing that text rests on, without any tool', candidate({ '/candidates/0/groundingMetadata': {} })],
  ['Responses: a search that failed', item({ type: 'web_search_call', id: 'ws_1', status: 'failed' })],
  [
    'Responses: a call of a server, without how far it is',
    item({ type: 'mcp_call', id: 'mcp_1', name: 'x', server_label: 's', status: undefined }),
  ],
  ['sources without places, and files', chat(page({ end_index: 0 }), { type: 'file', file: { name: 'x' } })],
  ['messages: words of a document, in other lines', citing(asking([text]), quote({ cited_text: 'The grass\nis green.' }))],
  ['messages: all of a document in blocks', citing(asking([blocks]), block(1))],
  ['messages: a page of a file', citing(asking([{ type: 'document', source: { type: 'file', file_id: 'file_1' } }]), leaf(1, 2))],
  [
    'messages: words of a document that a tool found',
    citing(asking([], { tools: [{ type: 'web_fetch_20250910', name: 'web_fetch' }] }), quote({ document_index: 0 })),
  ],
  [
    'messages: words of a document in the result of a call',
    citing(
      asking([], {
        tools: [{ name: 'look', input_schema: { type: 'object' } }],
        messages: [
          { role: 'user', content: 'What is green?' },
          { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'look', input: {} }] },
          { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: [text] }] },
        ],
      }),
      quote({}),
    ),
  ],
  ['messages: a stream with words of a document', citingStream(asking([text]), quote({}))],
  ['sound that is not there', chatSound('')],
  ['Responses: a source without title and place', responsesText({ type: 'url_citation', url: 'https://example.com' })],
  ['Responses: a picture', item({ type: 'image_generation_call', id: 'ig_1', result: picture, output_format: 'png' })],
  [
    'Responses: a picture whose middle was left out',
    item({ type: 'image_generation_call', id: 'ig_1', result: `${picture.slice(0, 40)}...${picture.slice(-20)}` }),
  ],
  ['Responses: an item of an unknown kind', item({ type: 'new_call', result: 'https://example.com' })],
  [
    'Gemini: grounded text in other lines, after a thought',
    searched(candidate({ ...parts({ text: 'Hm.', thought: true }, 'It is\n', 'mild.'), ...grounding([0], { text: 'is mild.' }) })),
  ],
  ['Gemini: a stream of grounded text', searchedStream('mild and grey')],
  ['Gemini: likelihoods', likely({ logprobs: 2 }, 'Hello', ' you')],
  ['Gemini: likelihoods of parts of characters', likely({}, 'Hello', '<0xE2>')],
  ['Gemini: grounded text without scores', searched(candidate({ ...parts('AI'), ...grounding([0], {}, { confidenceScores: [] }) }))],
  [
    'Gemini: tokens that are certain, without others',
    candidate({
      '/candidates/0/avgLogprobs': 0.00002,
      '/candidates/0/logprobsResult': { topCandidates: [], chosenCandidates: [token(0), token(-0)] },
    }),
  ],
  [
    'Gemini: ratings of several things, with scores',
    candidate({
      '/candidates/0/safetyRatings': [
        rating({ probabilityScore: 0, severityScore: 1 }),
        rating({ category: 'HARM_CATEGORY_NEW', probabilityScore: 0.2 }),
      ],
    }),
  ],
  ['Gemini: grounded text', searched(candidate({ ...parts('AI'), ...grounding([0], { startIndex: 0 }) }))],
  ['Gemini: a citation without start', candidate(citation({ endIndex: 9, uri: 'https://example.com' }))],
];
