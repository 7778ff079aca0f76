/** Areas of the API: what a page that uses one operation of it tends to use too. */
import type { PreparedExample, PreparedOperation } from './prepared.js';

/** The examples of an area, by operation. */
export type AreaExamples = Readonly<Record<string, PreparedExample[]>>;

/**
 * The area of an operation, fit for the name of a file: its family of jobs, since the responses of one operation are made of the examples of
 * another one; else its chat protocol; else the kind of thing that it makes.
 */
export const areaOf = ({ task, protocol, modality }: Pick<PreparedOperation, 'task' | 'protocol' | 'modality'>): string =>
  (task?.name ?? protocol ?? modality).replace(/[^\w-]+/g, '-');
