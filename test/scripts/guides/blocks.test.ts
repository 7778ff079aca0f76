/** What a block of a page is, by its marks. */
import { expect, test } from 'vitest';
import { blocksOf, isRun } from '../../../scripts/guides/blocks.js';

const page = `# A page

\`\`\`sh run
npx a
\`\`\`

1. Indented:

   \`\`\`yaml run
   # scenarios/a.yaml
   - name: a
   \`\`\`

\`\`\`html run fails
<!-- app/index.html -->
<p>
\`\`\`

\`\`\`
no language
\`\`\`

\`\`\`ts shown: it takes what nobody has
// This is a sentence, about a.ts, and no file.
\`\`\`
`;

test('language, mark, code, line, and the file that a comment names', () => {
  expect(blocksOf(page)).toEqual([
    { language: 'sh', mark: 'run', code: 'npx a\n', line: 3 },
    { language: 'yaml', mark: 'run', code: '# scenarios/a.yaml\n- name: a\n', line: 9, file: 'scenarios/a.yaml' },
    { language: 'html', mark: 'run fails', code: '<!-- app/index.html -->\n<p>\n', line: 14, file: 'app/index.html' },
    { language: '', mark: '', code: 'no language\n', line: 19 },
    { language: 'ts', mark: 'shown: it takes what nobody has', code: '// This is a sentence, about a.ts, and no file.\n', line: 23 },
  ]);
});

test.each([
  ['run', true],
  ['run fails', true],
  ['run serving', true],
  ['run later', false],
  ['shown: why', false],
  ['', false],
])('%s', (mark, expected) => {
  expect(isRun({ language: 'sh', mark, code: '', line: 1 })).toBe(expected);
});
