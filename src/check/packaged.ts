/** A checker of the contract that this package carries. */
import { asked } from '../../compiled/asked.js';
import { contract } from '../../compiled/contract.js';
import { references } from '../../compiled/references.js';
import requestValidators from '../../compiled/request-validators.js';
import responseValidators from '../../compiled/response-validators.js';
import { streamOrders } from '../../compiled/stream-orders.js';
import { Checker } from './checker.js';
import type { CheckerOptions, CheckerUse } from './subject.js';

export const createChecker = (options?: CheckerOptions, use?: CheckerUse): Checker =>
  new Checker({ contract, requestValidators, responseValidators, streamOrders, references, asked }, options, use);

/** The validator of a component schema. */
export const schemaValidator = (name: string) => responseValidators[`schema_${name}`];

/** Names of the component schemas. */
export const schemaNames = (): string[] =>
  Object.keys(responseValidators)
    .filter((name) => name.startsWith('schema_'))
    .map((name) => name.slice('schema_'.length));
