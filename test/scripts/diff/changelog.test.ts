import { describe, expect, it } from 'vitest';
import { insertEntry } from '../../../scripts/diff/changelog.js';
import { formatEntry } from '../../../src/diff/changelog-entry.js';
import type { ContractDiff } from '../../../src/diff/compare-contracts.js';
import { change } from '../../../src/diff/model/change.js';

const page = { pages: ['Toys / Make a toy'] };
const diff: ContractDiff = {
  base: '0.3.0',
  verdict: 'major',
  changes: [
    change('breaking', 'field-renamed', '`fur` is now called `coat`', page),
    change('breaking', 'value-removed', '`size` no longer has `small`', page),
    change('non-breaking', 'field-added', '`hat` is new', page),
    change('non-breaking', 'field-added', '`hat` is new', page),
    change('docs', 'wording', 'described anew', { operations: ['talk'] }),
    change('non-breaking', 'new-optional-request-parameter', 'added `x`', {
      operations: ['a', 'b', 'c', 'd'],
      pages: ['1', '2', '3', '4', '5'],
    }),
  ],
};

describe('an entry of the changelog', () => {
  it('groups by kind and page, marks what breaks, and says nothing twice', () => {
    expect(formatEntry(diff, { version: '0.4.0', date: '2026-03-01', documentation: '2026-02-01' }).trim().split('\n')).toEqual([
      '## [0.4.0] - 2026-03-01',
      '',
      'Follows the documentation as of 2026-02-01.',
      '',
      '### Added',
      '',
      '- Toys / Make a toy',
      '  - `hat` is new',
      '- 4 operations (5 pages)',
      '  - Added `x`',
      '',
      '### Changed',
      '',
      '- Toys / Make a toy',
      '  - **Breaking:** `fur` is now called `coat`',
      '',
      '### Removed',
      '',
      '- Toys / Make a toy',
      '  - **Breaking:** `size` no longer has `small`',
      '',
      '### Documentation',
      '',
      '- talk',
      '  - Described anew',
    ]);
  });

  it('says that the first release is the first', () => {
    expect(formatEntry({ verdict: 'initial', changes: [] }, { version: '0.1.0', date: '2026-03-01' })).toContain('First release.');
  });
});

describe('the changelog', () => {
  const unreleased = formatEntry(diff, {});
  const released = formatEntry(diff, { version: '0.4.0', date: '2026-03-01' });
  const headings = (text: string) => text.split('\n').filter((line) => line.startsWith('## '));

  it('begins with a header, and keeps what a person wrote above the first entry', () => {
    expect(insertEntry(undefined, unreleased)).toMatch(/^# Changelog\n\nWritten by/);
    expect(insertEntry('# Ours\n\nHello.\n', unreleased)).toMatch(/^# Ours\n\nHello\.\n\n## \[Unreleased\]/);
  });

  it('has one entry that is not released yet, which the release replaces', () => {
    const older = insertEntry(undefined, '## [0.3.0] - 2026-01-01\n\nFirst release.\n');
    const twice = insertEntry(insertEntry(older, unreleased), unreleased);
    expect(headings(twice)).toEqual(['## [Unreleased]', '## [0.3.0] - 2026-01-01']);
    expect(headings(insertEntry(insertEntry(twice, released), released))).toEqual(['## [0.4.0] - 2026-03-01', '## [0.3.0] - 2026-01-01']);
  });
});
