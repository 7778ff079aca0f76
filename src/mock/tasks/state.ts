/** In which state a job is: a matter of its definition, its id and the clock, or the number of polls. */
import type { TaskFamily } from '../../contract/prepared/task-family.js';
import type { Task } from './id.js';

/** How far a job is. */
export interface Progress {
  /** Name of the state in the family. */
  state: string;
  /** 0 to 1. */
  done: number;
  ended: boolean;
}

/** The states that a job goes through, from its first to its last. */
export function pathOf(family: TaskFamily, end: string | undefined, available: (state: string) => boolean = () => true): string[] {
  const success = family.order.find((state) => family.states[state]?.outcome === 'success') ?? family.order.at(-1) ?? family.initial;
  const last = end ?? success;
  const until = family.order.includes(last) ? family.order.indexOf(last) : family.order.indexOf(success);
  const running = family.order
    .slice(Math.max(0, family.order.indexOf(family.initial)), until)
    .filter((state) => state === family.initial || available(state));
  return [...running, last];
}

/**
 * @param elapsed share of the job's time or polls that has gone by
 * @param at share of the way at which it ends
 */
export function progressOf(family: TaskFamily, path: readonly string[], elapsed: number, at = 1): Progress {
  const running = path.length - 1;
  const index = elapsed >= at ? running : Math.max(0, Math.floor(elapsed * running));
  const state = path[index] ?? family.initial;
  return { state, done: Math.min(at, Math.max(0, elapsed)), ended: index >= running };
}

/** The states that a job comes to, with the share of the way that it then has behind it. @param at where it ends */
export function stepsOf(path: readonly string[], at = 1): Progress[] {
  const running = path.length - 1;
  const steps = path.slice(0, -1).map((state, index) => ({ state, done: index / running, ended: false }));
  return [...steps.filter(({ done }) => done < at), { state: path[running] ?? '', done: running === 0 ? 0 : at, ended: true }];
}

/** When a job ends, in milliseconds since 1970. */
export const endOf = ({ created, duration, at = 1 }: Task): number => created + duration * at;

/** Seconds that a job or its result is kept; `undefined` where nothing is known of it. */
export function lifetimeOf({ lifetime }: TaskFamily, task: Task): number | undefined {
  const wanted = lifetime?.from === undefined ? undefined : task.values[lifetime.from];
  return typeof wanted === 'number' ? wanted : lifetime?.seconds;
}

/** The state of a job whose lifetime is over, where the family has one. */
export function expiredState(family: TaskFamily, task: Task, now: number): string | undefined {
  const seconds = lifetimeOf(family, task);
  return seconds !== undefined && now >= task.created + seconds * 1000 ? family.lifetime?.then : undefined;
}
