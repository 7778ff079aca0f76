/**
 * Response schemas without what a value must not be, where they say what it is: Prism takes a `not` for leave to make up a value of any type.
 * The open branch of a union leaves out a few words so; a made-up text is none of them.
 */
import type { IHttpOperation } from '@stoplight/types';
import { changeResponses } from './change-responses.js';

export const withoutNegations = (operation: IHttpOperation): IHttpOperation =>
  changeResponses(operation, ({ not, ...node }) => (not === undefined || (isSchema(not) && 'type' in node) ? node : { ...node, not }));

/** A member of that name may also be described, as may any other. */
const isSchema = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && ('enum' in value || 'const' in value || 'type' in value || 'required' in value);
