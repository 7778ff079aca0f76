/**
 * The types of openapi-fetch's `GET`, `POST`, ..., except that a response has the types of the contract as they are: those of
 * openapi-fetch 0.17 turn the open string `string & {}` into an object.
 */
import type { Client, ClientPathsWithMethod, MaybeOptionalInit, ParseAsResponse } from 'openapi-fetch';
import type { paths } from '../../generated/types.js';
import type { Failure, FailureBody, OkBody, Success } from './result.js';

type PathClient = Client<paths, 'application/json'>;
type Verb = Exclude<keyof PathClient, 'request' | 'use' | 'eject'>;

type PathMethod<Method extends Lowercase<Verb>, Throw extends boolean> = <
  Path extends ClientPathsWithMethod<PathClient, Method>,
  Init extends MaybeOptionalInit<paths[Path], Method>,
>(
  path: Path,
  ...init: undefined extends Init ? [init?: Init & Record<string, unknown>] : [init: Init & Record<string, unknown>]
) => Promise<
  Success<ParseAsResponse<OkBody<paths[Path][Method]>, Init>> | (Throw extends true ? never : Failure<FailureBody<paths[Path][Method]>>)
>;

/** One method per HTTP method, for every path. */
export type PathMethods<Throw extends boolean> = Pick<PathClient, 'use' | 'eject'> & {
  [Name in Verb]: PathMethod<Lowercase<Name>, Throw>;
};
