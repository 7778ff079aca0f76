/** In which state a job is: a matter of its definition, its id and the clock, or the number of polls. */
import type { TaskFamily } from '../../contract/prepared.js';
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

/** @param elapsed share of the job's time or polls that has gone by; 1 and more is the end */
export function progressOf(family: TaskFamily, path: readonly string[], elapsed: number): Progress {
  const running = path.length - 1;
  const index = elapsed >= 1 ? running : Math.max(0, Math.floor(elapsed * running));
  const state = path[index] ?? family.initial;
  return { state, done: Math.min(1, Math.max(0, elapsed)), ended: index >= running };
}

/** Milliseconds after creation at which each state of the path begins. */
export const scheduleOf = (path: readonly string[], duration: number): number[] =>
  path.map((_, index) => (path.length > 1 ? (index * duration) / (path.length - 1) : 0));

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
