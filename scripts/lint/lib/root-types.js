/** Types of the tables that the root refers to, job families left out. */

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const anything = { type: 'object' };
const boolean = { type: 'boolean' };
const number = { type: 'number' };

const listsOfTexts = { type: 'array', items: texts };

const streamPart = {
  at: text,
  by: text,
  opens: texts,
  mayOpen: texts,
  within: texts,
  closes: texts,
  alone: boolean,
  least: number,
  numbered: { enum: ['in-order', 'any-order'] },
  first: listsOfTexts,
  same: listsOfTexts,
  distinct: listsOfTexts,
  early: texts,
  says: texts,
  finish: 'XStreamFinish',
  sort: 'XStreamSort',
  joined: 'XJoinedTexts',
  result: 'XStreamResult',
  parts: 'XStreamParts',
};

/** What is counted: a part of the exchange, or the text that a runtime expression names. @param {unknown} value */
const tokens = (value) =>
  typeof value === 'string' && value.startsWith('$') ? text : { enum: ['input', 'output', 'visible', 'text', 'reasoning', 'total'] };

export const rootTypes = {
  XErrorDialects: { properties: {}, additionalProperties: () => 'XErrorDialect' },
  XErrorDialect: {
    properties: {
      schemas: texts,
      message: texts,
      type: text,
      code: text,
      status: text,
      field: text,
      requestId: text,
      types: 'XErrorTypes',
      'x-docs': 'XDocs',
    },
    required: ['x-docs', 'schemas', 'message'],
  },
  XErrorTypes: {
    properties: {},
    additionalProperties: (/** @type {unknown} */ _, /** @type {string} */ status) => (/^[45](\d\d|xx)$/.test(status) ? text : undefined),
  },
  XOwnedFields: { properties: {}, additionalProperties: () => 'XOwnedMembers' },
  XOwnedMembers: {
    properties: {},
    additionalProperties: (/** @type {unknown} */ value) => (Array.isArray(value) ? 'XOwnedForms' : 'XOwnedField'),
  },
  XOwnedForms: { properties: {}, items: 'XOwnedField' },
  XOwnedField: {
    properties: {
      protocol: text,
      mediaType: text,
      answer: text,
      id: text,
      now: { enum: ['unix', 'rfc3339'] },
      echo: text,
      without: text,
      completed: anything,
      isMediaType: { type: 'boolean' },
      tokens,
      repeat: text,
      index: text,
      models: anything,
      media: text,
      shape: 'XShape',
      type: text,
    },
  },
  XStreamOrders: { properties: {}, additionalProperties: () => 'XStreamOrder' },
  XStreamOrder: {
    properties: {
      'x-docs': 'XDocs',
      kind: text,
      anywhere: texts,
      leads: texts,
      further: boolean,
      count: text,
      rising: listsOfTexts,
      instead: text,
      ...streamPart,
    },
    required: ['x-docs'],
  },
  XAsked: { properties: {}, additionalProperties: () => 'XAskedOf' },
  XAskedOf: {
    properties: {
      'x-docs': 'XDocs',
      ...Object.fromEntries(
        ['model', 'choices', 'calls', 'text', 'thoughts', 'tokens', 'reasoning', 'finish', 'stop', 'counted'].map((name) => [
          name,
          'XAskedPlaces',
        ]),
      ),
      echo: 'XAskedEcho',
    },
    required: ['x-docs', 'model', 'calls', 'text', 'tokens', 'finish'],
  },
  XAskedPlaces: {
    properties: {
      asked: text,
      without: text,
      answer: 'XAskedPlace',
      event: 'XAskedPlace',
      number: 'XAskedPlace',
      exact: boolean,
      elsewhere: texts,
      arguments: 'XAskedArguments',
      never: text,
      whole: texts,
      needed: boolean,
      open: 'XAskedOpen',
    },
    required: ['event'],
  },
  XAskedArguments: { properties: { answer: 'XAskedPlace', event: 'XAskedPlace', by: text }, required: ['answer', 'event'] },
  XAskedOpen: { properties: { words: texts, asked: text }, required: ['words', 'asked'] },
  XAskedPlace: { properties: { list: text, when: 'XWordsByPointer', lacks: text, at: text }, required: ['at'] },
  XAskedEcho: { properties: { answer: text, event: text, members: 'XAskedEchoes' }, required: ['answer', 'event', 'members'] },
  XAskedEchoes: { properties: {}, additionalProperties: text },
  XStreamParts: { properties: {}, additionalProperties: () => 'XStreamPart' },
  XStreamPart: { properties: streamPart, required: ['by'] },
  XStreamFinish: { properties: { at: text, whole: texts, needs: 'XStreamNeeds', excludes: 'XStreamNeeds' } },
  XStreamNeeds: { properties: {}, additionalProperties: () => 'XStreamNeed' },
  XStreamNeed: { properties: { part: text, sort: text }, required: ['part'] },
  XStreamSort: { properties: { at: text, by: text, takes: 'XTextsByName', seals: 'XStreamSeals' }, required: ['at', 'by', 'takes'] },
  XStreamSeals: { properties: {}, additionalProperties: () => 'XStreamSeal' },
  XStreamSeal: { properties: { at: texts, where: 'XTextByPointer' }, required: ['at'] },
  XTextByPointer: { properties: {}, additionalProperties: text },
  XTextsByName: { properties: {}, additionalProperties: () => texts },
  XJoinedTexts: { properties: {}, items: 'XJoinedText' },
  XJoinedText: {
    properties: { pieces: 'XTextsByName', whole: 'XTextsByName', is: { enum: ['object'] }, mayBeEmpty: boolean, atOnce: boolean },
    required: ['pieces'],
  },
  XStreamResult: { properties: { in: text, at: text, like: texts }, required: ['in', 'at', 'like'] },
  XProvenance: { properties: {}, additionalProperties: text },
  XModelOwners: { properties: {}, additionalProperties: text },
  XAnswerSamples: {
    properties: {
      'x-docs': 'XDocs',
      languages: 'XSampleLanguages',
      forms: 'XSampleForms',
      lengths: 'XSampleLengths',
      units: texts,
      negations: 'XSampleNegations',
      pictureTokens: { type: 'integer' },
      asides: texts,
      json: 'XSampleJson',
    },
    required: ['x-docs', 'languages', 'forms', 'lengths', 'units', 'negations', 'pictureTokens'],
  },
  XSdkSamples: { properties: { 'x-docs': 'XDocs', clients: 'XSdkClients' }, required: ['x-docs', 'clients'] },
  XSdkClients: { properties: {}, additionalProperties: () => 'XSdkClient' },
  XSdkClient: { properties: { title: text, setup: text, every: text, calls: 'XSdkCalls' }, required: ['title', 'setup'] },
  XSdkCalls: { properties: {}, additionalProperties: text },
  XSampleNegations: { properties: { before: texts, after: texts }, required: ['before', 'after'] },
  XSampleJson: {
    properties: { plainly: texts, object: texts, array: texts, lines: texts, by: texts, unless: texts, fenced: texts },
    required: ['plainly', 'object', 'array', 'lines', 'by', 'unless', 'fenced'],
  },
  XSampleLanguages: { properties: {}, additionalProperties: () => 'XSampleLanguage' },
  XSampleLanguage: {
    properties: { letters: texts, marks: texts, spaced: boolean, asked: texts, texts: 'XSampleTexts', reasoning: texts },
    required: ['letters', 'spaced', 'asked', 'texts', 'reasoning'],
  },
  XSampleTexts: { properties: {}, additionalProperties: () => texts },
  XSampleForms: { properties: {}, additionalProperties: () => 'XSampleForm' },
  XSampleForm: { properties: { asked: texts, usual: boolean, plain: boolean, shows: text }, required: ['asked', 'shows'] },
  XSampleLengths: { properties: {}, additionalProperties: () => 'XSampleLength' },
  XSampleLength: { properties: { asked: texts, least: number, most: number, question: number }, required: ['asked'] },
};
