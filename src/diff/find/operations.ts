/** What changes for those who call: operations that come or go, and what changes in one. */

import type { Document, Operation } from '../../contract/openapi.js';
import { type Change, change } from '../model/change.js';
import { operationsOf } from '../model/document.js';
import { type OperationPair, routeOf } from '../model/operation-pairs.js';
import { OperationComparison } from './operation-effects.js';

const nameOf = ({ path, method, operation }: { path: string; method: string; operation: Operation }) =>
  `operation \`${operation.operationId}\` (${method.toUpperCase()} ${path})`;

export function compareOperations(base: Document, current: Document, pairs: OperationPair[]): Change[] {
  const known = (document: Document) => new Set([...operationsOf(document)].map(routeOf));
  const [before, after] = [known(base), known(current)];
  const gone = [...operationsOf(base)].filter((item) => !after.has(routeOf(item)));
  const come = [...operationsOf(current)].filter((item) => !before.has(routeOf(item)));
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
    ...gone.map((item) => change('breaking', 'operation-removed', `${nameOf(item)} is gone`, about(item.operation.operationId))),
    ...come.map((item) => change('non-breaking', 'operation-added', `${nameOf(item)} is new`, about(item.operation.operationId))),
    ...shared.values(),
  ];
}
