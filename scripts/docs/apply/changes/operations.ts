/** What a page says of its operation: method, path, answers, headers, parameters. */
import { type Json, type Operation, operationsOf, resolve, type Schema } from '../../../lib/document.js';
import type { Draft } from '../../edit/draft.js';
import { addMember, hasPath, remove, renameKey, setValue } from '../../edit/splice.js';
import type { Place } from '../../locate/address.js';
import type { ContractSources, YamlPath } from '../../locate/contract-sources.js';
import { examplesOf, headerIn, parametersOf, responsesOf, serversOf } from '../../locate/page-parts.js';
import { changeDeprecated } from './keywords.js';

import { changeParameter, changeRequiredParameter } from './parameters.js';
import { named, type Placed, placed, textsIn } from './placed.js';
import { keptBy } from './provenance.js';
import type { Outcome, Task } from './reading.js';
import { shownHeader, shownSchema } from './shown-schema.js';

const unknown: Outcome = { left: 'the contract has no operation for this page: add it with docs:scaffold' };

function changeMethod(draft: Draft, task: Task, { path, method, origin }: Placed): Outcome {
  const { sources } = draft;
  const next = task.change.after?.toLowerCase();
  if (next === undefined) return { left: 'the page names no method any more: decide whether the operation is gone, or the page is wrong' };
  if (next === method) return { done: `the method is ${task.change.after}` };
  if (sources.document.paths[path]?.[next])
    return {
      left: `${path} has ${next.toUpperCase()} already (${named(sources, origin.file, next)}): decide which operation the page is about`,
    };
  draft.edit(origin.file, (text) => renameKey(text, origin.path, next), true);
  return { done: `the method is ${next.toUpperCase()} now` };
}

const parametersIn = (path: string): string[] => [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);

const parametersInWords = (names: readonly string[]): string =>
  names.length === 0 ? 'no parameters' : names.map((name) => `{${name}}`).join(', ');

function changePath(draft: Draft, task: Task, { path, origin }: Placed): Outcome {
  const { sources } = draft;
  const next = task.change.after;
  if (next === undefined) return { left: 'the page names no path any more: decide whether the operation is gone, or the page is wrong' };
  if (next === path) return { done: `the path is ${next}` };
  if (sources.document.paths[next])
    return {
      left: `${next} is in the contract already (${named(sources, 'openapi.yaml', 'paths', next)}): decide which operation the page is about`,
    };
  const [before, after] = [parametersIn(path), parametersIn(next)];
  if (
    before.join() !== after.join() &&
    (before.length !== after.length || path.replace(/\{[^}]*\}/g, '{}') === next.replace(/\{[^}]*\}/g, '{}'))
  )
    return {
      left: `the path has ${parametersInWords(after)} on the page and ${parametersInWords(before)} in the contract (${named(sources, 'openapi.yaml', 'paths', path)}): say what they stand for`,
    };
  // Its parameters keep the names that the contract has for them.
  const written = before.reduce((text, name, index) => text.replace(`{${after[index]}}`, `{${name}}`), next);
  const file = `paths/${written.slice(1).replace(/[/:]/g, '_')}.yaml`;
  draft.edit('openapi.yaml', (text) => setValue(text, ['paths', path, '$ref'], `./${file}`));
  draft.edit('openapi.yaml', (text) => renameKey(text, ['paths', path], written));
  draft.create(file, draft.text(origin.file));
  draft.drop(origin.file);
  return { done: `the path is ${written} now (openapi/${file})` };
}

/** The reference that operations of a dialect have for a status, as a file of `paths/` writes it. */
function errorReference(sources: ContractSources, operation: Operation, status: string): string | undefined {
  const raw = (other: Operation, name: string): string | undefined => {
    const origin = sources.originOf(other);
    return origin?.path.reduce((value, part) => value?.[part], sources.value(origin.file))?.responses?.[name]?.$ref;
  };
  const alike = [...operationsOf(sources.document)]
    .map(({ operation: other }) => other)
    .filter((other) => other['x-error-dialect'] === operation['x-error-dialect']);
  return alike.map((other) => raw(other, status)).find((ref) => ref !== undefined) ?? raw(operation, 'default');
}

