/** Jobs that only their creation shows; what a job does otherwise is tested through the mock. */
import { expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { pureChance } from '../../../src/contract/chance/chance.js';
import { getAt } from '../../../src/contract/pointer.js';
import type { TaskFamily } from '../../../src/contract/prepared/task-family.js';
import type { PreparedOperation } from '../../../src/contract/prepared.js';
import { memoryStore } from '../../../src/mock/store/store.js';
import { TaskRunner } from '../../../src/mock/tasks/runner.js';

const creations = contract.operations.flatMap((operation) => {
  const { name = '', role } = operation.task ?? {};
  const { id } = (contract.tasks[name] ?? {}) as TaskFamily;
  return role === 'create' && contract.operations.some(({ task }) => task?.name === name && task.role === 'query')
    ? operation.examples.flatMap((example) => {
        const shown = getAt(example.body, id.at);
        return typeof shown === 'string' ? [[example.name, name, shown, operation] as const] : [];
      })
    : [];
});

test.each(creations)('%s: its job can be asked for where no page shows it later', async (_, name, id, creation) => {
  const family = contract.tasks[name] as TaskFamily;
  const isAbout = ({ request }: PreparedOperation['examples'][number]) => Object.values(request.path ?? {}).includes(id);
  const operations = contract.operations.map((operation) => ({
    ...operation,
    examples: operation === creation ? operation.examples : operation.examples.filter((example) => !isAbout(example)),
  }));
  const query = operations.find(({ task }) => task?.name === name && task.role === 'query') as PreparedOperation;
  const runner = new TaskRunner(name, family, { ...contract, operations }, memoryStore(), { duration: 1000, polls: undefined });
  const request = { path: { [query.task?.parameter ?? '']: id }, query: new URLSearchParams(), header: () => undefined, body: undefined };
  const result = await runner.answer(query, undefined, {
    request,
    session: '',
    chance: pureChance,
    now: Date.now(),
    origin: 'http://mock',
  });
  const success = Object.values(family.states).find(({ outcome }) => outcome === 'success');
  expect(result).toMatchObject({ kind: 'answer', answer: { status: success?.status.query ?? 200 } });
  const body = result?.kind === 'answer' ? result.answer.body : undefined;
  expect([getAt(body, family.id.at) ?? id, getAt(body, family.state)]).toEqual([id, success?.value]);
});
