import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ErrorExample, Example } from '../../../scripts/lib/examples.js';
import { findMistakes } from '../../../scripts/references/find-mistakes.js';
import { Place } from '../../../scripts/references/report/place.js';
import { readContract } from './contract.js';

const docs = { provenance: 'seed' };

const example = (operationId: string, name: string, body: Example['response']['body']): Example => ({
  operationId,
  name,
  file: '',
  summary: '',
  docs,
  request: {},
  response: { status: 200, body },
});

const error = (dialect: string, fields: Partial<ErrorExample> = {}): ErrorExample => ({
  name: `${dialect}-404`,
  file: '',
  summary: '',
  docs,
  dialect,
  status: 404,
  body: {},
  ...fields,
});

const walk = { id: 'walk-7-1770727746152401856', state: 'done', more: { photo: 'https://pets.test/1.png?e=1770727746' } };
const examples = [
  example('createWalk', 'create-walk', walk),
  ...['queued', 'running', 'done', 'lost'].map((state) => example('getWalk', `get-walk.${state}`, { ...walk, state })),
  example('createBark', 'bark', { id: 'bark-0' }),
];
const folder = fileURLToPath(new URL('../../fixtures/references/', import.meta.url));
const files = [
  ...['tasks', 'owned-fields', 'error-dialects', 'model-owners', 'answer-samples', 'docs-map', 'docs-navigation'].map(
    (name) => `${name}.yaml`,
  ),
  'workflows/walks.arazzo.yaml',
];
const pets = await readContract(folder, examples, [error('plain'), error('loud')]);

/** What is wrong with a source of which one stretch, which stands there once, is another. */
async function mistakes(file: string, stretch: string, by: string): Promise<string[]> {
  const text = await pets.text(file);
  expect(text.split(stretch), `${file} has ${stretch} once`).toHaveLength(2);
  return pets.mistakes(
    file,
    text.replace(stretch, () => by),
  );
}

it('finds nothing in a contract whose names all exist', () => expect(findMistakes(pets.sources)).toEqual([]));

type Case = [stretch: string, by: string, ...findings: string[]];

