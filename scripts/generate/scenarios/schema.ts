/**
 * The form of a file of scenarios, as JSON Schema: of draft 7, which all editors know. What `src/scenarios/scenario.ts` says to TypeScript it says
 * to editors, and to the check of files and of scenarios that come over HTTP. Unions have no branches here, but types and members that exclude each
 * other: what is wrong can then be told in one line, and editors suggest the right thing.
 */

import { longestWait } from '../../../src/options/kinds.js';

type JsonSchema = Record<string, unknown>;

/** What a contract knows, for editors to suggest. */
export interface ScenarioNames {
  operations: readonly string[];
  models: readonly string[];
  examples: readonly string[];
  statuses: readonly number[];
  /** Of chat protocols. */
  protocols: readonly string[];
  /** States in which jobs end. */
  ends: readonly string[];
}

/** A closed object. */
const closed = (description: string, properties: Record<string, JsonSchema>, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  description,
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

const ref = (name: string, description: string): JsonSchema => ({ description, allOf: [{ $ref: `#/definitions/${name}` }] });
const text = (description: string): JsonSchema => ({ type: 'string', description });
const wait = { minimum: 0, maximum: longestWait };

const count = (description: string, minimum = 0): JsonSchema => ({ type: 'integer', minimum, description });
const amount = (description: string, limits: JsonSchema = { minimum: 0 }): JsonSchema => ({ type: 'number', ...limits, description });
const texts = (description: string): JsonSchema => ({ type: 'array', items: { type: 'string' }, description });
const named = (description: string, values: JsonSchema): JsonSchema => ({ type: 'object', description, additionalProperties: values });

/** Any text, of which these are known. */
const open = (known: readonly string[] | undefined): JsonSchema =>
  known ? { anyOf: [{ enum: known }, { type: 'string' }] } : { type: 'string' };

/** One, or several of which one has to be it. */
const oneOrSeveral = (one: JsonSchema, description: string): JsonSchema => ({
  description,
  type: ['string', 'array'],
  if: { type: 'string' },
  then: one,
  else: { items: one, minItems: 1 },
});

/** None of the others may stand beside one of these members. */
const excludes = (members: readonly string[], others: readonly string[]): JsonSchema[] =>
  members.map((member) => ({
    if: { required: [member] },
    then: { properties: Object.fromEntries(others.filter((other) => other !== member).map((other) => [other, false])) },
  }));

const one = (members: readonly string[]): JsonSchema[] => excludes(members, members);

const expectedText = 'a text (contained in words, equal to names), a pattern `/…/` with flags `i m s u`, or a list of which one holds';
const expected =
  'a text or a pattern `/…/`, a number, true or false, null (absent or null), an object whose members hold, a list of which one holds';

function conditions(names: ScenarioNames | undefined): JsonSchema {
  const words = (description: string, others: readonly string[] = []): JsonSchema => ({
    type: ['string', 'array', ...others],
    items: { type: 'string' },
    minItems: 1,
    description: `${description}: ${expectedText}.`,
  });
  const values = (description: string): JsonSchema => named(`${description}: ${expected}.`, {});
  return closed('What the scenario is for: all of it has to hold; {} always does.', {
    operation: oneOrSeveral(
      names ? { enum: names.operations } : { type: 'string' },
      'operationId, or several. Absent: all operations that every answer can serve.',
    ),
    model: oneOrSeveral(open(names?.models), 'Names of models; `*` stands for any letters.'),
    user: words(
      'Words of the user since the last turn of the assistant that called no tool. Without `toolResult` it holds only where the request brings no results of tools; null: none',
      ['null'],
    ),
    system: words('Words of the system and of the developer; null: none', ['null']),
    turn: {
      type: ['integer', 'array'],
      minimum: 0,
      items: { type: 'integer', minimum: 0 },
      minItems: 1,
      description: 'How many turns the assistant had.',
    },
    images: {
      type: ['integer', 'boolean', 'array'],
      minimum: 0,
      items: { type: 'integer', minimum: 0 },
      minItems: 1,
      description: 'How many pictures and files came with the words of the user; true: any.',
    },
    tool: words('Name of a tool that the request offers; true: any; false or null: none', ['boolean', 'null']),
    toolResult: {
      type: ['string', 'boolean', 'null', 'array', 'object'],
      items: { type: 'string' },
      minItems: 1,
      properties: { name: words('Name of the tool'), text: words('What it says') },
      additionalProperties: false,
      description:
        'A tool whose result the request brings: its name, true for any, false or null for none, or what name and text have to be.',
    },
    stream: { type: 'boolean', description: 'Whether a stream is asked for.' },
    path: values('Parameters of the path, by name'),
    query: values('Parameters of the query, by name'),
    headers: values('Headers, by name in any case'),
    body: {
      type: 'object',
      description: `Members of the body, by JSON pointer: ${expected}.`,
      patternProperties: { '^/': {} },
      additionalProperties: false,
    },
    session: words('Name of the session'),
  });
}

const answerText: JsonSchema = {
  type: ['string', 'object'],
  properties: { file: text('A file below the folder of this one.') },
  required: ['file'],
  additionalProperties: false,
};

/** What the parts of an answer may be, in one member each. */
const parts = (names: ScenarioNames | undefined): Record<string, JsonSchema> => ({
  text: ref('text', 'What is said: a text, or a file below the folder of this one.'),
  json: { description: 'A value that is said as JSON text.' },
  reasoning: ref('text', 'What is thought before.'),
  refusal: ref('text', 'Why the model refuses.'),
  toolCall: ref('call', 'A call.'),
  image: text('A picture: a file below the folder of this one, an address, or a data URL.'),
  raw: {
    type: 'object',
    description: 'A block, part or item as a protocol has it, by name of the protocol; the others leave it out.',
    ...(names
      ? { properties: Object.fromEntries(names.protocols.map((name) => [name, { type: 'object' }])), additionalProperties: false }
      : { additionalProperties: { type: 'object' } }),
    minProperties: 1,
  },
});

/** The members that content is made of. */
const saying = ['text', 'json', 'reasoning', 'toolCalls', 'images', 'refusal', 'parts'];
const content = [...saying, 'finish', 'usage'];
const kinds = ['error', 'example', 'job', 'media', 'response', 'passThrough'];

const answerMembers = (names: ScenarioNames | undefined): Record<string, JsonSchema> => ({
  text: ref('text', 'What the model says: a text, or a file below the folder of this one.'),
  json: { description: 'A value that the model says as JSON text.' },
  reasoning: ref('text', 'What it thinks before.'),
  toolCalls: { type: 'array', items: { $ref: '#/definitions/call' }, minItems: 1, description: 'Tools that it calls.' },
  images: { ...texts('Pictures: files below the folder of this one, addresses, or data URLs.'), minItems: 1 },
  refusal: ref('text', 'Why it refuses.'),
  parts: {
    type: 'array',
    items: { $ref: '#/definitions/part' },
    description: 'Instead of all those: parts, in the order in which they are said.',
  },
  finish: { enum: ['stop', 'length', 'filtered'], description: 'Why it ends. Default: it follows from the content.' },
  usage: closed('Tokens. Default: they are counted. `output` includes `reasoning`.', {
    input: count('Of the request.'),
    output: count('Of the answer.'),
    reasoning: count('Of what is thought.'),
    cached: count('Of the request, those that were cached.'),
  }),
  error: {
    type: ['integer', 'object'],
    description: 'An error in the dialect of the path: its status, or more of it.',
    minimum: 400,
    maximum: 599,
    ...(names && { examples: names.statuses }),
    properties: {
      status: { type: 'integer', minimum: 400, maximum: 599, description: 'HTTP status.' },
      message: text('What went wrong, in words. Default: the documented ones.'),
      type: text('Type of the error, in a word of the dialect.'),
      code: { type: ['string', 'integer'], description: 'Code of the error.' },
      retryAfterSeconds: amount('Seconds after which to try again, in `Retry-After`.'),
    },
    required: ['status'],
    additionalProperties: false,
  },
  example: { ...open(names?.examples), description: 'A documented exchange of the operation, by name.' },
  job: {
    ...closed('How the job goes that the request creates.', {
      seconds: amount('Seconds until it ends.'),
      polls: count('Polls until it ends, instead of time.'),
      end: { ...open(names?.ends), description: 'State in which it ends. Default: that of success.' },
      at: amount('Share of the way, 0 to 1, at which it ends. Default: 1.', { minimum: 0, maximum: 1 }),
      error: closed('Why it failed.', {
        message: text('In words. Default: the documented ones.'),
        code: { type: ['string', 'integer'], description: 'Code of the error.' },
      }),
      media: { ...texts('Files below the folder of this one, or addresses, in place of the results.'), minItems: 1 },
    }),
    allOf: one(['seconds', 'polls']),
  },
  media: {
    ...texts('Pictures of an operation that answers with some at once: files below the folder of this one, or addresses.'),
    minItems: 1,
  },
  response: {
    ...closed('A response as it stands.', {
      status: { type: 'integer', minimum: 200, maximum: 599, description: 'HTTP status. Default: 200.' },
      headers: named('Headers, by name.', { type: 'string' }),
      body: { description: 'The body, written as JSON.' },
      text: text('The body, as text.'),
      events: { type: 'array', description: 'Data of the events of a stream.' },
    }),
    allOf: one(['body', 'text', 'events']),
  },
  passThrough: { const: true, description: 'The request goes on to what is behind the mock, or to the documented answer.' },
  times: count('How many requests get it before the next one’s turn. Default: 1; of the last answer: for ever.', 1),
  latencyMs: amount('Milliseconds before the response.', wait),
  pace: closed('Of a stream.', {
    firstEventMs: amount('Milliseconds before the first event.', wait),
    eventsPerSecond: amount('Events per second.', { minimum: 0.001 }),
  }),
  fault: closed(
    'What goes wrong on the way; without a stream the error’s response, half a body, or none.',
    {
      kind: { enum: ['error', 'cut', 'stall'], description: 'An event reports an error, the connection breaks, or nothing more comes.' },
      afterEvents: count('Events that are sent before it. Default: 0.'),
      message: text('Of the error.'),
      type: text('Of the error, in a word of the protocol.'),
    },
    ['kind'],
  ),
  breaksContract: { type: 'boolean', description: 'The answer is meant to break the contract.' },
});

/** @param names of a contract; without them, any text is as good */
export function scenarioSchema(names?: ScenarioNames): JsonSchema {
  const partMembers = parts(names);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Scenarios',
    description: 'Answers of one’s own for the mock of the gateway, in the order in which they are tried.',
    type: 'array',
    items: { allOf: [{ $ref: '#/definitions/scenario' }, { required: ['name'] }] },
    definitions: {
      scenario: closed(
        'Answers for the requests that meet its conditions.',
        {
          name: { type: 'string', pattern: '^[\\w.-]+$', description: 'Letters, digits, `_`, `.` and `-`; unique.' },
          when: ref('when', 'What it is for: all of it has to hold; {} always does.'),
          answers: {
            type: 'array',
            items: { $ref: '#/definitions/answer' },
            minItems: 1,
            description: 'In the order in which they are given, per session.',
          },
        },
        ['answers'],
      ),
      when: conditions(names),
      text: answerText,
      call: closed(
        'A call that the answer makes.',
        {
          name: text('Name of the tool.'),
          arguments: { description: 'What it is called with; a text for a tool that takes any text. Default: {}.' },
          id: text('Id of the call. Default: one is made.'),
        },
        ['name'],
      ),
      part: {
        ...closed('A part of an answer: one member.', partMembers),
        minProperties: 1,
        allOf: one(Object.keys(partMembers)),
      },
      answer: {
        ...closed('An answer: content, or one of error, example, job, media, response and passThrough.', answerMembers(names)),
        anyOf: [...saying, ...kinds].map((member) => ({ required: [member] })),
        allOf: [...excludes(kinds, [...kinds, ...content]), ...excludes(['parts'], saying)],
      },
    },
  };
}
