/** Changes of one value, each with what it means to those who send the value and to those who read it. */
import type { Schema } from '../../../scripts/lib/document.js';
import type { Bump } from '../../../src/diff/verdict.js';

export interface SchemaChange {
  name: string;
  before: Schema | boolean | undefined;
  after: Schema | boolean | undefined;
  /** What it amounts to where the value is sent. */
  request: Bump;
  /** What it amounts to where the value is answered. */
  response: Bump;
  reason: string;
}

const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };
const list = (...values: unknown[]): Schema => ({ type: 'string', enum: values });
const open = (...values: unknown[]): Schema => ({ anyOf: [list(...values), { type: 'string', 'x-open-enum': true }] });
const object = (properties: Record<string, Schema>, ...required: string[]): Schema => ({ type: 'object', properties, required });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const array = (items: unknown): Schema => ({ type: 'array', items });
const word = object({ is: { const: 'word' }, word: text }, 'is');
const sound = object({ is: { const: 'sound' }, sound: text }, 'is');
const choice = (...branches: Schema[]): Schema => ({ oneOf: branches });
const told = (...branches: string[]): Schema => ({
  oneOf: branches.map(ref),
  discriminator: { propertyName: 'is', mapping: Object.fromEntries(branches.map((name) => [name.toLowerCase(), ref(name).$ref])) },
});

/** What the rows refer to. */
export const components: Record<string, Schema> = {
  Word: word,
  Sound: sound,
  Noise: object({ is: { const: 'noise' }, noise: text }, 'is'),
  Named: object({ name: text }, 'name'),
  Copy: object({ name: text }, 'name'),
};

type Row = [name: string, before: SchemaChange['before'], after: SchemaChange['after'], request: Bump, response: Bump, reason: string];

const types: Row[] = [
  ['another type', text, whole, 'major', 'major', 'what was sent is refused, and what comes is read as another thing'],
  ['null as well', text, { type: ['string', 'null'] }, 'minor', 'major', 'may be sent; a reader meets it, and the compiler asks for it'],
  ['null as well, as an alternative', text, { anyOf: [text, { type: 'null' }] }, 'minor', 'major', 'the same in other words'],
  ['null as well, of a component', ref('Named'), { anyOf: [ref('Named'), { type: 'null' }] }, 'minor', 'major', 'the same of an object'],
  ['null as well, in the words of OpenAPI 3.0', text, { type: 'string', nullable: true }, 'minor', 'major', 'the same in old words'],
  [
    'no null any more',
    { type: ['string', 'null'] },
    text,
    'major',
    'minor',
    'null is refused; a reader that has looked for it need not, and still compiles',
  ],
  ['no null any more, as an alternative', { anyOf: [text, { type: 'null' }] }, text, 'major', 'minor', 'the same in other words'],
  ['null in other words', { type: ['string', 'null'] }, { anyOf: [text, { type: 'null' }] }, 'patch', 'patch', 'the same values'],
  ['any number in place of whole ones', whole, { type: 'number' }, 'minor', 'major', 'a reader that counts meets fractions'],
  ['whole numbers in place of any', { type: 'number' }, whole, 'major', 'minor', 'fractions are refused; a whole number is a number'],
  ['one type less of two', { type: ['string', 'integer'] }, text, 'major', 'major', 'code for the other one does not compile'],
  ['one type more', text, { type: ['string', 'integer'] }, 'minor', 'major', 'a reader has to tell them apart'],
  ['a type where there was none', {}, text, 'major', 'minor', 'others are refused; what was unknown to a reader is known'],
  ['no type any more', text, {}, 'minor', 'major', 'a reader knows nothing of it any more'],
  ['a type alone in a list', text, { type: ['string'] }, 'none', 'none', 'the same'],
  ['a type that its values told', { enum: ['a', 'b'] }, list('a', 'b'), 'patch', 'patch', 'the same values'],
];

