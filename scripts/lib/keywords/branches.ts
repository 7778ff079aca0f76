/**
 * `branches` beside `tag`: a value is judged by the branch whose tag it has, and by the last branch, where there is one more than tags,
 * if it has none of them. Less code than Ajv's `discriminator`, which judges the tag again and says what `enum` has said, or `if`.
 */
import { _, type Ajv2020, type CodeKeywordDefinition, type KeywordCxt, Name } from 'ajv/dist/2020.js';
import { or } from 'ajv/dist/compile/codegen/index.js';

/** The member that tells branches apart, and its values in each. */
export interface BranchTag {
  property: string;
  values: string[][];
}

const branches: CodeKeywordDefinition = {
  keyword: 'branches',
  schemaType: 'array',
  code(context: KeywordCxt) {
    const { gen, data, schema, parentSchema } = context;
    const { property, values }: BranchTag = parentSchema.tag;
    const tag = gen.const('tag', _`${data}?.[${property}]`);
    const valid = gen.let('valid', true);
    const judge = (index: number) => {
      const passes = gen.name('_valid');
      const judged = context.subschema({ keyword: 'branches', schemaProp: index }, passes);
      context.mergeEvaluated(judged, Name);
      gen.assign(valid, passes);
    };
    gen.if(false);
    for (const [index, list] of values.entries()) {
      gen.elseIf(or(...list.map((value) => _`${tag} === ${value}`)));
      judge(index);
    }
    if (schema.length > values.length) {
      gen.else();
      judge(values.length);
    }
    gen.endIf();
    context.ok(valid);
  },
};

export const addBranches = (ajv: Ajv2020): void => {
  ajv.addKeyword(branches);
};
