/**
 * Makes the standalone code of Ajv a third as large. What goes: the place in the schema, which nobody asks for; the schemas
 * themselves, of which errors only quote a few values; and the statements that stand in thousands of places, for which helpers stand in.
 *
 *     before: const err0 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema31.enum}};
 *             if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;
 *     after:  vErrors = addError(vErrors, instancePath, "enum", {allowedValues: ["a","b"]});errors++;
 */

const helpers = `const isObject = (value) => value && typeof value == 'object' && !Array.isArray(value);
const addErrors = (errors, more) => (errors === null ? more : errors.concat(more));
const addError = (errors, instancePath, keyword, params) => {
  const error = { instancePath, keyword, params };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
};`;

const objectTest = /(\w+) && typeof \1 == "object" && !Array\.isArray\(\1\)/g;
const additionOfMany = /vErrors === null \? ([\w.]+) : vErrors\.concat\(\1\)/g;
const additionOfOne =
  /const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:"(?:[^"\\]|\\.)*",keyword:("[\w -]+"),params:(.*?)\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g;

/** Arguments and parameters: all but the path are only read by custom keywords. */
const args = /\{(?:instancePath:)?([^{}]*?),parentData\b[^{}]*?,rootData\}/g;
const parameters = /\{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}/g;

const declaration = /const (schema\d+) = (\{.*?\});(?=const |function |export )/g;
const quotation = /\b(schema\d+)((?:\.[\w$]+|\[\d+\]|\["(?:[^"\\]|\\.)*"\])+)/g;
const step = /\.([\w$]+)|\[(.*?)\](?=[.[]|$)/g;

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
    .replace(
      additionOfOne,
      (_, __, path: string | undefined, keyword: string, params: string) =>
        `vErrors = addError(vErrors, ${path ?? 'instancePath'}, ${keyword}, ${params});errors++;`,
    )
    .replace(additionOfMany, 'addErrors(vErrors, $1)')
    .replace(objectTest, 'isObject($1)')
    .replace(args, '$1')
    .replace(parameters, 'instancePath = ""');
  const left = /schemaPath|parentData|\bschema\d+\b/.exec(compact);
  if (left) throw new Error(`Unexpected code from Ajv: ${compact.slice(Math.max(0, left.index - 80), left.index + 80)}`);
  return `${helpers}${compact}`;
}
