import type { TaskFamily } from '../../contract/prepared/task-family.js';

/** The word for a state on the wire. */
export const wordOf = (family: TaskFamily, state: string): string => family.states[state]?.value ?? state;
