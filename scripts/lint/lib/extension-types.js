/**
 * Types of our `x-` fields. A typed field is checked like any other part of the description, and a `$ref` in it stays a
 * reference to a component instead of being inlined.
 */
import { rootTypes } from './root-types.js';
import { taskTypes } from './task-types.js';

const text = { type: 'string' };
const number = { type: 'number' };

const XDocs = {
  properties: {
    provenance: text,
    fields: 'XDocsFields',
    notes: text,
  },
  required: ['provenance'],
};

const XDocsFields = { properties: {}, additionalProperties: text };

// One of them: a rule says so.
const XTotal = { properties: { sum: text, most: number } };

const XTotals = { properties: {}, additionalProperties: 'XTotal' };

// By pointer, all of them.
const XSums = { properties: {}, additionalProperties: { type: 'array', items: text } };

const XWholeTexts = { properties: {}, additionalProperties: () => 'XTextsOfType' };

const XTextsOfType = { properties: { texts: text, type: text }, required: ['texts', 'type'] };

const XPointers = { properties: {}, additionalProperties: text };

/** No two are equal, or no two beside the same text in that member. */
const XDistinct = {
  properties: {},
  additionalProperties: (/** @type {unknown} */ value) => (typeof value === 'string' ? text : { enum: [true] }),
};

const XMarks = { properties: {}, additionalProperties: { enum: [true] } };

const XAddresses = { properties: {}, additionalProperties: { enum: [true, 'picture'] } };

const XMedia = { properties: {}, additionalProperties: () => 'XMedium' };

const XMedium = { properties: { type: { type: 'string' }, is: { enum: ['picture'] } }, required: ['type'] };

const XJsonTypes = { properties: {}, additionalProperties: { enum: ['object'] } };

const XMediumForm = {
  properties: { of: { enum: ['image', 'audio', 'video'] }, as: { type: 'array', items: text }, type: text },
  required: ['of', 'as'],
};

const XReferences = { properties: {}, items: 'XReference' };

const memberPlace = { list: text, when: 'XWordsByPointer', lacks: text, at: text };

const XReference = {
  properties: {
    of: text,
    ...memberPlace,
    also: 'XMemberPlaces',
    models: text,
    to: 'XMemberPlaces',
    before: { type: 'boolean' },
    after: { type: 'boolean' },
    once: { type: 'boolean' },
    distinct: { enum: ['body', 'item'] },
    most: number,
    least: number,
    falling: 'XReferenceFalling',
    last: { type: 'boolean' },
    pattern: text,
    strict: { enum: ['closed', 'complete', 'described'] },
    unless: 'XExcusePlaces',
    message: text,
  },
  required: ['at', 'message'],
};

const XMemberPlaces = { properties: {}, items: 'XMemberPlace' };

const XExcusePlaces = { properties: {}, items: 'XExcusePlace' };

const XExcusePlace = { properties: { ...memberPlace, pattern: text }, required: ['at'] };

const XMemberPlace = { properties: memberPlace, required: ['at'] };

const XWordsByPointer = { properties: {}, additionalProperties: { type: 'array', items: text } };

const XStream = {
  properties: {
    when: text,
    event: 'Schema',
    framing: { enum: ['data', 'event'] },
    terminator: { enum: ['[DONE]'] },
    lineEnd: { enum: ['lf', 'crlf'] },
    blankLines: number,
  },
  required: ['when', 'event', 'framing'],
};

const XTask = {
  properties: {
    name: text,
    role: { enum: ['create', 'query', 'result', 'list', 'remix', 'delete'] },
    parameter: text,
  },
  required: ['name', 'role'],
};

/** One dialect, or a list of them. @param {unknown} value */
const dialects = (value) => (Array.isArray(value) ? { type: 'array', items: text } : text);

/** @param {Record<string, any>} types */
export function extensionTypes(types) {
  /**
   * @param {string} name
   * @param {Record<string, unknown>} properties
   */
  const withProperties = (name, properties) => ({
    ...types[name],
    properties: { ...types[name].properties, ...properties },
  });
  return {
    ...types,
    ...taskTypes,
    ...rootTypes,
    XDocs,
    XDocsFields,
    XTotal,
    XTotals,
    XSums,
    XPointers,
    XDistinct,
    XMarks,
    XAddresses,
    XMedia,
    XMedium,
    XMediumForm,
    XWholeTexts,
    XTextsOfType,
    XJsonTypes,
    XReferences,
    XReference,
    XReferenceFalling: { properties: { at: text, words: { type: 'array', items: text } }, required: ['at', 'words'] },
    XMemberPlaces,
    XMemberPlace,
    XExcusePlaces,
    XExcusePlace,
    XWordsByPointer,
    XStream,
    XTask,
    Root: withProperties('Root', {
      'x-provenance': 'XProvenance',
      'x-modalities': { type: 'array', items: text },
      'x-error-dialects': 'XErrorDialects',
      'x-tasks': 'XTasks',
      'x-owned-fields': 'XOwnedFields',
      'x-model-owners': 'XModelOwners',
      'x-answer-samples': 'XAnswerSamples',
      'x-stream-orders': 'XStreamOrders',
      'x-asked': 'XAsked',
      'x-sdk-samples': 'XSdkSamples',
    }),
    Operation: withProperties('Operation', {
      'x-docs': 'XDocs',
      'x-deprecated-since': text,
      'x-error-dialect': text,
      'x-protocol': { enum: ['chat-completions', 'messages', 'generate-content', 'responses'] },
      'x-stream': 'XStream',
      'x-task': 'XTask',
      'x-model': text,
      'x-modality': text,
    }),
    Schema: withProperties('Schema', {
      'x-deprecated-since': text,
      'x-docs': 'XDocs',
      'x-error-dialect': text,
      'x-open-enum': { type: 'boolean' },
      'x-message': text,
      'x-less-than': { type: 'object' },
      'x-total': 'XTotals',
      'x-sum': 'XSums',
      'x-at-most': 'XPointers',
      'x-within': 'XPointers',
      'x-as-many': 'XPointers',
      'x-distinct': 'XDistinct',
      'x-filled': 'XMarks',
      'x-json': 'XJsonTypes',
      'x-address': 'XAddresses',
      'x-media': 'XMedia',
      'x-joined': 'XWholeTexts',
      'x-refers': 'XReferences',
      'x-medium': 'XMediumForm',
      'x-time': { enum: ['unix', 'known', 'ahead', 'rfc3339'] },
      'x-volatile': { enum: [true, 'id'] },
    }),
    Parameter: withProperties('Parameter', { 'x-docs': 'XDocs', 'x-deprecated-since': text }),
    Header: withProperties('Header', {
      'x-docs': 'XDocs',
      'x-deprecated-since': text,
      'x-media-type': text,
      'x-allowance': { enum: ['limit', 'remaining', 'period', 'reset'] },
      'x-at-most': text,
    }),
    MediaType: withProperties('MediaType', { 'x-charset': text }),
    SecurityScheme: withProperties('SecurityScheme', { 'x-scheme-words': { type: 'array', items: text }, 'x-stray-keys': 'XStrayKeys' }),
    XStrayKeys: { properties: {}, items: 'XStrayPlaces' },
    XStrayPlaces: {
      properties: { 'x-docs': 'XDocs', header: { type: 'array', items: text }, query: { type: 'array', items: text } },
      required: ['x-docs'],
    },
    Response: withProperties('Response', { 'x-error-dialect': dialects }),
  };
}
