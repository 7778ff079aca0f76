import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bumpBetween, isEnough, neededBump, nextVersion, versionProblem } from '../../../scripts/diff/version.js';
import { type Bump, bumps } from '../../../src/diff/verdict.js';

const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((digits) => digits.join('.'));
const bump = fc.constantFrom<Bump[]>(...bumps);

describe('version numbers', () => {
  it('after a bump are exactly that bump away', () => {
    fc.assert(fc.property(version, bump, (before, step) => bumpBetween(before, nextVersion(before, step)) === step));
  });

  it('are enough when the release bumps by what is needed', () => {
    fc.assert(
      fc.property(version, bump, (before, verdict) =>
        isEnough(bumpBetween(before, nextVersion(before, neededBump(verdict, before))), neededBump(verdict, before)),
      ),
    );
  });

  it('before 1.0 take a breaking change as a minor version', () => {
    expect([neededBump('major', '0.3.1'), neededBump('minor', '0.3.1'), neededBump('patch', '0.3.1')]).toEqual(['minor', 'patch', 'patch']);
    expect(neededBump('major', '1.0.0')).toBe('major');
    expect(isEnough(bumpBetween('0.3.1', '0.3.2'), neededBump('major', '0.3.1'))).toBe(false);
  });

  it.each([
    ['1.2.0', '1.1.9', 'none'],
    ['2.0.0', '1.9.9', 'none'],
    ['1.2.3', '1.2.3', 'none'],
    ['1.2.3', '1.2.5', 'patch'],
    ['1.2.3', '1.3.0', 'minor'],
    ['1.2.3', '2.2.3', 'major'],
    ['0.1.0+2026-05-06.0123abcd', '0.2.0', 'minor'],
    ['0.1.0+2026-05-06.0123abcd', '0.1.0+2026-06-07.4567cdef', 'none'],
    ['1.2.3', '1.2.4-rc.1', 'patch'],
  ])('from %s to %s are a bump: %s', (before, after, step) => {
    expect(bumpBetween(before, after)).toBe(step);
  });

  it.each([
    ['0.1.9+2026-05-06.0123abcd', 'none', '0.1.9'],
    ['0.1.9+2026-05-06.0123abcd', 'patch', '0.1.10'],
    ['0.1.9', 'minor', '0.2.0'],
    ['0.1.9', 'major', '1.0.0'],
  ] as const)('after %s, with the bump %s: %s', (before, step, after) => {
    expect(nextVersion(before, step)).toBe(after);
  });

  it.each(['', '1.2', 'latest'])('are not %j', (text) => {
    expect(() => nextVersion(text, 'patch')).toThrow(`${text} is no version`);
  });

  it('fail the check when they do not meet a breaking change, and only then', () => {
    expect(versionProblem('0.3.1', 'major', '0.3.1')).toBe('A breaking change needs version 0.4.0 or higher; package.json has 0.3.1.');
    expect(versionProblem('1.3.1', 'major', '1.4.0')).toBe('A breaking change needs version 2.0.0 or higher; package.json has 1.4.0.');
    expect([
      versionProblem('0.3.1', 'major', '0.4.0'),
      versionProblem('0.3.1', 'minor', '0.3.1'),
      versionProblem('0.3.1', 'initial', '0.3.1'),
    ]).toEqual([undefined, undefined, undefined]);
  });
});
