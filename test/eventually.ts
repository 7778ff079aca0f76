import { vi } from 'vitest';

/** Waits for what comes sooner or later: so long that a busy machine gets there, and shorter than the time of a test, so that the failed check is told. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 120_000, interval: 20 });
