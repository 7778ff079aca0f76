/** The work of a thread: generates code from bundles, one after the other. */
import { parentPort } from 'node:worker_threads';
import type { Document } from '../lib/document.js';
import { scenarioValidator } from './scenarios/validator.js';
import { generateTypes } from './types.js';
import { requestValidators, responseValidators } from './validators/validators.js';

const generators = {
  'request validators': requestValidators,
  types: generateTypes,
  'response validators': responseValidators,
  'scenario validator': scenarioValidator,
};

export type CodeName = keyof typeof generators;

export interface Task {
  name: CodeName;
  /** Text of the bundle, as JSON. */
  bundle: string;
}

export type Outcome = { text: string; milliseconds: number } | { error: unknown };

let last: { bundle: string; document: Document } | undefined;

/** The same document for the same bundle: what the generators have in common is then done once. */
function parse(bundle: string): Document {
  if (last?.bundle !== bundle) last = { bundle, document: JSON.parse(bundle) };
  return last.document;
}

async function generate({ name, bundle }: Task): Promise<Outcome> {
  const start = performance.now();
  try {
    return { text: await generators[name](parse(bundle)), milliseconds: performance.now() - start };
  } catch (error) {
    return { error };
  }
}

let working: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (task: Task) => {
  working = working.then(async () => parentPort?.postMessage(await generate(task)));
});
