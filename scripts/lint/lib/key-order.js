/**
 * The order of keys in all of `openapi/`, by the type of the object that has them: the formatter writes it, a rule keeps it, and the
 * generated description has it whatever the sources have. What is said about a thing, `x-docs` included, stands before the thing.
 *
 * Types that are not listed are lists and maps by names, such as `properties`: their order is what their author means by it.
 */

const schema = [
  ...['$schema', '$id', '$anchor', '$dynamicAnchor', '$vocabulary', '$comment'],
  ...['title', 'summary', 'description', 'deprecated', 'x-deprecated-since', 'x-docs', 'x-error-dialect', 'x-message', 'x-volatile'],
  ...['$ref', '$dynamicRef', 'type', 'format', 'x-time', 'x-medium', 'contentEncoding', 'contentMediaType', 'contentSchema'],
  ...['const', 'enum', 'x-open-enum', 'pattern', 'minLength', 'maxLength'],
  ...['multipleOf', 'minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'readOnly', 'writeOnly'],
  ...['uniqueItems', 'minItems', 'maxItems', 'prefixItems', 'items', 'contains', 'minContains', 'maxContains', 'unevaluatedItems'],
  // What restricts the members as a whole stands before them: they may be many.
  ...['minProperties', 'maxProperties', 'required', 'dependentRequired', 'x-less-than', 'x-total'],
  ...['x-sum', 'x-at-most', 'x-within', 'x-as-many', 'x-distinct', 'x-filled', 'x-json', 'x-address', 'x-media', 'x-joined', 'x-refers'],
  ...['allOf', 'anyOf', 'oneOf', 'discriminator', 'not', 'if', 'then', 'else', 'dependentSchemas'],
  ...['properties', 'patternProperties', 'propertyNames', 'additionalProperties', 'unevaluatedProperties'],
  ...['$defs', 'definitions', 'xml', 'externalDocs', 'default', 'example', 'examples'],
];

const serialization = ['style', 'explode', 'allowReserved', 'allowEmptyValue', 'schema', 'content', 'example', 'examples'];

const streamPart = [
  ...[
    'at',
    'by',
    'opens',
    'mayOpen',
    'within',
    'closes',
    'alone',
    'least',
    'numbered',
    'first',
    'same',
    'distinct',
    'distinctInSort',
    'early',
    'says',
  ],
  ...['finish', 'sort', 'joined', 'result', 'parts'],
];

export const keyOrder = {
  // The description.
  Root: [
    ...['openapi', 'jsonSchemaDialect', 'info', 'externalDocs', 'servers', 'security', 'tags'],
    ...[
      'x-provenance',
      'x-modalities',
      'x-error-dialects',
      'x-tasks',
      'x-owned-fields',
      'x-model-owners',
      'x-answer-samples',
      'x-stream-orders',
      'x-asked',
      'x-sdk-samples',
      'paths',
      'webhooks',
      'components',
    ],
  ],
  Info: ['title', 'version', 'summary', 'description', 'termsOfService', 'contact', 'license'],
  License: ['name', 'identifier', 'url'],
  Server: ['url', 'description', 'variables'],
  Tag: ['name', 'description', 'externalDocs'],
  ExternalDocs: ['description', 'url'],
  Components: ['securitySchemes', 'schemas', 'parameters', 'headers', 'requestBodies', 'responses', 'callbacks', 'links', 'examples'],
  PathItem: [
    ...['summary', 'description', '$ref', 'servers', 'parameters'],
    ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'],
  ],
  Operation: [
    ...['operationId', 'tags', 'summary', 'description', 'externalDocs', 'deprecated', 'x-deprecated-since', 'x-docs'],
    ...['x-error-dialect', 'x-modality', 'x-model', 'x-protocol', 'x-stream', 'x-task'],
    ...['security', 'servers', 'parameters', 'requestBody', 'responses', 'callbacks'],
  ],
  Parameter: ['name', 'in', 'required', 'description', 'deprecated', 'x-deprecated-since', 'x-docs', '$ref', ...serialization],
  Header: [
    'description',
    'required',
    'deprecated',
    'x-deprecated-since',
    'x-docs',
    'x-media-type',
    'x-allowance',
    'x-at-most',
    '$ref',
    ...serialization,
  ],
  RequestBody: ['description', '$ref', 'required', 'content'],
  Response: ['description', 'x-docs', 'x-error-dialect', '$ref', 'headers', 'content', 'links'],
  MediaType: ['x-charset', 'schema', 'encoding', 'example', 'examples'],
  Example: ['summary', 'description', 'x-docs', '$ref', 'value', 'externalValue'],
  Schema: schema,
  Discriminator: ['propertyName', 'mapping'],
  SecurityScheme: [
    ...['type', 'in', 'name', 'scheme', 'x-scheme-words', 'x-stray-keys'],
    ...['bearerFormat', 'flows', 'openIdConnectUrl', 'description'],
  ],

  // Our extensions.
  XDocs: ['provenance', 'fields', 'notes', 'pages'],
  XReference: [
    ...['of', 'list', 'when', 'lacks', 'at', 'also', 'models'],
    ...['to', 'before', 'after', 'once', 'distinct', 'most', 'least', 'falling', 'last', 'pattern', 'strict'],
    ...['unless', 'message'],
  ],
  XMemberPlace: ['list', 'when', 'lacks', 'at'],
  XMediumForm: ['of', 'as', 'type'],
  XExcusePlace: ['list', 'when', 'lacks', 'at', 'pattern'],
  XTextsOfType: ['texts', 'type'],
  XTotal: ['sum', 'most'],
  XStream: ['when', 'event', 'framing', 'terminator', 'lineEnd', 'blankLines'],
  XTask: ['name', 'role', 'parameter'],
  XStrayPlaces: ['x-docs', 'header', 'query'],
  XTaskFamily: [
    ...[
      'id',
      'state',
      'initial',
      'order',
      'states',
      'progress',
      'result',
      'error',
      'message',
      'code',
      'media',
      'signed',
      'shape',
      'addresses',
      'count',
      'onlyIf',
    ],
    ...['times', 'lifetime', 'echo', 'keeps', 'remember', 'remix', 'callback', 'list', 'unknown', 'x-docs'],
  ],
  XTaskId: ['at', 'template'],
  XTaskState: ['value', 'outcome', 'has', 'is', 'status'],
  XShape: ['size', 'ratio', 'seconds'],
  XTaskCount: ['at', 'from', 'default', 'exact', 'less', 'index', 'total'],
  XTaskTimes: ['format', 'created', 'updated', 'completed', 'expires'],
  XTaskLifetime: ['seconds', 'from', 'then'],
  XTaskEcho: ['from', 'except', 'unless'],
  XTaskEchoUnless: ['asked', 'models'],
  XTaskRemember: ['model'],
  XTaskRemix: ['source', 'inherit', 'requires'],
  XTaskCallback: ['url', 'on', 'tries', 'delays'],
  XTaskList: ['items', 'newestFirst', 'more', 'first', 'last', 'after', 'limit', 'filter'],
  XTaskUnknown: ['status'],
  XErrorDialect: ['x-docs', 'schemas', 'message', 'type', 'types', 'apart', 'always', 'code', 'status', 'field', 'requestId'],
  XOwnedField: [
    'protocol',
    'mediaType',
    'answer',
    'id',
    'now',
    'echo',
    'without',
    'completed',
    'isMediaType',
    'tokens',
    'repeat',
    'index',
    'models',
    'media',
    'type',
    'shape',
  ],
  XAnswerSamples: ['x-docs', 'pictureTokens', 'asides', 'steps', 'negations', 'units', 'json', 'lengths', 'forms', 'languages'],
  XSdkSamples: ['x-docs', 'clients'],
  XSdkClient: ['title', 'setup', 'every', 'calls'],
  XSampleSteps: ['thought', 'call', 'input', 'answer', 'among', 'ends'],
  XSampleJson: ['plainly', 'object', 'array', 'lines', 'by', 'unless', 'fenced'],
  XSampleNegations: ['before', 'after'],
  XSampleLength: ['least', 'most', 'question', 'asked'],
  XSampleForm: ['usual', 'plain', 'shows', 'asked'],
  XSampleLanguage: ['letters', 'marks', 'spaced', 'asked', 'texts', 'reasoning'],

  XAskedOf: [
    'x-docs',
    'model',
    'choices',
    'calls',
    'results',
    'uses',
    'included',
    'cited',
    'known',
    'seals',
    'text',
    'besides',
    'likelihoods',
    'alternatives',
    'grounded',
    'thoughts',
    'declined',
    'sealed',
    'annotations',
    'prompt',
    'tokens',
    'reasoning',
    'finish',
    'stop',
    'counted',
    'echo',
  ],
  XAskedPlaces: [
    'asked',
    'word',
    'most',
    'but',
    'without',
    'answer',
    'pieces',
    'event',
    'also',
    'custom',
    'number',
    'id',
    'exact',
    'elsewhere',
    'allowed',
    'written',
    'arguments',
    'calls',
    'done',
    'seal',
    'where',
    'in',
    'few',
    'never',
    'neverLast',
    'object',
    'whole',
    'needed',
    'open',
  ],
  XAskedBeside: ['answer', 'event', 'models'],
  XAskedCited: ['answer', 'event', 'by', 'documents', 'elsewhere', 'kinds'],
  XAskedKind: ['of', 'in', 'end', 'words'],
  XAskedKnown: ['answer', 'event', 'own', 'among', 'any', 'elsewhere', 'message'],
  XAskedIncluded: ['asked', 'word', 'answer', 'event', 'message'],
  XAskedUse: ['tool', 'most', 'results', 'failures', 'counted'],
  XAskedMember: ['from', 'except', 'kept', 'each'],
  XAskedObject: ['asked', 'is'],
  XAskedWhere: ['at', 'has'],
  XAskedArguments: ['answer', 'event', 'by', 'whole', 'needed'],
  XAskedNeeded: ['answer', 'event'],
  XAskedOpen: ['words', 'asked'],
  XAskedPlace: ['list', 'when', 'lacks', 'at', 'older'],
  XAskedEcho: ['answer', 'event', 'members'],
  XStreamOrder: ['x-docs', 'kind', 'anywhere', 'leads', 'further', 'count', 'rising', 'risingSum', 'countsAnew', 'instead', ...streamPart],
  XStreamPart: streamPart,
  XStreamFinish: ['at', 'whole', 'needs', 'excludes'],
  XStreamNeed: ['part', 'sort'],
  XStreamSort: ['at', 'by', 'takes', 'seals'],
  XStreamSeal: ['at', 'where'],
  XReferenceFalling: ['at', 'words'],
  XMedium: ['type', 'is'],
  XJoinedText: ['pieces', 'whole', 'is', 'mayBeEmpty', 'atOnce'],
  XStreamResult: ['in', 'at', 'like'],

  // Files that the description does not refer to.
  DocsEntry: ['path', 'kind', 'operation', 'example', 'models', 'schema', 'contributes', 'page', 'modified', 'provenance', 'notes'],
  Exchange: ['summary', 'x-docs', 'request', 'response'],
  ExchangeRequest: ['path', 'query', 'headers', 'body'],
  ExchangeResponse: ['status', 'headers', 'body', 'events'],
  ErrorBody: ['summary', 'x-docs', 'dialect', 'status', 'when', 'only', 'model', 'body'],
};

/** Of Arazzo descriptions, whose types have some of the names above. */
export const workflowKeyOrder = {
  Root: ['arazzo', 'info', 'sourceDescriptions', 'workflows', 'components'],
  Info: ['title', 'version', 'summary', 'description'],
  OpenAPISourceDescription: ['name', 'type', 'url'],
  Workflow: [
    ...['workflowId', 'summary', 'description', 'dependsOn', 'inputs', 'parameters', 'steps'],
    ...['successActions', 'failureActions', 'outputs'],
  ],
  Schema: schema,
  Step: [
    ...['stepId', 'description', 'operationId', 'operationPath', 'workflowId', 'parameters', 'requestBody'],
    ...['successCriteria', 'onSuccess', 'onFailure', 'outputs'],
  ],
  Parameter: ['name', 'in', 'value'],
  RequestBody: ['contentType', 'payload', 'replacements'],
  CriterionObject: ['context', 'condition', 'type'],
  SuccessActionObject: ['name', 'type', 'workflowId', 'stepId', 'criteria'],
  FailureActionObject: ['name', 'type', 'workflowId', 'stepId', 'retryAfter', 'retryLimit', 'criteria'],
};

/** @type {WeakMap<readonly string[], Map<string, number>>} */
const ranks = new WeakMap();

/**
 * Keys in their order: the known ones as listed, then the others as they stand.
 * @param {readonly string[]} keys
 * @param {readonly string[] | undefined} order absent: they stay as they stand
 * @returns {readonly string[]} the same array when they stand in order
 */
export function inOrder(keys, order) {
  if (!order) return keys;
  const rank = ranks.get(order) ?? new Map(order.map((key, index) => [key, index]));
  ranks.set(order, rank);
  // What is merged in stands first: the other keys say how the object differs from that.
  const of = (/** @type {string} */ key) => (key === '<<' ? -1 : (rank.get(key) ?? order.length));
  const stands = keys.every((key, index) => index === 0 || of(/** @type {string} */ (keys[index - 1])) <= of(key));
  return stands ? keys : [...keys].sort((a, b) => of(a) - of(b));
}