const values: Row[] = [
  ['a value more', list('a'), list('a', 'b'), 'minor', 'major', 'an exhaustive switch misses it'],
  ['a value less', list('a', 'b'), list('a'), 'major', 'major', 'it is refused; a comparison with it does not compile'],
  ['one value in place of another', { const: 'a' }, { const: 'b' }, 'major', 'major', 'it is refused, and another one comes'],
  ['a number in place of the text of it', { enum: [1, 2] }, { enum: ['1', '2'] }, 'major', 'major', 'another type, though it looks alike'],
  [
    'null among the values',
    { type: ['string', 'null'], enum: ['a'] },
    { type: ['string', 'null'], enum: ['a', null] },
    'minor',
    'major',
    'it may come',
  ],
  [
    'null no longer among the values',
    { type: ['string', 'null'], enum: ['a', null] },
    { type: ['string', 'null'], enum: ['a'] },
    'major',
    'minor',
    'a reader that has looked for it need not',
  ],
  ['one value in the words of a list', { const: 'a' }, { enum: ['a'] }, 'patch', 'patch', 'the same'],
  ['values in another order', list('a', 'b'), list('b', 'a'), 'none', 'none', 'no order is promised'],
  [
    'a list where any text was',
    text,
    list('a', 'b'),
    'major',
    'major',
    'others are refused; a comparison with another one does not compile',
  ],
  ['any text where a list was', list('a', 'b'), text, 'minor', 'major', 'an exhaustive switch misses the others'],
  ['a value more in a list that may grow', open('a'), open('a', 'b'), 'minor', 'minor', 'readers were told that others come'],
  ['a value less in a list that may grow', open('a', 'b'), open('a'), 'minor', 'minor', 'it is still a text, and compiles'],
  ['a list that may grow now', list('a'), open('a'), 'minor', 'major', 'readers have to do with others, this once'],
  ['a list that may no longer grow', open('a', 'b'), list('a', 'b'), 'major', 'major', 'others are refused, and do not compile'],
  ['names for values of any text', text, open('a', 'b'), 'minor', 'minor', 'any other text is what it was'],
  ['no names for values any more', open('a', 'b'), text, 'minor', 'minor', 'any text is what it was'],
  ['null beside a list that may grow', open('a'), { anyOf: [...open('a').anyOf, { type: 'null' }] }, 'minor', 'major', 'a reader meets it'],
  [
    'both truth values in place of the type',
    { type: 'boolean' },
    { type: 'boolean', enum: [true, false] },
    'patch',
    'patch',
    'there are no others',
  ],
  [
    'one truth value alone',
    { type: 'boolean' },
    { type: 'boolean', const: true },
    'major',
    'major',
    'the other one is refused, and does not compile',
  ],
];

