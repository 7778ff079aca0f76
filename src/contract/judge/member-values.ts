/** The values at a place of a body, such as the names of all tools. */
import { compilePointer, isInherited, parsePointer } from '../pointer.js';
import type { AnswerPlace } from '../prepared.js';

/** Takes a value; `path` tells where it stands, for as long as the call lasts. */
export type TakeMember = (value: unknown, path: () => string[]) => void;

interface Step {
  part: string;
  isItem: boolean;
  /** Whether JSON values have a member of that name without having it of their own. */
  isInherited: boolean;
}

const stepOf = (part: string): Step => ({ part, isItem: part === '*', isInherited: isInherited(part) });

/**
 * Prepares to look at a place: the function calls `take` for each value there, but for those that are absent. Few events of a stream have anything at
 * most places, so that where it stands is worked out only for what is asked for.
 */
export function compileMembers({ list = '', at, when = {}, lacks }: AnswerPlace): (body: unknown, take: TakeMember) => void {
  const items = parsePointer(list);
  const steps = [...items, ...parsePointer(at)].map(stepOf);
  const conditions = Object.entries(when).map(([pointer, words]) => ({ look: compilePointer(pointer), words }));
  const lacking = lacks === undefined ? undefined : compilePointer(lacks);
  const isChosen = conditions.length > 0 || lacking !== undefined;

  const isMeant = (item: unknown): boolean => {
    for (let index = 0; index < conditions.length; index++) {
      const { look, words } = conditions[index] as (typeof conditions)[number];
      if (!words.includes(String(look(item)))) return false;
    }
    return !lacking?.(item);
  };

  /** @param indices of the items that it is in, the first `star` of them */
  function walk(start: unknown, from: number, indices: number[], star: number, take: TakeMember): void {
    let value = start;
    for (let depth = from; depth < steps.length; depth++) {
      if (depth === items.length && isChosen && !isMeant(value)) return;
      if (typeof value !== 'object' || value === null) return;
      const { part, isItem, isInherited } = steps[depth] as Step;
      if (isItem) {
        if (!Array.isArray(value)) return;
        for (let index = 0; index < value.length; index++) {
          indices[star] = index;
          walk(value[index], depth + 1, indices, star + 1, take);
        }
        return;
      }
      if (isInherited && !Object.hasOwn(value, part)) return;
      value = (value as Record<string, unknown>)[part];
    }
    if (value === undefined || (steps.length === items.length && isChosen && !isMeant(value))) return;
    take(value, () => {
      let star = 0;
      return steps.map(({ part, isItem }) => (isItem ? String(indices[star++]) : part));
    });
  }

  return (body, take) => walk(body, 0, [], 0, take);
}
