/** Values for the schemas of callers: loaded when a request first has one, since most have none. */
import type * as samples from '../../samples/index.js';

export type Samples = Pick<typeof samples, 'sampleFor' | 'validates'>;

/** Where no schema has to be met. */
export const noSamples: Samples = { sampleFor: () => ({ value: {}, problems: [] }), validates: () => true };

let loading: Promise<Samples> | undefined;

export function loadSamples(): Promise<Samples> {
  loading ??= import('../../samples/index.js');
  return loading;
}