/** All that names the status of an answer beside its declaration: the states of jobs, and what workflows wait for. */
function renameStatus(draft: Draft, operation: Operation, from: string, to: string): void {
  const { sources } = draft;
  const { name: family = '', role = '' } = operation['x-task'] ?? {};
  const states: Record<string, { status?: Record<string, number> }> =
    (operation['x-task'] && sources.value('tasks.yaml')?.[family]?.states) ?? {};
  for (const [state, { status }] of Object.entries(states)) {
    const path = [family, 'states', state, 'status', role];
    if (String(status?.[role]) === from && hasPath(draft.text('tasks.yaml'), path))
      draft.edit('tasks.yaml', (text) => setValue(text, path, Number(to)));
  }
  const condition = new RegExp(`(\\$statusCode\\s*==\\s*)${from}\\b`, 'g');
  for (const file of sources.names('workflows')) {
    for (const [index, workflow] of ((sources.value(file)?.workflows ?? []) as Schema[]).entries()) {
      for (const [number, step] of ((workflow.steps ?? []) as Schema[]).entries()) {
        if (step.operationId !== operation.operationId) continue;
        for (const { path, text } of textsIn(step, ['workflows', index, 'steps', number]))
          if (text.search(condition) >= 0) draft.edit(file, (source) => setValue(source, path, text.replace(condition, `$1${to}`)));
      }
    }
  }
}

const isRange = (status: string): boolean => /^[1-5]XX$/.test(status);

/** What a range of statuses has to do with those that the contract tells one by one. */
function statusInRange({ sources }: Draft, { change, reading }: Task, operation: Operation): Outcome | undefined {
  const { before, after } = change;
  if (after !== undefined && (isRange(after) || after === 'default')) {
    const known = responsesOf(sources.document, operation, after).map(([status]) => status);
    if (known.length > 0) return { noted: `the page tells the answers ${after} in one, and the contract has ${known.join(', ')}` };
  }
  if (after !== undefined || before === undefined) return undefined;
  const range = reading.after.find(({ kind, value }) => kind === 'status' && isRange(value) && value[0] === before[0]);
  return range && { noted: `the page tells ${before} by ${range.value}` };
}

function changeStatus(draft: Draft, task: Task, { operation, origin }: Placed): Outcome {
  const { sources } = draft;
  const { before, after, to } = task.change;
  const responses: YamlPath = [...origin.path, 'responses'];
  const has = (status: string) => Object.hasOwn(operation.responses ?? {}, status);
  const shown = (status: string) => examplesOf(sources, operation.operationId).filter(({ response }) => String(response.status) === status);
  const inRange = statusInRange(draft, task, operation);
  if (inRange) return inRange;
  if (before !== undefined && after !== undefined && (to !== undefined || before !== after)) {
    if (!has(before))
      return {
        left: `the answer ${before} is ${after} now, and the contract has no ${before} (${named(sources, origin.file, ...responses)}): decide whether it is to have ${after}`,
      };
    if (has(after))
      return {
        left: `the answer ${before} is ${after} now, and the contract has both (${named(sources, origin.file, ...responses, after)}): decide whether ${before} goes`,
      };
    if (!before.startsWith('2')) {
      const reference = errorReference(sources, operation, after);
      if (!reference) return { left: `the contract has no answer for ${after}: describe it` };
      draft.edit(origin.file, (text) => setValue(text, [...responses, before, '$ref'], reference));
    }
    draft.edit(origin.file, (text) => renameKey(text, [...responses, before], after), true);
    for (const { file } of shown(before)) draft.edit(file, (text) => setValue(text, ['response', 'status'], Number(after)));
    renameStatus(draft, operation, before, after);
    return { done: `the answer ${before} is ${after} now` };
  }
  if (after !== undefined) {
    if (has(after)) return { done: `the answer ${after} is in the contract` };
    if (/^[123]/.test(after))
      return { left: `the answer ${after} is new (${named(sources, origin.file, ...responses)}): describe when it comes and what it has` };
    const reference = errorReference(sources, operation, after);
    if (!reference) return { left: `the answer ${after} is new, and no error of the dialect is described: describe it` };
    draft.edit(origin.file, (text) => addMember(text, [...responses, after], { $ref: reference }), true);
    return { done: `added the answer ${after}` };
  }
  if (before === undefined || !has(before)) return { done: `the contract has no answer ${before}` };
  const [example] = shown(before);
  if (example) return { left: `the answer ${before} is gone from the page, and openapi/${example.file} shows it: decide whether both go` };
  if (before.startsWith('2'))
    return {
      left: `the answer ${before} is gone from the page (${named(sources, origin.file, ...responses, before)}): decide what the operation answers`,
    };
  draft.edit(origin.file, (text) => remove(text, [...responses, before]));
  return { done: `removed the answer ${before}` };
}

