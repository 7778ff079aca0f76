/** `contains` in less code where it asks for objects of a kind, which a member with given values tells: most of our limits do. */
import { _, type Ajv2020, type CodeKeywordDefinition, type KeywordCxt, nil, stringify } from 'ajv/dist/2020.js';
import { or } from 'ajv/dist/compile/codegen/index.js';
import contains from 'ajv/dist/vocabularies/applicator/contains.js';
import type { Schema } from '../../../src/contract/openapi.js';

const ofAjv = contains.default as CodeKeywordDefinition;

interface Kind {
  member: string;
  values: string[];
}

/** The kind that a schema asks for, if it asks for nothing else. */
function kindOf({ type, required, properties, ...others }: Schema): Kind | undefined {
  const [member, ...further] = Object.keys(properties ?? {});
  if (type !== 'object' || Object.keys(others).length > 0 || member === undefined || further.length > 0) return undefined;
  if (required?.length !== 1 || required[0] !== member) return undefined;
  const { type: kind, const: value, enum: values = [value], ...more } = properties[member];
  const isTold = values.every((one: unknown) => typeof one === 'string') && (kind === undefined || kind === 'string');
  return isTold && Object.keys(more).length === 0 ? { member, values } : undefined;
}

const ofKind: CodeKeywordDefinition = {
  ...ofAjv,
  code(context: KeywordCxt) {
    const kind = kindOf(context.schema);
    if (!kind) return ofAjv.code(context);
    const { gen, data, parentSchema } = context;
    const { minContains: min = 1, maxContains: max } = parentSchema;
    const { member, values } = kind;
    const found = _`item?.[${member}]`;
    const isOfKind = values.length === 1 ? _`${found} === ${values[0]}` : _`${stringify(values)}.includes(${found})`;
    const count = gen.const('count', _`${data}.filter((item) => ${isOfKind}).length`);
    context.setParams({ min, max });
    const tooFew = min > 0 ? _`${count} < ${min}` : nil;
    const tooMany = max === undefined ? nil : _`${count} > ${max}`;
    context.fail(or(tooFew, tooMany));
  },
};

export function addContains(ajv: Ajv2020): void {
  ajv.removeKeyword('contains');
  ajv.addKeyword(ofKind);
}
