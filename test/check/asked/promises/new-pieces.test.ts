import { expect, test } from 'vitest';
import { NewPieces } from '../../../../src/check/asked/promises/new-pieces.js';
import { saidPlace } from '../../../../src/check/asked/said/said.js';

const pieces = () => new NewPieces(saidPlace({ at: '/text' }));
const [all, half] = ['Paris is the capital of France.', 'Paris is the capital'];

test('text that is told again is found, in each piece or in the end', () => {
  const each = pieces();
  for (const [index, text] of ['Paris', 'Paris is', half, all].entries()) each.gather({ text }, index + 1);
  expect(each.misfit()).toMatchObject({ event: 4, pointer: '/text', got: all });
  const last = pieces();
  for (const [index, text] of ['Paris is', ' the capital', ' of France.', all].entries()) last.gather({ text }, index + 1);
  expect(last.misfit()).toMatchObject({ event: 4 });
});

test('three pieces are enough, and lines that grow once or twice are no text told again', () => {
  const told = (...texts: string[]) => {
    const given = pieces();
    for (const [index, text] of texts.entries()) given.gather({ text }, index + 1);
    return given.misfit()?.got;
  };
  expect(told('1, 2', '1, 2, 3, 4', '1, 2, 3, 4, 5')).toBe('1, 2, 3, 4, 5');
  expect(told('1, 2', ', 3, 4', ', 5', '1, 2, 3, 4, 5')).toBe('1, 2, 3, 4, 5');
  expect(told('Paris is the capital', ' of France.', all)).toBe(all);
  expect(told('row, row, ', 'row, row, ', 'row, row, row, row, ')).toBeUndefined();
  expect(told(all, all)).toBeUndefined();
  expect(told('a', 'a tree', 'a tree house', ' in a tree house')).toBeUndefined();
  expect(told('a tree', 'a tree house')).toBeUndefined();
  expect(told('ha', 'haha', 'hahaha')).toBeUndefined();
});

test('pieces of events like the one before count as those of others do', () => {
  const given = pieces();
  given.gather({ text: 'Paris is' }, 1);
  for (const [index, text] of [' the capital', ' of France.', all].entries()) given.grow(text, index + 2);
  expect(given.misfit()).toMatchObject({ event: 4 });
});

test('what grows beside the text is no piece of it', () => {
  const given = pieces();
  for (const [index, text] of ['Paris is', ' the capital', ' of France.'].entries()) given.gather({ text }, index + 1);
  given.gather({ thought: 'Hm' }, 4);
  given.grow(all, 5);
  expect([given.latest, given.misfit()]).toEqual([3, undefined]);
});

test('halves of a character are told, where the one follows the other', () => {
  const torn = pieces();
  for (const [index, text] of ['東\ufffd', '\ufffd都'].entries()) torn.gather({ text }, index + 1);
  expect(torn.misfit()).toMatchObject({ pointer: '/text', got: '\ufffd' });
  const one = pieces();
  for (const [index, text] of ['東\ufffd', '都\ufffd'].entries()) one.gather({ text }, index + 1);
  expect(one.misfit()).toBeUndefined();
});
