/** What makes up values and texts. Each is loaded when a request first needs it, and is there at once from then on. */

import { inTurn } from '../../in-turn.js';
import type * as grammars from '../../samples/grammar/index.js';
import type * as samples from '../../samples/index.js';
import type * as sampleTexts from './sample-text.js';

/** A module that is loaded when it is first needed. */
export class Late<Module> {
  #loaded: Module | undefined;
  #loading: Promise<Module> | undefined;
  readonly #load: () => Promise<Module>;

  constructor(load: () => Promise<Module>) {
    this.#load = load;
  }

  /** What failed, such as a chunk of a page, is tried again the next time. */
  async load(): Promise<Module> {
    this.#loading ??= inTurn(this.#load).finally(() => {
      this.#loading = undefined;
    });
    this.#loaded = await this.#loading;
    return this.#loaded;
  }

  /** @throws Error where it has not been loaded */
  get now(): Module {
    if (!this.#loaded) throw new Error('what makes up answers is used before it is loaded');
    return this.#loaded;
  }

  get isLoaded(): boolean {
    return this.#loaded !== undefined;
  }
}

/** Values for the schemas of callers. */
export const schemaSamples = new Late<Pick<typeof samples, 'sampleFor' | 'validates'>>(() => import('../../samples/index.js'));

/** Texts of the grammars of callers. */
export const grammarSamples = new Late<Pick<typeof grammars, 'larkText'>>(() => import('../../samples/grammar/index.js'));

/** Texts of answers. */
export const answerTexts = new Late<Pick<typeof sampleTexts, 'sampleText' | 'sampleReasoning' | 'askedJson'>>(
  () => import('./sample-text.js'),
);

/** Loads those that are not there; `undefined` where nothing is missing. */
export function loadMissing(parts: readonly Late<unknown>[]): Promise<unknown> | undefined {
  const missing = parts.filter((part) => !part.isLoaded);
  return missing.length > 0 ? Promise.all(missing.map((part) => part.load())) : undefined;
}
