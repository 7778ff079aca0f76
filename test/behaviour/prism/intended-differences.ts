/** Where the mock judges otherwise than Prism, on purpose. Anything else is a defect. */
import type { JudgedRequest } from './requests.js';

const differences: { reason: string; applies: (request: JudgedRequest) => boolean }[] = [];

export const intendedDifference = (request: JudgedRequest): string | undefined =>
  differences.find(({ applies }) => applies(request))?.reason;
