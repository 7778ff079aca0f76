/** What only readers notice: descriptions, examples, provenance. */
import type { Document, MediaType, Operation, Schema } from '../../contract/openapi.js';
import { type Change, change } from '../model/change.js';
import { type MemberChange, memberChanges, summarise } from '../model/member-changes.js';
import type { OperationPair } from '../model/operation-pairs.js';

const words = new Set(['title', 'summary', 'description', 'tags']);
const notWords = new Set(['examples', 'x-docs']);

const isPart = (value: unknown): value is Schema => value !== null && typeof value === 'object';

/** The words of a part that both versions have, by their places; fields that have come or gone are told elsewhere. */
function rewordings(before: unknown, after: unknown): MemberChange[] {
  /** Only the words, and of the other members those that both have. */
  const shared = (node: unknown, other: unknown): unknown => {
    if (!isPart(node) || !isPart(other)) return undefined;
    return Object.fromEntries(
      Object.entries(node).flatMap(([key, value]) => {
        if (notWords.has(key)) return [];
        const isText = words.has(key) && [value, other[key]].every((text) => text === undefined || typeof text !== 'object');
        const member = isText ? value : shared(value, other[key]);
        return member === undefined ? [] : [[key, member]];
      }),
    );
  };
  return [...memberChanges(shared(before, after), shared(after, before))];
}

/** How each place of an operation shows an example. */
type Shown = Record<string, unknown>;

type Content = Record<string, MediaType> | undefined;

/** The named examples, each by the places that show it. */
function examplesOf(contents: [place: string, content: Content][]): Map<string, Shown> {
  const found = new Map<string, Shown>();
  for (const [place, content] of contents) {
    for (const [type, { examples }] of Object.entries(content ?? {})) {
      for (const [name, example] of Object.entries(examples ?? {})) {
        const shown = found.get(name) ?? {};
        shown[type === 'application/json' ? place : `${place} ${type}`] = (example as { value: unknown }).value;
        found.set(name, shown);
      }
    }
  }
  return found;
}

function exampleChanges(before: Map<string, Shown>, after: Map<string, Shown>): [name: string, text: string][] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): [string, string][] => {
    const [old, now] = [before.get(name), after.get(name)];
    if (!old) return [[name, `example \`${name}\` is new`]];
    if (!now) return [[name, `example \`${name}\` is gone`]];
    const changes = [...memberChanges(old, now)];
    return changes.length === 0 ? [] : [[name, `example \`${name}\`: ${summarise(changes)}`]];
  });
}

const ofOperation = ({ requestBody, responses }: Operation): Map<string, Shown> =>
  examplesOf([
    ['request', requestBody?.content],
    ...Object.entries(responses).map(([status, { content }]): [string, Content] => [status, content]),
  ]);

const compareExamples = ({ before, after }: OperationPair): Change[] =>
  exampleChanges(ofOperation(before), ofOperation(after)).map(([name, text]) =>
    change('docs', 'example', text, { subjects: [name], operations: [after.operationId] }),
  );

function compareParts(before: unknown, after: unknown): string[] {
  const worded = rewordings(before, after);
  const [old, now] = [before, after].map((part) => ({ 'x-docs': (part as Schema | undefined)?.['x-docs'] }));
  const provenance = [...memberChanges(old, now)];
  return [
    ...(worded.length === 0 ? [] : [`described anew: ${summarise(worded)}`]),
    ...(provenance.length === 0 ? [] : [`other provenance or pages: ${summarise(provenance)}`]),
  ];
}

export function compareDocumentation(base: Document, current: Document, pairs: OperationPair[]): Change[] {
  const perOperation = pairs.flatMap((pair) => [
    ...compareParts(pair.before, pair.after).map((text) => change('docs', 'wording', text, { operations: [pair.after.operationId] })),
    ...compareExamples(pair),
  ]);
  const perComponent = Object.entries(current.components).flatMap(([kind, members]) =>
    Object.entries(members).flatMap(([name, after]) => {
      const before = base.components[kind]?.[name];
      if (!before) return [];
      const [old, now] = [before, after].map(({ content }) => examplesOf([['body', content]])) as [Map<string, Shown>, Map<string, Shown>];
      const examples = exampleChanges(old, now).map(([, text]) => text);
      return [...compareParts(before, after), ...examples].map((text) =>
        change('docs', 'wording', `\`${name}\`: ${text}`, { subjects: [name], ...(kind === 'schemas' && { component: name }) }),
      );
    }),
  );
  const info = [...memberChanges({ ...base.info, version: '' }, { ...current.info, version: '' })];
  return [
    ...(info.length === 0 ? [] : [change('docs', 'wording', `the contract as a whole is described anew: ${summarise(info)}`)]),
    ...perOperation,
    ...perComponent,
  ];
}
