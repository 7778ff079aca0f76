import { expect, test } from 'vitest';
import { judgeTurn, tellTurn } from '../../../scripts/tiers/codex.js';

const lines = (...events: object[]) => `WARNING: one.\n${events.map((event) => `${JSON.stringify(event)}\n`).join('')}`;
const said = { type: 'item.completed', item: { type: 'agent_message', text: 'It rains.' } };
const completed = { type: 'turn.completed' };
const good = { status: 200, violations: [] };

test('a turn is a call, its result, and words', () => {
  expect(judgeTurn(lines(said, completed), 0, [good, good])).toEqual([]);
});

test('all that is wrong with a turn is told', () => {
  const refused = { status: 400, violations: [{ message: 'input is required' } as never] };
  expect(judgeTurn(lines({ type: 'turn.failed' }), 1, [refused])).toEqual([
    'Codex ended with 1',
    'the turn was not completed',
    'nothing was said',
    '1 requests instead of a call and its result',
    'a request was answered with 400: input is required',
  ]);
});

test('a turn that was skipped says why', () => {
  expect(tellTurn({ skipped: 'there is no network' })).toBe('Codex skipped: there is no network');
  expect(tellTurn({ problems: [] })).toBe('Codex passed');
  expect(tellTurn({ problems: ['a', 'b'] })).toBe('Codex failed: a; b');
});
