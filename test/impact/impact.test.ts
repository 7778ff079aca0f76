/** What a new contract does to a call: what of it matters to that very call, and how it is told. */
import { describe, expect, test } from 'vitest';
import type { Schema } from '../../scripts/lib/document.js';
import { callsOfPact } from '../../src/impact/read/pact.js';
import { callOf, judgeOf, type Mutate, type ToyCall } from './toy-calls.js';

const bear = { kind: 'bear', name: 'Bruno' };
const toy = { id: 'toy-1', status: 'made', made_at: 5 };
const made: ToyCall = { sent: bear, answer: toy };
const look: ToyCall = { url: '/v1/toys/toy-1?size=large', status: 200, answer: toy };
const talk: ToyCall = {
  url: '/v1/talk',
  status: 200,
  sent: { text: 'Hi', stream: true },
  events: [{ delta: 'a' }, { delta: 'b', usage: 3 }],
};

const property =
  (name: string, field: string, schema?: Schema): Mutate =>
  ({ components }) => {
    const { properties } = components.schemas[name] as Schema;
    if (schema) Object.assign(properties, { [field]: schema });
    else delete properties[field];
  };

/** JSON bodies are of a type that is written otherwise. */
function retyped(content: Record<string, unknown> = {}, type: string): void {
  content[type] = content['application/json'];
  delete content['application/json'];
}

function judged(call: ToyCall, mutate: Mutate, changelog?: string) {
  const impact = judgeOf(mutate, changelog).judge(callOf(call));
  if (!impact) throw new Error('nobody’s call');
  return impact;
}

const lines = (call: ToyCall, mutate: Mutate): string[] => {
  const { outcome, findings } = judged(call, mutate);
  return [
    outcome,
    ...findings.map((item) => `${item.outcome}: ${item.part} ${item.in} ${item.pointer ?? ''} ${item.text}`.replace(/ +/g, ' ')),
  ];
};

