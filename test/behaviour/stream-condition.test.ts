import { lintFromString, loadConfig } from '@redocly/openapi-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { compileCondition } from '../../src/contract/expression.js';

const config = await loadConfig({ configPath: `${project.root}redocly.yaml` });

/** Whether the linter lets a stream's condition pass. */
async function passes(condition: string): Promise<boolean> {
  const source = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Streams', version: '1' },
    paths: { '/barks': { post: { 'x-stream': { when: condition } } } },
  });
  const problems = await lintFromString({ source, absoluteRef: `${project.root}test/openapi.json`, config });
  return !problems.some(({ message }) => message.startsWith('Not a condition'));
}

/** Whether the mock and the client can read it. */
function compiles(condition: string): boolean {
  try {
    compileCondition(condition);
    return true;
  } catch {
    return false;
  }
}

const name = fc.stringMatching(/^[A-Za-z][\w.=-]*$/);
const expression = fc.oneof(
  fc.array(name).map((parts) => `$request.body${parts.length === 0 ? '' : `#/${parts.join('/')}`}`),
  fc.tuple(fc.constantFrom('path', 'query', 'header'), name).map(([place, parameter]) => `$request.${place}.${parameter}`),
);
const literal = fc.oneof(
  fc.oneof(fc.boolean(), fc.integer(), fc.constant(null)).map((value) => JSON.stringify(value)),
  fc.stringMatching(/^[\w =-]*$/).map((text) => `'${text}'`),
);
const condition = fc.tuple(expression, literal).map(([left, right]) => `${left} == ${right}`);
/** A condition with a stretch of it replaced. */
const broken = fc
  .tuple(condition, fc.nat(), fc.nat(3), fc.string({ maxLength: 3 }))
  .map(([text, at, length, by]) => text.slice(0, at % text.length) + by + text.slice((at % text.length) + length));

describe('the condition of a stream', () => {
  it('passes when it is a runtime expression, == and a literal', () =>
    fc.assert(fc.asyncProperty(condition, async (text) => (await passes(text)) && compiles(text))));

  it('never passes when it cannot be compiled', () =>
    fc.assert(fc.asyncProperty(fc.oneof(broken, fc.string()), async (text) => !(await passes(text)) || compiles(text))));

  it.each([
    '',
    'stream',
    '$request.body#/stream',
    '$request.body#/stream = true',
    '$request.query.alt == sse',
    '$response.body#/stream == true',
    '$request.body#/count == 007',
    "$request.query.alt=='a==b'",
  ])('does not pass as %j', async (text) => expect(await passes(text)).toBe(false));
});
