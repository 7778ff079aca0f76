/**
 * Loads the examples of a contract area by area, when they are first needed: a page that sends few kinds of requests needs few of them. The
 * texts of made-up answers come with those of the first chat protocol.
 */
import { type AreaExamples, areaOf } from '../contract/area.js';
import type { AnswerSamples } from '../contract/prepared/answer-samples.js';
import type { PreparedContract, PreparedOperation } from '../contract/prepared.js';

export class ExampleLoader {
  readonly #loaded = new Set<string>();
  readonly #loading = new Map<string, Promise<void>>();

  /** @param contract which gets what is loaded */
  constructor(
    readonly contract: Pick<PreparedContract, 'operations' | 'answerSamples'>,
    readonly areas: Readonly<Record<string, () => Promise<{ examples: AreaExamples }>>>,
    readonly loadAnswerSamples: () => Promise<{ answerSamples: AnswerSamples | undefined }>,
  ) {}

  /**
   * Loads the examples of an operation's area; `undefined` where they are there. What failed is tried again the next time.
   * @throws Error, later, when they cannot be loaded
   */
  load(operation: PreparedOperation): Promise<void> | undefined {
    return this.#load(areaOf(operation));
  }

  /** @throws Error when some cannot be loaded */
  async loadAll(): Promise<void> {
    await Promise.all(Object.keys(this.areas).map((area) => this.#load(area)));
  }

  #load(area: string): Promise<void> | undefined {
    if (this.#loaded.has(area)) return undefined;
    // Requests that come while it is on its way wait for it together.
    let loading = this.#loading.get(area);
    if (!loading) {
      loading = this.#fill(area).finally(() => this.#loading.delete(area));
      this.#loading.set(area, loading);
    }
    return loading;
  }

  async #fill(area: string): Promise<void> {
    try {
      const { operations } = this.contract;
      const isChat = operations.some((operation) => operation.protocol !== undefined && areaOf(operation) === area);
      const [{ examples = {} } = {}, samples] = await Promise.all([this.areas[area]?.(), isChat ? this.loadAnswerSamples() : undefined]);
      for (const operation of operations) operation.examples = examples[operation.id] ?? operation.examples;
      if (samples?.answerSamples) this.contract.answerSamples = samples.answerSamples;
      this.#loaded.add(area);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `the examples of ${area} could not be loaded (${reason}); \`await gateway.ready()\` at the start loads all, for pages that go offline`,
        { cause },
      );
    }
  }
}
