/** How likely the tokens of an answer were, where a request asks for that, and what else the answer cannot do as asked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { contractFetch } from '../../../src/testing/index.js';
import { ask, type Form, forms } from './dialogue.js';

let mock: Mock;
let checked: ReturnType<typeof contractFetch>;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
  checked = contractFetch(mock.fetch, { onViolation: 'throw' });
});
afterAll(() => mock.close());

interface Token {
  token: string;
  logprob: number;
  top: readonly { token: string; logprob: number }[];
}

type Likely = { token: string; logprob?: number; logProbability?: number; top_logprobs?: { token: string; logprob: number }[] };

/** Per protocol: how it is asked for, and where it stands, alternative by alternative. */
const protocols: Record<
  string,
  { asking: (most: number) => Record<string, Json>; tokensOf: (answer: never) => Token[][]; tokensOfEvents?: (text: string) => Token[][] }
> = {
  'chat-completions': {
    asking: (most) => ({ logprobs: true, top_logprobs: most }),
    tokensOf: ({ choices }: { choices: { logprobs: { content: Likely[] } }[] }) =>
      choices.map(({ logprobs }) => logprobs.content.map(read)),
    tokensOfEvents: (text) => [
      [...text.matchAll(/"logprobs":(\{"content":\[.*?\],"refusal":null\})/g)].flatMap(([, told = '']) =>
        JSON.parse(told).content.map(read),
      ),
    ],
  },
  responses: {
    asking: (most) => ({ include: ['message.output_text.logprobs'], top_logprobs: most }),
    tokensOf: ({ output }: { output: { content?: { logprobs?: Likely[] }[] }[] }) => [
      output.flatMap(({ content = [] }) => content.flatMap(({ logprobs = [] }) => logprobs.map(read))),
    ],
  },
  'generate-content': {
    asking: (most) => ({ generationConfig: { responseLogprobs: true, logprobs: most } }),
    tokensOf: ({
      candidates,
    }: {
      candidates: { logprobsResult: { chosenCandidates: Likely[]; topCandidates: { candidates: Likely[] }[] } }[];
    }) =>
      candidates.map(({ logprobsResult: { chosenCandidates, topCandidates } }) =>
        chosenCandidates.map((chosen, at) => ({ ...read(chosen), top: (topCandidates[at]?.candidates ?? []).map(read) })),
      ),
  },
};

const read = ({ token, logprob, logProbability, top_logprobs: top = [] }: Likely): Token => ({
  token,
  logprob: logprob ?? logProbability ?? Number.NaN,
  top,
});

const messages = [{ user: 'Which bird sings at night? 🐦' }];
const asked = (form: Form, more: Record<string, Json>) => ask({ ...mock, fetch: checked as Mock['fetch'] }, form, { messages }, more);

describe.each(forms.filter(({ protocolName }) => protocolName in protocols))('$name', (form) => {
  const { asking, tokensOf, tokensOfEvents } = protocols[form.protocolName] as (typeof protocols)[string];
  const told = ({ answer, text }: Awaited<ReturnType<typeof ask>>) =>
    form.streams && tokensOfEvents ? tokensOfEvents(text) : tokensOf(answer as never);

  test('the tokens are the text, and none is likelier than the one that was chosen', async () => {
    const reply = await asked(form, asking(3));
    const { content } = reply;
    expect(told(reply).length).toBeGreaterThan(0);
    for (const tokens of told(reply)) {
      expect(tokens.map(({ token }) => token).join('')).toBe(content.text);
      for (const { token, logprob, top } of tokens) {
        expect(top.slice(0, 1)).toMatchObject([{ token, logprob }]);
        expect(top.length).toBeLessThanOrEqual(3);
        expect(top.reduce((sum, other) => sum + Math.exp(other.logprob), 0)).toBeLessThanOrEqual(1.000001);
        expect(top.every((other) => other.logprob <= logprob)).toBe(true);
      }
    }
    expect((await asked(form, asking(3))).content).toEqual(content);
  });

  test('there are as many tokens as the answer counts', async () => {
    for (const question of [
      'Which bird sings at night? 🐦',
      'Why is the sky blue?',
      '为什么天空是蓝色的？',
      'Say it in emoji 🐦🐦🐦',
      'List {"a":1} as JSON',
    ]) {
      for (const maxTokens of [undefined, ...(form.protocolName === 'responses' ? [16, 17, 19] : [1, 2, 3, 17])]) {
        const dialogue = { messages: [{ user: question }], ...(maxTokens && { maxTokens }) };
        const reply = await ask({ ...mock, fetch: checked as Mock['fetch'] }, form, dialogue, asking(2));
        const reasoned = reply.content.reasoning ? Math.ceil(reply.content.reasoning.length / 4) : 0;
        for (const tokens of told(reply))
          expect([question, maxTokens, tokens.length]).toEqual([question, maxTokens, (reply.content.usage?.output ?? 0) - reasoned]);
      }
    }
  });

  test('where none are to be listed, the tokens are told alone', async () => {
    const [tokens = []] = told(await asked(form, asking(0)));
    expect(tokens.length).toBeGreaterThan(0);
    expect(tokens.every(({ top }) => top.length === 0)).toBe(true);
  });

  test('and unasked nothing is told', async () => {
    expect((await asked(form, {})).text).not.toMatch(/"log_?prob(?:ability)?":/i);
  });
});

test.each(forms.filter(({ protocolName }) => protocolName === 'responses'))('$name: what makes no difference is said', async (form) => {
  const { answer } = await asked(form, { background: true, service_tier: 'flex', store: true });
  expect(answer).toMatchObject({ background: true, status: 'completed' });
  expect(
    mock
      .journal()
      .at(-1)
      ?.warnings.map(({ message }) => message),
  ).toEqual([expect.stringMatching(/^background: /), expect.stringMatching(/^service_tier: /)]);
  await asked(form, { background: false, service_tier: 'auto' });
  expect(mock.journal().at(-1)?.warnings).toEqual([]);
});
