import { describe, expect, test } from 'vitest';
import { createSpelling } from '../../../src/mock/prism/spelling.js';

const { spell, mayMatch } = createSpelling(['/models/{model}', '/models/{model}:generate', '/models/{model}:generateMore']);

test.each([
  ['/models/a:generate', '/models/a:generate'],
  ['/models/vendor/a:generate', '/models/vendor%2Fa:generate'],
  ['/models/vendor%2Fa:generate', '/models/vendor%2Fa:generate'],
  ['/models/vendor/a%3Agenerate', '/models/vendor%2Fa:generate'],
  ['/models/vendor/a', '/models/vendor/a'],
  ['/models/a:generateMost', '/models/a:generateMost'],
  // What does not stand for a character is taken as it is written.
  ['/models/%zz', '/models/%25zz'],
  ['/models/%C3%28/%C3%A9', '/models/%25C3%2528/%C3%A9'],
  ['/models/%ff:generate', '/models/%25ff:generate'],
])('%s is spelled %s', (path, spelled) => {
  expect(spell(path)).toBe(spelled);
});

describe('a template with a verb is one only for paths that end in it', () => {
  test.each([
    ['/models/{model}:generate', '/models/a:generate', true],
    ['/models/{model}:generate', '/models/vendor/a:generate', true],
    ['/models/{model}:generate', '/models/a:generateMore', false],
    ['/models/{model}:generate', '/models/a', false],
    ['/models/{model}', '/models/a:generateMost', true],
  ])('%s, %s: %s', (template, path, expected) => {
    expect(mayMatch(template, path)).toBe(expected);
  });
});
