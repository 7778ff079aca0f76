/** Looks over and over, while somebody sees what there is. */

/** Milliseconds between two looks. */
const shortest = 1000;
const longest = 30_000;

export interface Watch {
  /** Whether the result is shown; nobody looks while it is not, or while the whole page is hidden. */
  show(isShown: boolean): void;
  /** Looks at once. */
  now(): void;
}

/**
 * One look at a time. A look that takes long is followed by a longer pause, so that a busy mock has most of its time for others.
 * @param look rejects where it fails: the pause doubles until one goes well
 */
export function createWatch(look: () => Promise<void>): Watch {
  let isShown = false;
  let isLooking = false;
  let isUrgent = false;
  let pause = shortest;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plan = (milliseconds: number): void => {
    clearTimeout(timer);
    if (isShown && !document.hidden) timer = setTimeout(run, milliseconds);
  };
  async function run(): Promise<void> {
    if (isLooking) {
      isUrgent = true;
      return;
    }
    isLooking = true;
    const started = performance.now();
    try {
      await look();
      pause = Math.min(longest, Math.max(shortest, 10 * (performance.now() - started)));
    } catch {
      pause = Math.min(longest, 2 * pause);
    }
    isLooking = false;
    plan(isUrgent ? 0 : pause);
    isUrgent = false;
  }
  document.addEventListener('visibilitychange', () => plan(0));
  return {
    show(shown) {
      isShown = shown;
      plan(0);
    },
    now: () => plan(0),
  };
}
