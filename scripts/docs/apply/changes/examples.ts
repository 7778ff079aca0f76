/** Examples of a page: the contract has them word for word. */
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../../lib/document.js';
import { jsonType } from '../../../lib/schema-union.js';
import { whereOf } from '../../compare/tell.js';
import type { Draft } from '../../edit/draft.js';
import { addItem, addMember, hasPath, remove, renameKey, setValue } from '../../edit/splice.js';
import { compareFacts, exampleAt } from '../../facts/compare-facts.js';
import { exampleFacts } from '../../facts/of-page.js';
import type { Place } from '../../locate/address.js';
import { parseAddress } from '../../locate/address.js';
import type { ContractSources, Origin, YamlPath } from '../../locate/contract-sources.js';
import { type ExampleFile, examplesOf, operationsOfPage } from '../../locate/page-parts.js';
import { schemasOfPlace, siteOf, siteText } from '../../locate/sites.js';
import { holderOf, jsonOf } from './derived.js';
import { claimSeen } from './provenance.js';
import type { Outcome, Task } from './reading.js';

type ExamplePlace = Place & { in: 'example' };

const baseOf = ({ of, number }: ExamplePlace): YamlPath => {
  if (of === 'event') return ['response', 'events', number - 1];
  if (of === 'response') return ['response', 'body'];
  return of === 'query' ? ['request', 'query'] : ['request', 'body'];
};

const at = (value: unknown, path: YamlPath): Json | undefined => path.reduce<any>((inner, part) => inner?.[part], value);

/** The file of the contract that has an example of the page: the one that is what the page said before, else by their order. */
function fileOf(sources: ContractSources, { reading, change }: Task, place: ExamplePlace): ExampleFile | undefined {
  const base = baseOf(place);
  const body = base.slice(0, 2);
  const files = operationsOfPage(sources, reading.entry)
    .flatMap(({ operation }) => examplesOf(sources, operation.operationId, reading.entry.example))
    .filter((file) => at(file, body) !== undefined)
    .filter(
      (file) =>
        place.of !== 'response' ||
        place.status === undefined ||
        /^2XX$/i.test(place.status) ||
        String(file.response.status) === place.status,
    );
  const holder = holderOf(change.pointer);
  const [before, after] = [exampleAt(reading.before, holder), exampleAt(reading.after, holder)];
  const isNew = before === undefined && place.of !== 'event' && reading.before.some(({ kind }) => kind === 'example');
  if (isNew) return undefined;
  // The one that is the most like what the page said, or, of a page that is read for the first time, like what it says.
  const wanted = exampleFacts(before ?? after ?? null, '');
  const ranked = files.map((file) => ({ file, differences: compareFacts(exampleFacts(at(file, base) ?? null, ''), wanted).length }));
  return ranked.sort((a, b) => a.differences - b.differences || a.file.name.length - b.file.name.length)[0]?.file;
}

const keys = (parts: readonly string[], value: unknown): YamlPath => {
  const path: (string | number)[] = [];
  for (const part of parts) path.push(Array.isArray(at(value, path)) && /^\d+$/.test(part) ? Number(part) : part);
  return path;
};

/** What a code sample or running text shows besides the example. */
function shownElsewhere({ reading, change }: Task, place: ExamplePlace): Outcome | undefined {
  if (place.of === 'text')
    return {
      left: `an example in the running text has changed (${change.pointer}): ${change.before ?? 'nothing'} is ${change.after ?? 'gone'} now; the contract has no file for it, decide what it means`,
    };
  const hasExample = reading.after.some(({ pointer }) => pointer.startsWith('request example '));
  if (place.of !== 'call' || !hasExample) return undefined;
  const twin = reading.changes.find(
    (other) => other.pointer === change.pointer.replace(/^call \d+/, 'request example 1') && other.after === change.after,
  );
  if (twin) return { noted: 'the code sample follows the example' };
  return {
    noted: `the code sample has ${change.after ?? 'no more'} where it had ${change.before ?? 'nothing'} (${change.pointer}); the contract follows the example of the request`,
  };
}

/** Why a value is of no type that the contract has for it. */
function otherThan(
  sources: ContractSources,
  { reading }: Task,
  place: ExamplePlace,
  parts: readonly string[],
  value: Json,
): string | undefined {
  const schemas = schemasOfPlace(sources, reading.entry, place, parts);
  const [types, isSure] = [
    schemas.flatMap(({ type }) => (type === undefined ? [] : [type].flat())),
    schemas.some(({ type }) => type !== undefined),
  ];
  const type = jsonType(value);
  if (!isSure || types.includes(type) || (type === 'integer' && types.includes('number'))) return undefined;
  const [typed] = schemas.filter((schema) => schema.type !== undefined);
  const at = typed && sources.originOf(typed);
  const where = at ? ` (${siteText(siteOf(sources, { file: at.file, path: [...at.path, 'type'] }))})` : '';
  return `the example has ${JSON.stringify(value)}${type === 'null' ? '' : `, which is ${type}`}, and the contract has ${[...new Set(types)].join(' or ')}${where}: decide whether the type has changed, or the page is wrong`;
}