const limits: Row[] = [
  ['a smaller maximum', { type: 'integer', maximum: 5 }, { type: 'integer', maximum: 4 }, 'major', 'minor', 'refused; a reader sees fewer'],
  ['a greater maximum', { type: 'integer', maximum: 5 }, { type: 'integer', maximum: 6 }, 'minor', 'major', 'a reader meets greater ones'],
  ['a first maximum', whole, { type: 'integer', maximum: 5 }, 'major', 'minor', 'greater ones are refused'],
  ['no maximum any more', { type: 'integer', maximum: 5 }, whole, 'minor', 'major', 'a reader meets greater ones'],
  ['a greater minimum', { type: 'integer', minimum: 0 }, { type: 'integer', minimum: 1 }, 'major', 'minor', 'refused; a reader sees fewer'],
  ['a smaller minimum', { type: 'integer', minimum: 1 }, { type: 'integer', minimum: 0 }, 'minor', 'major', 'a reader meets smaller ones'],
  [
    'a maximum that does not count itself',
    { type: 'number', maximum: 5 },
    { type: 'number', exclusiveMaximum: 5 },
    'major',
    'minor',
    'five is refused',
  ],
  [
    'a minimum that counts itself',
    { type: 'number', exclusiveMinimum: 0 },
    { type: 'number', minimum: 0 },
    'minor',
    'major',
    'a reader meets nought',
  ],
  [
    'above 0 in place of from 1',
    { type: 'integer', minimum: 1 },
    { type: 'integer', exclusiveMinimum: 0 },
    'patch',
    'patch',
    'the same whole numbers',
  ],
  ['shorter texts', { ...text, maxLength: 9 }, { ...text, maxLength: 5 }, 'major', 'minor', 'longer ones are refused'],
  ['longer texts', { ...text, maxLength: 5 }, { ...text, maxLength: 9 }, 'minor', 'major', 'a column of a reader may be too narrow'],
  ['texts that must not be empty', text, { ...text, minLength: 1 }, 'major', 'minor', 'empty ones are refused'],
  ['a minimum length that says nothing', text, { ...text, minLength: 0 }, 'patch', 'patch', 'the same'],
  ['fewer items', { ...array(text), maxItems: 9 }, { ...array(text), maxItems: 4 }, 'major', 'minor', 'more are refused'],
  ['at least one item', array(text), { ...array(text), minItems: 1 }, 'major', 'minor', 'an empty list is refused'],
  ['maybe no item', { ...array(text), minItems: 1 }, array(text), 'minor', 'major', 'a reader of the first finds none'],
  ['no equal items', array(text), { ...array(text), uniqueItems: true }, 'major', 'minor', 'equal ones are refused'],
  ['fewer members', { type: 'object', maxProperties: 9 }, { type: 'object', maxProperties: 4 }, 'major', 'minor', 'more are refused'],
  ['a pattern', text, { ...text, pattern: '^a' }, 'major', 'minor', 'others are refused'],
  [
    'another pattern',
    { ...text, pattern: '^a' },
    { ...text, pattern: '^b' },
    'major',
    'major',
    'nobody can tell whether one is in the other',
  ],
  ['no pattern any more', { ...text, pattern: '^a' }, text, 'minor', 'major', 'a reader meets others'],
  ['a format', text, { ...text, format: 'uri' }, 'major', 'minor', 'others are refused'],
  ['another format', { ...text, format: 'date' }, { ...text, format: 'date-time' }, 'major', 'major', 'no text is of both'],
  [
    'a wider format',
    { type: 'integer', format: 'int32' },
    { type: 'integer', format: 'int64' },
    'minor',
    'major',
    'a reader of small numbers meets great ones',
  ],
  [
    'a narrower format',
    { ...text, format: 'uri-reference' },
    { ...text, format: 'uri' },
    'major',
    'minor',
    'relative ones are refused; each that comes is of both',
  ],
  ['finer steps', { type: 'number', multipleOf: 10 }, { type: 'number', multipleOf: 5 }, 'minor', 'major', 'a reader meets values between'],
  ['coarser steps', { type: 'number', multipleOf: 5 }, { type: 'number', multipleOf: 10 }, 'major', 'minor', 'values between are refused'],
  ['base64', text, { ...text, contentEncoding: 'base64' }, 'major', 'minor', 'other texts are refused'],
];

