/**
 * What a schema of ours says of answers beyond JSON Schema (openapi/README.md). Only the validators of answers know these: a mock that refused requests by
 * them would refuse turns that are sent back as they came.
 */
import { _, type Ajv2020, type CodeKeywordDefinition, type KeywordCxt, type Name } from 'ajv/dist/2020.js';
import { fieldName } from '../../../src/contract/judge/explain.js';
import { parsePointer } from '../../../src/contract/pointer.js';
import { memberCode } from './rule-keywords.js';

type Code = ReturnType<typeof _>;

/** The values that a pointer names in the data, each with its own pointer, `*` being each item of a list. */
const entriesCode = (data: Name, pointer: string): Code =>
  parsePointer(pointer).reduce<Code>(
    (entries, part) =>
      part === '*'
        ? _`${entries}.flatMap(([at, value]) => Array.isArray(value) ? value.map((item, index) => [at + "/" + index, item]) : [])`
        : _`${entries}.flatMap(([at, value]) => value !== null && typeof value == "object" ? [[at + ${`/${part}`}, value[${part}]]] : [])`,
    _`[["", ${data}]]`,
  );

/** A keyword about members, by pointer; `find` is the code that finds the first of them that is wrong, and `words` say what it must be. */
const ofMembers = <Rule>(
  keyword: string,
  find: (entries: Code, rule: Rule, data: Name) => Code,
  words: (rule: Rule) => string,
): CodeKeywordDefinition => ({
  keyword,
  type: 'object',
  schemaType: 'object',
  error: { message: 'must agree', params: ({ params: { member, words } }) => _`{member: ${member}, message: ${words}}` },
  code(context: KeywordCxt) {
    const { gen, data, schema } = context;
    for (const [pointer, rule] of Object.entries<Rule>(schema)) {
      const wrong = gen.const('wrong', find(entriesCode(data as Name, pointer), rule, data as Name));
      context.setParams({ member: _`${wrong}?.[0]`, words: _`${words(rule)}` });
      context.fail(_`${wrong}`);
    }
  },
});

/** `x-sum: { /total: [/a, /b] }`: the number is the sum of the others, of which absent ones count nothing. */
const sum = ofMembers<string[]>(
  'x-sum',
  (entries, addends, data) => {
    const values = addends.map((pointer) => memberCode(data, pointer));
    const list = values.reduce<Code>((code, value) => _`${code}, ${value}`, _`undefined`);
    return _`${entries}.find(([, total]) => { const known = [${list}].filter((value) => typeof value == "number"); return typeof total == "number" && known.length > 0 && known.reduce((all, value) => all + value, 0) !== total })`;
  },
  (addends) => `must be the sum of ${addends.map(fieldName).join(' + ')}`,
);

/** `x-at-most: { /a: /b }`: the number is no more than the other. */
const atMost = ofMembers<string>(
  'x-at-most',
  (entries, than, data) =>
    _`${entries}.find(([, value]) => typeof value == "number" && typeof ${memberCode(data, than)} == "number" && value > ${memberCode(data, than)})`,
  (than) => `must be at most ${fieldName(than)}`,
);

/** `x-distinct: { /a/*\/b: true }`: no two of the values are equal; null and an empty text are none. */
const distinct = ofMembers<true>(
  'x-distinct',
  (entries) =>
    _`((seen) => ${entries}.find(([, value]) => value !== undefined && value !== null && value !== "" && (seen.has(value) || !seen.add(value))))(new Set())`,
  () => 'must differ from those before it',
);

/** `x-filled: { /a/*\/b: true }`: it is there, and neither null nor an empty text or list. */
const filled = ofMembers<true>(
  'x-filled',
  (entries) =>
    _`${entries}.find(([, value]) => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length == 0))`,
  () => 'is required, and not empty',
);

/** `x-json: { /a/*\/b: object }`: the text, where there is one, is JSON of this type. */
const json = ofMembers<'object'>(
  'x-json',
  (entries) =>
    _`${entries}.find(([, text]) => { if (typeof text != "string") return false; try { const value = JSON.parse(text); return typeof value != "object" || value === null || Array.isArray(value) } catch { return true } })`,
  (type) => `must be JSON of an ${type}`,
);

/** A keyword about a text or number by itself. */
const ofValue = (keyword: string, type: 'string' | 'number', words: string, isWrong: (data: Name) => Code): CodeKeywordDefinition => ({
  keyword,
  type,
  schemaType: 'string',
  error: { message: 'must have its form', params: _`{message: ${words}}` },
  code: (context: KeywordCxt) => context.fail(isWrong(context.data as Name)),
});

/** `x-time: unix`: seconds; later ones than those of eleven digits are in a smaller unit. */
const time = ofValue('x-time', 'number', 'must be a Unix time in seconds', (data) => _`${data} < 0 || ${data} >= 1e11`);

/** Both alphabets, with or without padding. */
const encoding = ofValue(
  'contentEncoding',
  'string',
  'must be base64',
  (data) => _`!/^[\\w+/-]+={0,2}$/.test(${data}) || ${data}.length % 4 == 1`,
);

/** `x-address: { /a/*\/b: true }`: the text, where there is one, is an address that can be fetched by itself, or a data URL. */
const address = ofMembers<true>(
  'x-address',
  (entries) =>
    _`${entries}.find(([, url]) => typeof url == "string" && !/^https?:\\/\\/[^\\s\\/?#]+\\S*$/i.test(url) && !/^data:[\\w.+-]+\\/[\\w.+-]+(?:;[\\w.=+-]+)*;base64,[\\w+\\/-]+={0,2}$/i.test(url))`,
  () => 'must be an http address or a data URL',
);

export function addAnswerKeywords(ajv: Ajv2020): void {
  ajv.removeKeyword('contentEncoding');
  for (const keyword of [sum, atMost, distinct, filled, json, time, encoding, address]) ajv.addKeyword(keyword);
}

/** Of answers, besides those of requests. */
export const isAnswerKeyword = (key: string): boolean =>
  ['x-sum', 'x-at-most', 'x-distinct', 'x-filled', 'x-json', 'x-time', 'x-address'].includes(key);
