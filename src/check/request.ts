/** Checks a request: is there such an operation, does it carry a key, do its parameters and its body fit? */
import { saysNothing } from '../contract/judge/filled.js';
import { halfCharacter } from '../contract/judge/half-character.js';
import { judgeReferences } from '../contract/judge/references.js';
import { judgeRequest } from '../contract/judge/request.js';
import { readBody, undeclaredType } from '../contract/judge/request-body.js';
import type { JudgedWarning } from '../contract/judge/warning.js';
import { formatPointer } from '../contract/pointer.js';
import type { Json } from '../contract/prepared/json.js';
import { UnreadableBodyError } from '../http/message.js';
import { protocols } from '../protocols/index.js';
import { type Finding, findingOf, strictFinding } from './findings/violation.js';
import { notJson } from './not-json.js';
import { ParsedBody } from './parsed-body.js';
import type { CheckedOperation, CheckedRequest, CheckState } from './subject.js';

/** A request that has been checked. */
export interface RequestJudgement {
  operation?: CheckedOperation;
  params: Readonly<Record<string, string>>;
  /** The parsed body as it counts; undefined where there is none that can be read. */
  body: unknown;
  findings: Finding[];
  /** What the gateway ignores. */
  warnings: JudgedWarning[];
}

/** A place of a template that nobody filled: `{id}`, `${id}`, `:id`, `<id>`. */
const unfilled = /^(?:\$?\{.*\}|:[a-z]\w*|<[\w ]+>)$/i;

export function checkRequest(checker: CheckState, request: CheckedRequest): RequestJudgement {
  const { method, path } = request;
  const judgement: RequestJudgement = { params: {}, body: undefined, findings: [], warnings: [] };
  const find = (place: { in: string; pointer?: string }, keyword: string, expected: string, got: unknown) =>
    judgement.findings.push(findingOf({ part: 'request', ...place }, keyword, expected, got));

  /** What its caller did not have: such an address is that of nothing. */
  const findNothing = (place: string, name: string, value: string): void => {
    if (value !== '' && saysNothing(value))
      find({ in: place, pointer: formatPointer([name]) }, 'x-filled', 'must not be a word for nothing', value);
    if (unfilled.test(value))
      find({ in: place, pointer: formatPointer([name]) }, 'x-filled', 'must not be what a template has in its place', value);
  };

  const match = checker.route(method, path);
  if (match.kind === 'method') {
    // Who asks what there is calls nothing of the contract, as browsers do before they call.
    if (method === 'OPTIONS') return judgement;
    find({ in: 'route' }, 'method', `must be one of ${match.allowed.join(', ')} for ${path}`, method);
    return judgement;
  }
  if (match.kind === 'none') {
    const like = checker.suggest(method, path);
    find(
      { in: 'route' },
      'route',
      `must be a path of the contract${like ? `, such as ${like.method} ${like.path}` : ''}`,
      `${method} ${path}`,
    );
    return judgement;
  }

  const { operation, params } = match;
  const { prepared } = operation;
  judgement.operation = operation;
  judgement.params = params;
  const missing = checker.missingKey(operation, request);
  if (missing)
    find(
      { in: 'header', pointer: '/authorization' },
      'security',
      `is required: a key${missing.advice === undefined ? '' : `; ${missing.advice}`}`,
      undefined,
    );
  const credentials = operation.credentials(request);
  if (credentials.kind === 'key' && checker.options.auth !== false) findNothing('header', 'authorization', credentials.key);
  checkBody(request, operation, judgement, find);
  const { query, header } = request;
  for (const [name, value] of Object.entries(params)) findNothing('path', name, value);
  for (const [name, value] of query) findNothing('query', name, value);
  const protocol = prepared.protocol === undefined ? undefined : protocols[prepared.protocol];
  if (protocol && judgement.body !== undefined) judgement.body = protocol.canonical(judgement.body as Json);
  const parts = { path: params, query, header, body: judgement.body };
  const { violations, warnings, body } = judgeRequest(prepared, operation.validators, parts);
  for (const violation of violations) judgement.findings.push({ ...violation, part: 'request' });
  if (body !== undefined)
    for (const warning of judgeReferences(checker.parts.references[prepared.id] ?? [], body))
      judgement.findings.push(strictFinding('request', warning));
  judgement.warnings.push(...warnings);
  judgement.body = body;
  if (checker.options.strict) for (const warning of judgement.warnings) judgement.findings.push(strictFinding('request', warning));
  return judgement;
}

function checkBody(
  request: CheckedRequest,
  { prepared }: CheckedOperation,
  judgement: RequestJudgement,
  find: (place: { in: string; pointer?: string }, keyword: string, expected: string, got: unknown) => void,
): void {
  const { body: declared } = prepared;
  if (!declared) return;
  const undeclared = undeclaredType(declared, request.header('content-type'));
  if (undeclared) {
    find({ in: 'header', pointer: '/content-type' }, 'content-type', `must be ${declared.mediaTypes.join(' or ')}`, undeclared);
    return;
  }
  if (request.body === null) return;
  if (request.body instanceof ParsedBody) {
    judgement.body = request.body.value;
    return;
  }
  if (request.body instanceof UnreadableBodyError) {
    const { header, expected } = request.body;
    find({ in: 'header', pointer: `/${header}` }, header, expected, request.header(header));
    return;
  }
  const text = request.body?.trim() ?? '';
  const read = readBody(declared, text);
  if (read.kind === 'json') {
    judgement.body = read.value;
    judgement.warnings.push(...halfCharacter(text));
  } else if (read.kind === 'missing') find({ in: 'body' }, 'required', 'is required', undefined);
  else if (read.kind === 'unreadable') judgement.findings.push(notJson({ part: 'request', in: 'body' }, read.error, text));
}
