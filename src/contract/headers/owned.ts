/** Response headers that the server makes up. */

import type { OwnedHeader } from '../prepared/owned-field.js';
import type { PreparedContract, PreparedOperation } from '../prepared.js';

/** The form of a header for the answers of an operation; `undefined` where they have none that a server could make up. */
export const ownedHeader = (
  { ownedHeaders }: Pick<PreparedContract, 'ownedHeaders'>,
  name: string,
  operation: Pick<PreparedOperation, 'protocol'> | undefined,
  mediaType: string,
): OwnedHeader | undefined =>
  ownedHeaders[name]?.find(
    (form) =>
      (form.protocol === undefined || form.protocol === operation?.protocol) &&
      (form.mediaType === undefined || form.mediaType === mediaType),
  );
