import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { createTaskIds, rememberedExpressions } from '../../../src/mock/tasks/id.js';

const families = Object.entries(contract.tasks);
const scalar = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.string({ maxLength: 10, unit: fc.constantFrom('\u0000', '\u001f', '"', '\\', ',', '1') }),
  fc.integer(),
  fc.boolean(),
);

describe.each(families)('ids of %s', (name, family) => {
  const ids = createTaskIds(name, family);
  const expressions = rememberedExpressions(family);

  test('give back what they were made of', () => {
    const memory = fc.record({
      values: fc.dictionary(fc.constantFrom(...expressions, 'model'), scalar, { noNullPrototype: true }),
      end: fc.option(fc.constantFrom(...Object.keys(family.states)), { nil: undefined }),
      duration: fc.integer({ min: 0, max: 1e9 }),
    });
    fc.assert(
      fc.property(memory, fc.integer({ min: 1_600_000_000_000, max: 4_000_000_000_000 }), ({ values, end, duration }, now) => {
        const task = ids.create({ values, duration, ...(end !== undefined && { end }) }, now);
        expect(task.id).toMatch(/^[\w-]+$/);
        expect(task).toEqual({ id: task.id, created: now, duration, values, ...(end !== undefined && { end }) });
        expect(ids.read(task.id)).toEqual(task);
      }),
    );
  });

  test('tell a value that is too long from one that there is not', () => {
    const [long = '', ...others] = [...expressions, 'model'];
    const task = ids.create({ values: { [long]: 'x'.repeat(200) }, duration: 0 }, 1_700_000_000_000);
    expect(ids.read(task.id)).toEqual({ id: task.id, created: 1_700_000_000_000, duration: 0, values: {}, forgotten: [long] });
    expect(others).not.toContain(long);
  });

  test('are told from texts that are none', () => {
    const { id } = ids.create({ values: {}, duration: 2000 }, 1_700_000_000_000);
    fc.assert(
      fc.property(fc.nat({ max: id.length - 1 }), fc.constantFrom(...'abcdefgh0123456789'), (index, digit) => {
        const changed = id.slice(0, index) + digit + id.slice(index + 1);
        const read = ids.read(changed);
        // A changed time or hex end gives another id of ours; the rest gives none.
        expect(changed === id || read === undefined || (read.duration === 2000 && Object.keys(read.values).length === 0)).toBe(true);
      }),
    );
    for (const other of Object.keys(contract.tasks).filter((other) => other !== name))
      expect(createTaskIds(other, family).read(id)).toBeUndefined();
    for (const text of ['', 'nothing', family.id.template, '../../etc/passwd']) expect(ids.read(text)).toBeUndefined();
  });
});
