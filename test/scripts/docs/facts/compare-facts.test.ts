import { describe, expect, it, test } from 'vitest';
import { compareFacts, exampleAt } from '../../../../scripts/docs/facts/compare-facts.js';
import { type Fact, type FactKind, factLine, factOf } from '../../../../scripts/docs/facts/fact.js';
import { exampleFacts } from '../../../../scripts/docs/facts/of-page.js';

const facts = (...lines: string[]): Fact[] => lines.map((line) => factOf(line.replaceAll(' | ', '\t')));

const page = facts(
  'method | operation | POST',
  'status | response 201 | 201',
  'media | response 201 | application/json',
  'param | parameter query limit | query limit',
  'type | parameter query limit# | integer',
  'field | request#/fur | fur',
  'type | request#/fur | string',
  'enum | request#/fur | "brown"',
  'enum | request#/fur | "white"',
  'field | request#/size | size',
  'type | request#/size | integer',
  'bound | request#/size | minimum 1',
  'bound | request#/size | maximum 9',
  'bound | request# | dependentRequired {"fur":["size"],"girth":["fur"]}',
  'example | request example 1#/fur | "brown"',
  'example | request example 1#/parts/0/name | "ear"',
);

/** The page with lines changed: an empty text takes the line away. */
const edited = (...changes: [from: string, to: string][]): Fact[] =>
  page.flatMap((fact) => {
    const line = changes.reduce(
      (text, [from, to]) => text.replace(from.replaceAll(' | ', '\t'), to.replaceAll(' | ', '\t')),
      factLine(fact),
    );
    return line === '' ? [] : factOf(line);
  });

const renamedFur = (...more: [from: string, to: string][]) =>
  edited(
    ['field | request#/fur | fur', 'field | request#/hair | hair'],
    ['request#/fur', 'request#/hair'],
    ['{"fur":["size"],"girth":["fur"]}', '{"girth":["hair"],"hair":["size"]}'],
    ...more,
  );

describe('facts that changed', () => {
  test.each<[string, Fact[], object[]]>([
    ['nothing', page, []],
    ['a value', edited(['POST', 'PUT']), [{ kind: 'method', pointer: 'operation', before: 'POST', after: 'PUT' }]],
    [
      'a bound, by its keyword',
      edited(['minimum 1', 'minimum 2']),
      [{ kind: 'bound', pointer: 'request#/size', before: 'minimum 1', after: 'minimum 2' }],
    ],
    ['a listed value', edited(['"white"', '"gold"']), [{ kind: 'enum', pointer: 'request#/fur', before: '"white"', after: '"gold"' }]],
    [
      'a listed value that is gone',
      edited(['enum | request#/fur | "white"', '']),
      [{ kind: 'enum', pointer: 'request#/fur', before: '"white"' }],
    ],
    [
      'a renamed member, with what is said of it, and by which others it is demanded',
      renamedFur(),
      [{ kind: 'field', pointer: 'request#/fur', to: 'request#/hair', before: 'fur', after: 'hair' }],
    ],
    [
      'a member renamed that has changed too',
      renamedFur(['"white"', '"gold"']),
      [
        { kind: 'field', pointer: 'request#/fur', to: 'request#/hair', before: 'fur', after: 'hair' },
        { kind: 'enum', pointer: 'request#/hair', before: '"white"', after: '"gold"' },
      ],
    ],
    [
      'a member gone, as a whole',
      page.filter(({ pointer }) => pointer !== 'request#/fur'),
      [
        {
          kind: 'field',
          pointer: 'request#/fur',
          before: 'fur',
          facts: facts('enum | request#/fur | "brown"', 'enum | request#/fur | "white"', 'type | request#/fur | string'),
        },
      ],
    ],
    [
      'a member come, as a whole',
      [...page, ...facts('field | request#/hat | hat', 'type | request#/hat | boolean', 'required | request#/hat | true')],
      [
        {
          kind: 'field',
          pointer: 'request#/hat',
          after: 'hat',
          facts: facts('required | request#/hat | true', 'type | request#/hat | boolean'),
        },
      ],
    ],
    [
      'one gone and one of another type come: no renaming',
      [
        ...page.filter(({ pointer }) => pointer !== 'request#/size'),
        ...facts('field | request#/hat | hat', 'type | request#/hat | boolean'),
      ],
      [
        { kind: 'field', pointer: 'request#/hat', after: 'hat', facts: facts('type | request#/hat | boolean') },
        {
          kind: 'field',
          pointer: 'request#/size',
          before: 'size',
          facts: facts('bound | request#/size | maximum 9', 'bound | request#/size | minimum 1', 'type | request#/size | integer'),
        },
      ],
    ],
    [
      'another status of the same class',
      edited(['response 201 | 201', 'response 200 | 200'], ['media | response 201', 'media | response 200']),
      [{ kind: 'status', pointer: 'response 201', to: 'response 200', before: '201', after: '200' }],
    ],
    [
      'a parameter at another place',
      edited(
        ['parameter query limit | query limit', 'parameter header limit | header limit'],
        ['parameter query limit#', 'parameter header limit#'],
      ),
      [{ kind: 'param', pointer: 'parameter query limit', to: 'parameter header limit', before: 'query limit', after: 'header limit' }],
    ],
    [
      'a member of an example by another name',
      edited(['1#/parts', '1#/pieces']),
      [{ kind: 'example', pointer: 'request example 1#/parts', to: 'request example 1#/pieces', before: 'parts', after: 'pieces' }],
    ],
    [
      'a part of an example that is gone',
      edited(['example | request example 1#/parts/0/name | "ear"', '']),
      [{ kind: 'example', pointer: 'request example 1#/parts', before: '[{"name":"ear"}]' }],
    ],
    [
      'another value in an example',
      edited(['"ear"', '"paw"']),
      [{ kind: 'example', pointer: 'request example 1#/parts/0/name', before: '"ear"', after: '"paw"' }],
    ],
  ])('%s', (_, after, changes) => {
    expect(compareFacts(page, after)).toEqual(changes);
  });

  it('are compared only of the kinds that both forms show', () => {
    const kinds: FactKind[] = ['method', 'example'];
    expect(compareFacts(page, edited(['POST', 'PUT'], ['maximum 9', 'maximum 8']), kinds).map(({ kind }) => kind)).toEqual(['method']);
  });

  it('give the example back', () => {
    expect(exampleAt(page, 'request example 1')).toEqual({ fur: 'brown', parts: [{ name: 'ear' }] });
    expect(exampleAt(page, 'request example 2')).toBeUndefined();
  });
});

test('an object that is in a list now, or the other way round, is one change', () => {
  const object = exampleFacts({ data: { id: 'a', n: 1 }, more: 1 }, 'response 200 example 1');
  const list = exampleFacts({ data: [{ id: 'a', n: 1 }], more: 1 }, 'response 200 example 1');
  expect(compareFacts(object, list)).toEqual([
    { kind: 'example', pointer: 'response 200 example 1#/data', before: '{"id":"a","n":1}', after: '[{"id":"a","n":1}]' },
  ]);
  expect(compareFacts(list, object)).toHaveLength(1);
  const whole = exampleFacts([{ id: 'a' }], 'request example 1');
  expect(compareFacts(exampleFacts({ id: 'a' }, 'request example 1'), whole)).toMatchObject([{ pointer: 'request example 1#' }]);
});