describe.each<[file: string, cases: Case[]]>([
  [
    'tasks.yaml',
    [
      ['at: /id', 'at: /idd', `tasks.yaml:2:13: No answer of createWalk or getWalk or remixWalk has /idd; did you mean /id?`],
      ['at: /id', 'at: id', 'tasks.yaml:2:13: id is no JSON pointer; it begins with /.'],
      ['at: /id', 'at: /dogs', 'tasks.yaml:2:13: /dogs is integer, not string.'],
      [
        '{nanoseconds}',
        '{nanosecond}',
        'tasks.yaml:2:28: {nanosecond} is filled in with nothing; did you mean nanoseconds?',
        'tasks.yaml:2:28: walk-{user}-{nanosecond} lacks {nanoseconds}.',
        'tasks.yaml:2:28: No documented id looks like walk-{user}-{nanosecond}; there is walk-7-1770727746152401856.',
      ],
      ['walk-{', 'wlak-{', 'tasks.yaml:2:28: No documented id looks like wlak-{user}-{nanoseconds}; there is walk-7-1770727746152401856.'],
      ['state: /state', 'state: /stat', 'tasks.yaml:3:10: No answer of createWalk or getWalk or remixWalk has /stat; did you mean /state?'],
      ['initial: queued', 'initial: queud', 'tasks.yaml:4:12: The family has no state queud; did you mean queued?'],
      ['initial: queued', 'initial: lost', 'tasks.yaml:4:12: lost is not in the order.'],
      ['[queued, running, done]', '[queued, runing, done]', 'tasks.yaml:5:19: The family has no state runing; did you mean running?'],
      ['[queued, running, done]', '[queued, running]', 'tasks.yaml:8:5: The last state, running, is no success.'],
      [
        'value: lost',
        'value: gone',
        'tasks.yaml:10:20: /state is never gone; did you mean done?',
        'tasks.yaml:6:3: No state has the word lost.',
      ],
      [
        'lost: {',
        'losst: {',
        'tasks.yaml:20:67: The family has no state lost; did you mean losst?',
        'tasks.yaml:10:5: No example shows the state losst; did you mean lost?',
      ],
      [
        'value: running, status: { query: 200 }',
        'value: running, status: { query: 202 }',
        'tasks.yaml:8:49: getWalk declares no 202, which it answers in the state running; it declares 200, 404.',
      ],
      [
        'value: running, status: { query: 200 }',
        'value: running, status: { qurey: 200 }',
        'tasks.yaml:8:42: No operation of walks has a status by state as qurey; did you mean query?',
        'tasks.yaml:8:40: The state running has no status for query.',
      ],
      ['progress: /progress', 'progress: /pace', 'tasks.yaml:11:13: /pace is string, not integer or number.'],
      ['result: /steps', 'result: /step', 'tasks.yaml:12:11: No answer of getWalk has /step; did you mean /steps?'],
      ['error: /problem', 'error: /problems', 'tasks.yaml:13:10: No answer of getWalk has /problems; did you mean /problem?'],
      ['/problem/message', '/problem/masage', 'tasks.yaml:14:12: No answer of getWalk has /problem/masage; did you mean /problem/message?'],
      [
        "'/steps/*/photo'",
        "'/steps/photo'",
        'tasks.yaml:15:12: No answer of createWalk or getWalk has /steps/photo; did you mean /steps/*?',
      ],
      ["'/steps/*/photo'", "'/steps/*/index'", 'tasks.yaml:15:12: /steps/*/index is integer, not string.'],
      [
        '/more/photo: image/png',
        '/more/foto: image/png',
        'tasks.yaml:15:41: No documented answer of createWalk or getWalk has /more/foto; did you mean /more/photo?',
        'tasks.yaml:30:13: /more/photo is no address of media; did you mean /more/foto?',
      ],
      ['/more/photo: image/png', '/more/photo: image/pgn', 'tasks.yaml:15:54: There is no sample of image/pgn; did you mean image/png?'],
      [
        '  shape: { size',
        '  shap: { size',
        'tasks.yaml:1:1: It has image/png, and no shape that says what decides its size, ratio or length; {} where nothing does.',
      ],
      [
        '[$request.body#/pace, $resp',
        '[$request.body#/pase, $resp',
        'tasks.yaml:29:19: No request body of createWalk or remixWalk has /pase; did you mean /pace?',
      ],
      [
        '$response.body#/pace',
        '$response.body#/pase',
        'tasks.yaml:29:40: No answer of createWalk or getWalk has /pase; did you mean /pace?',
      ],
      ['{ /more/photo: e }', '{ /more/photo: ee }', 'tasks.yaml:30:26: No documented address at /more/photo has the parameter ee.'],
      ['{ /more/photo: e }', '{ /more/foto: e }', 'tasks.yaml:30:13: /more/foto is no address of media; did you mean /more/photo?'],
      ['keeps: [/born]', 'keeps: [/bron]', 'tasks.yaml:31:11: No answer of getWalk has /bron; did you mean /born?'],
      ['/self: getWalk', '/self: getWlak', 'tasks.yaml:16:23: getWlak is no operation; did you mean getWalk?'],
      ['/self: getWalk', '/self: createBark', 'tasks.yaml:16:23: createBark is of another family, or makes a job.'],
      ['at: /steps', 'at: /pace', 'tasks.yaml:17:17: /pace is string, not array.', 'tasks.yaml:17:70: No entry of /pace has /*/index.'],
      ['index: index', 'index: at', 'tasks.yaml:17:71: /*/at is string, not integer or number.'],
      ['total: /dogs', 'total: /dgos', 'tasks.yaml:17:85: No answer of createWalk or getWalk has /dgos; did you mean /dogs?'],
      [
        'from: $request.body#/dogs, default',
        'from: $request.body#/dog, default',
        'tasks.yaml:17:31: $request.body#/dog is string, not integer or number.',
      ],
      [
        '$request.body#/photo',
        '$request.bdy#/photo',
        'tasks.yaml:18:26: $request.bdy#/photo is no runtime expression; did you mean $request.body#/photo?',
      ],
      ['created: /born', 'created: /pace', 'tasks.yaml:19:35: /pace is string, not integer or number.'],
      ['format: unix', 'format: rfc3339', 'tasks.yaml:19:38: /born is integer, not string.'],
      [
        '$request.body#/expires_in',
        '$request.body#/expires',
        'tasks.yaml:20:34: No request body of createWalk or remixWalk has /expires; did you mean /expires_in?',
      ],
      ['then: lost', 'then: expired', 'tasks.yaml:20:67: The family has no state expired.'],
      ['except: [any]', 'except: [anny]', 'tasks.yaml:22:50: $request.body#/pace is never "anny".'],
      [
        '/dogs: $request.body#/dogs',
        '/dogs: $request.body#/dog',
        'tasks.yaml:23:12: /dogs cannot repeat $request.body#/dog: string is not integer.',
      ],
      [
        'model: $request.body#/dog',
        'model: $request.body#/dgo',
        'tasks.yaml:24:22: No request body of createWalk or remixWalk has /dgo; did you mean /dog?',
      ],
      ['$request.path.id', '$request.path.ids', 'tasks.yaml:25:20: No path parameter of remixWalk is ids; did you mean id?'],
      ['[/dogs]', '[/dog]', 'tasks.yaml:25:48: /dog is nothing that the family echoes; did you mean /dogs?'],
      ['requires: done', 'requires: doen', 'tasks.yaml:25:66: The family has no state doen; did you mean done?'],
      [
        '$request.body#/hook',
        '$request.body#/hok',
        'tasks.yaml:26:20: No request body of createWalk or remixWalk has /hok; did you mean /hook?',
      ],
      ['items: /data', 'items: /dat', 'tasks.yaml:27:18: No answer of listWalks has /dat; did you mean /data?'],
      ['more: /has_more', 'more: /last', 'tasks.yaml:27:31: /last is string, not boolean.'],
      ['$request.query.after', '$request.query.aftr', 'tasks.yaml:27:62: No query parameter of listWalks is aftr; did you mean after?'],
      ['filter: { status', 'filter: { statsu', 'tasks.yaml:27:123: No query parameter of listWalks is statsu; did you mean status?'],
      [
        'unknown: { status: 404 }',
        'unknown: { status: 410 }',
        'tasks.yaml:28:22: getWalk declares no 410, which it answers for an unknown id; it declares 200, 404.',
      ],
    ],
  ],
  [
    'owned-fields.yaml',
    [
      ['Bark:', 'Brak:', 'owned-fields.yaml:1:1: There is no schema Brak; did you mean Bark?'],
      [
        'Bark:',
        'BarkRequest:',
        'owned-fields.yaml:1:1: No answer, error or event has the schema BarkRequest, so its fields are never filled in.',
      ],
      ['/id: {', '/ids: {', 'owned-fields.yaml:2:3: No Bark has /ids; did you mean /id?'],
      ['bark-{hex:8}', 'brak-{hex:8}', 'owned-fields.yaml:2:14: No documented id looks like brak-{hex:8}; there is bark-0.'],
      ['bark-{hex:8}', 'bark-{hxe:8}', 'owned-fields.yaml:2:14: {hxe:8} is filled in with nothing; did you mean hex:n?'],
      ['now: unix', 'now: rfc3339', 'owned-fields.yaml:3:3: /at is integer, not string.'],
      [
        'echo: $request.body#/model',
        'echo: $request.body#/modle',
        'owned-fields.yaml:4:19: No request body of createBark has /modle; did you mean /model?',
      ],
      [
        'echo: $request.body#/model',
        'echo: $request.body#/stream',
        'owned-fields.yaml:4:19: /model cannot repeat $request.body#/stream: boolean is not string.',
      ],
      [
        'tokens: output',
        'token: output',
        'owned-fields.yaml:5:3: /letters is filled with nothing; it has to be one of id, now, echo, tokens, repeat, models, media.',
      ],
      [
        '  /sounds: { repeat: $request.body#/n }\n  /sounds/*/url: { media: image/png, type: $request.body#/model, shape: { seconds: [$request.body#/n] } }',
        '  /sounds/*/url: { media: image/png, shape: {} }\n  /sounds: { repeat: $request.body#/n }',
        'owned-fields.yaml:6:3: /sounds/*/url belongs after /sounds, whose entries are made there.',
      ],
      ['media: image/png', 'media: image/x', 'owned-fields.yaml:7:27: There is no sample of image/x; did you mean image/png?'],
      [
        ', shape: { seconds: [$request.body#/n] }',
        '',
        'owned-fields.yaml:7:3: It has image/png, and no shape that says what decides its size, ratio or length; {} where nothing does.',
      ],
      ['[$request.body#/n]', '[$request.body#/m]', 'owned-fields.yaml:7:85: No request body of createBark has /m; did you mean /n?'],
      ['{ now: unix }', '{ now: unix, shape: {} }', 'owned-fields.yaml:3:21: Only media have a shape.'],
      ['name: id', 'name: ident', 'owned-fields.yaml:8:29: A model of the catalogue has no ident.'],
      ['{ name: id', '{ nam: id', 'owned-fields.yaml:8:23: No Bark has /heard/*/nam; did you mean /heard/*/name?'],
      ['x-trace', 'x-tracee', 'owned-fields.yaml:10:3: No response has the header x-tracee; did you mean x-trace?'],
      ['answer: /id', 'answer: /idd', 'owned-fields.yaml:10:22: No answer of getWalk with the header x-trace has /idd; did you mean /id?'],
    ],
  ],
  [
    'error-dialects.yaml',
    [
      [
        'plain:\n  schemas: [Problem]',
        'plain:\n  schemas: [Porblem]',
        'error-dialects.yaml:2:13: There is no schema Porblem; did you mean Problem?',
      ],
      ['status: /code', 'status: /cod', 'error-dialects.yaml:4:11: No error of plain has /cod; did you mean /code?'],
      ['status: /code', 'status: /message', 'error-dialects.yaml:4:11: /message is string, not integer.'],
      [
        'loud:',
        'shrill: { schemas: [Problem], message: [/message] }\nloud:',
        'error-dialects.yaml:5:1: There is no examples/errors/shrill-….yaml, so errors of shrill have no body.',
      ],
      [
        'loud:',
        'load:',
        'openapi.yaml:59:24: x-error-dialects has no loud; did you mean load?',
        'openapi.yaml:79:32: x-error-dialects has no loud; did you mean load?',
        'error-dialects.yaml:5:1: There is no examples/errors/load-….yaml, so errors of load have no body.',
        'examples/errors/loud-404.yaml:3:10: x-error-dialects has no loud; did you mean load?',
      ],
    ],
  ],
  ['model-owners.yaml', [['walker', 'wlaker', 'model-owners.yaml:1:1: No model begins with wlaker; did you mean walker?']]],
  [
    'answer-samples.yaml',
    [
      ['[Latin]', '[Latn, Roman]', 'answer-samples.yaml:14:21: Unicode has no script Roman.'],
      ["'^- '", "'^(- '", 'answer-samples.yaml:11:12: ^(-  is no regular expression.'],
      ['- walks', '* walks', 'answer-samples.yaml:19:14: The text does not show what a list does: ^- '],
      [
        '      list:',
        '      lst:',
        'answer-samples.yaml:19:7: There is no form lst; did you mean list?',
        'answer-samples.yaml:17:5: english has no list.',
      ],
      ['reasoning: [Walk on.]', 'reasoning: []', 'answer-samples.yaml:20:5: english has no reasoning.'],
      ['[jsonl]', '[yaml]', 'answer-samples.yaml:22:64: "yaml" is never found: it has none of json in it.'],
      [
        '[as json]',
        '[As JSON]',
        'answer-samples.yaml:22:19: "As JSON" is never found: words are in lower case, with a comma and a space between them, without hyphens.',
        'answer-samples.yaml:22:19: "As JSON" is never found: it has none of json in it.',
      ],
      ['walk_notes, ', '<walk_notes>, ', 'answer-samples.yaml:21:10: "<walk_notes>" is no name of an element.'],
      ['least: 10', 'least: 50', 'answer-samples.yaml:5:20: It is more than 40, the most.'],
      [
        'step by step',
        'step-by-step',
        'answer-samples.yaml:5:42: "step-by-step" is never found: words are in lower case, with a comma and a space between them, without hyphens.',
      ],
      [
        'in english',
        'In English',
        'answer-samples.yaml:16:13: "In English" is never found: words are in lower case, with a comma and a space between them, without hyphens.',
      ],
    ],
  ],
  [
    'docs-map.yaml',
    [
      [
        'operation: createWalk',
        'operation: createWlak',
        'docs-map.yaml:7:14: Walks / Create Walk: no operation createWlak; did you mean createWalk?',
      ],
      [
        'example: create-walk',
        'example: create-wlak',
        'docs-map.yaml:8:12: Walks / Create Walk: createWalk has no example create-wlak; did you mean create-walk?',
      ],
      ['schema: Walk', 'schema: Wlak', 'docs-map.yaml:12:11: Schemas / Walk: no schema Wlak; did you mean Walk?'],
      [
        'kind: schema',
        'kind: shema',
        'docs-map.yaml:11:9: Schemas / Walk: the kind is none of endpoint, schema, guide; did you mean schema?',
      ],
      ['responses/Error', 'responses/Eror', 'docs-map.yaml:3:26: Start: no responses/Eror; did you mean responses/Error?'],
      [
        'provenance: seed',
        'provenance: sead',
        'docs-map.yaml:4:15: Start: provenance sead is none of seed, nexconn, qnaigc, client-code, vendor, inferred; did you mean seed?',
      ],
      [
        '  schema: Walk',
        '  shema: Walk',
        'docs-map.yaml:12:3: Schemas / Walk: schema has no shema; did you mean schema?',
        'docs-map.yaml:10:3: Schemas / Walk: the field schema is missing.',
      ],
      [
        '[Walks, Create Walk]',
        '[Walks, Creat Walk]',
        'docs-map.yaml:5:9: No leaf of the navigation is Walks / Creat Walk; did you mean Walks / Create Walk?',
      ],
      [
        '- path: [Schemas, Walk]\n  kind: schema\n  schema: Walk\n  provenance: inferred\n',
        '',
        'docs-navigation.yaml:3:3: docs-map.yaml has no entry for Schemas / Walk; if the documentation has it no more, it goes from here too.',
      ],
    ],
  ],
  [
    'workflows/walks.arazzo.yaml',
    [
      ['name: nexconn', 'name: nexcon', 'workflows/walks.arazzo.yaml:3:30: redocly.yaml has no description nexcon; did you mean nexconn?'],
      [
        '../openapi.yaml',
        '../opnapi.yaml',
        'workflows/walks.arazzo.yaml:3:59: ../opnapi.yaml is no description of the contract; did you mean ../openapi.yaml?',
      ],
      [
        'operationId: getWalk',
        'operationId: getWlak',
        'workflows/walks.arazzo.yaml:15:22: There is no operation getWlak; did you mean getWalk?',
      ],
      ['{$inputs.apiKey}', '{$inputs.apikey}', 'workflows/walks.arazzo.yaml:7:60: The workflow has no input apikey; did you mean apiKey?'],
      [
        'Authorization',
        'Authorisation',
        'workflows/walks.arazzo.yaml:7:26: createWalk has no header parameter Authorisation; did you mean Authorization?',
      ],
      ['dog: Rex', 'dgo: Rex', 'workflows/walks.arazzo.yaml:11:66: The request has no /dgo; did you mean /dog?'],
      ['dogs: 1', "dogs: '1'", 'workflows/walks.arazzo.yaml:11:82: dogs must be integer, got string "1".'],
      ['pace: slow', 'pace: slwo', 'workflows/walks.arazzo.yaml:11:91: /pace is never slwo; did you mean slow?'],
      [
        'application/json',
        'application/jsn',
        'workflows/walks.arazzo.yaml:11:37: createWalk takes no application/jsn; did you mean application/json?',
      ],
      ['$statusCode == 201', '$statusCode == 200', 'workflows/walks.arazzo.yaml:12:40: createWalk declares no 200; it declares 201.'],
      [
        'outputs: { id: $response.body#/id }',
        'outputs: { id: $response.body#/idd }',
        'workflows/walks.arazzo.yaml:13:24: An answer of createWalk has no /idd; did you mean /id?',
      ],
      [
        '{ name: id, in: path',
        '{ name: ids, in: path',
        'workflows/walks.arazzo.yaml:16:30: getWalk has no path parameter ids; did you mean id?',
        'workflows/walks.arazzo.yaml:15:22: getWalk needs the path parameter id.',
      ],
      [
        'value: $steps.create.outputs.id',
        'value: $steps.create.outputs.ids',
        'workflows/walks.arazzo.yaml:16:51: The step create has no output ids; did you mean id?',
      ],
      [
        'value: $steps.create.outputs.id',
        'value: $steps.creat.outputs.id',
        'workflows/walks.arazzo.yaml:16:51: No step before is called creat; did you mean create?',
      ],
      [
        'value: $steps.create.outputs.id',
        'value: $stesp.create.outputs.id',
        'workflows/walks.arazzo.yaml:16:51: $stesp.create.outputs.id is no runtime expression; did you mean $steps.…?',
      ],
      ['"done"', '"doen"', 'workflows/walks.arazzo.yaml:19:24: $response.body#/state is never "doen"; did you mean done?'],
      [
        '$response.header.x-trace',
        '$response.header.x-trac',
        'workflows/walks.arazzo.yaml:20:24: An answer of getWalk has no header x-trac; did you mean x-trace?',
      ],
      ['stepId: wait, criteria', 'stepId: wiat, criteria', 'workflows/walks.arazzo.yaml:23:49: There is no step wiat; did you mean wait?'],
    ],
  ],
])('%s', (file, cases) => {
  it.each(cases)('%j is not %j', async (stretch, by, ...findings) => expect(await mistakes(file, stretch, by)).toEqual(findings));
});

