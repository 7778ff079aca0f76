/** Does an answer name only what there is: in its request, or in the answer itself? */
import { compilePlaces, type Places } from '../../contract/judge/member-values.js';
import type { AskedOf } from '../../contract/prepared/asked.js';
import type { Gathering, KeptPlace, Said } from './said/said.js';

type Rule = NonNullable<AskedOf['known']>[number];

/** A rule, and which of the places that are kept are its own. */
export interface KnownPlaces {
  rule: Rule;
  told: number;
  /** Where the answer itself has such values, if it may. */
  own: number | undefined;
  /** Where the request has them, and behind those what excuses. */
  asked: Places;
}

/** @param before how many places are kept besides */
export function knownPlaces(
  rules: readonly Rule[] = [],
  form: 'answer' | 'event',
  before: number,
): { kept: KeptPlace[]; known: KnownPlaces[] } {
  const kept: KeptPlace[] = [];
  const keep = (at: KeptPlace['at']) => before + kept.push({ keep: 'each', at }) - 1;
  const known = rules.flatMap((rule): KnownPlaces[] => {
    const { [form]: told, own, among, elsewhere = [] } = rule;
    const at = own?.[form];
    return told ? [{ rule, told: keep(told), own: at && keep(at), asked: compilePlaces([...among, ...elsewhere]) }] : [];
  });
  return { kept, known };
}

/** The first value that there is not. @param body of the request */
export function unknownValue({ rule, told, own, asked }: KnownPlaces, said: Gathering, body: unknown): Said | undefined {
  const values = said.at(told);
  if (values.length === 0) return undefined;
  const known = new Set(said.at(own).map(({ value }) => value));
  let isElsewhere = false;
  asked.visit(body, (index, value) => {
    if (value === null) return;
    if (index < rule.among.length) known.add(value);
    else isElsewhere = true;
  });
  if (isElsewhere || (rule.any && known.size > 0)) return undefined;
  return values.find(({ value }) => !known.has(value));
}
