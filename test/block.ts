/** Keeps this process busy for so long that its timers are late, as a busy machine does. */
export const block = (milliseconds: number): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
