/** The shape of an OpenAPI document, as far as a comparison takes it for granted. */
import type { Document, Schema } from '../contract/openapi.js';
import { getAt } from '../contract/pointer.js';
import type { Fault } from '../samples/validate/validator.js';
import { Validity } from './model/validity.js';

const a = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const lists = (items: Schema): Schema => ({ type: 'array', items });
const maps = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties });
const each = (names: string, schema: Schema): Record<string, Schema> => Object.fromEntries(names.split(' ').map((name) => [name, schema]));

const any: Schema = { type: 'object' };
const word: Schema = { type: 'string' };
/** A key of YAML without a value says as much as its absence. */
const text: Schema = { type: ['string', 'null'] };
/** Wherever one may stand, a reference may. */
const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties: { $ref: word, description: text, ...properties },
});
const orNull = (schema: Schema): Schema => ({ ...schema, type: [schema.type, 'null'] });

const shape: Schema = {
  ...object({
    servers: lists({ ...object({ url: word }), required: ['url'] }),
    tags: lists(object({ name: word })),
    security: lists(maps(lists(word))),
    paths: maps(a('path')),
    components: orNull(
      object({
        schemas: orNull(maps(a('schema'))),
        responses: orNull(maps(a('response'))),
        parameters: orNull(maps(a('named'))),
        headers: orNull(maps(a('parameter'))),
        requestBodies: orNull(maps(a('body'))),
        securitySchemes: orNull(maps(any)),
      }),
    ),
  }),
  $defs: {
    path: object({
      ...each('get put post delete options head patch trace', a('operation')),
      parameters: lists(a('named')),
    }),
    operation: orNull(
      object({
        ...each('operationId summary', text),
        tags: lists(word),
        parameters: lists(a('named')),
        requestBody: a('body'),
        responses: orNull(maps(a('response'))),
        callbacks: any,
        security: lists(maps(lists(word))),
      }),
    ),
    parameter: object({ schema: a('schema'), content: maps(a('media')) }),
    named: {
      allOf: [a('parameter'), object(each('name in', word))],
      anyOf: [{ required: ['$ref'] }, { required: ['name', 'in'] }],
    },
    body: object({ content: maps(a('media')) }),
    response: object({ headers: maps(a('parameter')), content: maps(a('media')) }),
    media: object({ schema: a('schema'), examples: maps(any) }),
    schema: {
      ...object({
        ...each('pattern title format', text),
        ...each('properties patternProperties $defs dependentSchemas', maps(a('schema'))),
        ...each('allOf anyOf oneOf prefixItems', lists(a('schema'))),
        ...each('items not if then else contains propertyNames additionalProperties unevaluatedProperties unevaluatedItems', a('schema')),
        required: lists(word),
        enum: lists({}),
        type: { type: ['string', 'array'], items: word },
        discriminator: object({ propertyName: word, mapping: maps(word) }),
      }),
      type: ['object', 'boolean'],
    },
  },
};

const whole = shape as unknown as Document;

/** Characters that are shown of a value. */
const most = 40;

/** @returns what has another shape, and where, in words; `undefined` where all has this one */
export function whyMisshapen(document: unknown): string | undefined {
  const faults: Fault[] = [];
  if (new Validity(whole).allows(shape, document, faults)) return undefined;
  const [{ pointer, keyword }] = faults as [Fault];
  const found = JSON.stringify(getAt(document, pointer));
  const shown = found.length > most ? `${found.slice(0, most)}…` : found;
  return keyword === 'type' ? `\`${pointer}\` cannot be ${shown}` : `\`${pointer}\` lacks what it must have, and is ${shown}`;
}
