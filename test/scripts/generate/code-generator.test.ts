/** Code is generated beside the main thread; a mistake there reaches the one who asked, and nobody else. */
import { afterAll, expect, test } from 'vitest';
import { CodeGenerator } from '../../../scripts/generate/code-generator.js';

const generator = new CodeGenerator();
afterAll(() => generator.close());

/** A contract with one schema with one field. */
const bundle = (id: object): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Toy', version: '1.0.0' },
    paths: {
      '/things': {
        post: {
          operationId: 'createThing',
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
          responses: { 200: { description: 'Made.' } },
        },
      },
    },
    components: { schemas: { Thing: { type: 'object', properties: { id } } } },
  });

test('gives the code that was asked for', async () => {
  const [types, validators] = await Promise.all([
    generator.generate('types', bundle({ type: 'string' })),
    generator.generate('request validators', bundle({ type: 'string' })),
  ]);
  expect(types.text).toContain('id?: string;');
  expect(types.milliseconds).toBeGreaterThan(0);
  expect(validators.text).toContain('createThing_body');
});

test('a contract that cannot be compiled is an error, and the next one is compiled', async () => {
  const [bad, good] = await Promise.allSettled([
    generator.generate('request validators', bundle({ $ref: '#/components/schemas/Gone' })),
    generator.generate('types', bundle({ type: 'integer' })),
  ]);
  expect(bad).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('#/components/schemas/Gone') } });
  expect(good).toMatchObject({ status: 'fulfilled', value: { text: expect.stringContaining('id?: number;') } });
});
