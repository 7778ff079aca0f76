/** What is left of the code that Ajv writes. That verdicts stay the same holds validators.test.ts. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { describe, expect, test } from 'vitest';
import { compactValidators } from '../../../../scripts/generate/validators/compact.js';

/** What follows the helpers. */
const compact = (code: string): string => compactValidators(code).slice(compactValidators('').length);

describe('of the statements of Ajv', () => {
  test.each([
    [
      'one error more',
      'const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;',
      'addMistyped(vErrors, instancePath, "string");',
    ],
    [
      'one error more, of a member, whose place has quotation marks',
      'const err12 = {instancePath:instancePath+"/a",schemaPath:"#/properties/\\"a\\"/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;',
      'addMistyped(vErrors, instancePath+"/a", "string");',
    ],
    [
      'one error more, of a rarer kind',
      'const err0 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;',
      'addError(vErrors, instancePath, "minimum", {comparison: ">=", limit: 1});',
    ],
    [
      'one error more, of which nothing is told',
      'const err0 = {};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;',
      'addError(vErrors);',
    ],
    [
      'the end of an alternative that failed',
      'errors = _errs1;if(vErrors !== null){if(_errs1){vErrors.length = _errs1;}else {vErrors = null;}}',
      'vErrors.length = _errs1;',
    ],
    [
      'the question whether it is one of several values',
      'if(!((((data.a === "x)") || (data.a === 1.5)) || (data.a === null)) || (data.a === "\\" || ("))){}',
      'if(!["x)",1.5,null,"\\" || ("].includes(data.a)){}',
    ],
    ['the question whether it is the one value', 'if(!(data0 === "x")){}', 'if(!(data0 === "x")){}'],
    [
      'errors of another validator',
      'vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);errors = vErrors.length;',
      'addErrors(vErrors, validate21.errors);',
    ],
    [
      'that a condition is not met, after what is not met of it',
      'if(!valid0){const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}',
      'if(!valid0){}',
    ],
    [
      'the list of errors and their number',
      'let vErrors = null;let errors = 0;const _errs1 = errors;validate20.errors = vErrors;return errors === 0;',
      'const vErrors = [];const _errs1 = vErrors.length;validate20.errors = vErrors;return vErrors.length === 0;',
    ],
    ['the question whether it is an object', 'if(data && typeof data == "object" && !Array.isArray(data)){}', 'if(isObject(data)){}'],
    [
      'the question about two values',
      'if(data && typeof data0 == "object" && !Array.isArray(data0)){}',
      'if(data && typeof data0 == "object" && !Array.isArray(data0)){}',
    ],
    [
      'the parameters of a validator',
      'function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){}',
      'function validate20(data, instancePath = ""){}',
    ],
    [
      'the call of a validator',
      'validate21(data0, {instancePath:instancePath+"/a",parentData:data,parentDataProperty:"a",rootData})',
      'validate21(data0, instancePath+"/a")',
    ],
    [
      'a schema that is quoted',
      'const schema31 = {"enum":["a","b"],"x":{"a b":[{"c":5}]}};const x = schema31.enum;const y = schema31.x["a b"][0].c;',
      'const x = ["a","b"];const y = 5;',
    ],
    ['a schema that nobody asks for', 'const schema31 = {"description":"a; b {c}"};const x = 1;', 'const x = 1;'],
    ['lines', 'const x = 1;\n  const y = 2;\n', 'const x = 1;const y = 2;'],
  ])('%s', (_, before, after) => {
    expect(compact(before)).toBe(after);
  });

  test.each([
    ['const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{},parent:1};', 'schemaPath'],
    ['f(parentData)', 'parentData'],
    ['const x = schema31.enum;', 'schema31'],
  ])('%s is told as code that was not expected', (code, part) => {
    expect(() => compactValidators(code)).toThrow(new RegExp(`^Unexpected code from Ajv: .*${part}`));
  });
});

test('real code does the same, in less room', async () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, inlineRefs: false, messages: false, code: { source: true, esm: true } });
  // As generation sets them where no schema asks for either.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  const schema = {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { enum: ['cat', 'dog "x"'] },
      'na"me': { type: 'string' },
      parts: { type: 'array', items: { type: 'object', required: ['id'] } },
    },
  };
  const code = standalone.default(ajv, ajv.compile(schema));
  const text = compactValidators(code);
  expect(text.length).toBeLessThan(code.length);

  const load = async (source: string) => (await import(`data:text/javascript,${encodeURIComponent(source)}`)).default;
  const [plain, ours] = [await load(code), await load(text)];
  for (const value of [{ kind: 'cat' }, {}, { kind: 'cow', 'na"me': 1, parts: [{}, 5] }, null]) {
    expect(ours(value)).toBe(plain(value));
    const told = (plain.errors ?? []) as { instancePath: string; keyword: string; params: object }[];
    expect(ours.errors ?? []).toEqual(told.map(({ instancePath, keyword, params }) => ({ instancePath, keyword, params })));
  }
});
