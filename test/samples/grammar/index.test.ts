/** Texts of grammars in the notation of Lark. */
import { describe, expect, test } from 'vitest';
import { larkText } from '../../../src/samples/grammar/index.js';
import { sampleFor } from '../../../src/samples/index.js';

const textFor = (pattern: string) => {
  const { value, problems } = sampleFor({ type: 'string', pattern: `^(?:${pattern})$` });
  return problems.length === 0 ? String(value) : undefined;
};
const textOf = (grammar: string) => larkText(grammar, textFor);

/** The grammar with which patches are asked for. */
const patch = `
start: begin_patch hunk+ end_patch
begin_patch: "*** Begin Patch" LF
end_patch: "*** End Patch" LF?

hunk: add_hunk | delete_hunk | update_hunk
add_hunk: "*** Add File: " filename LF add_line+
delete_hunk: "*** Delete File: " filename LF
update_hunk: "*** Update File: " filename LF change_move? change?

filename: /(.+)/
add_line: "+" /(.*)/ LF -> line

change_move: "*** Move to: " filename LF
change: (change_context | change_line)+ eof_line?
change_context: ("@@" | "@@ " /(.+)/) LF
change_line: ("+" | "-" | " ") /(.*)/ LF
eof_line: "*** End of File" LF

%import common.LF
`;

describe('a text of', () => {
  test.each<[what: string, grammar: string, text: string]>([
    ['a patch', patch, '*** Begin Patch\n*** Add File: example\n+example\n*** End Patch'],
    ['one word', 'start: "x"', 'x'],
    [
      'sums that contain themselves',
      `start: expr
       expr: expr "+" term -> add
           | term          // the way out
       ?term: "(" expr ")" | NUMBER
       %import common.NUMBER`,
      '1',
    ],
    [
      'a query',
      `start: "SELECT" columns "FROM" NAME [where] ";"
       columns: "*" | NAME ("," NAME)*
       where: "WHERE" NAME "=" (NAME | INT)
       NAME: /[a-z_][a-z0-9_]*/
       %import common (INT, WS)
       %ignore WS`,
      'SELECT*FROM example;',
    ],
    ['words with spaces between them', 'start: NAME NAME~2\nNAME: LETTER+\n%import common.LETTER\n%ignore /\\s+/', 'a a a'],
    ['terminals of several parts', 'start: DATE\nDATE.2: Y "-" "01"\nY: "1".."9" /[0-9]{3}/', '1000-01'],
    ['what may be left out', 'start: ["a"] "b"? "c"* "d"', 'd'],
    ['escapes', 'start: "a\\n\\"b\\\\" /\\//', 'a\n"b\\/'],
    ['alternatives of which the first has no end', 'start: a | "b"\na: "x" a', 'b'],
    ['comments', '# one\nstart: "a" // two\n  // three\n  | "b"', 'a'],
  ])('%s', (_, grammar, text) => {
    expect(textOf(grammar)).toBe(text);
  });
});

test.each([
  ['', 'no rule'],
  ['rule: "x"', 'no start'],
  ['start: missing', 'a rule that is not there'],
  ['start: start', 'no end'],
  ['start: "x', 'no end of a text'],
  ['start: a{b}\na{x}: x', 'a template'],
  ['%import python.NAME\nstart: NAME', 'terminals of another library'],
  ['start: /(?<=a)b/', 'a pattern that cannot be run safely'],
  ['start: %json {"type": "object"}', 'what a dialect adds'],
  [`start: ${'('.repeat(9_000)}`, 'too deep'],
  [`start: "${'x'.repeat(30_000)}"`, 'too long'],
])('%j: none, for it has %s', (grammar) => {
  expect(textOf(grammar)).toBeUndefined();
});

test('one that grows without bounds ends', () => {
  const rules = Array.from({ length: 30 }, (_, at) => `r${at}: r${at + 1} r${at + 1}`);
  expect(textOf(['start: r0', ...rules, 'r30: "x"'].join('\n'))).toBeUndefined();
});
