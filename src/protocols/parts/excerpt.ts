/**
 * What is read of a request that has very many parts: to read all of them takes longer than anybody else should wait. Schemas of the caller's stay whole,
 * since a part of one is another one.
 */
import type { Json } from '../../contract/prepared/json.js';
import { namesOf } from '../../http/json/names-of.js';
import { schemaMember } from './schema-members.js';

/** Items that are read of each list of the body, with the lists in them: the first, where a system has its word, and the last. */
const mostRead = 4000;
const first = 50;

/** Lists stand no deeper in what protocols read: a message, its parts, and what a tool gave back in one. */
const deepest = 6;
/** An object of more members is none of a protocol, but the caller's own. */
const mostMembers = 50;

interface Left {
  items: number;
}

function shortened(value: Json, depth: number, left: Left): Json {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return shortenedList(value, depth, left);
  const names = namesOf(value);
  if (names.length > mostMembers) return value;
  let copy: Record<string, Json> | undefined;
  for (const name of names) {
    const member = value[name] as Json;
    if (typeof member !== 'object' || member === null || schemaMember.test(name)) continue;
    const short = shortened(member, depth + 1, left);
    if (short === member) continue;
    copy ??= { ...value };
    copy[name] = short;
  }
  return copy ?? value;
}

/** The last ones are read first: if there is no room for all, it is those that matter most. */
function shortenedList(list: readonly Json[], depth: number, left: Left): Json {
  const kept: Json[] = [];
  let isChanged = false;
  const read = (item: Json) => {
    left.items--;
    const short = shortened(item, depth + 1, left);
    isChanged ||= short !== item;
    kept.push(short);
  };
  let at = list.length - 1;
  for (; at >= 0 && left.items > 0; at--) read(list[at] as Json);
  if (at >= 0) {
    isChanged = true;
    for (let index = Math.min(at, first - 1); index >= 0; index--) read(list[index] as Json);
  }
  return isChanged ? kept.reverse() : (list as Json);
}

/** A body of an object with no more than is read of its lists; the body itself where that is all. */
export function excerptOf(body: Json): Json {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  let copy: Record<string, Json> | undefined;
  for (const name of namesOf(body)) {
    const member = body[name];
    if (typeof member !== 'object' || member === null) continue;
    const short = shortened(member, 1, { items: mostRead });
    if (short === member) continue;
    copy ??= { ...body };
    copy[name] = short;
  }
  return copy ?? body;
}
