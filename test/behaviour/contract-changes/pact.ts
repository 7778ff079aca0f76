/** Changes of a contract that others judge too, and the calls of somebody who has kept them as a pact. */
import type { Schema } from '../../../scripts/lib/document.js';
import type { Mutate } from '../../impact/toy-calls.js';

const json = { 'content-type': 'application/json' };
const headers = { ...json, authorization: 'Bearer sk-test' };
const toy = { id: 'toy-1', status: 'made', made_at: 5 };

export const pact = {
  consumer: { name: 'app' },
  provider: { name: 'shop' },
  interactions: [
    {
      description: 'a bear',
      request: { method: 'POST', path: '/v1/toys', headers, body: { kind: 'bear', name: 'Bruno', fur: 'white', hat: true } },
      response: { status: 201, headers: json, body: toy },
    },
    {
      description: 'a look at it',
      request: { method: 'GET', path: '/v1/toys/toy-1', query: { size: ['large'] }, headers: { authorization: 'Bearer sk-test' } },
      response: { status: 200, headers: json, body: toy },
    },
  ],
  metadata: { pactSpecification: { version: '3.0.0' } },
};

/** What a judge says: whether the contract breaks somebody, or whether it breaks one of these calls. */
export interface Change {
  name: string;
  mutate: Mutate;
  /** `diff`: somebody may break; `impact`: one of these calls does. */
  diff: boolean;
  impact: boolean;
  /** Why a judge says otherwise, where one does. */
  redocly?: string;
  pactflow?: string;
}

const create = '/v1/toys';
const look = '/v1/toys/{id}';
const bear =
  (change: (properties: Schema, schema: Schema) => unknown): Mutate =>
  ({ components }) =>
    void change(components.schemas.BearRequest?.properties, components.schemas.BearRequest as Schema);
const answer =
  (change: (properties: Schema, schema: Schema) => unknown): Mutate =>
  ({ components }) =>
    void change(components.schemas.Toy?.properties, components.schemas.Toy as Schema);

export const changes: Change[] = [
  { name: 'nothing', mutate: () => {}, diff: false, impact: false },
  {
    name: 'an optional request field that the call does not send is gone',
    mutate: ({ components }) => void delete components.schemas.TrainRequest?.properties.wagons,
    diff: true,
    impact: false,
    redocly: 'an open object takes the field as before; for whoever sends it, it no longer does anything',
  },
  {
    name: 'an optional request field that the call sends is gone',
    mutate: bear((at) => delete at.hat),
    diff: true,
    impact: true,
    redocly: 'an open object takes the field as before; for whoever sends it, it no longer does anything',
    pactflow: 'an open object takes the field as before; for whoever sends it, it no longer does anything',
  },
  {
    name: 'an optional request field is new',
    mutate: bear((at) => Object.assign(at, { paws: { type: 'integer' } })),
    diff: false,
    impact: false,
  },
  {
    name: 'a required request field is new',
    mutate: bear((at, schema) => Object.assign(at, { paws: { type: 'integer' } }) && schema.required.push('paws')),
    diff: true,
    impact: true,
  },
  {
    name: 'a field that the call sends is required now',
    mutate: bear((_, schema) => schema.required.push('hat')),
    diff: true,
    impact: false,
  },
  { name: 'a request value that the call sends is gone', mutate: bear((at) => at.fur.enum.pop()), diff: true, impact: true },
  { name: 'a request value that the call does not send is gone', mutate: bear((at) => at.fur.enum.shift()), diff: true, impact: false },
  { name: 'a request value is new', mutate: bear((at) => at.fur.enum.push('gold')), diff: false, impact: false },
  { name: 'a request field has another type', mutate: bear((at) => Object.assign(at.hat, { type: 'string' })), diff: true, impact: true },
  {
    name: 'a request limit is closer than what the call sends',
    mutate: bear((at) => Object.assign(at.name, { maxLength: 3 })),
    diff: true,
    impact: true,
  },
  {
    name: 'a request limit is closer, and the call within it',
    mutate: bear((at) => Object.assign(at.name, { maxLength: 10 })),
    diff: true,
    impact: false,
  },
  { name: 'an answer field is gone', mutate: answer((at) => delete at.made_at), diff: true, impact: true },
  {
    name: 'an answer field may be absent',
    mutate: answer((_, schema) => schema.required.pop()),
    diff: true,
    impact: true,
    pactflow: 'it may still come as the pact has it, so that only those who compile or wait for the one without it notice',
  },
  { name: 'an answer field is new', mutate: answer((at) => Object.assign(at, { price: { type: 'integer' } })), diff: false, impact: false },
  {
    name: 'an answer field has another type',
    mutate: answer((at) => Object.assign(at.made_at, { type: 'string' })),
    diff: true,
    impact: true,
  },
  { name: 'an answer may have a value that it had not', mutate: answer((at) => at.status.enum.push('lost')), diff: true, impact: false },
  {
    name: 'an answer has a value less',
    mutate: answer((at) => at.status.enum.pop()),
    diff: true,
    impact: true,
    redocly: 'fewer values are no news to a reader; a comparison with the one that is gone does not compile',
  },
  { name: 'an operation is gone', mutate: ({ paths }) => void delete paths[look], diff: true, impact: true },
  {
    name: 'an operation is new',
    mutate: ({ paths }) =>
      Object.assign(paths, { '/v1/dolls': { get: { operationId: 'listDolls', responses: { 200: { description: 'All.' } } } } }),
    diff: false,
    impact: false,
  },
  {
    name: 'a parameter is gone that the call sends',
    mutate: ({ paths }) => void paths[look]?.get.parameters.pop(),
    diff: true,
    impact: true,
    pactflow: 'only warns of parameters that are not known, which servers ignore',
  },
  {
    name: 'a required parameter is new',
    mutate: ({ paths }) => void paths[look]?.get.parameters.push({ name: 'shop', in: 'query', required: true, schema: { type: 'string' } }),
    diff: true,
    impact: true,
  },
  {
    name: 'a success status is another',
    mutate: ({ paths }) => {
      const { responses } = paths[create]?.post ?? {};
      responses[202] = responses[201];
      delete responses[201];
    },
    diff: true,
    impact: true,
  },
  {
    name: 'a media type of an answer is gone',
    mutate: ({ paths }) => {
      const { content } = paths[look]?.get.responses[200] ?? {};
      content['application/xml'] = content['application/json'];
      delete content['application/json'];
    },
    diff: true,
    impact: true,
  },
  {
    name: 'the key is looked for elsewhere',
    mutate: (document) => {
      Object.assign(document, { security: [{ Other: [] }] });
      Object.assign(document.components.securitySchemes, { Other: { type: 'apiKey', in: 'header', name: 'X-Key' } });
    },
    diff: true,
    impact: true,
  },
  {
    name: 'a description is another',
    mutate: bear((_, schema) => Object.assign(schema, { description: 'Another bear.' })),
    diff: false,
    impact: false,
  },
];
