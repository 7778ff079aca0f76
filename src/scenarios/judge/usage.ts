/** Counts of tokens that contradict each other, in the words of the format. */
import type { ContentAnswer, Scenario } from '../scenario.js';
import type { Found } from './finding.js';

/** What of a cache counts apart from the input differs by protocol, so that the contract says it. */
export const checkUsage = ({ answers }: Scenario): Found[] =>
  answers.flatMap((answer, index) => {
    const { usage: { output, reasoning = 0 } = {}, breaksContract } = answer as ContentAnswer;
    if (output === undefined || reasoning <= output || breaksContract) return [];
    return [
      { pointer: `/answers/${index}/usage/reasoning`, message: `must be at most output, which it is part of: ${output}, got ${reasoning}` },
    ];
  });
