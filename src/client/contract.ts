/** The part of the contract that the client carries: `generated/client.ts` is made of these. */
export interface ClientOperation {
  /** Method and path template, as in `GET /v1/files/{file_id}`; the parameters of the path are members of a method's input. */
  route: string;
  /** Whether the members of the input that are no parameters are the request body. */
  body?: true;
  /** The parameter that holds the id of the job, where the path has several. */
  job?: string;
  /** The family of the jobs that the operation starts. */
  starts?: string;
  /** Error dialects that the operation speaks, the usual one first. */
  dialects: readonly string[];
  /** Names of the query parameters, which are members of a method's input too. */
  query?: readonly string[];
  stream?: ClientStream;
}

/** How an operation answers with a stream. */
export interface ClientStream {
  protocol: string;
  /** The member of the input that makes the answer a stream, and its value then. */
  field: string;
  value: unknown;
  /** The last `data:` line, which is no event. */
  terminator?: string;
}

/** The name of the method that streams the response of an operation: its own with another verb. */
export const streamMethod = (operationId: string): string => operationId.replace(/^[a-z]+/, 'stream');

/** Where an error body keeps what a reader needs, as JSON pointers without escapes; of `message` the first that exists. */
export interface ClientDialect {
  message: readonly string[];
  type?: string;
  code?: string;
  requestId?: string;
}

/** A family of jobs. `query` and `result` are operation ids, the pointers (without escapes) lead into the response to a query. */
export interface ClientTask {
  /** Pointer into the response that started the job. */
  id: string;
  state: string;
  error?: string;
  message?: string;
  progress?: string;
  query: string;
  /** All states, in the words on the wire. */
  states: readonly string[];
  /** The final states among them. A word may mean both: with an error in the response it is a failure. */
  success: readonly string[];
  failure: readonly string[];
  result?: string;
  /** What an HTTP status of the result operation says of the job, where it is no success. */
  resultStatus?: Readonly<Record<string, 'pending' | 'failure'>>;
}
