/**
 * Names of the members of requests that hold JSON Schemas of the caller's, over all protocols and in both spellings of those that have two.
 * The `json_schema` of chat completions has one, beside its name.
 */
export const schemaMember = /^parameters$|(?<!^json_)schema$/i;

/** Characters of such schemas that a mock reads. Vendors take fewer; to parse as many, and to make a value for one schema, takes some ten milliseconds. */
export const mostOfSchemas = { ofOne: 250_000, ofAll: 1_000_000 };
