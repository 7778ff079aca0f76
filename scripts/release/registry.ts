/** Where the package is published, which its owner decides. */
import { BadInput } from '../lib/bad-input.js';

/** What `package.json` says of it. */
export interface Published {
  publishConfig?: { registry?: string };
}

export const noRegistry =
  'package.json has no publishConfig.registry. Whoever owns the package decides where it is published; docs/guides/release.md says what else is to be decided.';

export const registryOf = ({ publishConfig }: Published): string | undefined => publishConfig?.registry || undefined;

/** @throws BadInput where nobody has decided */
export function demandRegistry(manifest: Published): void {
  if (registryOf(manifest) === undefined) throw new BadInput(noRegistry);
}
