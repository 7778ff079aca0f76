/** What a schema of ours says beyond JSON Schema (openapi/README.md): bounds that depend on other members, and words of its own. */
import { _, type Ajv2020, type CodeKeywordDefinition, type KeywordCxt, type Name, stringify } from 'ajv/dist/2020.js';
import type { Schema } from '../../../src/contract/openapi.js';
import { formatPointer, parsePointer } from '../../../src/contract/pointer.js';

/** The value at a pointer into the data; `undefined` on the way counts as absent. */
export const memberCode = (data: Name, pointer: string) =>
  parsePointer(pointer).reduce<ReturnType<typeof _>>((at, part) => _`${at}?.[${part}]`, _`${data}`);

/** The other member of `x-less-than`, and the header that lifts the bound: a validator sees none, so who judges the request asks for it. */
type Bound = string | { than: string; unless: { header: string; has: string } };

/** `x-less-than: { /a/b: /c }`: the number at the one pointer is less than that at the other, where both are there. */
const lessThan: CodeKeywordDefinition = {
  keyword: 'x-less-than',
  type: 'object',
  schemaType: 'object',
  error: {
    message: 'must be less',
    params: ({ params: { member, than, unless } }) => _`{member: ${member}, than: ${than}, unless: ${unless}}`,
  },
  code(context: KeywordCxt) {
    const { gen, data, schema } = context;
    for (const [pointer, bound] of Object.entries<Bound>(schema)) {
      const { than, unless } = typeof bound === 'string' ? { than: bound } : bound;
      const smaller = gen.const('smaller', memberCode(data as Name, pointer));
      const larger = gen.const('larger', memberCode(data as Name, than));
      context.setParams({
        member: _`${formatPointer(parsePointer(pointer))}`,
        than: _`${than}`,
        unless: unless ? stringify(unless) : _`undefined`,
      });
      context.fail(_`typeof ${smaller} == "number" && typeof ${larger} == "number" && ${smaller} >= ${larger}`);
    }
  },
};

/** What `x-total` asks of the values of a list: that they add up to another member, or are at most so many. */
type Total = { sum: string } | { most: number };

/** The values that a pointer names in the data, `*` being each item of a list; `undefined` where one is absent. */
const valuesCode = (data: Name, pointer: string) =>
  parsePointer(pointer).reduce<ReturnType<typeof _>>(
    (values, part) => (part === '*' ? _`${values}.flatMap((value) => value ?? [])` : _`${values}.map((value) => value?.[${part}])`),
    _`[${data}]`,
  );

/**
 * `x-total: { /a/*\/b: { sum: /c } }`: the numbers, or strings of numbers, add up to that at the other pointer, where both are there;
 * `{ most: 7 }`: there are at most so many values.
 */
const totals: CodeKeywordDefinition = {
  keyword: 'x-total',
  type: 'object',
  schemaType: 'object',
  error: {
    message: 'must have another total',
    params: ({ params: { member, name, total, asked, sum } }) =>
      _`{member: ${member}, name: ${name}, total: ${total}, asked: ${asked}, sum: ${sum}}`,
  },
  code(context: KeywordCxt) {
    const { gen, data, schema } = context;
    for (const [pointer, total] of Object.entries<Total>(schema)) {
      const parts = parsePointer(pointer);
      const isSum = 'sum' in total;
      const values = gen.const('values', valuesCode(data as Name, pointer));
      const found = gen.const('total', isSum ? _`${values}.reduce((sum, value) => sum + Number(value), 0)` : _`${values}.length`);
      const asked = gen.const('asked', isSum ? _`Number(${memberCode(data as Name, total.sum)})` : _`${total.most}`);
      context.setParams({
        member: _`${formatPointer(parts.slice(0, parts.indexOf('*')))}`,
        name: _`${parts.findLast((part) => part !== '*')}`,
        total: found,
        asked,
        sum: isSum ? _`${total.sum}` : _`undefined`,
      });
      // What is absent or no number is not equal to anything, nor less or more than it: that is for other keywords to say.
      context.fail(isSum ? _`${values}.length > 0 && (${found} < ${asked} || ${found} > ${asked})` : _`${found} > ${asked}`);
    }
  },
};

/** `x-refuse: words` says them of what does not meet the schema at `if` beside it. */
const refuse: CodeKeywordDefinition = {
  keyword: 'x-refuse',
  schemaType: 'string',
  trackErrors: true,
  error: { message: 'is refused', params: ({ schema }) => _`{message: ${schema}}` },
  code(context: KeywordCxt) {
    const { gen } = context;
    const valid = gen.name('valid');
    context.subschema({ keyword: 'if', createErrors: false, compositeRule: true, allErrors: false }, valid);
    gen.if(_`!${valid}`, () => {
      context.reset();
      context.error();
    });
  },
};

export const addRuleKeywords = (ajv: Ajv2020): void => {
  ajv.addKeyword(lessThan);
  ajv.addKeyword(totals);
  ajv.addKeyword(refuse);
};

/** Keywords that are no annotations, though they begin with `x-`. */
export const isRuleKeyword = (key: string): boolean => ['x-less-than', 'x-total', 'x-refuse'].includes(key);

/** Gives each schema with `x-message` its words: where a value does not meet it, they are all that is said. */
export function withMessages(schema: Schema): Schema {
  const walk = (node: any): any => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    const { 'x-message': message, ...rest } = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
    return typeof message === 'string' ? { if: rest, 'x-refuse': message } : rest;
  };
  return walk(schema);
}
