import { describe, expect, test } from 'vitest';
import { formatText } from '../../../scripts/format/format-text.js';

const schemaFile = 'components/schemas/pets/Pet.yaml';
const exampleFile = 'examples/createPet/pet.yaml';

/** What is written is written no other way the second time. */
async function formatted(text: string, name = schemaFile): Promise<string> {
  const once = await formatText(text, name);
  expect(await formatText(once, name)).toBe(once);
  return once;
}

describe('keys', () => {
  const pet = `# A pet, as the page has it.
# Seen in 2026.
description: A pet.
# One client says so.
x-docs: { provenance: seed } # for now
type: object # always
required: [name, litter]
properties:
  # The first one.
  type:
    description: Kind of the pet.
    type: string
    enum: [cat, dog] # no birds
  name: { description: Name of the pet., type: string, minLength: 1 }
  litter:
    type: array
    # Twins at least.
    minItems: 2
    items:
      # Of any age.
      type: object
      properties: { $ref: { type: string } }
      # The end of an item.
    # The end of the litter.
  # The end.
`;

  test('come back from any order with the comments above them and behind them', async () => {
    const shuffled = `# A pet, as the page has it.
# Seen in 2026.
required: [name, litter]
properties:
  # The first one.
  type:
    enum: [cat, dog] # no birds
    type: string
    description: Kind of the pet.
  name: { minLength: 1, type: string, description: Name of the pet. }
  litter:
    items:
      properties: { $ref: { type: string } }
      # Of any age.
      type: object
      # The end of an item.
    # Twins at least.
    minItems: 2
    type: array
    # The end of the litter.
  # The end.
type: object # always
# One client says so.
x-docs: { provenance: seed } # for now
description: A pet.
`;
    expect(await formatted(pet)).toBe(pet);
    expect(await formatted(shuffled)).toBe(pet);
  });

  test('are moved in flow maps, in one line and in several', async () => {
    expect(await formatted('items: { enum: [a], type: string }\ntype: array\n')).toBe('type: array\nitems: { type: string, enum: [a] }\n');
    const long = 'x'.repeat(150);
    expect(await formatted(`{ pattern: ${long}, # why\n  # a text\n  type: string }\n`)).toBe(
      `{\n  # a text\n  type: string,\n  pattern: ${long}, # why\n}\n`,
    );
  });

  test('are moved in the entries of a list, the first one behind its dash', async () => {
    expect(await formatted('anyOf:\n  - enum: [a] # one\n    type: string\n  - # two\n    minimum: 1\n    type: number\n')).toBe(
      'anyOf:\n  - type: string\n    enum: [a] # one\n  - # two\n    type: number\n    minimum: 1\n',
    );
  });

  test('take texts of several lines along', async () => {
    const text = 'type: string\npattern: |+\n  a: 1\n   # no comment\n\ndescription: >-\n  One line\n  and another.\n';
    expect(await formatted(text)).toBe('description: >-\n  One line and another.\ntype: string\npattern: |+\n  a: 1\n   # no comment\n\n');
  });

  test('that are names keep their order, be they called as keys are', async () => {
    const names = 'type: { type: string }\n  description: { type: string }\n  x-docs: { type: string }\n';
    for (const map of ['properties', 'patternProperties', '$defs', 'dependentSchemas']) {
      const text = `${map}:\n  ${names}`;
      expect(await formatted(text)).toBe(text);
    }
    const dialects = 'second: { schemas: [B], message: [/b] }\nfirst: { schemas: [A], message: [/a] }\n';
    expect(await formatted(dialects, 'error-dialects.yaml')).toBe(dialects);
  });

  test('keep their order in values: payloads of examples, defaults, constants', async () => {
    const value = '{ type: object, description: no schema }';
    const schema = `type: object\nconst: ${value}\nenum: [${value}]\ndefault: ${value}\nexample: ${value}\nexamples: [${value}]\n`;
    expect(await formatted(schema)).toBe(schema);
    const body = `body:\n    type: object\n    description: no schema\n    items: { $ref: Name.yaml }\n`;
    const example = `response:\n  ${body}  status: 200\nrequest:\n  ${body}  path: { type: a, description: b }\nsummary: A pet\n`;
    expect(await formatted(example, exampleFile)).toBe(
      `summary: A pet\nrequest:\n  path: { type: a, description: b }\n  ${body}response:\n  status: 200\n  ${body}`,
    );
  });

  test('that the order does not know follow the others as they stand', async () => {
    expect(await formatted('x-b: 1\ntype: string\nx-a: 2\n')).toBe('type: string\nx-b: 1\nx-a: 2\n');
    expect(await formatted('kling: b\nclaude: a\n', 'model-owners.yaml')).toBe('kling: b\nclaude: a\n');
  });

  test('of anchors and aliases move while each alias stays behind its anchor, a merge key to the front', async () => {
    expect(await formatted('properties:\n  a: &a\n    type: string\n    description: A.\n  b: *a\ntype: object\n')).toBe(
      'type: object\nproperties:\n  a: &a\n    description: A.\n    type: string\n  b: *a\n',
    );
    const merged =
      'properties:\n  <<: { a: { type: string, description: A. } }\n  b: &b { type: string }\n  c:\n    minLength: 1\n    <<: *b\n';
    expect(await formatted(merged)).toBe(merged.replace('minLength: 1\n    <<: *b', '<<: *b\n    minLength: 1'));
    const refused = [
      'properties: { a: &a { type: string } }\nitems: *a\n',
      'not: &a { const: 1 }\nitems: &a { const: 2 }\nproperties: { b: *a }\n',
    ];
    for (const text of refused)
      await expect(formatText(text, schemaFile)).rejects.toThrow(
        `openapi/${schemaFile}: its keys cannot be moved without changing what it says`,
      );
  });

  test('of the other kinds of files have their order too', async () => {
    expect(await formatted('- provenance: seed\n  kind: guide\n  path: [FAQ]\n', 'docs-map.yaml')).toBe(
      '- path: [FAQ]\n  kind: guide\n  provenance: seed\n',
    );
    expect(await formatted('walks:\n  state: /state\n  id: { template: a, at: /id }\n', 'tasks.yaml')).toBe(
      'walks:\n  id: { at: /id, template: a }\n  state: /state\n',
    );
    expect(await formatted('Pet:\n  /id: { id: a, answer: /id }\n', 'owned-fields.yaml')).toBe('Pet:\n  /id: { answer: /id, id: a }\n');
    expect(await formatted('body: { b: 1, a: 2 }\nstatus: 400\ndialect: openai\n', 'examples/errors/openai-400.yaml')).toBe(
      'dialect: openai\nstatus: 400\nbody: { b: 1, a: 2 }\n',
    );
    const steps = '    steps:\n      - operationId: createPet\n        requestBody: { payload: { b: 1, a: 2 } }\n        stepId: create\n';
    expect(await formatted(`workflows:\n  -\n${steps}    workflowId: walk\narazzo: 1.0.1\n`, 'workflows/walk.arazzo.yaml')).toBe(
      'arazzo: 1.0.1\nworkflows:\n  - workflowId: walk\n    steps:\n      - stepId: create\n        operationId: createPet\n        requestBody: { payload: { b: 1, a: 2 } }\n',
    );
  });
});

