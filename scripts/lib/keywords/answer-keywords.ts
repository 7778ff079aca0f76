/**
 * What a schema of ours says of answers beyond JSON Schema (openapi/README.md). Only the validators of answers know these: a mock that refused requests by
 * them would refuse turns that are sent back as they came.
 */

import { _, type Ajv2020, type CodeGen, type CodeKeywordDefinition, type KeywordCxt, type Name, stringify } from 'ajv/dist/2020.js';
import { regexpCode } from 'ajv/dist/compile/codegen/code.js';
import { fieldName } from '../../../src/contract/judge/explain.js';
import { parsePointer } from '../../../src/contract/pointer.js';
import { isNoPicture, isOfOtherType } from './media-signatures.js';
import { memberCode } from './rule-keywords.js';

type Code = ReturnType<typeof _>;

/**
 * Code that looks at each value that a pointer names in the data, `*` being each item of a list. Answers have such values in every event, so it makes no
 * lists of them.
 */
function lookAtEach(gen: CodeGen, data: Name, pointer: string, look: (value: Name, at: Code, around: Name) => void): void {
  const step = (value: Name, [part, ...rest]: string[], at: Code): void => {
    const next = (member: Code, place: Code) => {
      const found = gen.const('found', member);
      if (rest.length > 0) step(found, rest, place);
      else look(found, place, value);
    };
    if (part === undefined) look(value, at, value);
    else if (part === '*')
      gen.if(_`Array.isArray(${value})`, () =>
        gen.forRange('index', 0, _`${value}.length`, (index) => next(_`${value}[${index}]`, _`${at} + "/" + ${index}`)),
      );
    else gen.if(_`${value} && typeof ${value} == "object"`, () => next(_`${value}[${part}]`, _`${at} + ${`/${part}`}`));
  };
  step(data, parsePointer(pointer), _`""`);
}

/** A function that all schemas share which have use for the same. */
const sharedCode = (gen: CodeGen, code: Code): Name =>
  gen.scopeValue('func', { key: String(code), ref: new Function(`return ${code}`)(), code });

/** A keyword about members, by pointer; `isWrong` is code that tells of a value whether it is, and `words` say what it must be. */
const ofMembers = <Rule>(
  keyword: string,
  isWrong: (rule: Rule, data: Name, gen: CodeGen) => (value: Name, around: Name) => Code,
  words: (rule: Rule) => string,
): CodeKeywordDefinition => ({
  keyword,
  type: 'object',
  schemaType: 'object',
  error: { message: 'must agree', params: ({ params: { member, words } }) => _`{member: ${member}, message: ${words}}` },
  code(context: KeywordCxt) {
    const { gen, data, schema } = context;
    for (const [pointer, rule] of Object.entries<Rule>(schema)) {
      const wrong = gen.let('wrong');
      const test = isWrong(rule, data as Name, gen);
      // The first that is wrong is told.
      lookAtEach(gen, data as Name, pointer, (value, at, around) =>
        gen.if(_`${wrong} === undefined && (${test(value, around)})`, () => gen.assign(wrong, at)),
      );
      context.setParams({ member: _`${wrong}`, words: _`${words(rule)}` });
      context.fail(_`${wrong} !== undefined`);
    }
  },
});

/** `x-sum: { /total: [/a, /b] }`: the number is the sum of the others, of which absent ones count nothing. */
const sum = ofMembers<string[]>(
  'x-sum',
  (addends, data) => {
    const values = addends.map((pointer) => memberCode(data, pointer));
    const isKnown = values.map((value) => _`typeof ${value} == "number"`).reduce((one, other) => _`${one} || ${other}`);
    // What another type is wrong with is told by itself.
    const isOther = values.map((value) => _`typeof ${value} == "string"`).reduce((one, other) => _`${one} || ${other}`);
    const all = values.map((value) => _`(typeof ${value} == "number" ? ${value} : 0)`).reduce((one, other) => _`${one} + ${other}`);
    return (total) => _`typeof ${total} == "number" && (${isKnown}) && !(${isOther}) && ${all} !== ${total}`;
  },
  (addends) => `must be ${addends.length > 1 ? 'the sum of' : 'equal to'} ${addends.map(fieldName).join(' + ')}`,
);

/** `x-at-most: { /a: /b }`: the number is no more than the other. */
const atMost = ofMembers<string>(
  'x-at-most',
  (than, data) => (value) =>
    _`typeof ${value} == "number" && typeof ${memberCode(data, than)} == "number" && ${value} > ${memberCode(data, than)}`,
  (than) => `must be at most ${fieldName(than)}`,
);

/**
 * `x-distinct: { /a/*\/b: true }`: no two of the values are equal; null and an empty text are none. `{ /a/*\/b: c }`: of those that have the same text `c`
 * beside them.
 */
