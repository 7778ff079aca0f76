/**
 * The stream as it is, which tells once how it ended.
 *
 * @param signal aborted when the reader goes away
 * @param ended told whether its reader left it before its end
 */
export function tellEnd<T>(stream: AsyncIterable<T>, signal: AbortSignal | undefined, ended: (aborted: boolean) => void): AsyncIterable<T> {
  let told = false;
  const end = (aborted: boolean) => {
    if (told) return;
    told = true;
    signal?.removeEventListener('abort', leave);
    ended(aborted);
  };
  // Who leaves may ask for nothing more, not even for the end.
  const leave = () => end(true);
  if (signal?.aborted) leave();
  else signal?.addEventListener('abort', leave);
  return {
    [Symbol.asyncIterator]() {
      const iterator = stream[Symbol.asyncIterator]();
      return {
        next: () =>
          iterator.next().then(
            (result) => {
              if (result.done) end(false);
              return result;
            },
            (error) => {
              end(false);
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