describe('references', () => {
  test('have one form and, where an object is nothing else, one line', async () => {
    const text = `properties:
  a:
    $ref: Name.yaml # why
  b: { $ref: './../other/../pets/Name.yaml#/a' }
  c:
    # A comment.
    $ref: '../Name.yaml'
  d:
    $ref: Name.yaml
    description: Said here.
  $ref: { $ref: 'with{braces}.yaml' }
oneOf:
  - { $ref: '../Name.yaml' }
  - $ref: '#/a'
  - $ref: https://pets.test/a.yaml
discriminator:
  mapping: { cat: Name.yaml, dog: Name }
  propertyName: kind
`;
    expect(await formatted(text)).toBe(`oneOf:
  - { $ref: ../Name.yaml }
  - { $ref: '#/a' }
  - { $ref: https://pets.test/a.yaml }
discriminator:
  propertyName: kind
  mapping: { cat: ./Name.yaml, dog: Name }
properties:
  a: { $ref: ./Name.yaml } # why
  b: { $ref: ../pets/Name.yaml#/a }
  c:
    # A comment.
    { $ref: ../Name.yaml }
  d:
    description: Said here.
    $ref: ./Name.yaml
  $ref: { $ref: './with{braces}.yaml' }
`);
  });
});

describe('texts', () => {
  test('have one width, one kind of quotes and of line ends, and no byte order mark', async () => {
    const words = 'word '.repeat(40).trim();
    expect(await formatted(`\uFEFFdescription: >-\r\n  ${words}\r\ntitle: "A pet"\r\n`)).toBe(
      `title: 'A pet'\ndescription: >-\n  ${words.slice(0, 154)}\n  ${words.slice(155)}\n`,
    );
  });

  test.each([
    ['a: 1\nb: [\n', '3:1: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ['a: 1\n\ta: 2\n', '2:1: Tabs are not allowed as indentation'],
    ['a: 1\na: 2\n', '2:1: Map keys must be unique'],
    ['a: *b\n', '1:4: No anchor b stands before this'],
  ])('that are no YAML are refused in one line: %j', async (text, message) => {
    const refusal = await formatText(text, schemaFile).catch((error: Error) => error.message);
    expect(refusal).toBe(`openapi/${schemaFile}:${message}`);
  });
});
