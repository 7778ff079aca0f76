/** What a promise rejects with. */
export const thrown = (promise: Promise<unknown>): Promise<any> =>
  promise.then(
    () => Promise.reject(new Error('Nothing was thrown')),
    (error) => error,
  );
