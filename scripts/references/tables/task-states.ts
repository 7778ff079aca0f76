/** The states of a job family: their words are those of the answers, and their statuses are declared. */
import { isFilled } from '../../../src/contract/judge/filled.js';
import { getAt } from '../../../src/contract/pointer.js';
import { didYouMean } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';
import { schemaAt } from '../schemas/schema-at.js';
import type { Sources } from '../schemas/sources.js';
import { listedValues } from '../schemas/values.js';
import type { Family } from './family.js';
import { pointerIn } from './resolve.js';

export function* checkStates(family: Family, { examples }: Sources): Findings {
  const { place } = family;
  const names = Object.keys(place.value?.states ?? {});
  yield* checkNames(place, names);
  yield* checkWords(family);
  yield* checkStatuses(family);
  yield* checkMembers(family, examples);
  const asking = new Set(family.having('query', 'result').map(({ id }) => id));
  const suffixes = examples.filter(({ operationId }) => asking.has(operationId)).map(({ name }) => name.slice(name.lastIndexOf('.') + 1));
  for (const name of names) {
    // Without examples at hand, nothing can be said.
    if (suffixes.length > 0 && !suffixes.includes(name))
      yield {
        place: place.child('states', name).key(),
        message: `No example shows the state ${name}${didYouMean(name, new Set(suffixes))}`,
      };
  }
}

function* checkNames(place: Place, names: string[]): Findings {
  const named = [
    place.child('initial'),
    ...place
      .child('order')
      .entries()
      .map(([, at]) => at),
  ];
  named.push(place.child('remix', 'requires'), place.child('lifetime', 'then'));
  for (const at of named) {
    if (at.value !== undefined && !names.includes(at.value))
      yield { place: at, message: `The family has no state ${at.value}${didYouMean(String(at.value), names)}` };
  }
  const { initial } = place.value ?? {};
  const order: unknown[] = place
    .child('order')
    .entries()
    .map(([, { value }]) => value);
  if (names.includes(initial) && !order.includes(initial))
    yield { place: place.child('initial'), message: `${initial} is not in the order.` };
  const last = String(order.at(-1));
  if (names.includes(last) && place.value.states[last]?.outcome !== 'success')
    yield { place: place.child('states', last).key(), message: `The last state, ${last}, is no success.` };
}

/** The words of the states are those that the schemas list, and no word is left without a state. */
function* checkWords({ document, place, answer, having }: Family): Findings {
  const at = place.child('state');
  const asking = answer('create', 'remix', 'query');
  const found = yield* pointerIn(document, at, at.value, asking, ['string']);
  if (!found) return;
  const listed = new Set(
    having('create', 'remix', 'query').flatMap((operation) =>
      answer.of(operation).flatMap((schema) => listedValues(document, schemaAt(document, [schema], at.value) ?? []) ?? []),
    ),
  );
  if (listed.size === 0) return;
  const words = new Set<unknown>();
  for (const [, state] of place.child('states').entries()) {
    const word = state.child('value');
    words.add(word.value);
    if (!listed.has(word.value)) {
      yield { place: word, message: `${at.value} is never ${word.value}${didYouMean(String(word.value), [...listed].map(String))}` };
    }
  }
  const silent = [...listed].filter((word) => !words.has(word));
  if (silent.length > 0) yield { place: place.child('states').key(), message: `No state has the word ${silent.join(', ')}.` };
}

/** What an answer has in a state is what answers have, and what the documented ones of that state have. */
function* checkMembers({ document, place, answer, having }: Family, examples: Sources['examples']): Findings {
  const asking = new Set(having('query').map(({ id }) => id));
  for (const [name, state] of place.child('states').entries()) {
    const shown = examples.filter((example) => asking.has(example.operationId) && example.name.endsWith(`.${name}`));
    for (const [, pointers] of state.child('has').entries()) {
      for (const [, at] of pointers.entries()) yield* pointerIn(document, at, at.value, answer('query'));
      const without = shown.find(({ response: { body } }) => !(pointers.value as string[]).some((pointer) => isFilled(body, pointer)));
      if (without) yield { place: pointers, message: `The example ${without.name} has no ${(pointers.value as string[]).join(' or ')}.` };
    }
    for (const [pointer, member] of state.child('is').entries()) {
      yield* pointerIn(document, member.key(), pointer, answer('query'));
      const other = shown.find(({ response: { body } }) => ![undefined, null, member.value].includes(getAt(body, pointer)));
      if (other) yield { place: member, message: `The example ${other.name} has another ${pointer}.` };
    }
  }
}

function* checkStatuses({ name, place, having }: Family): Findings {
  const roles: string[] = [...new Set(having('query', 'result').map(({ operation }) => operation['x-task']?.role ?? ''))];
  for (const [state, at] of place.child('states').entries()) {
    for (const [role, status] of at.child('status').entries()) {
      if (!roles.includes(role)) {
        yield { place: status.key(), message: `No operation of ${name} has a status by state as ${role}${didYouMean(role, roles)}` };
        continue;
      }
      for (const { id, responses } of having(role)) {
        if (!responses[status.value]) yield { place: status, message: undeclared(id, status.value, responses, `in the state ${state}`) };
      }
    }
    const silent = roles.filter((role) => at.value?.status?.[role] === undefined);
    if (at.value?.status && silent.length > 0)
      yield { place: at.child('status'), message: `The state ${state} has no status for ${silent.join(' and ')}.` };
  }
  const unknown = place.child('unknown', 'status');
  if (unknown.value === undefined) return;
  for (const { id, responses } of having('query', 'result', 'delete')) {
    if (!responses[unknown.value]) yield { place: unknown, message: undeclared(id, unknown.value, responses, 'for an unknown id') };
  }
}

const undeclared = (id: string, status: unknown, responses: object, when: string): string => {
  const declared = Object.keys(responses).filter((code) => code !== 'default');
  return `${id} declares no ${status}, which it answers ${when}; it declares ${declared.join(', ')}.`;
};
