/** Whether a value is one that a schema of a contract allows. */
import type { Document, Schema } from '../../contract/openapi.js';
import { Patterns } from '../../samples/pattern/patterns.js';
import { Budget, Exhausted } from '../../samples/schema/budget.js';
import { Resources } from '../../samples/schema/resources.js';
import { type Fault, Validator } from '../../samples/validate/validator.js';

/** A request of 1 MB takes some hundred thousand; the time is that of a command, which nobody waits for as for a response. */
const steps = 20_000_000;

export class Validity {
  readonly #budget = new Budget();
  readonly #resources: Resources;
  readonly #validator: Validator;

  constructor(document: Document) {
    this.#budget.begin(steps);
    this.#resources = new Resources(document, this.#budget);
    this.#validator = new Validator(this.#resources, new Patterns(this.#budget), this.#budget);
  }

  /** What cannot be told counts as allowed. @param faults gets what is wrong */
  allows(schema: Schema, value: unknown, faults?: Fault[]): boolean {
    this.#budget.begin(steps);
    try {
      return this.#validator.isValid(this.#resources.inside(this.#resources.start.scope, schema), value, faults);
    } catch (error) {
      if (error instanceof Exhausted) return true;
      throw error;
    }
  }
}
