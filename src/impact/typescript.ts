/** What someone sees who compiles a call against the generated types of the newer contract. */
import type { Document } from '../contract/openapi.js';
import type { OperationEffect } from '../diff/find/operation-effects.js';
import type { SchemaEffect } from '../diff/model/effect.js';
import type { Part } from '../diff/model/outcome.js';
import { typeText } from './type-text.js';

interface Documents {
  base: Document;
  current: Document;
}

type Words = (effect: SchemaEffect, types: { was: string; is: string; name: string; of: string }, part: Part) => string | undefined;

const nothing = 'nothing: types do not tell it';
const notAssignable: Words = (_, { was, is, name }, part) =>
  part === 'request' ? `${name}: type \`${was}\` is not assignable to type \`${is}\`` : `${name} is \`${is}\`, was \`${was}\``;
const gone: Words = ({ rule, subjects }, { name, of }, part) => {
  const heir = rule === 'field-renamed' ? `; it is called \`${subjects[1]}\`` : '';
  return part === 'request'
    ? `${name} does not exist in type \`${of}\`${heir}`
    : `property ${name} does not exist on type \`${of}\`${heir}`;
};
const missing: Words = (_, { name, of }, part) =>
  part === 'request' ? `property ${name} is missing, but required in type \`${of}\`` : `${name} is no longer \`undefined\``;

/** By rule; a rule that is not here is of values alone. */
const words: Record<string, Words> = {
  'field-removed': gone,
  'field-renamed': gone,
  'field-required': missing,
  'field-added': (effect, types, part) =>
    effect.effect === 'demanded' ? missing(effect, types, part) : `${types.name} is known now: \`${types.is}\``,
  'field-optional': (_, { name, is }, part) =>
    part === 'request' ? `${name} may be left out` : `${name} becomes optional: \`${is} | undefined\``,
  'type-changed': notAssignable,
  'type-limited': notAssignable,
  'type-added': notAssignable,
  'type-opened': notAssignable,
  'values-limited': notAssignable,
  'values-opened': notAssignable,
  'list-opened': (_, { name }) => `${name} may be any \`string\`: exhaustive switches miss what is not listed`,
  'list-closed': notAssignable,
  'value-removed': ({ value }, { name, is }, part) =>
    part === 'request'
      ? `${name}: type \`${JSON.stringify(value)}\` is not assignable to type \`${is}\``
      : `the union of ${name} loses \`${JSON.stringify(value)}\`: a comparison with it does not compile`,
  'value-added': ({ value, effect }, { name }, part) =>
    part === 'request' || effect === 'added'
      ? `the union of ${name} gains \`${JSON.stringify(value)}\``
      : `the union of ${name} gains the member \`${JSON.stringify(value)}\`: exhaustive switches miss it`,
  'value-forgotten': ({ value }, { name }) => `editors no longer propose \`${JSON.stringify(value)}\` for ${name}; it still compiles`,
  'alternative-removed': (_, { name, was }, part) =>
    part === 'request' ? `no member of the union of ${name} fits what was \`${was}\`` : `the union of ${name} loses the member \`${was}\``,
  'alternative-added': (_, { name, is }, part) =>
    `the union of ${name} gains the member \`${is}\`${part === 'response' ? ': exhaustive switches miss it' : ''}`,
  'alternatives-limited': notAssignable,
  'alternatives-opened': notAssignable,
  'object-closed': (_, { of }) => `fields that are not declared do not exist in type \`${of}\``,
  'mapping-changed': (_, { of }) => `no member of the union \`${of}\` fits it as before`,
  deprecated: (_, { name }) => `${name} is shown as deprecated`,
};

function ofSchema(effect: SchemaEffect, part: Part, { base, current }: Documents): string {
  const name = `\`${effect.member ?? effect.subjects[0]}\``;
  const types = { was: typeText(base, effect.was), is: typeText(current, effect.is), name, of: effect.type ?? '' };
  return words[effect.rule]?.(effect, types, part) ?? nothing;
}

const ofOperation: Record<string, string> = {
  'operation-renamed': 'the function of the client has the new name',
  'path-renamed': 'the path is another key of `paths`, and its parameters have other names',
  'operation-deprecated': 'the function is shown as deprecated',
  'parameter-removed': 'the parameter does not exist in the type of its place',
  'parameter-required': 'the parameter is missing, but required',
  'parameter-added': 'the parameter is known now',
  'parameter-optional': 'the parameter may be left out',
  'parameter-deprecated': 'the parameter is shown as deprecated',
  'body-added': 'the body is known now',
  'body-required': 'the body is missing, but required',
  'body-removed': '`body` is `never`',
  'media-type-removed': 'the media type is no key of `content`',
  'media-type-written': 'the media type is another key of `content`; on the wire it is the same',
  'media-type-added': 'the media type is a new key of `content`',
  'status-removed': 'the status is no key of `responses`',
  'status-added': 'the union of what the function returns may gain a member',
  'header-removed': 'the header does not exist in `headers`',
  'header-added': 'the header is known now',
  'header-optional': 'the header becomes optional',
};

export function seenInTypes({ effect, part, rule, level }: OperationEffect, documents: Documents): string {
  if (effect) return ofSchema(effect, part, documents);
  if (rule === 'parameter-added' && level === 'breaking') return 'the parameter is missing, but required';
  return ofOperation[rule] ?? nothing;
}
