/**
 * Two judges, one verdict: the prepared validators and the embedded Prism agree on every request about the operation, on whether it is
 * accepted, and on where it is wrong, both ways. What differs on purpose stands in `differences.ts`.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { type Finding, isChoice, isWithin, type VerdictDifference, verdictDifferences } from './differences.js';
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
  findings: Finding[];
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
    findings: (entry?.violations ?? []).map(({ in: place, pointer, keyword }) => ({ place: place + pointer, keyword })),
  };
}

/**
 * The places that one judge reports, and the other does not. Of a value that is wrong as a whole, one may tell where, and the other that
 * it is; that no alternative fits tells neither.
 */
function onlyIn(findings: readonly Finding[], others: readonly Finding[]): string[] {
  const known = others.filter((other) => !isChoice(other));
  const isKnown = ({ place }: Finding) => known.some((other) => isWithin(place, other.place) || isWithin(other.place, place));
  return findings.filter((finding) => !isChoice(finding) && !isKnown(finding)).map(({ place }) => place);
}

const used = new Set<VerdictDifference>();

describe('the prepared validators and the embedded Prism judge alike', () => {
  test.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const differences: unknown[] = [];
    let count = 0;
    for (const request of requestsOf(operation)) {
      count++;
      const verdicts = { prepared: await judge(prepared, request), prism: await judge(embedded, request) };
      const finds = { prepared: verdicts.prepared.findings, prism: verdicts.prism.findings };
      let mayDecide = false;
      const isIntended = (finder: 'prepared' | 'prism') => (place: string) => {
        const difference = verdictDifferences.find(
          (candidate) => candidate.finder === finder && candidate.applies(place, finds, request.change),
        );
        if (difference) used.add(difference);
        mayDecide ||= difference?.decides === true;
        return difference !== undefined;
      };
      const onlyPrepared = onlyIn(finds.prepared, finds.prism).filter((place) => !isIntended('prepared')(place));
      const onlyPrism = onlyIn(finds.prism, finds.prepared).filter((place) => !isIntended('prism')(place));
      const { prepared: ours, prism: prisms } = verdicts;
      const agree = ours.accepted === prisms.accepted || mayDecide;
      if (ours.operation !== prisms.operation || !agree || onlyPrepared.length + onlyPrism.length > 0)
        differences.push({ change: request.change, ours, prisms, onlyPrepared, onlyPrism });
    }
    expect(count).toBeGreaterThan(0);
    expect(differences).toEqual([]);
  });

  test('each intended difference is still one', () => {
    expect(verdictDifferences.filter((difference) => !used.has(difference))).toEqual([]);
  });
});
