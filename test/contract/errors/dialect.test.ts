import { expect, test } from 'vitest';
import { dialectOf, dialectsOf } from '../../../src/contract/errors/dialect.js';

const operation = { dialect: 'usual', dialectBranches: [{ field: 'model', values: ['other-1'], dialect: 'other' }] };

test.each([
  [{ model: 'other-1' }, 'other'],
  [{ model: 'own' }, 'usual'],
  [undefined, 'usual'],
])('a request with the body %j is answered in %s', (body, dialect) => {
  expect(dialectOf(operation, body)).toBe(dialect);
});

test.each([
  ['the body decides', 400, { model: 'other-1' }, ['other']],
  ['who has no key is refused before it is read', 401, { model: 'other-1' }, ['other', 'usual']],
  ['who is one too many likewise', 503, { model: 'own' }, ['usual', 'other']],
  ['it is not known', 400, undefined, ['usual', 'other']],
])('%s', (_, status, body, dialects) => {
  expect(dialectsOf(operation, body, status)).toEqual(dialects);
});