/** Whether a text is words of the page, and no value: the contract has words of its own. */
const isProse = (value: Json | undefined): boolean => typeof value === 'string' && value.trim().split(/\s+/).length > 2;

/** Of an example that no file of the contract stands for. */
function withoutFile({ reading, change }: Task, place: ExamplePlace): string {
  const holder = holderOf(change.pointer);
  const isKnown = reading.before.some(({ pointer }) => holderOf(pointer) === holder);
  if (place.of === 'response' && /^(?:[45]|default)/.test(place.status ?? ''))
    return `${isKnown ? 'the' : 'a new'} example of an error (${holder}) ${isKnown ? 'has changed' : 'has come'}; the errors of a dialect are shown in openapi/examples/errors: decide which of them says it`;
  return isKnown
    ? `the example (${holder}) has changed, and the contract has none of that kind for the page: decide whether it is to have one (openapi/examples)`
    : `the page has a new example (${holder}), and the contract has none of that kind for the page: add a file to openapi/examples`;
}

export function changeExample(draft: Draft, task: Task, place: ExamplePlace, parts: readonly string[]): Outcome {
  const { change } = task;
  if (place.of === 'schema')
    return change.before === 'null' || change.after === 'null'
      ? {
          left: `the example of the schema has ${change.after} where it had ${change.before} (${change.pointer}): decide whether the value may be null`,
        }
      : {
          noted: `the example of the schema has ${change.after ?? 'no more'} where it had ${change.before ?? 'nothing'}; the contract lists no values there`,
        };
  const elsewhere = shownElsewhere(task, place);
  if (elsewhere) return elsewhere;
  const { sources } = draft;
  const example = fileOf(sources, task, place);
  if (!example) return { left: withoutFile(task, place) };
  const { file } = example;
  const where = whereOf(change.pointer) ?? '';
  if (change.after === undefined && task.reading.malformed?.includes(where))
    return { left: `the ${where} is no JSON any more, and openapi/${file} has it: decide what it says` };
  if (change.after === undefined && parts.length === 0)
    return { left: `the page has no ${where} any more, and openapi/${file} has it: decide whether it stays` };
  const content = sources.value(file);
  const base = baseOf(place);
  const path = [...base, ...keys(parts, at(content, base))];
  const here: Origin = { file, path };
  const after = jsonOf(change.after);
  const isThere = hasPath(draft.text(file), path);
  if (isThere && isProse(after) && isProse(at(content, path)))
    return { noted: `the sentence in the example is another one (openapi/${file}); the contract has its own words` };
  if (change.to !== undefined) {
    const name = parseAddress(change.to)?.parts?.at(-1) ?? String(change.after);
    const renamed = [...path.slice(0, -1), name];
    if (!isThere)
      return hasPath(draft.text(file), renamed)
        ? { done: `the example has \`${name}\`` }
        : { left: `the example has no \`${parts.at(-1)}\` (${siteText(siteOf(sources, here))}): compare it with the page` };
    draft.edit(file, (text) => renameKey(text, path, name));
  } else if (after === undefined) {
    if (!isThere) return { done: 'the example does not have it' };
    const name = parts.at(-1) ?? '';
    const needing = schemasOfPlace(sources, task.reading.entry, place, parts.slice(0, -1)).find(({ required }) =>
      (required as string[] | undefined)?.includes(name),
    );
    const at = needing && sources.originOf(needing);
    if (at)
      return {
        left: `the example has no \`${name}\` any more, and the contract requires it (${siteText(siteOf(sources, { file: at.file, path: [...at.path, 'required'] }))}): decide whether it may be left out`,
      };
    draft.edit(file, (text) => remove(text, path));
  } else if (isThere) {
    if (isDeepStrictEqual(at(content, path), after)) return { done: 'the example says so' };
    const mistaken = otherThan(sources, task, place, parts, after);
    if (mistaken) return { left: mistaken };
    const isFlat = jsonType(after) !== 'object' && jsonType(after) !== 'array';
    draft.edit(file, (text) => setValue(text, path, after), !isFlat);
  } else if (typeof path.at(-1) === 'number') draft.edit(file, (text) => addItem(text, path.slice(0, -1), after), true);
  else draft.edit(file, (text) => addMember(text, path, after), true);
  claimSeen(draft, { file, path: [] });
  return {
    done: `the example has ${after === undefined ? 'it no more' : change.to !== undefined ? `\`${String(change.after)}\`` : JSON.stringify(after)} (openapi/${file})`,
  };
}
