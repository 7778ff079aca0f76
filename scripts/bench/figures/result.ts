/** What a run of the benchmark finds out. */

/** Servers that are compared: this mock, the same with the embedded Prism, its rivals, and a server that does nothing but parse and send. */
export const serverNames = ['mock', 'embedded', 'steady', 'prism', 'aimock', 'floor'] as const;
export type ServerName = (typeof serverNames)[number];

export const workloadNames = ['chat', 'calls', 'cut', 'largest', 'refused', 'stream', 'words'] as const;
export type WorkloadName = (typeof workloadNames)[number];

/** What a team adds to the mock, measured against the mock without; how fast its recordings are checked, and what the check of calls costs. */
export const partNames = ['scenarios', 'recordings', 'conform', 'kit'] as const;
export type PartName = (typeof partNames)[number];

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

/** Many streams at once, of one server. */
export interface PacedFigures {
  /** How many came to their end. */
  complete: number;
  /** Milliseconds from the first request to the end of the last stream. */
  wall: number;
  /** Milliseconds that of 100 events 99 are at most too late. */
  late: number;
  /** Microseconds of processor time for a stream, where the system tells. */
  cpu?: number;
}

export interface StreamFigures {
  streams: number;
  /** Milliseconds that one stream takes by its pace. */
  ideal: number;
  mock: PacedFigures;
  /** A server that does nothing but send the same events, with one timer for each stream. */
  control: PacedFigures;
}

/** The mock with a team's scenarios, next to the mock without. */
export interface ScenarioFigures {
  /** A documented chat. */
  documented?: LoadFigures;
  /** The same with another question, of 200 characters and of 32 kB: without scenarios, and with 500 of which none matches. */
  short?: LoadFigures;
  shortAmong500?: LoadFigures;
  long?: LoadFigures;
  longAmong500?: LoadFigures;
  /** A chat that a scenario answers, without and with embedded expressions. */
  own?: LoadFigures;
  embedded?: LoadFigures;
  /** Milliseconds to the first answer: without scenarios, with 20, and with 1,000 answers in 500 files. */
  start?: { none: number; few: number; many: number };
}

/** The mock with 10,000 recordings. */
export interface RecordingFigures {
  /** Bytes on disk. */
  size: number;
  /** Milliseconds to the first answer. */
  start: number;
  /** Resident memory in bytes. */
  idle?: number;
  loads: Partial<Record<'json' | 'stream', LoadFigures>>;
}

/** Recorded exchanges of 2 kB that are checked in a second, the start of the program apart. */
export interface ConformFigures {
  folder: number;
  har: number;
}

/** What the check of a call costs. */
export interface KitFigures {
  /** A JSON call under `contractFetch`, of the call without. */
  json: number;
  /** A stream under `contractFetch`, of one that is only decoded, split and parsed. */
  stream: number;
  /** Milliseconds at the median that a call takes longer through the proxy. */
  proxyMs: number;
  /** The same through a pipe that looks at nothing: what the way over another process costs on this machine. */
  pipeMs: number;
}

export interface BenchResult {
  environment: {
    node: string;
    cpus: number;
    /** Model of the processors. */
    processor: string;
    /** Bytes. */
    memory: number;
    date: string;
    contract: string;
    /** Versions of the rivals and of the load generator. */
    tools: Record<string, string>;
  };
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
  scenarios?: ScenarioFigures;
  recordings?: RecordingFigures;
  conform?: ConformFigures;
  kit?: KitFigures;
  /** What could not be measured, and why. */
  notes: string[];
}
