import { expect, test } from 'vitest';
import { acrossCopies } from '../src/any-copy.js';
import * as client from '../src/client/index.js';
import * as msw from '../src/msw/index.js';
import * as testing from '../src/testing/index.js';
import * as mock from '../src/upstream/index.js';

/** A module with a class and one below it, as each copy of the package has it. */
function copy() {
  class Base extends Error {}
  class Below extends Base {}
  class Aside extends Base {}
  acrossCopies({ Base, Below, Aside });
  return { Base, Below, Aside };
}
const [one, other] = [copy(), copy()];

test.each([
  ['itself', new one.Below(), new other.Below()],
  ['the same in the other direction', new other.Below(), new one.Below()],
])('an instance is one of %s', (_, own, foreign) => {
  for (const error of [own, foreign]) {
    expect(error).toBeInstanceOf(one.Below);
    expect(error).toBeInstanceOf(one.Base);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(one.Aside);
  }
  expect(new other.Base()).not.toBeInstanceOf(one.Below);
});

test.each([[undefined], [null], ['text'], [1], [{}], [Object.create(null)], [new Error()], [() => 1]])('%s is none', (value) => {
  expect(value instanceof one.Base).toBe(false);
});

test('a class that a caller derives is its own', () => {
  class Own extends one.Base {}
  class OwnBelow extends Own {}
  expect(new OwnBelow()).toBeInstanceOf(Own);
  expect(new OwnBelow()).toBeInstanceOf(other.Base);
  expect(new one.Base()).not.toBeInstanceOf(Own);
  expect(new one.Below() instanceof Own).toBe(false);
});

const exported = Object.entries({ ...client, ...msw, ...testing, ...mock }).filter(
  ([, value]) => typeof value === 'function' && value.prototype instanceof Error,
);

test.each(exported)('%s, which callers can catch, is known in any copy', (name, type) => {
  const foreign = Object.defineProperty({}, Symbol.for(`nexconn-contract ${name}`), { value: true });
  expect(foreign instanceof (type as typeof Error)).toBe(true);
});
