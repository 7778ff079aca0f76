/** Waits of many streams at once: one timer for all of them, and one listener for each. */

interface Waiting {
  /** By `performance.now()`. */
  due: number;
  /** Where it stands in the heap. */
  at: number;
  /** @param isOver whether the time has come; otherwise nobody waits any more */
  wake(isOver: boolean): void;
}

/** Longer waits than this, of 24 days, end at once in JavaScript. */
const longestTimer = 2 ** 31 - 1;

/** A binary heap: none is due before its parent. */
const heap: Waiting[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
/** When it goes off; never, while there is none. */
let next = Number.POSITIVE_INFINITY;
let setBy: typeof setTimeout | undefined;

/** Puts it where it belongs, from a free place upwards or downwards. */
function place(waiting: Waiting, free: number): void {
  let at = free;
  const move = (other: Waiting) => {
    const left = other.at;
    heap[at] = other;
    other.at = at;
    at = left;
  };
  for (let parent = heap[(at - 1) >> 1]; parent && parent.due > waiting.due; parent = heap[(at - 1) >> 1]) move(parent);
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    const first = right && left && right.due < left.due ? right : left;
    if (!first || first.due >= waiting.due) break;
    move(first);
  }
  heap[at] = waiting;
  waiting.at = at;
}

function take(waiting: Waiting): void {
  const last = heap.pop() as Waiting;
  if (last !== waiting) place(last, waiting.at);
}

/** Sets the timer for whoever is due first. */
function setTimer(): void {
  const due = heap[0]?.due;
  const isOurs = setBy === setTimeout;
  // One that goes off too early does no harm, and to set it anew each time would cost more; but one for nobody keeps the process alive.
  if (isOurs && due !== undefined && due >= next) return;
  // Where a test has put timers of its own in place, those of before are none of them.
  if (isOurs) clearTimeout(timer);
  next = Number.POSITIVE_INFINITY;
  if (due === undefined) return;
  setBy = setTimeout;
  const now = performance.now();
  const wait = Math.min(Math.max(0, Math.ceil(due - now)), longestTimer);
  next = now + wait;
  timer = setTimeout(wakeDue, wait);
}

function wakeDue(): void {
  const now = Math.max(performance.now(), next);
  next = Number.POSITIVE_INFINITY;
  for (let first = heap[0]; first && first.due <= now; first = heap[0]) {
    take(first);
    first.wake(true);
  }
  setTimer();
}

/** The waits of one stream, one after the other. */
export class Pauses {
  readonly #signal: AbortSignal | undefined;
  #waiting: Waiting | undefined;
  /** Whether nobody waits any more. That of the signal costs more to ask. */
  isLeft: boolean;

  /** @param signal ends each wait */
  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
    this.isLeft = signal?.aborted === true;
    signal?.addEventListener('abort', this.#leave);
  }

  /** Waits until a moment, by `performance.now()`. @returns false where the signal ended that, and true otherwise */
  until(due: number): Promise<boolean> {
    if (this.isLeft) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#waiting = { due, at: 0, wake: resolve };
      place(this.#waiting, heap.length);
      setTimer();
    });
  }

  /** To be called when there is nothing more to wait for. */
  end(): void {
    this.#signal?.removeEventListener('abort', this.#leave);
  }

  #leave = (): void => {
    this.isLeft = true;
    const waiting = this.#waiting;
    // One that is over is in the heap no more.
    if (!waiting || heap[waiting.at] !== waiting) return;
    take(waiting);
    if (!heap[0]) setTimer();
    waiting.wake(false);
  };
}

/** Waits once. @returns false where the signal ended that, and true otherwise */
export async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  const pauses = new Pauses(signal);
  try {
    return await pauses.until(performance.now() + milliseconds);
  } finally {
    pauses.end();
  }
}

/** How many wait. */
export const waitingNow = (): number => heap.length;
