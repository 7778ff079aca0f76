/** Scenarios in TypeScript: what the compiler takes and refuses. `npm run typecheck` is a part of this test. */
import { expect, test } from 'vitest';
import { defineScenario } from '../../src/scenarios/define.js';

test('a scenario is what was written', () => {
  const answers = [{ error: 429, times: 2 }] as const;
  expect(defineScenario({ name: 'a', when: { user: /a/ }, answers })).toEqual({ name: 'a', when: { user: /a/ }, answers });
});

test('the compiler takes what the contract knows', () => {
  const scenarios = [
    defineScenario({ answers: [{ text: 'hi', toolCalls: [{ name: 'a', arguments: { b: 1 } }], finish: 'length' }] }),
    defineScenario({ when: { operation: 'createChatCompletion' }, answers: [{ example: 'chat-completion.tool-call' }, { error: 418 }] }),
    defineScenario({ when: { operation: ['createVideo', 'remixVideo'] }, answers: [{ job: { end: 'failed', at: 0.6 } }] }),
    defineScenario({ when: { model: ['claude-*', 'claude-4.5-sonnet'], body: { '/a': null } }, answers: [() => ({ text: 'made' })] }),
    defineScenario({ when: { operation: 'listModels' }, answers: [{ response: { body: { object: 'list', data: [] } } }] }),
    defineScenario({ when: { operation: 'listModels' }, answers: [{ response: { status: 302, body: 4 }, breaksContract: true }] }),
    defineScenario({ answers: [{ response: { status: 502, body: 'any' } }, { passThrough: true }] }),
    defineScenario({ answers: [{ parts: [{ text: 'a' }, { raw: { messages: { type: 'redacted_thinking', data: 'x' } } }] }] }),
  ];
  expect(scenarios).toHaveLength(8);
});

test('the compiler refuses what it does not', () => {
  const scenarios = [
    // @ts-expect-error no such operation
    defineScenario({ when: { operation: 'createChat' }, answers: [{ text: 'hi' }] }),
    // @ts-expect-error no such condition
    defineScenario({ when: { usr: 'hi' }, answers: [{ text: 'hi' }] }),
    // @ts-expect-error no pointer
    defineScenario({ when: { body: { model: 'hi' } }, answers: [{ text: 'hi' }] }),
    // @ts-expect-error an example of another operation
    defineScenario({ when: { operation: 'listModels' }, answers: [{ example: 'chat-completion.tool-call' }] }),
    // @ts-expect-error no such protocol
    defineScenario({ answers: [{ parts: [{ raw: { mesages: {} } }] }] }),
    // @ts-expect-error the body of another operation
    defineScenario({ when: { operation: 'listModels' }, answers: [{ response: { body: { choices: [] } } }] }),
    // @ts-expect-error a status that is not declared
    defineScenario({ when: { operation: 'listModels' }, answers: [{ response: { status: 302 } }] }),
    // @ts-expect-error no such member
    defineScenario({ answers: [{ txt: 'hi' }] }),
  ];
  expect(scenarios).toHaveLength(8);
});
