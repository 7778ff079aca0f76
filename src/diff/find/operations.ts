/** What changes for those who call: operations that come or go, and what changes in one. */

import type { Document, Operation } from '../../contract/openapi.js';
import { type Change, change } from '../model/change.js';
import { operationsOf } from '../model/document.js';
import { type OperationPair, routeOf } from '../model/operation-pairs.js';
import { OperationComparison } from './operation-effects.js';

type Placed = { path: string; method: string; operation: Operation };

const addressOf = ({ path, method }: Placed): string => `${method.toUpperCase()} ${path}`;

const nameOf = (item: Placed) => `operation \`${item.operation.operationId}\` (${addressOf(item)})`;

const movedInWords = (from: Placed, to: Placed): string =>
  `operation \`${to.operation.operationId}\` is at ${addressOf(to)}, was at ${addressOf(from)}`;

export function compareOperations(base: Document, current: Document, pairs: OperationPair[]): Change[] {
  const known = (document: Document) => new Set([...operationsOf(document)].map(routeOf));
  const [before, after] = [known(base), known(current)];
  const away = [...operationsOf(base)].filter((item) => !after.has(routeOf(item)));
  const fresh = [...operationsOf(current)].filter((item) => !before.has(routeOf(item)));
  const moved = away.flatMap((item) => {
    const to = fresh.find(({ operation }) => operation.operationId === item.operation.operationId);
    return to ? [{ from: item, to }] : [];
  });
  const gone = away.filter((item) => !moved.some(({ from }) => from === item));
  const come = fresh.filter((item) => !moved.some(({ to }) => to === item));
  const about = (id: string) => ({ operations: [id], subjects: [id] });
  // What several operations share, such as an error, is told once.
  const shared = new Map<string, Change>();
  for (const pair of pairs) {
    const { operationId } = pair.after;
    for (const { level, rule, text, subjects } of new OperationComparison(base, current, pair).compare()) {
      const known = shared.get(`${rule} ${text}`);
      if (!known) shared.set(`${rule} ${text}`, change(level, rule, text, { subjects, operations: [operationId] }));
      else if (!known.operations.includes(operationId)) known.operations.push(operationId);
    }
  }
  return [
    ...moved.map(({ from, to }) => change('breaking', 'operation-moved', movedInWords(from, to), about(to.operation.operationId))),
    ...gone.map((item) => change('breaking', 'operation-removed', `${nameOf(item)} is gone`, about(item.operation.operationId))),
    ...come.map((item) => change('non-breaking', 'operation-added', `${nameOf(item)} is new`, about(item.operation.operationId))),
    ...shared.values(),
  ];
}
