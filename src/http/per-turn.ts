/** Those of a test may stand still, and whoever waits at the other end of a connection has others. jsdom has only the second of them. */
const { setImmediate = setTimeout } = globalThis;

/** Gathers the items of one turn of the event loop, and hands them over together at its end. */
export function perTurn<T>(handOver: (items: T[]) => void): (item: T) => void {
  let waiting: T[] = [];
  return (item) => {
    if (waiting.length === 0) {
      setImmediate(() => {
        const items = waiting;
        waiting = [];
        handOver(items);
      });
    }
    waiting.push(item);
  };
}
