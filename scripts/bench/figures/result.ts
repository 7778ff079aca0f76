/** What a run of the benchmark finds out. */

/** Servers that are compared: this mock, the same with the embedded Prism, its rivals, and a server that does nothing but parse and send. */
export const serverNames = ['mock', 'embedded', 'steady', 'prism', 'floor'] as const;
export type ServerName = (typeof serverNames)[number];

export const workloadNames = ['chat', 'calls', 'cut', 'largest', 'refused', 'stream'] as const;
export type WorkloadName = (typeof workloadNames)[number];

/** One server under one load. */
export interface LoadFigures {
  requestsPerSecond: number;
  /** Milliseconds. */
  p99: number;
  /** Microseconds of processor time for a request, where the system tells. */
  cpu?: number;
}

export interface ServerFigures {
  /** Milliseconds from the start of the program to its first answer. */
  start: number;
  /** Resident memory in bytes, before and after the load, where the system tells. */
  idle?: number;
  loaded?: number;
  loads: Partial<Record<WorkloadName, LoadFigures>>;
}

/** The same load on the contract, and on one several times as large. */
export interface SizeFigures {
  once: LoadFigures;
  large: LoadFigures;
}

export interface StreamFigures {
  streams: number;
  /** How many came to their end. */
  complete: number;
  /** Milliseconds from the first request to the end of the last stream. */
  wall: number;
  /** Milliseconds that one stream takes by its pace. */
  ideal: number;
}

export interface BenchResult {
  environment: { node: string; cpus: number; date: string; contract: string };
  /** Title of each workload. */
  workloads: Record<WorkloadName, string>;
  servers: Partial<Record<ServerName, ServerFigures>>;
  /** Factor by which the large contract is larger. */
  times: number;
  sizes: Partial<Record<ServerName, SizeFigures>>;
  /** Milliseconds from `npm start` to the first answer. */
  coldStart?: number;
  /** Milliseconds to import the package and to create a mock, in a fresh process. */
  createMock?: { load: number; create: number };
  streams?: StreamFigures;
  /** What could not be measured, and why. */
  notes: string[];
}
