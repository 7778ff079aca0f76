/** What kept a response from its end: its caller left, or the connection broke. */
export interface Ending {
  aborted?: true;
  fault?: 'cut';
}

/**
 * The stream as it is, which tells once how it ended.
 *
 * @param signal aborted when the reader goes away
 * @param ended told what kept it from its end, if anything did
 */
export function tellEnd<T>(stream: AsyncIterable<T>, signal: AbortSignal | undefined, ended: (how?: Ending) => void): AsyncIterable<T> {
  let tell: typeof ended | undefined = ended;
  const end = (how?: Ending) => {
    tell?.(how);
    tell = undefined;
  };
  // Who leaves may ask for nothing more, not even for the end.
  const leave = () => end({ aborted: true });
  if (signal?.aborted) leave();
  else signal?.addEventListener('abort', leave, { once: true });
  return {
    [Symbol.asyncIterator]() {
      const iterator = stream[Symbol.asyncIterator]();
      return {
        next: () =>
          iterator.next().then(
            (result) => {
              if (result.done) end();
              return result;
            },
            (error) => {
              end({ fault: 'cut' });
              throw error;
            },
          ),
        async return() {
          leave();
          await iterator.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
