/** The values at places of a body, such as the names of all tools. */
import { compilePointer, isInherited, parsePointer } from '../pointer.js';
import type { AnswerPlace } from '../prepared/member-place.js';

/** Takes a value at one of several places. @param index of the place @param items numbers of the items that it is in, for as long as the call lasts */
export type TakePlaced = (index: number, value: unknown, items: readonly number[]) => void;

/** Places that are looked at in one walk. */
export interface Places {
  visit(body: unknown, take: TakePlaced): void;
  /** Where a value stands. Few events of a stream have anything at most places, so that it is worked out only for what is asked for. */
  pathOf(index: number, items: readonly number[]): string[];
}

/** What several places share of their ways is gone once. */
interface Way {
  part: string;
  isItem: boolean;
  /** Whether JSON values have a member of that name without having it of their own. */
  isInherited: boolean;
  /** Whether a value that is come to is one that is meant; absent where each is. */
  isMeant: ((value: unknown) => boolean) | undefined;
  /** Places that end here. */
  ends: number[];
  ways: Way[];
}

function meant({ when = {}, lacks }: AnswerPlace): Way['isMeant'] {
  const conditions = Object.entries(when).map(([pointer, words]) => ({ look: compilePointer(pointer), words }));
  const lacking = lacks === undefined ? undefined : compilePointer(lacks);
  if (conditions.length === 0 && !lacking) return undefined;
  return (item) => {
    for (let index = 0; index < conditions.length; index++) {
      const { look, words } = conditions[index] as (typeof conditions)[number];
      if (!words.includes(String(look(item)))) return false;
    }
    const kept = lacking?.(item);
    return kept === undefined || kept === null || kept === false;
  };
}

/** Prepares to look at several places: `take` is called for each value there, but for those that are absent. */
export function compilePlaces(places: readonly AnswerPlace[]): Places {
  const roots: Way[] = [];
  const known = new Map<string, Way>();
  const parts = places.map(({ list = '', at }) => parsePointer(list + at));
  for (const [index, place] of places.entries()) {
    const { list = '', when, lacks } = place;
    const choice = when || lacks !== undefined ? JSON.stringify([when, lacks]) : '';
    const chosenAt = parsePointer(list).length;
    let name = '';
    let ways = roots;
    for (const [depth, part] of ['', ...(parts[index] as string[])].entries()) {
      const isChosen = depth === chosenAt;
      name += `${JSON.stringify(part)}${isChosen ? choice : ''}`;
      let way = known.get(name);
      if (!way) {
        way = {
          part,
          isItem: part === '*',
          isInherited: isInherited(part),
          isMeant: isChosen ? meant(place) : undefined,
          ends: [],
          ways: [],
        };
        known.set(name, way);
        ways.push(way);
      }
      ways = way.ways;
    }
    known.get(name)?.ends.push(index);
  }

  /** @param indices of the items that it is in, the first `star` of them */
  function walk(value: unknown, { isMeant, ends, ways }: Way, indices: number[], star: number, take: TakePlaced): void {
    if (isMeant && !isMeant(value)) return;
    for (let end = 0; end < ends.length; end++) take(ends[end] as number, value, indices);
    if (typeof value !== 'object' || value === null) return;
    for (let at = 0; at < ways.length; at++) {
      const way = ways[at] as Way;
      if (way.isItem) {
        if (!Array.isArray(value)) continue;
        for (let index = 0; index < value.length; index++) {
          if (value[index] === undefined) continue;
          indices[star] = index;
          walk(value[index], way, indices, star + 1, take);
        }
      } else if (!way.isInherited || Object.hasOwn(value, way.part)) {
        const member = (value as Record<string, unknown>)[way.part];
        if (member !== undefined) walk(member, way, indices, star, take);
      }
    }
  }

  return {
    visit(body, take) {
      for (let at = 0; at < roots.length; at++) walk(body, roots[at] as Way, [], 0, take);
    },
    pathOf(index, items) {
      let star = 0;
      return (parts[index] ?? []).map((part) => (part === '*' ? String(items[star++]) : part));
    },
  };
}