function changeMedia(draft: Draft, task: Task, { operation, origin }: Placed, place: Place): Outcome {
  const { sources } = draft;
  const { before, after } = task.change;
  const isRequest = place.in === 'request';
  const status = place.in === 'response' ? place.status : '2XX';
  const responses = responsesOf(sources.document, operation, status);
  const content = isRequest ? operation.requestBody?.content : responses[0]?.[1].content;
  const base: YamlPath = isRequest
    ? [...origin.path, 'requestBody', 'content']
    : [...origin.path, 'responses', responses[0]?.[0] ?? status, 'content'];
  if (after !== undefined && content && Object.hasOwn(content, after) && before === undefined)
    return { done: `${after} is in the contract` };
  const types = new Set(
    [...operationsOf(sources.document)].flatMap(({ operation: other }) =>
      isRequest
        ? Object.keys(other.requestBody?.content ?? {})
        : Object.values(other.responses ?? {}).flatMap((response) => Object.keys(resolve(sources.document, response).content ?? {})),
    ),
  );
  const what = isRequest ? 'the request' : `the answer ${status}`;
  const where = named(sources, origin.file, ...base);
  if (
    before !== undefined &&
    after !== undefined &&
    content &&
    Object.hasOwn(content, before) &&
    types.has(after) &&
    hasPath(draft.text(origin.file), [...base, before])
  ) {
    draft.edit(origin.file, (text) => renameKey(text, [...base, before], after));
    return { done: `${what} is ${after} now` };
  }
  if (after !== undefined)
    return {
      left: `${what} is ${after} on the page, and the contract knows bodies of ${[...types].join(', ')} only (${where}): decide how it is described and served`,
    };
  if (before !== undefined && content && Object.hasOwn(content, before))
    return { left: `${what} is no more ${before} on the page (${where}): decide what it is instead` };
  return { done: `${what} is not ${before} in the contract` };
}

/** A header as another answer has it. */
function knownHeader(sources: ContractSources, name: string): string | undefined {
  for (const { operation } of operationsOf(sources.document)) {
    const origin = sources.originOf(operation);
    const raw = origin?.path.reduce((value, part) => value?.[part], sources.value(origin.file));
    for (const { headers } of Object.values<{ headers?: Record<string, { $ref?: string }> }>(raw?.responses ?? {})) {
      const key = Object.keys(headers ?? {}).find((other) => other.toLowerCase() === name.toLowerCase());
      const reference = key && headers?.[key]?.$ref;
      if (reference) return reference;
    }
  }
  return undefined;
}

/** A header as the page describes it, else a text. */
function newHeader(task: Task, status: string, name: string): Schema {
  const { required, deprecated } = shownHeader(task, status, name) ?? {};
  const schema = shownSchema(task, `response ${status} header ${name}#`);
  return {
    ...(required === true && { required }),
    ...(deprecated === true && { deprecated, 'x-deprecated-since': task.day }),
    schema: Object.keys(schema).length > 0 ? schema : { type: 'string' },
  };
}

/** Whether an answer always has a header, or had better not be asked for it. */
function changeOfHeader(draft: Draft, task: Task, { operation, origin }: Placed, { status, name }: Place & { in: 'header' }): Outcome {
  const { document } = draft.sources;
  const header = headerIn(document, responsesOf(document, operation, status)[0]?.[1], name);
  const at = header && draft.sources.originOf(header);
  if (!at)
    return {
      left: `the page speaks of the header ${name} of ${status}, which the contract has not (${named(draft.sources, origin.file, ...origin.path, 'responses')}): decide whether it is to have it`,
    };
  if (task.change.kind === 'deprecated') return changeDeprecated(draft, task, [at]);
  const path = [...at.path, 'required'];
  const isRequired = task.change.after !== undefined;
  if (isRequired) draft.edit(at.file, (text) => addMember(text, path, true), true);
  else draft.edit(at.file, (text) => (hasPath(text, path) ? remove(text, path) : text));
  return { done: `the header ${name} of ${status} ${isRequired ? 'is always there' : 'may be missing'} (openapi/${at.file})` };
}

