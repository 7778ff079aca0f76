/** The documented answers that a coverage report says were given, as calls of which only that is known. */

import { mediaTypeOf } from '../../http/media-type.js';
import type { CoverageReport } from '../../journal/coverage.js';
import { type KnownCall, unknownContent } from '../known-call.js';

export function callsOfCoverage(file: string, { rows, contract }: CoverageReport & { contract?: string }): KnownCall[] {
  return rows
    .filter(({ hits }) => hits > 0)
    .map(({ operation, status, mediaType, example }) => ({
      source: file,
      title: [operation, status, mediaType, example].filter(Boolean).join(' '),
      address: { operation },
      call: {
        sent: () => undefined,
        request: unknownContent,
        status: Number(status) || undefined,
        response: { ...unknownContent, hasBody: true, mediaType: mediaTypeOf(mediaType) || undefined, hasHeader: () => undefined },
        hasKeyFor: () => undefined,
      },
      ...(example !== undefined && { example }),
      ...(contract !== undefined && { contract }),
    }));
}
