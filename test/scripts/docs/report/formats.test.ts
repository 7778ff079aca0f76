import { expect, test } from 'vitest';
import type { Finding } from '../../../../scripts/docs/finding.js';
import { type Format, report } from '../../../../scripts/docs/report/formats.js';
import { type Leaf, toOutcome } from '../../../../scripts/docs/report/outcome.js';

const finding: Finding = {
  kind: 'changed',
  source: 'page.txt',
  page: 'Toys / Make a toy',
  where: 'request schema',
  pointer: '/fur',
  message: 'type integer; it was string',
  before: 'string',
  after: 'integer',
  places: ['openapi/components/schemas/Toy.yaml:7:3', 'openapi/examples/toy.yaml:2:1'],
  provenance: { before: 'client-code', after: 'nexconn' },
  consequences: [{ kind: 'violation', source: 'page.txt', where: 'curl', pointer: '/fur', message: 'must be string' }],
  lines: ['- {"fur":"brown"}', '+ {"fur":1}'],
};
const leaves: Leaf[] = [
  { page: 'Toys / Make a toy', state: 'compared' },
  { page: 'Toys / Look at a toy', state: 'without a known address' },
];
const outcome = toOutcome([], [{ source: 'b.txt', message: 'b.txt: a PDF, not the text of a page', unreachable: false }], leaves, [
  finding,
]);

const expected: [Format, string[]][] = [
  [
    'text',
    [
      'Toys / Make a toy\n  changed           request schema /fur: type integer; it was string\n      edit openapi/components/schemas/Toy.yaml:7:3\n',
      '      provenance client-code -> nexconn\n      so also curl /fur: must be string\n      - {"fur":"brown"}\n',
      'without a known address:\n  Toys / Look at a toy\n',
      '2 leaves: 1 compared, 1 without a known address\n0 pages, 0 navigations, 0 examples, 1 not read: 1 difference from the contract',
    ],
  ],
  ['json', ['"drift": 1', '"failures": 1', '"state": "without a known address"', '"before": "string"']],
  [
    'markdown',
    [
      '### Toys / Make a toy\n\n- **changed** request schema /fur: type integer; it was string (before `string`; now `integer`; `openapi/components/schemas/Toy.yaml:7:3`',
      '  - curl /fur: must be string\n\n  ```diff\n  - {"fur":"brown"}',
      '### Not read\n\n- b.txt: a PDF',
    ],
  ],
  [
    'sarif',
    [
      '"version": "2.1.0"',
      '"ruleId": "changed"',
      '"uri": "openapi/components/schemas/Toy.yaml"',
      '"startLine": 7',
      '"executionSuccessful": false',
    ],
  ],
  [
    'github',
    [
      '::error file=openapi/components/schemas/Toy.yaml,line=7,col=3,title=Toys / Make a toy::request schema /fur: type integer; it was string%0A',
      '::warning title=Not read::b.txt: a PDF',
    ],
  ],
];

test.each(expected)('as %s, a finding has its cause, what follows, the values, and the lines to edit', (format, parts) => {
  const text = report(outcome, format, true);
  for (const part of parts) expect(text).toContain(part);
});

test('names files in SARIF as addresses, whatever their names are made of', () => {
  const odd = { ...finding, places: ['openapi/a b/größe#1?100%.yaml:7:3'] };
  expect(report(toOutcome([], [], leaves, [odd]), 'sarif', true)).toContain('"uri": "openapi/a%20b/gr%C3%B6%C3%9Fe%231%3F100%25.yaml"');
});