function changeHeader(draft: Draft, task: Task, { operation, origin }: Placed, { status, name }: Place & { in: 'header' }): Outcome {
  const { sources } = draft;
  const { before, after, to } = task.change;
  const [found] = responsesOf(sources.document, operation, status);
  if (!found)
    return {
      left: `the answer ${status} has the header ${after ?? before}, and the contract has no such answer (${named(sources, origin.file, ...origin.path, 'responses')}): decide whether it is to have one`,
    };
  const [declared, response] = found;
  const at = sources.originOf(response) ?? { file: origin.file, path: [...origin.path, 'responses', declared] };
  const own = Object.keys(response.headers ?? {}).find((other) => other.toLowerCase() === name.toLowerCase());
  if (to !== undefined && after !== undefined) {
    if (own === undefined)
      return {
        left: `the header ${before} is ${after} now, and the contract has no ${before} (${named(sources, at.file, ...at.path)}): decide whether it is to have ${after}`,
      };
    draft.edit(at.file, (text) => renameKey(text, [...at.path, 'headers', own], after));
    return { done: `the header ${before} is ${after} now` };
  }
  if (after !== undefined) {
    if (own !== undefined) return { done: `the header ${after} is in the contract` };
    const reference = knownHeader(sources, after);
    const header = reference ? { $ref: reference } : newHeader(task, status, name);
    draft.edit(at.file, (text) => addMember(text, [...at.path, 'headers', after], header as unknown as Json), true);
    return { done: `added the header ${after}` };
  }
  if (own === undefined) return { done: `the contract has no header ${before}` };
  const parameterFile = sources.originOf(response.headers?.[own] ?? {});
  const provenance = parameterFile && keptBy(sources, parameterFile);
  if (provenance)
    return {
      left: `the header ${before} is gone from the page, and stays: it is known from elsewhere (${provenance}); decide whether it goes`,
    };
  draft.edit(at.file, (text) => remove(text, [...at.path, 'headers', own], at.path.length));
  return { done: `removed the header ${before}` };
}

function changeRequiredBody(draft: Draft, { change, reading }: Task, { operation, origin }: Placed): Outcome {
  const path = [...origin.path, 'requestBody', 'required'];
  if (!operation.requestBody)
    return { left: `the page has a body, and the operation takes none (${named(draft.sources, origin.file, ...origin.path)})` };
  if (change.after === undefined && !reading.after.some(({ kind, pointer }) => kind === 'media' && pointer === 'request'))
    return { left: `the page shows no body any more (${named(draft.sources, origin.file, ...origin.path)}): decide whether there is one` };
  if (change.after !== undefined) draft.edit(origin.file, (text) => addMember(text, path, true), true);
  else draft.edit(origin.file, (text) => (hasPath(text, path) ? remove(text, path) : text));
  return { done: change.after === undefined ? 'the body may be left out' : 'the body is required' };
}

function changeServer(draft: Draft, { change }: Task): Outcome {
  const { before, after } = change;
  const servers = serversOf(draft.sources.document);
  if (before === undefined && servers.includes(after ?? '')) return { done: `the server ${after} is in the contract` };
  const index = before === undefined ? -1 : servers.indexOf(before);
  if (after === undefined || index < 0)
    return {
      left: `the page names ${after ? `the server ${after}` : `no more the server ${before}`}, and the contract has ${servers.join(', ')} (${named(draft.sources, 'openapi.yaml', 'servers')}): decide which there are`,
    };
  draft.edit('openapi.yaml', (text) => setValue(text, ['servers', index, 'url'], after));
  return { done: `the server is ${after} now` };
}

function keyInWords(before: string | undefined, after: string | undefined): string {
  const [had, has] = [before, after].map((key) => (key === 'none' ? 'no key' : key));
  if (had !== undefined && has !== undefined) return `asks for ${has} in place of ${had}`;
  return has !== undefined ? `asks for ${has} as well` : `does not ask for ${had} any more`;
}

/** A fact about the operation of a page. */
export function changeOperation(draft: Draft, task: Task, place: Place): Outcome {
  const { kind, before, after } = task.change;
  if (kind === 'server') return changeServer(draft, task);
  const found = placed(draft.sources, task);
  if (!found) return unknown;
  if (kind === 'method') return changeMethod(draft, task, found);
  if (kind === 'path') return changePath(draft, task, found);
  if (kind === 'status') return changeStatus(draft, task, found);
  if (kind === 'media') return changeMedia(draft, task, found, place);
  if (place.in === 'header' && (kind === 'required' || kind === 'deprecated')) return changeOfHeader(draft, task, found, place);
  if (kind === 'header' && place.in === 'header') return changeHeader(draft, task, found, place);
  if (kind === 'param' && place.in === 'parameter') return changeParameter(draft, task, found, place);
  if (kind === 'required' && place.in === 'parameter') return changeRequiredParameter(draft, task, found, place);
  if (kind === 'required') return changeRequiredBody(draft, task, found);
  if (kind === 'deprecated' && place.in === 'parameter') {
    const own = parametersOf(draft.sources.document, found).find(
      (parameter) => parameter.in === place.where && parameter.name === place.name,
    );
    return changeDeprecated(draft, task, own ? [draft.sources.originOf(own) ?? found.origin] : []);
  }
  if (kind === 'deprecated') return changeDeprecated(draft, task, [found.origin]);
  if (kind === 'security')
    return {
      left: `the page ${keyInWords(before, after)}; what a key is stands for all operations in ${named(draft.sources, 'openapi.yaml', 'security')}: decide for which of them it has changed`,
    };
  return { left: `nothing is known of a ${kind} there` };
}
