/** Which tests draw cases at random. */
import { testsThatImport } from './importing-tests.js';

/** The test files that import fast-check, or the seed that all share. */
export const drawingTests = (): Promise<string[]> => testsThatImport(/from '(?:fast-check|[./]+\/runs\.js)'/);
