/** A release that nobody has decided on is refused; the project itself may have a registry or none. */
import { expect, test } from 'vitest';
import { demandRegistry } from '../../../scripts/release/registry.js';

test.each([[{}], [{ publishConfig: {} }], [{ publishConfig: { registry: '' } }]])(
  'without a registry a release is refused: %j',
  (manifest) => {
    expect(() => demandRegistry(manifest)).toThrow(/^package\.json has no publishConfig\.registry\. Whoever owns the package decides/);
  },
);

test('with a registry it is not', () => {
  expect(() => demandRegistry({ publishConfig: { registry: 'https://registry.example' } })).not.toThrow();
});
