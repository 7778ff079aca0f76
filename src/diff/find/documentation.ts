/** What only readers notice: descriptions, examples, provenance. */
import type { Document, MediaType, Operation, Schema } from '../../contract/openapi.js';
import { type Change, change } from '../model/change.js';
import { type MemberChange, memberChanges, summarise } from '../model/member-changes.js';
import type { OperationPair } from '../model/operation-pairs.js';

const words = new Set(['title', 'summary', 'description', 'tags', 'example', 'examples', 'externalDocs', '$comment']);
/** Below these, keys are names. */
const records = new Set(['properties', 'patternProperties', 'responses', 'content', 'headers', 'examples']);

const isPart = (value: unknown): value is Schema => value !== null && typeof value === 'object';

/** Named examples are told by themselves. */
const areNamedExamples = (key: string, value: unknown): boolean => key === 'examples' && isPart(value) && !Array.isArray(value);

/** What the wanted keys say, in a part that both versions have, by its place; fields that have come or gone are told elsewhere. */
function changesOf(isWanted: (key: string) => boolean, before: unknown, after: unknown): MemberChange[] {
  /** Only what is wanted, and of the other members those that both have. */
  const shared = (node: unknown, other: unknown, areNames = false): unknown => {
    if (!isPart(node) || !isPart(other)) return undefined;
    return Object.fromEntries(
      Object.entries(node).flatMap(([key, value]) => {
        if (areNamedExamples(key, value) || areNamedExamples(key, other[key])) return [];
        if (key.startsWith('x-') && !isWanted(key)) return [];
        const member = isWanted(key) && !areNames ? value : shared(value, other[key], records.has(key) && !areNames);
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

/** Where the members of our own tables come from. */
function compareSources(base: Document, current: Document): Change[] {
  return Object.keys(current)
    .filter((key) => key.startsWith('x-') && isPart(current[key as 'x-']) && isPart(base[key as 'x-']))
    .flatMap((key) =>
      Object.entries(current[key as 'x-'] as Record<string, Schema>).flatMap(([name, after]) => {
        const before = (base[key as 'x-'] as Record<string, Schema>)[name];
        if (!isPart(before) || !isPart(after)) return [];
        const provenance = [...memberChanges({ 'x-docs': before['x-docs'] }, { 'x-docs': after['x-docs'] })];
        return provenance.length === 0 ? [] : [change('docs', 'wording', `\`${name}\`: other provenance: ${summarise(provenance)}`)];
      }),
    );
}

function compareParts(before: unknown, after: unknown): string[] {
  const worded = changesOf((key) => words.has(key), before, after);
  const provenance = changesOf((key) => key === 'x-docs', before, after);
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
  const wholes = [base, current].map(({ openapi, jsonSchemaDialect, tags, externalDocs, info }: Document & Schema) => {
    const { version: _, ...about } = info as Schema;
    return { ...about, tags, externalDocs, openapi, jsonSchemaDialect };
  });
  const info = [...memberChanges(wholes[0], wholes[1])];
  return [
    ...(info.length === 0 ? [] : [change('docs', 'wording', `the contract as a whole is described anew: ${summarise(info)}`)]),
    ...perOperation,
    ...perComponent,
    ...compareSources(base, current),
  ];
}
