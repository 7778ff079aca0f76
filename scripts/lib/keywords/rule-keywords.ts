/** What a schema of ours says beyond JSON Schema (openapi/README.md): bounds that depend on another member, and words of its own. */
import { _, type Ajv2020, type CodeKeywordDefinition, type KeywordCxt, type Name, stringify } from 'ajv/dist/2020.js';
import type { Schema } from '../../../src/contract/openapi.js';
import { formatPointer, parsePointer } from '../../../src/contract/pointer.js';

/** The value at a pointer into the data; `undefined` on the way counts as absent. */
const memberCode = (data: Name, pointer: string) =>
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
  ajv.addKeyword(refuse);
};

/** Keywords that are no annotations, though they begin with `x-`. */
export const isRuleKeyword = (key: string): boolean => key === 'x-less-than' || key === 'x-refuse';

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
