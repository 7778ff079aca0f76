/** Which scenarios a request meets, whatever they share: the same as when each of their conditions is asked by itself. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { protocols } from '../../src/protocols/index.js';
import { compileScenario } from '../../src/scenarios/compile.js';
import { Matcher } from '../../src/scenarios/matcher.js';
import type { ScenarioRequest } from '../../src/scenarios/request.js';
import type { When } from '../../src/scenarios/scenario.js';

const [protocol = ''] = Object.keys(protocols);
const operation = { id: 'chat', protocol, createsJob: false, givesPictures: false, examples: [] };
const compiled = (whens: readonly When[]) =>
  whens.map((when, index) => compileScenario({ when, answers: [{ text: 'hi' }] }, [operation], `s${index}`));

function asking(user: string, tools: string[] = []): ScenarioRequest {
  const conversation = protocols[protocol]?.conversation({ messages: [{ role: 'user', content: user }] });
  if (!conversation) throw new Error('no protocol');
  const context = { path: {}, query: new URLSearchParams(), header: () => undefined, body: {} };
  const named = tools.map((name) => ({ ...conversation.tools[0], name }) as (typeof conversation.tools)[number]);
  return { operation: 'chat', session: '', stream: false, model: 'm', context, conversation: { ...conversation, tools: named } };
}

const met = (whens: readonly When[], request: ScenarioRequest): string[] =>
  [...new Matcher(compiled(whens)).matching(request)].map(({ name }) => name);

const long = 'the same beginning of more than sixty-four characters, and then: ';

test.each<[string, When[], string, string[]]>([
  ['a text that is contained', [{ user: 'cat' }, { user: 'dog' }], 'a dog barks', ['s1']],
  ['no text at all', [{ user: 'cat' }, { user: 'dog' }], 'a bird sings', []],
  ['texts that begin alike', [{ user: `${long}one` }, { user: `${long}two` }], `Well, ${long}two!`, ['s1']],
  ['letters that mean something in patterns', [{ user: 'a.b' }, { user: 'a|b' }, { user: '(' }], 'a|b', ['s1']],
  ['the empty text, which all contain', [{ user: '' }, { user: 'x' }], 'hello', ['s0']],
  ['a list beside a text', [{ user: ['cat', 'dog'] }, { user: 'bird' }], 'a dog', ['s0']],
  ['a pattern beside a text', [{ user: '/d.g/' }, { user: 'bird' }], 'a dog', ['s0']],
  ['no conditions', [{}, { user: 'x' }], 'hello', ['s0']],
  ['other lines', [{ user: 'one\ntwo' }], 'one\ntwo', ['s0']],
])('%s', (_, whens, user, expected) => expect(met(whens, asking(user))).toEqual(expected));

test('is the same as one by one', () => {
  const word = fc.constantFrom('', 'a', 'ab', 'b', '.', '|', '/a.?b/', 'A', 'ß', '\n');
  const when = fc.record(
    { user: fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 2 })), tool: fc.constantFrom('t', 'u') },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.array(when, { maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '.', 'A', '\n'), maxLength: 6 }),
      (whens, user) => {
        const request = asking(user, ['t']);
        const alone = compiled(whens).filter(({ conditions }) => conditions.every((condition) => condition.holds(request)));
        expect(met(whens, request)).toEqual(alone.map(({ name }) => name));
      },
    ),
  );
});