const fields: Row[] = [
  ['an optional field more', object({ a: text }), object({ a: text, b: whole }), 'minor', 'minor', 'nobody has to know it'],
  [
    'a required field more',
    object({ a: text }),
    object({ a: text, b: whole }, 'b'),
    'major',
    'minor',
    'calls without it are refused, and do not compile',
  ],
  ['a field less', object({ a: text, b: whole }), object({ a: text }), 'major', 'major', 'whoever sends or reads it does not compile'],
  ['a field with another name', object({ colour: text }), object({ color: text }), 'major', 'major', 'the key of the type is another'],
  [
    'a field that is required now',
    object({ a: text }),
    object({ a: text }, 'a'),
    'major',
    'minor',
    'calls without it are refused; a reader that has looked need not',
  ],
  ['a field that may be left out', object({ a: text }, 'a'), object({ a: text }), 'minor', 'major', 'a reader meets its absence'],
  [
    'a default where none was told',
    object({ a: whole }),
    object({ a: { ...whole, default: 5 } }),
    'minor',
    'minor',
    'what leaving out means was open',
  ],
  [
    'another default',
    object({ a: { ...whole, default: 5 } }),
    object({ a: { ...whole, default: 6 } }),
    'major',
    'minor',
    'leaving out means another thing',
  ],
  [
    'no default any more',
    object({ a: { ...whole, default: 5 } }),
    object({ a: whole }),
    'major',
    'minor',
    'leaving out no longer means it',
  ],
  [
    'a field that is deprecated',
    object({ a: text }),
    object({ a: { ...text, deprecated: true } }),
    'minor',
    'minor',
    'it still works; editors strike it out',
  ],
  [
    'a field that is no longer deprecated',
    object({ a: { ...text, deprecated: true } }),
    object({ a: text }),
    'minor',
    'minor',
    'nobody minds',
  ],
  [
    'a field that can only be read',
    object({ a: text }),
    object({ a: { ...text, readOnly: true } }),
    'major',
    'minor',
    'who sends it is refused',
  ],
  [
    'a field that can only be sent',
    object({ a: text }),
    object({ a: { ...text, writeOnly: true } }),
    'minor',
    'major',
    'it does not come any more',
  ],
  ['a field that can be sent as well', object({ a: { ...text, readOnly: true } }), object({ a: text }), 'minor', 'minor', 'nobody has to'],
  [
    'a field further inside',
    object({ a: object({ b: text, c: text }) }),
    object({ a: object({ b: text }) }),
    'major',
    'major',
    'as of any field',
  ],
  [
    'no other fields',
    object({ a: text }),
    { ...object({ a: text }), additionalProperties: false },
    'major',
    'minor',
    'unknown ones are refused; types never had them',
  ],
  [
    'other fields again',
    { ...object({ a: text }), additionalProperties: false },
    object({ a: text }),
    'minor',
    'minor',
    'readers pass over what they do not know',
  ],
  [
    'other fields, declared',
    object({ a: text }),
    { ...object({ a: text }), additionalProperties: true },
    'minor',
    'minor',
    'types let anybody use them',
  ],
  [
    'other fields, no longer declared',
    { ...object({ a: text }), additionalProperties: true },
    object({ a: text }),
    'major',
    'major',
    'types no longer have them, so that using one does not compile',
  ],
  [
    'other fields of another type',
    { type: 'object', additionalProperties: text },
    { type: 'object', additionalProperties: whole },
    'major',
    'major',
    'as of any value',
  ],
  [
    'other fields of one type only',
    { type: 'object', additionalProperties: true },
    { type: 'object', additionalProperties: text },
    'major',
    'minor',
    'others are refused; what was unknown is known',
  ],
  [
    'no unevaluated fields',
    object({ a: text }),
    { ...object({ a: text }), unevaluatedProperties: false },
    'major',
    'minor',
    'unknown ones are refused',
  ],
  [
    'names of fields with a pattern',
    { type: 'object' },
    { type: 'object', propertyNames: { pattern: '^a' } },
    'major',
    'minor',
    'others are refused',
  ],
  [
    'fields like a pattern, of another type',
    { type: 'object', patternProperties: { '^a': text } },
    { type: 'object', patternProperties: { '^a': whole } },
    'major',
    'major',
    'as of any field',
  ],
  [
    'fields like a pattern, gone',
    { type: 'object', patternProperties: { '^a': text } },
    { type: 'object' },
    'major',
    'major',
    'they are no longer told of',
  ],
  [
    'required in another order',
    object({ a: text, b: text }, 'a', 'b'),
    object({ b: text, a: text }, 'b', 'a'),
    'none',
    'none',
    'no order is promised',
  ],
  ['nothing required, in words', object({ a: text }), { type: 'object', properties: { a: text } }, 'patch', 'patch', 'the same'],
  [
    'a field called as a keyword',
    object({ title: text, example: text }),
    object({ title: text }),
    'major',
    'major',
    'names of fields are no keywords',
  ],
];

const items: Row[] = [
  ['items of another type', array(text), array(whole), 'major', 'major', 'as of any value'],
  ['items of any type', array(text), { type: 'array' }, 'minor', 'major', 'a reader knows nothing of them'],
  ['items of one type only', { type: 'array' }, array(text), 'major', 'minor', 'others are refused; what was unknown is known'],
  ['items with a field less', array(object({ a: text, b: text })), array(object({ a: text })), 'major', 'major', 'as of any field'],
  ['a list in place of one', text, array(text), 'major', 'major', 'another type'],
  ['one or a list of them', text, { anyOf: [text, array(text)] }, 'minor', 'major', 'a reader has to tell them apart'],
  [
    'the second place of a tuple',
    { type: 'array', prefixItems: [text, whole] },
    { type: 'array', prefixItems: [text, text] },
    'major',
    'major',
    'as of any value',
  ],
  [
    'an item that there has to be',
    array(text),
    { ...array(text), contains: { const: 'a' } },
    'major',
    'minor',
    'lists without it are refused',
  ],
  ['items of any type, in words', { type: 'array' }, { type: 'array', items: {} }, 'patch', 'patch', 'the same'],
];

