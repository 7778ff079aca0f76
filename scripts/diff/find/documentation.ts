/** What only readers notice: descriptions, examples, provenance. */
import type { Document, Operation, Schema } from '../../lib/document.js';
import { type Change, change } from '../model/change.js';
import type { OperationPair } from '../model/operation-pairs.js';

type Examples = Record<string, unknown>;

const words = new Set(['title', 'summary', 'description', 'tags']);

/** Whether the words differ at any place that both versions have; examples and provenance apart. */
function isReworded(before: unknown, after: unknown): boolean {
  if (before === null || after === null || typeof before !== 'object' || typeof after !== 'object') return false;
  const [old, now] = [before, after] as Schema[] as [Schema, Schema];
  return Object.keys({ ...old, ...now }).some((key) => {
    if (key === 'examples' || key === 'x-docs') return false;
    const isText = words.has(key) && [old[key], now[key]].every((text) => text === undefined || typeof text !== 'object');
    return isText ? old[key] !== now[key] : isReworded(old[key], now[key]);
  });
}

/** The named examples of an operation, each with the places that show it. */
function examplesOf(operation: Operation): Map<string, string> {
  const contents: [string, Record<string, { examples?: Examples }> | undefined][] = [
    ['request', operation.requestBody?.content],
    ...Object.entries(operation.responses).map(([status, { content }]) => [status, content] as [string, typeof content]),
  ];
  const found = new Map<string, string>();
  for (const [place, content] of contents) {
    for (const media of Object.values(content ?? {})) {
      for (const [name, example] of Object.entries(media.examples ?? {})) {
        found.set(name, `${found.get(name) ?? ''}${place}${JSON.stringify((example as { value: unknown }).value)}`);
      }
    }
  }
  return found;
}

function compareExamples({ before, after }: OperationPair): Change[] {
  const [old, now] = [examplesOf(before), examplesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    if (old.get(name) === now.get(name)) return [];
    const text = !old.has(name) ? 'is new' : now.has(name) ? 'has changed' : 'is gone';
    return [change('docs', 'example', `example \`${name}\` ${text}`, { subjects: [name], operations: [after.operationId] })];
  });
}

function compareParts(before: unknown, after: unknown): string[] {
  const [old, now] = [before, after] as Schema[];
  return [
    ...(isReworded(old, now) ? ['described anew'] : []),
    ...(JSON.stringify(old?.['x-docs']) === JSON.stringify(now?.['x-docs']) ? [] : ['other provenance or pages']),
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
      const examples = JSON.stringify(before.content) === JSON.stringify(after.content) ? [] : ['other examples'];
      return [...compareParts(before, after), ...examples].map((text) =>
        change('docs', 'wording', `\`${name}\`: ${text}`, { subjects: [name], ...(kind === 'schemas' && { component: name }) }),
      );
    }),
  );
  const info =
    JSON.stringify({ ...base.info, version: '' }) === JSON.stringify({ ...current.info, version: '' })
      ? []
      : [change('docs', 'wording', 'the contract as a whole is described anew')];
  return [...info, ...perOperation, ...perComponent];
}
