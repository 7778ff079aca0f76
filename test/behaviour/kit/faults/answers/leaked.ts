/** Marks of a model, calls and reasoning that come as text, and characters that were cut in two. */
import { answerWith } from '../changed.js';
import { answered, type Fault, type LegalVariant, type Loose, type SentExchange, streamed, wanting } from '../exchange.js';

const chatTools = [{ type: 'function', function: { name: 'weather', parameters: { type: 'object' } } }];
const tool = { name: 'weather', input_schema: { type: 'object' } };

interface Place {
  protocol: string;
  /** The answer of a text. */
  whole: (text: string) => SentExchange;
  wholeAt: string;
  /** The stream of a text in three pieces. */
  pieces?: (texts: readonly string[]) => SentExchange;
  piecesAt?: string;
  /** What offers a tool. */
  tools: Loose;
}

const places: Place[] = [
  {
    protocol: 'chat',
    whole: (text) => answerWith('createChatCompletion', 'deepseek-v3-chat', { '/choices/0/message/content': text }),
    wholeAt: '/choices/*/message/content',
    pieces: (texts) =>
      streamed('createChatCompletion', 'deepseek-v3-chat.stream', (events) => {
        for (const [index, content] of texts.entries()) events[index + 1].choices[0].delta.content = content;
      }),
    piecesAt: '/choices/*/delta/content',
    tools: { tools: chatTools },
  },
  {
    protocol: 'messages',
    whole: (text) => answerWith('createMessage', 'anthropic-protocol', { '/content/0/text': text }),
    wholeAt: '/content/*/text',
    pieces: (texts) =>
      streamed('createMessage', 'anthropic-protocol.stream', (events) => {
        for (const [index, text] of texts.entries()) events[index + 3].delta.text = text;
      }),
    piecesAt: '/delta/text',
    tools: { tools: [tool] },
  },
  {
    protocol: 'Gemini',
    whole: (text) => answerWith('generateContent', '.generate-content', { '/candidates/0/content/parts/0/text': text }),
    wholeAt: '/candidates/*/content/parts/*/text',
    pieces: (texts) =>
      streamed('streamGenerateContent', 'bypass-vertex-gemini-protocol', (events) => {
        for (const [index, text] of texts.entries()) events[index].candidates[0].content.parts[0].text = text;
      }),
    piecesAt: '/candidates/*/content/parts/*/text',
    tools: { tools: [{ functionDeclarations: [{ name: 'weather' }] }] },
  },
  {
    protocol: 'Responses',
    whole: (text) => answerWith('createResponse', 'bypass-responses-protocol', { '/output/0/content/0/text': text }),
    wholeAt: '/output/*/content/*/text',
    tools: {},
  },
];

const call = '<tool_call>\n{"name": "weather", "arguments": {}}\n</tool_call>';

export const leaked: Fault[] = places.flatMap(({ protocol, whole, wholeAt, pieces, piecesAt, tools }): Fault[] => [
  [`${protocol}: the mark of an end in a text`, whole('It is Tokyo.<|im_end|>'), `response x-asked ${wholeAt}`],
  [`${protocol}: marks of a call in a text`, whole('<｜tool▁calls▁begin｜>weather'), `response x-asked ${wholeAt}`],
  ...(pieces
    ? ([
        [`${protocol}: a call that is written as text`, wanting(tools, whole(call)), `response x-asked ${wholeAt}`],
        [
          `${protocol}: a call that is streamed as text`,
          wanting(tools, pieces(['<tool', '_call>\n{"name"', ': "weather"}'])),
          `stream x-asked ${piecesAt}`,
        ],
        [`${protocol}: reasoning that begins in pieces`, pieces(['<thi', 'nk>Easy.</think>', ' Tokyo.']), `stream x-asked ${piecesAt}`],
        [`${protocol}: the mark of an end in a stream`, pieces(['It is ', 'Tokyo', '.<|im_end|>']), `stream x-asked ${piecesAt}`],
        [`${protocol}: halves of a character`, pieces(['It is 東\ufffd', '\ufffd都', '.']), `stream x-asked ${piecesAt}`],
      ] satisfies Fault[])
    : []),
]);

const [thoughts, thought] = ['/choices/0/message/reasoning_content', 'Tokyo is the capital of Japan.'];
leaked.push(
  [
    'chat: reasoning that is the answer',
    answerWith('createChatCompletion', 'deepseek-v3-chat', { [thoughts]: thought }),
    'response x-asked /choices/*/message/content',
  ],
  [
    'chat: reasoning that is streamed as text, too',
    streamed('createChatCompletion', 'chat-completion.stream', (events) => {
      for (const { delta } of events.flatMap(({ choices }) => choices))
        if (delta.reasoning_content) delta.content = delta.reasoning_content;
    }),
    'stream x-asked /choices/*/delta/content',
  ],
);

export const legalLeaked: LegalVariant[] = places.flatMap(({ protocol, whole, pieces, tools }): LegalVariant[] => [
  [`${protocol}: text about marks`, whole('In ChatML a turn ends with `<|im_end|>`')],
  [`${protocol}: a mark that is told as it is`, whole('The token is <|im_end|>')],
  [`${protocol}: text that is crossed out`, whole('It is <s>Kyoto</s>')],
  [`${protocol}: text about calls`, wanting(tools, whole('Some models write <tool_call> before a call.'))],
  [`${protocol}: a call as text, as the prompt wants it`, whole(call)],
  ...(pieces
    ? ([
        [`${protocol}: a character that nobody can read`, pieces(['It is \ufffd', ', Tokyo', '.'])],
        [`${protocol}: markup in pieces`, pieces(['<th', '>Tokyo</th', '>'])],
      ] satisfies LegalVariant[])
    : []),
]);
legalLeaked.push([
  'chat: reasoning that is as short as the answer',
  answered(
    'createChatCompletion',
    'deepseek-v3-chat',
    (body) => void Object.assign(body.choices[0].message, { content: 'Tokyo.', reasoning_content: 'Tokyo.' }),
  ),
]);
