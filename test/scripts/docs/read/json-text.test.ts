import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonBlocks } from '../../../../scripts/docs/read/json-text.js';

describe('JSON in running text', () => {
  it('is found wherever a line begins with it, whatever follows on its last line', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const text = `Some words {not this}\n${JSON.stringify(object, null, 2)} and more\nthe end`;
        expect(jsonBlocks(text).map(({ value }) => value)).toEqual([JSON.parse(JSON.stringify(object))]);
      }),
    );
  });

  it('counts once, with what is inside', () => {
    expect(jsonBlocks('{\n"a":\n{\n"b": 1\n}\n}').map(({ value }) => value)).toEqual([{ a: { b: 1 } }]);
  });

  it('has no value where it is none, and no end where the text ends first', () => {
    expect(jsonBlocks('{ see below }\n')).toEqual([{ start: 0, end: 13 }]);
    expect(jsonBlocks('{ "a": "}"')).toEqual([{ start: 0 }]);
  });
});