describe('a call', () => {
  test.each<[what: string, call: ToyCall, mutate: Mutate, told: string[]]>([
    ['of a contract that is the same', made, () => {}, ['unchanged']],
    ['that a change elsewhere does not concern', made, property('TrainRequest', 'wagons'), ['unchanged']],
    ['that does not send the field that is gone', made, property('BearRequest', 'hat'), ['unchanged']],
    [
      'that sends the field that is gone',
      { ...made, sent: { ...bear, hat: true } },
      property('BearRequest', 'hat'),
      ['breaks', 'breaks: request body /hat `hat` is gone'],
    ],
    [
      'without what is required now',
      made,
      ({ components }) => void components.schemas.BearRequest?.required.push('hat'),
      ['breaks', 'breaks: request body /hat `hat` is required'],
    ],
    ['that got the field that is gone', look, property('Toy', 'made_at'), ['breaks', 'breaks: response body /made_at `made_at` is gone']],
    ['that did not get it', { ...look, answer: { id: 'a', status: 'made' } }, property('Toy', 'made_at'), ['unchanged']],
    [
      'whose stream had it in one event',
      talk,
      property('TalkEvent', 'usage'),
      ['breaks', 'breaks: response body event 2 /usage `usage` is gone'],
    ],
    [
      'whose answer may have a value that it could not have',
      look,
      ({ components }) => void components.schemas.Toy?.properties.status.enum.push('lost'),
      ['warned', 'warned: response body /status `status` has the new value `lost`'],
    ],
    ...['Application/JSON', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"'].map(
      (type): [string, ToyCall, Mutate, string[]] => [
        `whose media type is written otherwise: ${type}`,
        { ...made, headers: { 'content-type': 'application/JSON ; Charset=utf-8' } },
        ({ paths }) => retyped(paths['/v1/toys']?.post?.requestBody?.content, type),
        ['warned', `warned: request body a body is written \`${type}\`, was \`application/json\``],
      ],
    ),
    [
      'whose media type is written otherwise, and sends what is gone',
      { ...made, sent: { ...bear, hat: true } },
      (document) => {
        retyped(document.paths['/v1/toys']?.post?.requestBody?.content, 'application/json; charset=utf-8');
        property('BearRequest', 'hat')(document);
      },
      [
        'breaks',
        'warned: request body a body is written `application/json; charset=utf-8`, was `application/json`',
        'breaks: request body /hat `hat` is gone',
      ],
    ],
    [
      'whose media type has a parameter now that makes it another',
      made,
      ({ paths }) => retyped(paths['/v1/toys']?.post?.requestBody?.content, 'application/json; profile=new'),
      [
        'breaks',
        'breaks: request body a body may no longer be `application/json`',
        'possible: request body a body may also be `application/json; profile=new`',
      ],
    ],
    [
      'to an operation that is gone',
      look,
      ({ paths }) => void delete paths['/v1/toys/{id}'],
      ['breaks', 'breaks: request route operation `getToy` (GET /v1/toys/{id}) is gone'],
    ],
    [
      'to an operation that is new',
      { url: '/v1/dolls', answer: {} },
      ({ paths }) => Object.assign(paths, { '/v1/dolls': { get: { operationId: 'listDolls', responses: {} } } }),
      ['possible', 'possible: request route operation `listDolls` (GET /v1/dolls) is new'],
    ],
    [
      'with a value of a parameter that is gone',
      look,
      ({ paths }) => void paths['/v1/toys/{id}']?.get.parameters[1].schema.enum.pop(),
      ['breaks', 'breaks: request query size `query parameter size` no longer has `large`'],
    ],
    [
      'with the value that is left',
      { ...look, url: '/v1/toys/a?size=small' },
      ({ paths }) => void paths['/v1/toys/{id}']?.get.parameters[1].schema.enum.pop(),
      ['unchanged'],
    ],
    [
      'with a parameter that is gone',
      look,
      ({ paths }) => void paths['/v1/toys/{id}']?.get.parameters.pop(),
      ['breaks', 'breaks: request query size query parameter `size` is gone'],
    ],
    [
      'without a parameter that is new and required',
      look,
      ({ paths }) => void paths['/v1/toys/{id}']?.get.parameters.push({ name: 'X-Shop', in: 'header', required: true, schema: {} }),
      ['breaks', 'breaks: request header X-Shop header parameter `X-Shop` is new and required'],
    ],
    [
      'with an id that is too long now',
      look,
      ({ paths }) => Object.assign(paths['/v1/toys/{id}']?.get.parameters[0].schema, { maxLength: 3 }),
      ['breaks', 'breaks: request path id `path parameter id` has the limit `maxLength` `3`'],
    ],
    [
      'to a path whose parameter has another name',
      look,
      ({ paths }) => {
        const item = paths['/v1/toys/{id}'] as { get: { parameters: object[] } };
        delete paths['/v1/toys/{id}'];
        Object.assign(paths, { '/v1/toys/{toy}': item });
        Object.assign(item.get.parameters[0] as object, { name: 'toy' });
      },
      ['warned', 'warned: request route path `/v1/toys/{id}` is now written `/v1/toys/{toy}`'],
    ],
    [
      'by a key that is no longer taken',
      made,
      (document) =>
        Object.assign(document, { security: [{ Other: [] }] }) &&
        Object.assign(document.components.securitySchemes, { Other: { type: 'apiKey', in: 'header', name: 'X-Key' } }),
      ['breaks', 'breaks: request route can no longer be called with `Key`', 'breaks: request route can no longer be called with `Bearer`'],
    ],
    ['by another of its keys', made, (document) => Object.assign(document, { security: [{ Bearer: [] }] }), ['unchanged']],
    [
      'whose stream ends otherwise',
      talk,
      ({ paths }) => void delete paths['/v1/talk']?.post['x-stream'].terminator,
      ['breaks', 'breaks: response route the stream: `terminator` is gone, was `[DONE]`'],
    ],
    [
      'without a stream',
      { ...talk, events: undefined as never, sent: { text: 'Hi' }, answer: { text: 'Ho' } },
      ({ paths }) => void delete paths['/v1/talk']?.post['x-stream'].terminator,
      ['unchanged'],
    ],
    [
      'of a media type that is no longer answered with',
      talk,
      ({ paths }) => void delete paths['/v1/talk']?.post.responses[200].content['text/event-stream'],
      ['breaks', 'breaks: response body an answer of status 200 can no longer be `text/event-stream`'],
    ],
    [
      'whose status is not answered with any more',
      { ...look },
      ({ paths }) => {
        const { responses } = paths['/v1/toys/{id}']?.get ?? {};
        responses['202'] = responses['200'];
        delete responses['200'];
        delete responses.default;
      },
      ['breaks', 'breaks: response status no longer answers with 200', 'warned: response status may answer with 202'],
    ],
    [
      'that meets a condition no more',
      made,
      ({ components }) => Object.assign(components.schemas.BearRequest as Schema, { not: { required: ['name'] } }),
      ['breaks', 'breaks: request body `a body` must not be `{"required":["name"]}`, which is new'],
    ],
  ])('%s', (_, call, mutate, told) => {
    expect(lines(call, mutate)).toEqual(told);
  });

  test('of somebody else is not judged', () => {
    const judge = judgeOf(() => {});
    expect(judge.judge(callOf({ url: 'https://elsewhere.example/v2/other' }))).toBeUndefined();
    expect(judge.judge(callOf({ ...look, url: 'https://elsewhere.example/v1/toys/a' }), new URL('https://toys.example'))).toBeUndefined();
    expect(
      judge.judge(callOf({ ...look, url: 'https://toys.example/api/v1/toys/a' }), new URL('https://toys.example/api'))?.operation,
    ).toBe('getToy');
  });
});

