/** The parameters of an operation: new ones, those that are gone or have another name, and whether they may be left out. */
import { seenOnSite } from '../../../lib/docs-map.js';
import { type Json, type Parameter, resolve, type Schema } from '../../../lib/document.js';
import type { Draft } from '../../edit/draft.js';
import { addItem, addMember, hasPath, remove, renameKey, setValue } from '../../edit/splice.js';
import type { Place } from '../../locate/address.js';
import type { ContractSources } from '../../locate/contract-sources.js';
import { examplesOf, parametersOf } from '../../locate/page-parts.js';
import { sentenceOf } from './described.js';
import { named, type Placed, textsIn } from './placed.js';
import { claimSeen, keptBy } from './provenance.js';
import type { Outcome, Task } from './reading.js';
import { shownParameter, shownSchema } from './shown-schema.js';

/** All that names a parameter beside its declaration, as edits. */
function renameInTables(draft: Draft, { operation }: Placed, where: string, from: string, to: string): void {
  const { sources } = draft;
  const expression = `$request.${where}.${from}`;
  const family = operation['x-task']?.name;
  const tasks = family === undefined ? undefined : sources.value('tasks.yaml')?.[family];
  for (const { path, text } of textsIn(tasks)) {
    if (text === expression && hasPath(draft.text('tasks.yaml'), [family ?? '', ...path]))
      draft.edit('tasks.yaml', (source) => setValue(source, [family ?? '', ...path], `$request.${where}.${to}`));
  }
  if (family !== undefined && where === 'query' && tasks?.list?.filter?.[from] !== undefined && operation['x-task']?.role === 'list')
    draft.edit('tasks.yaml', (source) => renameKey(source, [family, 'list', 'filter', from], to));
  for (const { file, request } of examplesOf(sources, operation.operationId)) {
    const values = request[where as 'path' | 'query'];
    if (values && Object.hasOwn(values, from)) draft.edit(file, (source) => renameKey(source, ['request', where, from], to));
  }
  for (const file of sources.names('workflows')) {
    for (const [index, workflow] of ((sources.value(file)?.workflows ?? []) as Schema[]).entries()) {
      for (const [number, step] of ((workflow.steps ?? []) as Schema[]).entries()) {
        if (step.operationId !== operation.operationId) continue;
        const given = ((step.parameters ?? []) as Schema[]).findIndex((parameter) => parameter.in === where && parameter.name === from);
        if (given >= 0)
          draft.edit(file, (source) => setValue(source, ['workflows', index, 'steps', number, 'parameters', given, 'name'], to));
      }
    }
  }
}

/** The name in the value of a fact, which begins with the place of the parameter. */
const nameIn = (value: string | undefined): string | undefined => value?.replace(/^(?:path|query|header|cookie) /, '');

/** A parameter as the page describes it, but for its words: what stands in their place are its facts. */
function newParameter(task: Task, where: string, name: string): Record<string, Json> {
  const { required, deprecated, ...shown }: Partial<Parameter> = shownParameter(task, where, name) ?? {};
  const written = ['style', 'explode', 'allowReserved', 'allowEmptyValue'].filter((key) => shown[key] !== undefined);
  const shownAs = shownSchema(task, `parameter ${where} ${name}#`);
  const schema: Schema = Object.keys(shownAs).length > 0 ? shownAs : { type: 'string' };
  return {
    name,
    in: where,
    description: sentenceOf(schema),
    'x-docs': { provenance: seenOnSite },
    ...(required === true && { required }),
    ...(deprecated === true && { deprecated, 'x-deprecated-since': task.day }),
    ...Object.fromEntries(written.map((key) => [key, shown[key] as Json])),
    schema: schema as Json,
  };
}

