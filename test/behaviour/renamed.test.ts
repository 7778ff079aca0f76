/** Names that only the contract knows decide nothing: with others in their place, the mock answers the same. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { fillPath } from '../../src/contract/path-template.js';
import { getAt } from '../../src/contract/pointer.js';
import type { TaskFamily } from '../../src/contract/prepared/task-family.js';
import type { PreparedContract, PreparedOperation } from '../../src/contract/prepared.js';
import { createMock } from '../../src/mock/index.js';

const other = (name: string): string => `other-${name}`;
const keys = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [other(name), value]));

/** States have other names, and so have dialects and families; the words on the wire stay. */
const renamed: PreparedContract = {
  ...contract,
  dialects: keys(contract.dialects),
  errors: keys(contract.errors),
  tasks: keys(
    Object.fromEntries(
      Object.entries(contract.tasks).map(([name, family]) => {
        const { initial, order, states, lifetime, remix } = family;
        const changed: TaskFamily = {
          ...family,
          initial: other(initial),
          order: order.map(other),
          states: keys(states),
          ...(lifetime && { lifetime: { ...lifetime, ...(lifetime.then !== undefined && { then: other(lifetime.then) }) } }),
          ...(remix && { remix: { ...remix, requires: other(remix.requires) } }),
        };
        return [name, changed];
      }),
    ),
  ),
  operations: contract.operations.map((operation) => ({
    ...operation,
    dialect: other(operation.dialect),
    dialectBranches: operation.dialectBranches.map((branch) => ({ ...branch, dialect: other(branch.dialect) })),
    ...(operation.task && { task: { ...operation.task, name: other(operation.task.name) } }),
    examples: operation.examples.map(({ state, ...example }) => ({ ...example, ...(state !== undefined && { state: other(state) }) })),
  })),
};

const start = Date.UTC(2026, 0, 15);

/** What a job answers from its creation to its end, in the words on the wire. */
async function courseOf(from: PreparedContract, family: TaskFamily, name: string, end: string | undefined): Promise<unknown[]> {
  let now = start;
  const mock = await createMock({ contract: from, now: () => now, taskSeconds: 10 });
  const send = async (operation: PreparedOperation, path: Record<string, string>, body?: unknown) => {
    const response = await mock.fetch(`http://mock${fillPath(operation.path, path)}`, {
      method: operation.method,
      headers: { authorization: 'Bearer any', 'content-type': 'application/json', ...(end !== undefined && { prefer: `task=${end}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json(), example: response.headers.get('x-mock-example') };
  };
  const withRole = (role: string) => from.operations.filter(({ task }) => task?.name === name && task.role === role);
  const creations = withRole('create').flatMap((operation) => operation.examples.map((example) => ({ operation, example })));
  const creation = creations.find(({ example }) => getAt(example.body, family.id.at) !== undefined);
  const created = creation && (await send(creation.operation, creation.example.request.path ?? {}, creation.example.request.body));
  const id = String(getAt(created?.body, family.id.at));
  const seen: unknown[] = [created?.status];
  for (let second = 0; second <= 10; second++, now += 1000) {
    for (const operation of [...withRole('query'), ...withRole('result')]) {
      const { status, body, example } = await send(operation, { [operation.task?.parameter ?? '']: id });
      seen.push([status, getAt(body, family.state), example]);
    }
  }
  await mock.close();
  return seen;
}

describe('jobs go the same way', () => {
  test.each(Object.entries(contract.tasks))('%s', async (name, family) => {
    for (const end of Object.keys(family.states).filter((state) => family.states[state]?.outcome)) {
      const course = await courseOf(contract, family, name, end);
      expect(await courseOf(renamed, family, other(name), other(end)), end).toEqual(course);
      expect(new Set(course.map(String)).size).toBeGreaterThan(1);
    }
    expect(await courseOf(renamed, family, other(name), undefined)).toEqual(await courseOf(contract, family, name, undefined));
  });
});

describe('errors are the same', () => {
  const requests: Record<string, string>[] = [
    {},
    { authorization: 'Bearer sk-mock-429' },
    { authorization: 'Bearer any', prefer: 'code=500' },
  ];
  test.each(contract.operations.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const answers = [contract, renamed].map(async (from) => {
      const mock = await createMock({ contract: from });
      const texts: unknown[] = [];
      for (const headers of requests) {
        const response = await mock.fetch(`http://mock${fillPath(operation.path, { model: 'any' })}`, {
          method: operation.method,
          headers,
        });
        texts.push(response.status, JSON.parse((await response.text()).replace(/\b\w*[0-9a-f]{24,}\b/g, '(id)')));
      }
      await mock.close();
      return texts;
    });
    expect(await answers[1]).toEqual(await answers[0]);
  });
});
