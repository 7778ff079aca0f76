import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lint } from '../../../../scripts/generate/bundle.js';

/** What the types find at each place of a fixture. */
async function findings(fixture: 'fail' | 'pass'): Promise<[where: string, message: string][]> {
  const problems = await lint(fileURLToPath(new URL(`../../../fixtures/lint/struct/${fixture}/openapi.yaml`, import.meta.url)));
  return problems.filter(({ rule }) => rule === 'struct').map(({ where, message }) => [where.split(' ')[1] ?? '', message]);
}

const operation = '#/paths/~1barks/post';
const roles = '"create", "query", "result", "list", "remix", "delete"';

describe('the types of the extensions', () => {
  it.each([
    [`${operation}/x-docs/provenance`, 'Expected type `string` but got `null`.'],
    [`${operation}/x-docs/fields/loud`, 'Expected type `string` but got `boolean`.'],
    [
      `${operation}/x-protocol`,
      '`x-protocol` can be one of the following only: "chat-completions", "messages", "generate-content", "responses".',
    ],
    [`${operation}/x-stream/protocol`, 'Property `protocol` is not expected here.'],
    [
      `${operation}/x-stream/event/type`,
      '`type` can be one of the following only: "object", "array", "string", "number", "integer", "boolean", "null".',
    ],
    [`${operation}/x-task/role`, `\`role\` can be one of the following only: ${roles}.`],
    ['#/x-tasks/walks', 'The field `states` must be present on this level.'],
    ['#/x-tasks/walks/lifetme', 'Property `lifetme` is not expected here.'],
    ['#/x-error-dialects/plain', 'The field `message` must be present on this level.'],
    ['#/x-error-dialects/plain/messge', 'Property `messge` is not expected here.'],
    ['#/x-owned-fields/Walk/~1id/ID', 'Property `ID` is not expected here.'],
    ['#/x-model-owners/dog', 'Expected type `string` but got `integer`.'],
    ['#/x-answer-samples', 'The field `x-docs` must be present on this level.'],
    ['#/x-answer-samples/negations', 'The field `after` must be present on this level.'],
    ['#/x-answer-samples/negations/before', 'Expected type `array` but got `string`.'],
    ['#/x-answer-samples/lengths/short/most', 'Expected type `number` but got `string`.'],
    ['#/x-answer-samples/forms/list/usualy', 'Property `usualy` is not expected here.'],
    ['#/x-answer-samples/forms/list', 'The field `shows` must be present on this level.'],
    ['#/x-answer-samples/languages/english/texts/list', 'Expected type `array` but got `string`.'],
  ])('find %s', async (where, message) => expect(await findings('fail')).toContainEqual([where, message]));

  it('accept extensions as they should be', async () => expect(await findings('pass')).toEqual([]));
});
