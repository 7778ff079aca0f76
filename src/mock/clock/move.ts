/** Moves the clock of a mock. */
import { checkOptions } from '../../options/check-options.js';
import { number, time, timeOf } from '../../options/kinds.js';
import { type ClockStart, type ClockState, startClock } from './clock.js';

/** One of these; neither: as the mock began. */
export interface ClockMove {
  now?: number | string | Date;
  advanceMs?: number;
}

/** What has a clock, and goes by it. */
export interface Clocked {
  clock: ClockState;
  now: () => number;
  jobs: { callDue(): Promise<void> };
  options: { now?: ClockStart };
}

const moves = { now: time, advanceMs: number({ unit: 'ms' }) };

/**
 * Resolves once the callbacks that are due then were sent.
 * @throws RangeError, TypeError for what is no such move
 */
export async function moveClock({ clock, now, jobs, options }: Clocked, move: ClockMove): Promise<number> {
  const checked = checkOptions('clock', move, moves);
  const { advanceMs } = checked;
  if (checked.now !== undefined && advanceMs !== undefined) throw new TypeError('clock: either now or advanceMs can be given, not both');
  if (advanceMs === undefined) Object.assign(clock, startClock(checked.now ?? options.now));
  else if (timeOf(now() + advanceMs) === undefined) throw new RangeError(`clock: advanceMs must not lead beyond 2286, got ${advanceMs}`);
  else clock.ahead += advanceMs;
  await jobs.callDue();
  return now();
}