export function changeParameter(draft: Draft, task: Task, found: Placed, { where, name }: Place & { in: 'parameter' }): Outcome {
  const { sources } = draft;
  const { to } = task.change;
  const [before, after] = [nameIn(task.change.before), nameIn(task.change.after)];
  const { origin, path: address } = found;
  const own = parametersOf(sources.document, found).find((parameter) => parameter.in === where && parameter.name === name);
  const at = own && sources.originOf(own);
  const key = keyChange(sources, task);
  if (key) return key;
  if (to !== undefined && after !== undefined) {
    if (!own || !at)
      return {
        left: `the parameter ${before} is ${after} now, and the contract has no ${before} (${named(sources, origin.file, ...origin.path)}): decide whether it is to have ${after}`,
      };
    if (where === 'path')
      return {
        left: `the parameter {${before}} of the path is {${after}} now: it is the name of an input for users of the client (${named(sources, at.file, ...at.path)}), and the same on the wire; decide whether to take it over`,
      };
    draft.edit(at.file, (text) => setValue(text, [...at.path, 'name'], after));
    renameInTables(draft, found, where, name, after);
    claimSeen(draft, at);
    return { done: `the ${where} parameter ${before} is ${after} now` };
  }
  if (after !== undefined) {
    if (own) return { done: `the ${where} parameter ${after} is in the contract` };
    if (where === 'path')
      return { left: `the page has a parameter {${after}}, and the path of the contract is ${address}: say which path it is` };
    if (where === 'header' && isKey(sources, after)) return { done: `the header ${after} is the key` };
    if (!task.reading.after.some(({ kind }) => kind === 'type'))
      return {
        left: `the page has a new ${where} parameter ${after}, and tells in this form neither its type nor whether it has to be given: describe it (${named(sources, origin.file, ...origin.path)}), or apply the Markdown form of the page`,
      };
    const parameter = newParameter(task, where, after);
    const list = [...origin.path, 'parameters'];
    draft.edit(
      origin.file,
      (text) => (hasPath(text, list) ? addItem(text, list, parameter as Json) : addMember(text, list, [parameter] as Json)),
      true,
    );
    return { done: `added the ${where} parameter ${after}, described by what it may be: say in your own words what it is for` };
  }
  if (!own || !at) return { done: `the contract has no ${where} parameter ${before}` };
  const provenance = keptBy(sources, at);
  if (provenance)
    return {
      left: `the ${where} parameter ${before} is gone from the page, and stays: it is known from elsewhere (${provenance}, ${named(sources, at.file, ...at.path)}); decide whether it goes`,
    };
  const index = ((found.operation.parameters ?? []) as Parameter[]).findIndex(
    (parameter) => resolve<Parameter>(sources.document, parameter) === own,
  );
  if (index < 0)
    return {
      left: `the ${where} parameter ${before} is gone from the page, and belongs to all operations of the path (${named(sources, at.file, ...at.path)}): decide whether it goes`,
    };
  const shown = examplesOf(sources, found.operation.operationId).find(({ request }) => request[where as 'query']?.[name] !== undefined);
  if (shown)
    return { left: `the ${where} parameter ${before} is gone from the page, and openapi/${shown.file} has it: decide whether both go` };
  draft.edit(origin.file, (text) => remove(text, [...origin.path, 'parameters', index], origin.path.length));
  return { done: `removed the ${where} parameter ${before}` };
}

/** What is sent as the key where the page had another one, or none. */
function keyChange(sources: ContractSources, { change }: Task): Outcome | undefined {
  const { before, after, to } = change;
  if (to === undefined && after !== undefined) return undefined;
  if (before === undefined || !isKey(sources, nameIn(before) ?? '')) return undefined;
  return {
    left: `the key is ${after === undefined ? `no more ${before}` : `${after} in place of ${before}`} on the page; what a key is stands for all operations in ${named(sources, 'openapi.yaml', 'components', 'securitySchemes')}: decide for which of them it has changed`,
  };
}

/** Whether a header carries the key of a caller, which is the contract's security and no parameter. */
const isKey = (sources: ContractSources, name: string): boolean =>
  name.toLowerCase() === 'authorization' ||
  Object.values<Schema>(sources.document.components.securitySchemes ?? {}).some(
    (scheme) => String(scheme.name).toLowerCase() === name.toLowerCase(),
  );

export function changeRequiredParameter(
  draft: Draft,
  { change }: Task,
  found: Placed,
  { where, name }: Place & { in: 'parameter' },
): Outcome {
  const own = parametersOf(draft.sources.document, found).find((parameter) => parameter.in === where && parameter.name === name);
  const at = own && draft.sources.originOf(own);
  if (!at) return { left: `the contract has no ${where} parameter ${name}: decide whether it is to have one` };
  const path = [...at.path, 'required'];
  if (change.after !== undefined) draft.edit(at.file, (text) => addMember(text, path, true), true);
  else draft.edit(at.file, (text) => (hasPath(text, path) ? remove(text, path) : text));
  claimSeen(draft, at);
  return {
    done: change.after === undefined ? `the ${where} parameter ${name} may be left out` : `the ${where} parameter ${name} is required`,
  };
}