const distinct = ofMembers<true | string>(
  'x-distinct',
  (rule, _data, gen) => {
    const seen = gen.const('seen', _`new Set()`);
    return (value, around) => {
      const own = rule === true ? _`${value}` : _`${around}[${rule}] + " " + ${value}`;
      return _`${value} != null && ${value} !== "" && (${seen}.has(${own}) || !${seen}.add(${own}))`;
    };
  },
  () => 'must differ from those before it',
);

/** `x-filled: { /a/*\/b: true }`: it is there, and neither null nor an empty text or list. */
const filled = ofMembers<true>(
  'x-filled',
  () => (value) => _`${value} == null || ${value} === "" || (Array.isArray(${value}) && ${value}.length == 0)`,
  () => 'is required, and not empty',
);

/** `x-json: { /a/*\/b: object }`: the text, where there is one, is JSON of this type. */
const json = ofMembers<'object'>(
  'x-json',
  () => (text) =>
    _`typeof ${text} == "string" && ((text) => { try { const value = JSON.parse(text); return typeof value != "object" || value === null || Array.isArray(value) } catch { return true } })(${text})`,
  (type) => `must be JSON of an ${type}`,
);

/** A keyword about a text by itself. */
const ofValue = (keyword: string, type: 'string', words: string, isWrong: (data: Name, form: string) => Code): CodeKeywordDefinition => ({
  keyword,
  type,
  schemaType: 'string',
  error: { message: 'must have its form', params: _`{message: ${words}}` },
  code: (context: KeywordCxt) => context.fail(isWrong(context.data as Name, context.schema)),
});

/** A clock that is moved on, as in tests, or that is wrong, is seldom a year ahead. */
const year = 31_622_400_000;

/** What is wrong with a time, in words; an empty text for one that may be. */
const timeMistakeCode = _`((now) => (value, form) => {
  const isText = typeof value == "string";
  if (isText && form === "known" && Date.parse(value) <= 0) return "must be a time that is known";
  if (!isText && (value < 0 || value >= 1e11 || (form === "known" && value === 0))) return "must be a Unix time in seconds";
  return form !== "ahead" && (isText ? Date.parse(value) : value * 1000) > now() + ${year} ? "must not be in the future" : "";
})(Date.now)`;
const timeMistake = new Function(`return ${timeMistakeCode}`)() as (value: number | string, form: string) => string;

/**
 * `x-time: unix`: seconds; later ones than those of eleven digits are in a smaller unit. `known`: and not 0 or, as a text, before 1970, as one that is not
 * known. Both have been, as
 * texts of `rfc3339` have; `ahead`: it may be still to come.
 */
const time: CodeKeywordDefinition = {
  keyword: 'x-time',
  type: ['number', 'string'],
  schemaType: 'string',
  error: { message: 'must be a time', params: ({ params: { words } }) => _`{message: ${words}}` },
  code(context: KeywordCxt) {
    const { gen, schema: form } = context;
    const data = context.data as Name;
    // One function for all; the clock is taken when the validators are loaded, before a test puts another in its place.
    const mistake = gen.scopeValue('func', { key: timeMistake, ref: timeMistake, code: timeMistakeCode });
    const words = gen.const('words', _`${mistake}(${data}, ${form})`);
    context.setParams({ words });
    context.fail(words);
  },
};

/** `x-within: { /a/*\/end: /text }`: the number is that of a place in the text, which is counted in characters or bytes, or of an item of the list. */
const within = ofMembers<string>(
  'x-within',
  (text, data) => {
    const whole = memberCode(data, text);
    return (value) =>
      _`typeof ${value} == "number" && (typeof ${whole} == "string" ? ${value} < 0 || (${value} > ${whole}.length && ${value} > new TextEncoder().encode(${whole}).length) : Array.isArray(${whole}) && !(${value} in ${whole}))`;
  },
  (whole) => `must be from 0 to the length of ${fieldName(whole)}`,
);

/** `x-as-many: { /a: /b }`: the list, where it has any items, has as many as the other. */
const asMany = ofMembers<string>(
  'x-as-many',
  (than, data) => {
    const other = memberCode(data, than);
    return (list) => _`Array.isArray(${list}) && Array.isArray(${other}) && ${list}.length > 0 && ${list}.length !== ${other}.length`;
  },
  (than) => `must have as many items as ${fieldName(than)}`,
);

/** Both alphabets, with or without padding. */
const encoding = ofValue(
  'contentEncoding',
  'string',
  'must be base64',
  (data) => _`!/^[\\w+/-]+={0,2}$/.test(${data}) || ${data}.length % 4 == 1`,
);

/**
 * `x-address: { /a/*\/b: true }`: the text, where there is one, is an address that can be fetched by itself, or a data URL that holds what it says; `picture`:
 * and that is a picture.
 */
