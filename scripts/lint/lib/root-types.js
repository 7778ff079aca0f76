/** Types of the tables that the root refers to, job families left out. */

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const anything = { type: 'object' };

/** What is counted: a part of the exchange, or the text that a runtime expression names. @param {unknown} value */
const tokens = (value) =>
  typeof value === 'string' && value.startsWith('$') ? text : { enum: ['input', 'output', 'text', 'reasoning', 'total'] };

export const rootTypes = {
  XErrorDialects: { properties: {}, additionalProperties: () => 'XErrorDialect' },
  XErrorDialect: {
    properties: { schemas: texts, message: texts, type: text, code: text, status: text, field: text, requestId: text },
    required: ['schemas', 'message'],
  },
  XOwnedFields: { properties: {}, additionalProperties: () => 'XOwnedMembers' },
  XOwnedMembers: { properties: {}, additionalProperties: () => 'XOwnedField' },
  XOwnedField: {
    properties: {
      answer: text,
      id: text,
      now: { enum: ['unix', 'rfc3339'] },
      echo: text,
      tokens,
      repeat: text,
      index: text,
      models: anything,
      media: text,
      type: text,
    },
  },
  XProvenance: { properties: {}, additionalProperties: text },
  XModelOwners: { properties: {}, additionalProperties: text },
};
