/** A job family with the operations that belong to it. */
import type { Document, Json, Schema } from '../../lib/document.js';
import type { Place } from '../report/place.js';
import { answersOf, isSuccess, type PlacedOperation } from '../schemas/exchange.js';
import { idsOf } from '../schemas/requested.js';
import type { Sources } from '../schemas/sources.js';
import type { Subject } from './resolve.js';

type Answer = ((...roles: string[]) => Subject) & { of(operation: PlacedOperation): Schema[] };

export interface Family {
  name: string;
  place: Place;
  document: Document;
  /** Its operations with one of the roles. */
  having(...roles: string[]): PlacedOperation[];
  /** What they answer while all is well, or in a state of the job. */
  answer: Answer;
}

export function familyOf({ document, operations, examples }: Sources, name: string, place: Place): Family {
  const own = operations.filter(({ operation }) => operation['x-task']?.name === name);
  const having = (...roles: string[]) => own.filter(({ operation }) => roles.includes(operation['x-task']?.role ?? ''));
  const statesOf = (role: string | undefined): string[] =>
    Object.values<Schema>(place.value?.states ?? {}).map((state) => String(state?.status?.[role ?? '']));
  const of = (operation: PlacedOperation): Schema[] => {
    const statuses = statesOf(operation.operation['x-task']?.role);
    return answersOf(operation, (status) => isSuccess(status) || statuses.includes(status));
  };
  const documented = (ids: readonly string[]): Json[] =>
    examples.flatMap(({ operationId, response }) => (ids.includes(operationId) && response?.body !== undefined ? [response.body] : []));
  const answer = (...roles: string[]): Subject => {
    const operations = having(...roles);
    const ids = operations.map(({ id }) => id);
    return { name: `answer of ${idsOf(operations)}`, schemas: operations.flatMap(of), documented: documented(ids) };
  };
  return { name, place, document, having, answer: Object.assign(answer, { of }) };
}
