/** Type declarations of a module of validators. */
export const validatorsDeclaration = `import type { Validate } from '../src/contract/judge/validate.js';

declare const validators: Readonly<Record<string, Validate>>;
export default validators;
`;
