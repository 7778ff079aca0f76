/**
 * What a page loads when a request first needs it: jobs, scenarios, limits, errors that pass, waits, stores of the caller's, what a seed decides, what moves
 * the clock, and what answers the mock's own paths. It is one part, since each cut through the code makes all that is left of it larger.
 */
export { Pauses, sleep } from './answer/pauses.js';
export { moveClock } from './clock/move.js';
export { createControl } from './control.js';
export { cutBody } from './cut-body.js';
export { countRequest, tellAllowance } from './engine/limits.js';
export { openedStore } from './engine/store-away.js';
export { outlastsCode } from './engine/times.js';
export { Jobs } from './jobs/jobs.js';
export { missingKey } from './missing-key.js';
export { preflight } from './preflight.js';
export { readLargeBody, withoutLargeSchemas } from './reading/large-bodies.js';
export { misplacedParts } from './reading/misplaced-parts.js';
export { Scenarios } from './scenarios/scenarios.js';
export { seededChance } from './seeded-chance.js';
export { unknownPath } from './unknown-path.js';
export { violationsHeader } from './violations-header.js';
export { wantedError } from './wanted-error.js';