describe('a default', () => {
  /** What is wrong with a member of a request that has a schema. */
  const found = (schema: object): string[] => {
    const { sources } = pets;
    const components = [...sources.components, new Place('Toy.yaml', { properties: { default: { type: 'string' }, size: schema } })];
    return findMistakes({ ...sources, components }).map(({ place, message }) => `${place.path.join('.')}: ${message}`);
  };
  it.each<[object, string]>([
    [{ type: 'integer', default: '5' }, 'The default "5" is none that type "integer" allows.'],
    [{ type: 'integer', minimum: 3600, default: 60 }, 'The default 60 is none that minimum 3600 allows.'],
    [{ type: 'number', exclusiveMaximum: 1, default: 1 }, 'The default 1 is none that exclusiveMaximum 1 allows.'],
    [{ enum: ['a', 'b'], default: 'c' }, 'The default "c" is none that enum ["a","b"] allows.'],
    [{ type: 'string', pattern: '^a', default: 'b' }, 'The default "b" is none that pattern "^a" allows.'],
    [{ type: 'string', maxLength: 1, default: '🧸🧸' }, 'The default "🧸🧸" is none that maxLength 1 allows.'],
    [{ type: 'array', minItems: 1, default: [] }, 'The default [] is none that minItems 1 allows.'],
  ])('%j is none', (schema, message) => expect(found(schema)).toEqual([`properties.size.default: ${message}`]));
  it.each<[object]>([
    [{ type: ['integer', 'null'], minimum: 3, default: null }],
    [{ type: 'number', maximum: 2, default: 1 }],
    [{ type: 'string', maxLength: 1, pattern: '(', default: '🧸' }],
    [{ enum: [{ a: 1 }], default: { a: 1 } }],
    [{ enum: 5, default: 5 }],
  ])('%j is one', (schema) => expect(found(schema)).toEqual([]));
});

