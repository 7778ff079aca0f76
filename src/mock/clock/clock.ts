/** The time that a mock goes by. */
import { timeOf } from '../../options/kinds.js';

/** The time that ids, jobs, expiry and limits of a mock go by. Latency and pace do not: those who wait for them wait in real time. */
export interface MockClock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Puts the clock to a time, at which it stands until it is moved again. Resolves with the time, once the callbacks that are due were sent.
   * @param time milliseconds since 1970, a date, or a text such as `2026-01-31T12:00:00Z`
   * @throws RangeError, TypeError for what is no time from 1970 to 2286
   */
  set(time: number | string | Date): Promise<number>;
  /**
   * Moves the clock on by so many milliseconds; it then stands or runs as before. Resolves as `set` does.
   * @throws RangeError, TypeError for less than 0, and for more than leads to 2286
   */
  advance(milliseconds: number): Promise<number>;
  /** Lets the clock be as the mock began: the real time, or what the option `now` says. Resolves as `set` does. */
  reset(): Promise<number>;
}

/** Where the clock of a mock is. */
export interface ClockState {
  /** Milliseconds since 1970. */
  read: () => number;
  /** Milliseconds that it is ahead of what it reads. */
  ahead: number;
  /** Whether it stays where it is until it is moved. */
  stands: boolean;
}

/** What a clock may begin with: a time at which it stands, or what tells the time. */
export type ClockStart = number | string | Date | (() => number);

/** By what `Date` says then: fake timers may take its place. */
export const startClock = (start: ClockStart = () => Date.now()): ClockState => {
  const time = timeOf(start) as number;
  return { read: typeof start === 'function' ? start : () => time, ahead: 0, stands: typeof start !== 'function' };
};
