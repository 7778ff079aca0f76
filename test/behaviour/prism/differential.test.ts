/**
 * Three judges, one verdict: the prepared validators, the embedded Prism and stock `prism mock` agree on every request about the
 * operation, on whether it is accepted, and on where it is wrong. Differences that we want are in `intended-differences.ts`.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { intendedDifference } from './intended-differences.js';
import { type JudgedRequest, operations, requestsOf } from './requests.js';

let prepared: Mock;
let embedded: Mock;

beforeAll(async () => {
  prepared = await createMock({ taskSeconds: 0, eventsPerSecond: 1e6, journalSize: 1 });
  embedded = await createMock({ engine: 'prism', taskSeconds: 0, eventsPerSecond: 1e6, journalSize: 1 });
  // The first request loads Prism.
  await embedded.fetch('http://mock/v1/models');
});

interface Verdict {
  operation: string | null;
  accepted: boolean;
  places: string[];
}

async function judge(mock: Mock, { operation, path, query, headers, body }: JudgedRequest): Promise<Verdict> {
  const search = new URLSearchParams(query);
  const response = await mock.fetch(`http://mock${path}${search.size > 0 ? `?${search}` : ''}`, {
    method: operation.method,
    headers: { authorization: 'Bearer key', 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  await response.body?.cancel();
  const [entry] = mock.journal().slice(-1);
  return {
    operation: response.headers.get('x-mock-operation'),
    // A job that nobody knows is no matter of validation.
    accepted: (entry?.violations.length ?? 0) === 0 && (response.status < 400 || response.status === 404 || operation.task !== undefined),
    places: [...new Set((entry?.violations ?? []).map((violation) => `${violation.in}${violation.pointer}`))].sort(),
  };
}

/** Prism reports the place of a missing member's container; we report the member. Both stand for the same finding. */
const isCovered = (place: string, byPrism: readonly string[]): boolean =>
  byPrism.some((other) => other === place || place.startsWith(`${other}/`) || other.startsWith(`${place}/`));

describe('the prepared validators judge as the embedded Prism does', () => {
  test.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const differences: unknown[] = [];
    let count = 0;
    for (const request of requestsOf(operation)) {
      count++;
      const [ours, prisms] = [await judge(prepared, request), await judge(embedded, request)];
      const same =
        ours.operation === prisms.operation &&
        ours.accepted === prisms.accepted &&
        ours.places.every((place) => isCovered(place, prisms.places));
      if (!same && !intendedDifference(request)) differences.push({ change: request.change, ours, prisms });
    }
    expect(count).toBeGreaterThan(0);
    expect(differences).toEqual([]);
  });
});
