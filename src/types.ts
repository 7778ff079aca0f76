/** The generated types of the contract. */
export type { components, operations, paths } from '../generated/types.js';
