/**
 * Makes the standalone code of Ajv a third as large. What goes: the place in the schema, which nobody asks for; the schemas
 * themselves, of which errors only quote a few values; and the statements that stand in thousands of places, for which helpers and shorter
 * ones stand in.
 *
 *     before: const err0 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema31.enum}};
 *             if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;
 *     after:  vErrors = addUnlisted(vErrors, instancePath, ["a","b"]);errors++;
 *
 * What comes: loops over items and members end where enough was found, so that a hundred thousand wrong items cost no more than a few. The
 * verdict stays the same, since something was found by then.
 */
import { mostErrors } from '../../../src/contract/judge/validate.js';

const helpers = `const isObject = (value) => value && typeof value == 'object' && !Array.isArray(value);
const addErrors = (errors, more) => { for (const error of more) errors.push(error); };
const addError = (errors, instancePath, keyword, params) => { errors.push({ instancePath, keyword, params }); };
const addMissing = (errors, instancePath, missingProperty) => addError(errors, instancePath, "required", { missingProperty });
const addMistyped = (errors, instancePath, type) => addError(errors, instancePath, "type", { type });
const addUnlisted = (errors, instancePath, allowedValues) => addError(errors, instancePath, "enum", { allowedValues });
const addUnequal = (errors, instancePath, allowedValue) => addError(errors, instancePath, "const", { allowedValue });`;

const objectTest = /(\w+) && typeof \1 == "object" && !Array\.isArray\(\1\)/g;
const additionOfMany = /vErrors = vErrors === null \? ([\w.]+) : vErrors\.concat\(\1\);errors = vErrors\.length;/g;
/** One list holds what is found, and knows its length. */
const noErrors = /let vErrors = null;let errors = 0;/g;
const errorCount = /(?<![.\w])errors\b/g;
const additionOfOne =
  /const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:"(?:[^"\\]|\\.)*",keyword:"([\w -]+)",params:(.*?)(?:,propertyName:\w+)?\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g;
/** An error that only counts, such as in a condition: it is dropped again. */
const additionOfUntold = /const (err\d+) = \{\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g;
/** That a condition's schema is not met is said after what is not met of it. */
const conditionUnmet =
  /const (err\d+) = \{instancePath(?::[^{}]*?)?,schemaPath:"(?:[^"\\]|\\.)*",keyword:"if",params:\{failingKeyword: ?[\w"]+\}\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g;
/** What an alternative or a condition has found is dropped again. */
const removal = /errors = \w+;if\(vErrors !== null\)\{if\((\w+)\)\{vErrors\.length = \1;\}else \{vErrors = null;\}\}/g;
/** The commonest errors have a helper each, which knows the keyword and the name of its one parameter. */
const commonErrors: Record<string, string> = { required: 'addMissing', type: 'addMistyped', enum: 'addUnlisted', const: 'addUnequal' };

/** The question whether a value is none of several. */
const literal = String.raw`(?:"(?:[^"\\]|\\.)*"|-?\d[\w.+-]*|true|false|null)`;
const comparisons = new RegExp(String.raw`if\(!\(+(data[\w.]*) === (${literal}(?:\)+ \|\| \(\1 === ${literal})+)\)+\{`, 'g');
const comparison = new RegExp(String.raw`(${literal})(?:\)+ \|\| \([\w.]+ === |$)`, 'g');

/** Arguments and parameters: all but the path are only read by custom keywords. */
const args = /\{(?:instancePath:)?([^{}]*?),parentData\b[^{}]*?,rootData\}/g;
const parameters = /\{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}/g;

/** Over the items of a list, and over the members of an object. */
const itemLoop = /for\(let (i\d+)=0; \1<(len\d+); \1\+\+\)\{/g;
const memberLoop = /for\(const (key\d+) in (data\d*)\)\{/g;

const declaration = /const (schema\d+) = (\{.*?\});(?=const |function |export )/g;
const quotation = /\b(schema\d+)((?:\.[\w$]+|\[\d+\]|\["(?:[^"\\]|\\.)*"\])+)/g;
const step = /\.([\w$]+)|\[(.*?)\](?=[.[]|$)/g;

function addition(path: string, keyword: string, params: string): string {
  const helper = commonErrors[keyword];
  return helper
    ? `${helper}(vErrors, ${path}, ${params.replace(/^\{\w+: (.*)\}$/, '$1')})`
    : `addError(vErrors, ${path}, "${keyword}", ${params})`;
}

/** @throws Error when the code is not what this version of Ajv writes */
export function compactValidators(code: string): string {
  const lines = code.replace(/\n\s*/g, '');
  const schemas = new Map(Array.from(lines.matchAll(declaration), ([, name, json]) => [name as string, JSON.parse(json as string)]));
  const compact = lines
    .replace(declaration, '')
    .replace(quotation, (quoted, name: string, path: string) => {
      const value = Array.from(path.matchAll(step)).reduce(
        (node, [, key, index]) => node?.[key ?? JSON.parse(index as string)],
        schemas.get(name),
      );
      return JSON.stringify(value) ?? quoted;
    })
    .replace(conditionUnmet, '')
    .replace(
      additionOfOne,
      (_, __, path: string | undefined, keyword: string, params: string) => `${addition(path ?? 'instancePath', keyword, params)};`,
    )
    .replace(removal, 'vErrors.length = $1;')
    .replace(additionOfUntold, 'addError(vErrors);')
    .replace(additionOfMany, 'addErrors(vErrors, $1);')
    .replace(noErrors, 'const vErrors = [];')
    .replace(errorCount, 'vErrors.length')
    .replace(itemLoop, `for(let $1=0; $1<$2 && vErrors.length < ${mostErrors}; $1++){`)
    .replace(memberLoop, `for(const $1 in $2){if(vErrors.length >= ${mostErrors})break;`)
    .replace(comparisons, (_, value: string, list: string) => {
      const values = Array.from(list.matchAll(comparison), ([, text]) => text);
      return `if(![${values}].includes(${value})){`;
    })
    .replace(objectTest, 'isObject($1)')
    .replace(args, '$1')
    .replace(parameters, 'instancePath = ""');
  const left = /schemaPath|parentData|\bschema\d+\b/.exec(compact);
  if (left) throw new Error(`Unexpected code from Ajv: ${compact.slice(Math.max(0, left.index - 80), left.index + 80)}`);
  return `${helpers}${compact}`;
}