describe('whatever stands in a source', () => {
  /** Paths to all parts of a value. */
  const pathsIn = (value: unknown, path: string[] = []): string[][] => [
    path,
    ...(value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, member]) => pathsIn(member, [...path, key]))
      : []),
  ];
  const others = [null, 5, 'x', [], {}, [null], { a: null }];

  // What is of another form is for the linter to say; here it must not stop the rest.
  it.each(files)('%s can be read', async (file) => {
    const text = await pets.text(file);
    for (const path of pathsIn(parse(text)).slice(1)) {
      for (const other of others) {
        const value = parse(text);
        const container = path.slice(0, -1).reduce((at, key) => at[key], value);
        container[path.at(-1) as string] = other;
        expect(
          () => pets.findings(file, JSON.stringify(value), findMistakes),
          `${path.join(' ')} as ${JSON.stringify(other)}`,
        ).not.toThrow();
      }
    }
  });
});

describe('error examples', () => {
  it.each<[string, Partial<ErrorExample>, string]>([
    ['of an unknown dialect', { dialect: 'lowd' }, 'x-error-dialects has no lowd; did you mean loud?'],
    ['of a status that is no error', { status: 200 }, '200 is no status of an error: it is from 400 to 599.'],
    ['for a response that there is not', { only: ['Eror'] }, 'There is no response Eror; did you mean Error?'],
  ])('%s', async (_, fields, message) => {
    const broken = await readContract(folder, examples, [error('plain'), error('loud'), error('loud', fields)]);
    expect(findMistakes(broken.sources).map((finding) => finding.message)).toEqual([message]);
  });
});
