/**
 * Names of the members of requests that hold JSON Schemas of the caller's, over all protocols and in both spellings of those that have two.
 * The `json_schema` of chat completions has one, beside its name.
 */
export const schemaMember = /^parameters$|(?<!^json_)schema$/i;
