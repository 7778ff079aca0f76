/** Held answers over HTTP, for whoever tests from outside of the process. */
import { type ControlAnswer, controlDone, controlJson, controlRefusal, isObject, readObject } from '../journal/control.js';
import type { Answer } from '../scenarios/scenario.js';
import { type Held, type HoldOptions, mostHolds } from './scenarios/holds.js';
import type { OwnScenarios } from './scenarios/late.js';

/** What may be said about a held answer, each as one member of an object. */
const words: Record<string, (held: Held, value: unknown, all: Record<string, unknown>) => void> = {
  answer: (held, value) => held.answer(isObject(value) ? (value as Answer) : undefined),
  next: (held, value) => held.next(value === true ? 1 : (value as number)),
  error: (held, value) => held.error(isObject(value) ? value : {}),
  cut: (held) => held.cut(),
  end: (held) => held.end(),
  state: (held, value, { progress }) => held.state(String(value), progress === undefined ? {} : { progress: progress as number }),
};

export function holdRoutes(scenarios: OwnScenarios): Map<string, ControlAnswer> {
  const holds = new Map<string, Held>();
  let count = 0;

  async function wrongAnswer(answer: unknown) {
    const { findings } = await scenarios.check({ answers: [answer] });
    return findings.length > 0 ? controlJson({ message: 'this is no answer', findings }, 400) : undefined;
  }

  async function begin(wanted: Record<string, unknown>, session: string | null) {
    const { operation, answer, timeoutMs } = wanted;
    if (operation !== undefined && typeof operation !== 'string') return controlRefusal('operation must be an operationId');
    const wrong = answer === undefined ? undefined : await wrongAnswer(answer);
    if (wrong) return wrong;
    const options = {
      ...(session !== null && { session }),
      ...(answer !== undefined && { answer }),
      ...(timeoutMs !== undefined && { timeoutMs }),
    };
    try {
      const held = scenarios.hold(operation, options as HoldOptions);
      const id = String(++count);
      holds.set(id, held);
      if (holds.size > mostHolds) holds.delete(holds.keys().next().value as string);
      return controlJson({ id }, 201);
    } catch (error) {
      return controlRefusal((error as Error).message);
    }
  }

  /** The hold that is asked for, or why there is none. */
  const find = (id: string | null) => {
    if (id === null) return controlRefusal('say which hold: /__mock/holds?id=, by the id that POST /__mock/holds answered with');
    return holds.get(id) ?? controlRefusal(`there is no hold ${id}; POST /__mock/holds makes one`, 404);
  };

  return new Map<string, ControlAnswer>([
    [
      'GET',
      async ({ query }) => {
        const held = find(query.get('id'));
        if (!('request' in held)) return held;
        return held.request.then(
          ({ aborted: _, ...request }) => controlJson(request),
          (error: Error) => controlRefusal(error.message, 408),
        );
      },
    ],
    [
      'POST',
      async ({ query, text }) => {
        const said = await readObject(text);
        if (!said) return controlRefusal('the body must be a JSON object');
        const id = query.get('id');
        if (id === null) return begin(said, query.get('session'));
        const held = find(id);
        if (!('request' in held)) return held;
        const [word, other] = Object.keys(said).filter((name) => !(name === 'progress' && 'state' in said));
        const wrong = word === 'answer' && isObject(said.answer) ? await wrongAnswer(said.answer) : undefined;
        if (wrong) return wrong;
        const say = word === undefined || other !== undefined || !Object.hasOwn(words, word) ? undefined : words[word];
        if (!say) return controlRefusal(`say one of ${Object.keys(words).join(', ')}`);
        try {
          say(held, said[word as string], said);
          return controlDone();
        } catch (error) {
          return controlRefusal((error as Error).message);
        }
      },
    ],
    [
      'DELETE',
      async ({ query }) => {
        const held = find(query.get('id'));
        if (!('request' in held)) return held;
        held.release();
        holds.delete(query.get('id') ?? '');
        return controlDone();
      },
    ],
  ]);
}
