/** Where Redocly says otherwise than the list, and why the list stands. */

interface Opinion {
  /** What it makes of the change: it breaks somebody, or passes. */
  says: 'passes' | 'breaks';
  why: string;
  of: string[];
}

const inRequest = (...names: string[]) => names.map((name) => `${name}, in a request`);
const inAnswer = (...names: string[]) => names.map((name) => `${name}, in an answer`);
const inBoth = (...names: string[]) => [...inRequest(...names), ...inAnswer(...names)];

export const otherwise: Opinion[] = [
  {
    says: 'breaks',
    why: 'it looks at each keyword by itself, and not at what others say of the same',
    of: [
      ...inRequest('a field that is required beside another one, and was anyway', 'the one null as a constant'),
      ...inAnswer('a field that is required wherever it was beside another one', 'null of alternatives, in words of OpenAPI 3.0'),
      ...inBoth('null of a component, in words of OpenAPI 3.0'),
    ],
  },
  {
    says: 'passes',
    why: 'it does not look at how a list is written, nor at how many items there have to be of a kind',
    of: ['a parameter written in another way', ...inAnswer('an item that there may be none of')],
  },
  {
    says: 'passes',
    why: 'an open object takes the field as before; but it no longer does anything, and who sends it does not compile',
    of: inRequest(
      'a field less',
      'a field with another name',
      'a field further inside',
      'a field called as a keyword',
      'items with a field less',
      'an alternative with a field less',
      'a part less with a field',
    ),
  },
  {
    says: 'passes',
    why: 'fewer values are no news to a reader; but a comparison with what is gone, or narrowing to it, does not compile',
    of: inAnswer(
      'a value less',
      'a list where any text was',
      'one truth value alone',
      'one type less of two',
      'an alternative less',
      'a component less, told apart',
    ),
  },
  {
    says: 'passes',
    why: 'it does not look at what a value that is left out means',
    of: [...inRequest('another default', 'no default any more'), 'a parameter with another default'],
  },
  {
    says: 'passes',
    why: 'it does not look at who may send or read a field, at index signatures and at patterns of names',
    of: [
      ...inRequest('a field that can only be read'),
      ...inAnswer('a field that can only be sent'),
      ...inBoth('other fields, no longer declared', 'fields like a pattern, gone'),
    ],
  },
  {
    says: 'passes',
    why: 'it does not look at headers, bodies that come anew and good statuses that come anew as closely',
    of: ['a good status more, with another body', 'a header that may be absent', 'a required body where there was none'],
  },
  {
    says: 'passes',
    why: 'it takes a type that no operation needs, or that is called otherwise, for nobody’s; callers import types by name',
    of: ['a type that nobody uses, gone', 'an answer with another component, the same'],
  },
  {
    says: 'passes',
    why: 'it looks at no members beside a reference',
    of: inBoth('a closed member beside a reference'),
  },
  {
    says: 'passes',
    why: 'it takes names of headers for the same whatever their case; the key of the input is another',
    of: ['a header parameter in other letters'],
  },
  {
    says: 'passes',
    why: 'it knows none of our own extensions',
    of: [
      ...inRequest('a bound that is another member', 'a smaller most of a list', 'a sum that holds', 'what is never empty'),
      ...inAnswer('no sum of a list any more', 'a time in seconds, not told any more'),
      ...inBoth('errors in another dialect', 'an extension that nobody knows'),
      'a header on streams only',
      'a header that tells another thing of the limit',
      'another character set',
      'a word less before a key',
      'no end of a stream any more',
      'an end of a stream',
      'events with names',
      'another word that asks for a stream',
      'no stream any more',
      'an event with a field less',
      'another order of events',
      'a kind of event that may come at any time',
      'another part in a job',
      'a family of jobs less',
      'a state more',
      'a state less',
      'a state with another word',
      'results that are kept for a shorter time',
      'results that end',
      'an answer that repeats a field less',
      'a member that comes on request only',
      'a callback at other times',
      'errors in another dialect',
      'a message of errors elsewhere',
      'another model of an operation',
      'another protocol',
      'an extension of an operation that nobody knows',
      'an extension of a parameter that nobody knows',
      'an extension of a body that nobody knows, beside another change',
    ],
  },
  {
    says: 'passes',
    why: 'it takes a longer list of what must not be for more room, and a shorter one for less',
    of: [...inRequest('one value more that must not be'), ...inAnswer('one value less that must not be')],
  },
  {
    says: 'breaks',
    why: 'it takes a longer list of what must not be for more room, and a shorter one for less',
    of: [...inRequest('one value less that must not be'), ...inAnswer('one value more that must not be')],
  },
  {
    says: 'breaks',
    why: 'it knows no lists that may grow, of which any other text was told beforehand',
    of: [
      ...inAnswer('a value more in a list that may grow'),
      ...inRequest('a value less in a list that may grow', 'a list that may grow now'),
      ...inBoth('names for values of any text', 'no names for values any more'),
      'a model more in a list of answers that grows',
    ],
  },
  {
    says: 'breaks',
    why: 'it compares how it is written: the same values, or more of them to send, are written in another way',
    of: [
      ...inRequest(
        'null as well, as an alternative',
        'null as well, of a component',
        'one or a list of them',
        'one of several where one was',
        'a type that its values told',
        'both truth values in place of the type',
        'a minimum length that says nothing',
        'items of any type, in words',
        'alternatives of which several may apply',
        'a wider format',
        'finer steps',
        'a pattern that all values match',
        'a range where its values were listed',
        'steps of one between whole numbers',
        'the length of a number',
        'whole numbers from 1 in place of from a half',
      ),
      ...inAnswer(
        'no null any more, as an alternative',
        'alternatives of which several may apply',
        'alternatives of which one may apply',
        'above 0 in place of from 1',
        'a narrower format',
        'coarser steps',
      ),
      ...inBoth(
        'null in other words',
        'one value in the words of a list',
        'a part put together with the rest',
        'fields of a part of their own',
        'types as alternatives',
        'values as alternatives',
      ),
      'a parameter written as it was, in words',
      'a parameter described for all operations of the path',
      'a key by another name, sent as it was',
      'a server with a slash',
    ],
  },
  {
    says: 'breaks',
    why: 'readers pass over fields that they do not know: a new field of an answer breaks nobody, nor does the word that some may come',
    of: inAnswer('other fields again'),
  },
  {
    says: 'breaks',
    why: 'nobody waits for an error',
    of: ['an error status less', 'no word on other errors'],
  },
];
