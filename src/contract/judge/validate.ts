/** The validation functions that generation compiled with Ajv. */

/** One finding of a validator, as Ajv reports it, without the place in the schema. */
export interface ValidationError {
  keyword: string;
  /** JSON pointer into the value. */
  instancePath: string;
  params: Record<string, unknown>;
}

export interface Validate {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

/** A validator that has found so many stops at the next item of a list or member of a map: whoever reads that many has lost count. */
export const mostErrors = 1000;
