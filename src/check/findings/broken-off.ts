import { findingOf } from './violation.js';

/** What is found of a body whose connection broke. */
export const brokenOff = findingOf(
  { part: 'response', in: 'body' },
  'end',
  'must be all there: the connection broke before its end',
  undefined,
);
