/** How much a server takes on at once, and for how long it waits. */

export interface ServerLimits {
  /** Requests that are answered at once; streams that go on are among them. */
  maxConcurrency: number;
  /** Bytes of all request bodies that are held at once; one by itself is held in any case. */
  maxBytesInFlight: number;
  /** Seconds in which a request has to be here, from the first byte of its head to the last one of its body. */
  requestTimeoutSeconds: number;
}

export const usualLimits: ServerLimits = {
  maxConcurrency: 4096,
  maxBytesInFlight: 128 * 1024 * 1024,
  requestTimeoutSeconds: 30,
};
