import { describe, expect, it } from 'vitest';
import { compareNavigation } from '../../../../scripts/docs/compare/navigation.js';
import { compare, toys } from '../toy-contract.js';

const text = 'make-a-toy.txt';

describe('the navigation', () => {
  it('shows added and removed leaves with their folders', () => {
    expect(compare(text, { '    • List of all toys': '    • Sell a toy\n    • List of all toys' })).toEqual([
      'leaf-added | Toys / Sell a toy: new in the navigation',
    ]);
    expect(compare(text, { '    • List of all toys\n': '' })).toEqual(['leaf-removed | Toys / List of all toys: gone from the navigation']);
  });

  it('takes a like title in the same folder for the same leaf', () => {
    expect(compare(text, { '    • List of all toys': '    • List all toys' })).toEqual([
      'leaf-renamed | Toys / List of all toys: renamed to "Toys / List all toys"',
    ]);
    expect(compare(text, { '    • List of all toys': '    • Stock' })).toEqual([
      'leaf-added | Toys / Stock: new in the navigation',
      'leaf-removed | Toys / List of all toys: gone from the navigation',
    ]);
  });

  it('takes the leaves of a renamed folder for the same leaves', () => {
    expect(compare(text, { '    • train/steam': '    • train/steam-2' })).toEqual([
      'leaf-renamed | Toys / train/steam / Make a toy: renamed to "Toys / train/steam-2 / Make a toy"',
    ]);
  });

  it('is read without its indentation, too', () => {
    const lost = { 'List of all toys': 'List all toys', 'Toys\nToy\n': 'Toys\nToy\nDoll\n' };
    expect(compare('welcome.txt', lost)).toEqual([
      'leaf-renamed | Toys / List of all toys: renamed to "Toys / List all toys"',
      'leaf-added | Schemas / Toys / Doll: new in the navigation',
    ]);
  });

  it('says nothing of what it does not show: a cut tree, a shut folder', () => {
    expect(
      compareNavigation('cut', { leaves: [['Welcome'], ['Toys', 'bear', 'Make a toy']] }, toys.docs).map(({ kind, message }) => [
        kind,
        message,
      ]),
    ).toEqual([['note', 'the navigation ends after "Toys / bear / Make a toy": 5 later pages not compared']]);
    const shut = [
      ['Welcome'],
      ['Toys', 'bear'],
      ['Toys', 'train/steam', 'Make a toy'],
      ['Toys', 'List of all toys'],
      ['Schemas', 'Toys', 'Toy'],
      ['Schemas', 'BearRequest'],
    ];
    expect(compareNavigation('shut', { leaves: shut }, toys.docs)).toEqual([]);
  });
});

describe('llms.txt', () => {
  it('shows added, removed and renamed pages, but no schema, since it lists none', () => {
    expect(
      compare('llms.txt', {
        '- Toys [List of all toys]': '- Toys [Sell a toy](https://docs.example/10000009e0.md): \n- Toys [List all toys]',
      }),
    ).toEqual([
      'leaf-added | Toys / Sell a toy: new in the navigation',
      'leaf-renamed | Toys / List of all toys: renamed to "Toys / List all toys"',
    ]);
  });

  it('notices that a page has a new address', () => {
    expect(compare('llms.txt', { '10000001e0': '10000011e0' })).toEqual([
      'page-moved | Toys / bear / Make a toy: now at https://docs.example/10000011e0.md, was https://docs.example/10000001e0',
    ]);
  });
});