describe('a finding', () => {
  test('names the page, the line of the changelog, and what the types show', () => {
    const changelog =
      '# Changelog\n\n## [0.4.0] - 2026-05-06\n\n### Removed\n\n- Toys / Look at a toy\n  - **Breaking:** `made_at` is gone\n';
    expect(judged(look, property('Toy', 'made_at'), changelog).findings).toEqual([
      {
        outcome: 'breaks',
        part: 'response',
        in: 'body',
        pointer: '/made_at',
        places: 1,
        rule: 'field-removed',
        text: '`made_at` is gone',
        pages: ['Toys / bear / Make a toy', 'Toys / train / Make a toy', 'Toys / Look at a toy'],
        changelog: { version: '0.4.0', section: 'Removed', text: '**Breaking:** `made_at` is gone' },
        typescript: 'property `made_at` does not exist on type `Toy`',
      },
    ]);
  });

  test('of a part that nobody kept is a warning that says so', () => {
    const known = callOf({ ...made, sent: undefined, method: 'POST', headers: { 'content-type': 'application/json' } }, 'har');
    expect(judgeOf(property('BearRequest', 'hat')).judge(known)).toMatchObject({
      outcome: 'warned',
      findings: [{ outcome: 'warned', isUncertain: true, text: '`hat` is gone' }],
    });
  });

  test('counts the places that it concerns', () => {
    const events = Array.from({ length: 500 }, () => ({ delta: 'a', usage: 1 }));
    expect(judged({ ...talk, events }, property('TalkEvent', 'usage')).findings).toMatchObject([
      { pointer: 'event 1 /usage', places: 500 },
    ]);
  });

  test('of what was not read is no harm', () => {
    const read = judged({ ...look, reads: ['/id', '/made_at'] }, property('Toy', 'made_at'));
    expect(read).toMatchObject({ outcome: 'breaks', findings: [{ outcome: 'breaks' }] });
    const unused = judged({ ...look, reads: ['/id'] }, property('Toy', 'made_at'));
    expect(unused).toMatchObject({ outcome: 'unchanged', findings: [{ isUnused: true }] });
    const inStream = judged({ ...talk, reads: ['/usage'] }, property('TalkEvent', 'usage'));
    expect(inStream.outcome).toBe('breaks');
  });
});

describe('an exchange that is not what a contract says', () => {
  const broken: ToyCall = { ...look, answer: { id: 1, status: 'made' } };

  test('is so by both: no new contract has told of it', () => {
    expect(judged(broken, () => {}).violations).toEqual([{ part: 'response', pointer: '/id', keyword: 'type', holds: 'both' }]);
  });

  test('is so by the older only: the new one has it as it came', () => {
    const { outcome, violations } = judged(broken, property('Toy', 'id', { type: ['string', 'integer'] }));
    expect(violations).toEqual([{ part: 'response', pointer: '/id', keyword: 'type', holds: 'from' }]);
    expect(outcome).toBe('breaks');
  });

  test('is so by the newer only', () => {
    expect(judged(look, property('Toy', 'made_at', { type: 'string' }))).toMatchObject({
      outcome: 'breaks',
      violations: [{ part: 'response', pointer: '/made_at', keyword: 'type', holds: 'to' }],
    });
  });

  test('lacks nothing in a pact, which has of an answer what its consumer reads', () => {
    const told = (body: unknown, mutate: Mutate = () => {}) => {
      const response = { status: 200, headers: { 'content-type': 'application/json' }, body };
      const interactions = [{ request: { method: 'GET', path: '/v1/toys/a' }, response }];
      return callsOfPact('pact.json', { interactions }).flatMap((call) => judgeOf(mutate).judge(call)?.violations ?? []);
    };
    expect(told({ status: 'made' })).toEqual([]);
    expect(told({ id: 1, status: 'made' })).toMatchObject([{ pointer: '/id', keyword: 'type' }]);
    const either = property('Toy', 'id', { anyOf: [{ type: 'object', required: ['name', 'of'] }, { type: 'null' }] });
    expect(told({ id: { name: 'a' }, status: 'made' }, either)).toMatchObject([{ pointer: '/id', keyword: 'type', holds: 'from' }]);
  });

  test('of one of several alternatives is told by the one that its tag names', () => {
    const { violations } = judged({ ...made, sent: { kind: 'bear', name: 'B', hat: 'x' } }, () => {});
    expect(violations).toEqual([{ part: 'request', pointer: '/hat', keyword: 'type', holds: 'both' }]);
  });
});
