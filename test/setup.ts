/** What holds for all property tests. */
import fc from 'fast-check';
import { runs, seed } from './runs.js';

fc.configureGlobal({ seed, numRuns: runs(100) });
