/** What calls resolve to. */

type JsonBody<Response> = Response extends { content: { 'application/json': infer Content } } ? Content : never;
type OkStatus<Status> = Status extends string | number ? (`${Status}` extends `2${string}` ? Status : never) : never;

/** JSON body of the successful responses of an operation. */
export type OkBody<Operation> = Operation extends { responses: infer Responses } ? JsonBody<Responses[OkStatus<keyof Responses>]> : never;
/** JSON body of the error responses of an operation, of any status. */
export type FailureBody<Operation> = Operation extends { responses: infer Responses }
  ? JsonBody<Responses[Exclude<keyof Responses, OkStatus<keyof Responses>>]>
  : never;

/** A call that went well. */
export interface Success<Body> {
  data: Body;
  error?: never;
  response: Response;
}

/** A call that the gateway answered with an error. */
export interface Failure<Body> {
  data?: never;
  error: Body;
  response: Response;
  task?: never;
}