const alternatives: Row[] = [
  ['an alternative more', choice(word), choice(word, sound), 'minor', 'major', 'an exhaustive switch misses it'],
  ['an alternative less', choice(word, sound), choice(word), 'major', 'major', 'it is refused; narrowing to it does not compile'],
  [
    'an alternative with a field less',
    choice(word, sound),
    choice(object({ is: { const: 'word' } }, 'is'), sound),
    'major',
    'major',
    'as of any field',
  ],
  ['alternatives in another order', choice(word, sound), choice(sound, word), 'none', 'none', 'no order is promised'],
  [
    'an alternative with a name of its own',
    choice(word, sound),
    choice(ref('Word'), sound),
    'patch',
    'patch',
    'the same, found by its tag',
  ],
  ['alternatives of which several may apply', choice(word, sound), { anyOf: [word, sound] }, 'minor', 'minor', 'types are the same'],
  ['alternatives of which one may apply', { anyOf: [word, sound] }, choice(word, sound), 'major', 'minor', 'what is of both is refused'],
  ['one of several where one was', word, choice(word, sound), 'minor', 'major', 'a reader has to tell them apart'],
  ['one where several were', choice(word, sound), word, 'major', 'major', 'the other one is refused; narrowing to it does not compile'],
  [
    'a component more, told apart',
    told('Word', 'Sound'),
    told('Word', 'Sound', 'Noise'),
    'minor',
    'major',
    'an exhaustive switch misses it',
  ],
  [
    'a component less, told apart',
    told('Word', 'Sound'),
    told('Word'),
    'major',
    'major',
    'it is refused; narrowing to it does not compile',
  ],
  ['what tells them apart, told', { oneOf: [ref('Word'), ref('Sound')] }, told('Word', 'Sound'), 'minor', 'minor', 'the same values'],
  [
    'what tells them apart, no longer told',
    told('Word', 'Sound'),
    { oneOf: [ref('Word'), ref('Sound')] },
    'minor',
    'minor',
    'each still says what it is',
  ],
  [
    'any of the fields',
    object({ a: text, b: text }),
    { ...object({ a: text, b: text }), anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    'major',
    'minor',
    'calls with none are refused; types have no word for it',
  ],
];

const parts: Row[] = [
  [
    'a part more that asks for a field',
    { allOf: [ref('Named')] },
    { allOf: [ref('Named'), object({ age: whole }, 'age')] },
    'major',
    'minor',
    'as of a required field',
  ],
  [
    'a part less with a field',
    { allOf: [ref('Named'), object({ age: whole })] },
    { allOf: [ref('Named')] },
    'major',
    'major',
    'as of a field that is gone',
  ],
  [
    'a part put together with the rest',
    { allOf: [object({ a: text }), object({ b: text })] },
    object({ a: text, b: text }),
    'patch',
    'patch',
    'the same',
  ],
  [
    'fields of a part of their own',
    object({ a: text, b: text }, 'b'),
    { ...object({ a: text }), allOf: [object({ b: text }, 'b')] },
    'patch',
    'patch',
    'the same',
  ],
  [
    'a component in place of what it says',
    object({ name: text }, 'name'),
    ref('Named'),
    'patch',
    'patch',
    'types are compared by structure',
  ],
  ['a component in place of one that says the same', ref('Named'), ref('Copy'), 'patch', 'patch', 'types are compared by structure'],
  ['a component in place of another', ref('Word'), ref('Sound'), 'major', 'major', 'its fields are others'],
];

const conditions: Row[] = [
  [
    'what must not be',
    object({ a: text }),
    { ...object({ a: text }), not: { required: ['a'] } },
    'major',
    'minor',
    'refused; types have no word for it',
  ],
  ['what may be again', { ...object({ a: text }), not: { required: ['a'] } }, object({ a: text }), 'minor', 'major', 'a reader meets it'],
  [
    'a condition',
    object({ a: text, b: text }),
    { ...object({ a: text, b: text }), if: { required: ['a'] }, then: { required: ['b'] } },
    'major',
    'minor',
    'refused where it is not met',
  ],
  [
    'no condition any more',
    { ...object({ a: text, b: text }), if: { required: ['a'] }, then: { required: ['b'] } },
    object({ a: text, b: text }),
    'minor',
    'major',
    'a reader that relies on it',
  ],
  [
    'another condition',
    { ...object({ a: text, b: text }), if: { required: ['a'] }, then: { required: ['b'] } },
    { ...object({ a: text, b: text }), if: { required: ['b'] }, then: { required: ['a'] } },
    'major',
    'major',
    'refused where it is not met, and no longer to be relied on',
  ],
  [
    'a field that needs another',
    object({ a: text, b: text }),
    { ...object({ a: text, b: text }), dependentRequired: { a: ['b'] } },
    'major',
    'minor',
    'refused without it',
  ],
  [
    'a field that no longer needs another',
    { ...object({ a: text, b: text }), dependentRequired: { a: ['b'] } },
    object({ a: text, b: text }),
    'minor',
    'major',
    'a reader meets its absence',
  ],
  [
    'a field that asks for more of the rest',
    object({ a: text, b: text }),
    { ...object({ a: text, b: text }), dependentSchemas: { a: { required: ['b'] } } },
    'major',
    'minor',
    'refused without it',
  ],
];

const own: Row[] = [
  [
    'a bound that is another member',
    object({ a: whole, b: whole }),
    { ...object({ a: whole, b: whole }), 'x-less-than': { '/a': '/b' } },
    'major',
    'minor',
    'refused where it is not met',
  ],
  [
    'no sum of a list any more',
    { type: 'object', 'x-total': { '/a/*': { most: 7 } } },
    { type: 'object' },
    'minor',
    'major',
    'more may be sent',
  ],
  [
    'a smaller most of a list',
    { type: 'object', 'x-total': { '/a/*': { most: 7 } } },
    { type: 'object', 'x-total': { '/a/*': { most: 4 } } },
    'major',
    'minor',
    'refused above it',
  ],
  ['a sum that holds', { type: 'object' }, { type: 'object', 'x-sum': { '/c': ['/a', '/b'] } }, 'major', 'minor', 'a promise more'],
  ['what is never empty', { type: 'object' }, { type: 'object', 'x-filled': { '/id': true } }, 'major', 'minor', 'a promise more'],
  ['a time in seconds, not told any more', { ...whole, 'x-time': 'unix' }, whole, 'minor', 'major', 'a reader no longer knows'],
  [
    'the message of a refusal',
    { type: 'object', 'x-message': 'at most 9', maxProperties: 9 },
    { type: 'object', 'x-message': 'nine at most', maxProperties: 9 },
    'patch',
    'patch',
    'words',
  ],
  [
    'what differs from run to run',
    object({ a: text }),
    object({ a: { ...text, 'x-volatile': true } }),
    'patch',
    'patch',
    'only recordings are looked up by it',
  ],
  [
    'errors in another dialect',
    { type: 'object', 'x-error-dialect': 'plain' },
    { type: 'object', 'x-error-dialect': 'queue' },
    'major',
    'major',
    'whoever reads the errors',
  ],
  ['an extension that nobody knows', { type: 'object' }, { type: 'object', 'x-odd': 1 }, 'major', 'major', 'a person has to look'],
];

const words: Row[] = [
  ['a description', { ...text, description: 'One.' }, { ...text, description: 'Another.' }, 'patch', 'patch', 'words'],
  ['a title', { ...text, title: 'One' }, { ...text, title: 'Two' }, 'patch', 'patch', 'words'],
  ['an example', { ...text, examples: ['a'] }, { ...text, examples: ['b'] }, 'patch', 'patch', 'words'],
  [
    'a provenance',
    { ...text, 'x-docs': { provenance: 'seed' } },
    { ...text, 'x-docs': { provenance: 'vendor' } },
    'patch',
    'patch',
    'where it comes from',
  ],
];

export const schemaChanges: SchemaChange[] = [types, values, limits, fields, items, alternatives, parts, conditions, own, words]
  .flat()
  .map(([name, before, after, request, response, reason]) => ({ name, before, after, request, response, reason }));