const address = ofMembers<true | 'picture'>(
  'x-address',
  (kind, _data, gen) => {
    const url = _`url`;
    // Its host is no scheme, as where one was put before another, and none of the words for nothing.
    const isHttp = _`/^https?:\\/\\/(?!(?:https?|undefined|null)[:\\/?#]|(?:undefined|null)$)[^\\s\\/?#]+\\S*$/i.test(${url})`;
    const isData = _`/^data:[\\w.+-]+\\/[\\w.+-]+(?:;[\\w.=+-]+)*;base64,[\\w+\\/-]+={0,2}$/i.test(${url})`;
    const type = _`${url}.slice(5, ${url}.search(/[;,]/))`;
    const isOther = isOfOtherType(_`${url}.slice(${url}.indexOf(",") + 1)`, type);
    const isWrong = kind === 'picture' ? _`!/^data:image\\//i.test(${url}) || ${isOther}` : isOther;
    const isNone = sharedCode(gen, _`(url) => !${isHttp} && (!${isData} || ${isWrong})`);
    return (value) => _`typeof ${value} == "string" && ${isNone}(${value})`;
  },
  (kind) => `must be an http address or a data URL${kind === 'picture' ? ' of a picture' : ''} that holds what it says`,
);

/**
 * `x-text: { /a/*\/b: { pattern: ^x, words: [y], not: [z], message: must be y } }`: the text, where there is one, fits the pattern, is none of those that it
 * must not be, however they are spelt, and none of the words in other letters: STOP, or `tool-calls` for `tool_calls`.
 */
const text = ofMembers<{ pattern?: string; words?: string[]; not?: string[]; message: string }>(
  'x-text',
  ({ pattern, words = [], not = [] }, _data, gen) => {
    const letters = (word: string) => word.toLowerCase().replace(/[^a-z]+/g, '');
    const taken = new Set([...words, ...not].map(letters).filter((word) => word !== ''));
    // One for all schemas that say the same.
    const spelt = regexpCode(new RegExp(`^(?:${[...taken].join('|')})$`));
    const code = _`(value) => !${stringify(words)}.includes(value) && ${spelt}.test(value.toLowerCase().replace(/[^a-z]+/g, ""))`;
    const isTaken = () => sharedCode(gen, code);
    return (value) => {
      const isNo = pattern === undefined ? [] : [_`!${regexpCode(new RegExp(pattern, 'u'))}.test(${value})`];
      if (taken.size > 0) isNo.push(_`${isTaken()}(${value})`);
      if (not.includes('')) isNo.push(_`${value} === ""`);
      return _`typeof ${value} == "string" && (${isNo.reduce((one, other) => _`${one} || ${other}`)})`;
    };
  },
  ({ message }) => message,
);

/**
 * `x-media: { /a/*\/b: { type: /c } }`: the text in base64 is a file of the type that the other member names, as far as its first bytes tell, and not cut short; `is: picture`:
 * where that is not there, some picture.
 */
const media = ofMembers<{ type: string; is?: 'picture' }>(
  'x-media',
  ({ type, is }, data, gen) => {
    const named = memberCode(data, type);
    const isOther = sharedCode(gen, _`(text, type) => ${isOfOtherType(_`text`, _`type`)}`);
    const isNone = is === 'picture' ? sharedCode(gen, _`(text) => ${isNoPicture(_`text`)}`) : undefined;
    return (text) =>
      _`typeof ${text} == "string" && (typeof ${named} == "string" ? ${isOther}(${text}, ${named}) : ${isNone ? _`${isNone}(${text})` : _`false`})`;
  },
  ({ type, is }) => `must be all of a file of the type that ${fieldName(type)} names${is === undefined ? '' : `, or some ${is}`}`,
);

/** `x-joined: { /a: { texts: /b/*\/c, type: d } }`: the text, where there is one that says something, is those of the type, joined. Blanks do not count. */
const joined = ofMembers<{ texts: string; type: string }>(
  'x-joined',
  ({ texts, type }, data) => {
    const walk = _`(parts, kind) => {
      const walk = (value, at) => {
        const member = value == null ? undefined : value[parts[at]];
        if (parts[at] === "*") return Array.isArray(value) ? value.map((item) => walk(item, at + 1)).join("") : "";
        if (at < parts.length - 1) return walk(member, at + 1);
        return typeof member == "string" && value.type === kind ? member : "";
      };
      return walk(${data}, 0);
    }`;
    const all = _`(${walk})(${texts.slice(1)}.split("/"), ${type})`;
    return (text) => _`${text} && typeof ${text} == "string" && ${text}.replace(/\\s/g, "") !== ${all}.replace(/\\s/g, "")`;
  },
  ({ texts }) => `must be the texts of ${fieldName(texts.slice(0, texts.indexOf('/*')))}, joined`,
);

/** Rules whose names are pointers to members. */
const ofPointers = [sum, atMost, within, asMany, distinct, filled, json, address, text, media, joined];

export const pointerKeywords: readonly string[] = ofPointers.map(({ keyword }) => String(keyword));

export function addAnswerKeywords(ajv: Ajv2020): void {
  ajv.removeKeyword('contentEncoding');
  for (const keyword of [...ofPointers, time, encoding]) ajv.addKeyword(keyword);
}

/** Of answers, besides those of requests. */
export const isAnswerKeyword = (key: string): boolean => key === time.keyword || pointerKeywords.includes(key);
