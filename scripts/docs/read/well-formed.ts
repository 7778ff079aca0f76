/** An OpenAPI document without the parts that have another shape than OpenAPI gives them: one wrong part keeps nobody from reading the others. */
import type { Document } from '../../lib/document.js';

/** `any` for what is looked at elsewhere, such as schemas; of an object, members that are not named are any. */
type Shape = 'any' | 'text' | { list: Shape } | { map: Shape; orEmpty?: true } | { object: Record<string, Shape> };

const parameters: Shape = { list: { object: { name: 'text', in: 'text', $ref: 'text' } } };
const examples: Shape = { map: { object: { $ref: 'text' } } };
const header: Shape = { object: { examples } };
const content: Shape = { map: { object: { examples } } };
const body: Shape = { object: { content } };
const response: Shape = { object: { content, headers: { map: header } } };
const servers: Shape = { list: { object: { url: 'text' } } };
const security: Shape = { list: { map: 'any' } };
// An answer of which nothing is told is an answer.
const responses: Shape = { map: response, orEmpty: true };
const operation: Shape = { object: { summary: 'text', parameters, requestBody: body, responses, security, servers } };
const methods = Object.fromEntries(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'].map((name) => [name, operation]));

const document: Shape = {
  object: {
    paths: { map: { object: { parameters, servers, ...methods } } },
    servers,
    security,
    components: {
      object: {
        schemas: { map: 'any' },
        parameters: { map: { object: {} } },
        requestBodies: { map: body },
        responses: { map: response },
        headers: { map: header },
        examples,
        securitySchemes: { map: { object: {} } },
      },
    },
  },
};

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

/** A value without what has another shape; `undefined` where it has another one itself. */
function shaped(value: unknown, shape: Shape): unknown {
  if (shape === 'any') return value;
  if (shape === 'text') return typeof value === 'string' ? value : undefined;
  if ('list' in shape)
    return Array.isArray(value) ? value.map((item) => shaped(item, shape.list)).filter((item) => item !== undefined) : undefined;
  if (!isObject(value)) return undefined;
  const ofMember = (name: string): Shape =>
    'map' in shape ? shape.map : ((Object.hasOwn(shape.object, name) ? shape.object[name] : undefined) ?? 'any');
  const empty = 'map' in shape && shape.orEmpty ? {} : undefined;
  const members = Object.entries(value).map(([name, member]) => [name, shaped(member, ofMember(name)) ?? empty] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}

export const wellFormed = (value: unknown): Document => (shaped(value, document) ?? {}) as Document;
