/** Conditions on what a request does not have: no words, no tools, no results. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock, type Scenario } from '../../../src/mock/index.js';
import { ask, type Dialogue, forms } from '../conversations/dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

const tool = { name: 'get_order' };
const plain: Dialogue = { messages: [{ user: 'Hi' }] };
const offering: Dialogue = { ...plain, tools: [tool] };
const withSystem: Dialogue = { ...plain, system: 'Be brief.' };
const withResult: Dialogue = {
  tools: [tool],
  messages: [
    { user: 'Hi' },
    { calls: [{ id: 'call_1', name: tool.name, arguments: {} }] },
    { results: [{ id: 'call_1', name: tool.name, text: 'paid' }] },
  ],
};

describe.each(forms)('$name', (form) => {
  test.each<[when: Scenario['when'], holds: Dialogue[], fails: Dialogue[]]>([
    [{ system: null }, [plain, offering], [withSystem]],
    [{ user: null }, [], [plain, withSystem]],
    [{ tool: null }, [plain, withSystem], [offering, withResult]],
    [{ tool: false }, [plain], [offering]],
    [{ tool: true }, [offering, withResult], [plain]],
    [{ toolResult: null }, [plain, offering], [withResult]],
    [{ toolResult: false }, [plain, offering], [withResult]],
    [{ user: 'Hi', toolResult: true }, [withResult], [plain]],
  ])('%j', async (when, holding, failing) => {
    const added = await mock.use({ when, answers: [{ text: 'It matched.' }] });
    const isMatched = async (dialogue: Dialogue) => (await ask(mock, form, dialogue)).content.text === 'It matched.';
    expect(await Promise.all(holding.map(isMatched))).toEqual(holding.map(() => true));
    expect(await Promise.all(failing.map(isMatched))).toEqual(failing.map(() => false));
    await added.remove();
  });
});
