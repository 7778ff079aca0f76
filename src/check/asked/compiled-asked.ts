/** What answers of a protocol keep of what is asked for: worked out once. */
import { compileCondition, compileExpression, type Evaluate } from '../../contract/expression.js';
import { compilePointer } from '../../contract/pointer.js';
import type { AskedEcho, AskedOf } from '../../contract/prepared/asked.js';
import type { AnswerPlace } from '../../contract/prepared/member-place.js';
import { familyOf } from './alike/model-name.js';
import type { CallPlaces } from './arguments.js';
import { type CompiledCited, compiledCited } from './cited.js';
import { type KnownPlaces, knownPlaces } from './known.js';
import { compileWish, type IncludedPlace, includedPlaces } from './promises/included.js';
import { type SealPlaces, sealPlaces } from './promises/sealed-call.js';
import { type ResultPlaces, resultPlaces } from './promises/vendor-results.js';
import { placesOfUses, type UsePlaces } from './promises/vendor-uses.js';
import { type Keep, type KeptPlaces, keptPlaces, type SaidPlace, saidPlace } from './said/said.js';

export interface EchoPlace {
  pointer: string;
  look: (piece: unknown) => unknown;
}

const patternOf = (pattern: string | undefined): RegExp | undefined => (pattern === undefined ? undefined : new RegExp(pattern));

const placeOf = (pointer: string): EchoPlace => ({ pointer, look: compilePointer(pointer) });

/** Which values of the places of an answer are kept. */
const keeps = {
  model: 'first',
  choices: 'different',
  calls: 'each',
  customs: 'each',
  ids: 'each',
  numbers: 'different',
  finish: 'each',
  tokens: 'last',
  prompt: 'last',
  reasoning: 'last',
  stop: 'first',
  text: 'first',
  thoughts: 'first',
  sealed: 'first',
  pieces: 'each',
  annotations: 'each',
  cited: 'each',
  counted: 'last',
} satisfies Partial<Record<keyof AskedOf | 'customs' | 'numbers' | 'ids' | 'pieces', Keep>>;

export type PlaceName = keyof typeof keeps;

/** Where an answer of one form, whole or a stream, says what it has. */
export interface CompiledForm {
  places: Partial<Record<PlaceName | 'likelihoods' | 'alternatives' | 'grounded', SaidPlace>>;
  /** Those of `keeps` that it has, what is said besides, and what more is counted. */
  kept: KeptPlaces;
  /** Where in `kept` they are. */
  index: Partial<Record<PlaceName, number>>;
  besides: readonly number[];
  /** Where more of the request is counted. */
  further: readonly number[];
  /** What names something that there is elsewhere. */
  known: readonly KnownPlaces[];
  /** What there is not where reasoning is declined, and by models of which names. */
  declined: { places: KeptPlaces; models: readonly (RegExp | undefined)[] };
  echoes: (Omit<AskedEcho, 'from'> & { from: Evaluate<unknown>; place: EchoPlace })[];
  called: CallPlaces | undefined;
  results: ResultPlaces | undefined;
  uses: UsePlaces[];
  included: IncludedPlace[];
  seals: SealPlaces | undefined;
}

export interface CompiledAsked {
  protocol: string;
  rules: AskedOf;
  model: Evaluate<unknown>;
  without: RegExp | undefined;
  /** What no text begins with. */
  never: RegExp | undefined;
  /** What none ends with. */
  neverLast: RegExp | undefined;
  /** What a call begins with that is written into the text. */
  written: RegExp | undefined;
  families: ReadonlySet<string>;
  elsewhere: Evaluate<unknown>[];
  /** The tools that may be called, where not all may. */
  allowed: Evaluate<unknown> | undefined;
  counted: Evaluate<unknown> | undefined;
  object: Evaluate<boolean> | undefined;
  likelihoods: Evaluate<boolean> | undefined;
  /** How many alternatives of a token are asked for. */
  alternatives: Evaluate<unknown> | undefined;
  /** The tools of which one may search. */
  grounded: Evaluate<unknown> | undefined;
  cited: CompiledCited | undefined;
  goesOn: Evaluate<unknown> | undefined;
  whole: CompiledForm;
  stream: CompiledForm;
}

function compileForm(rules: AskedOf, isStream: boolean): CompiledForm {
  const { calls, likelihoods, alternatives, grounded, echo } = rules;
  const form = isStream ? 'event' : 'answer';
  const within: Partial<Record<PlaceName, AnswerPlace>> = {
    customs: calls.custom?.[form],
    ...(isStream && { numbers: calls.number, ids: calls.id, pieces: rules.annotations?.pieces }),
  };
  const places: Partial<Record<PlaceName, Partial<Record<typeof form, AnswerPlace>>>> = rules;
  const placeAt = (name: PlaceName): AnswerPlace | undefined => within[name] ?? places[name]?.[form];
  const named = (Object.keys(keeps) as PlaceName[]).flatMap((name) => {
    const at = placeAt(name);
    return at ? [{ name, at, keep: keeps[name] }] : [];
  });
  const besides = (rules.besides ?? []).flatMap((of) => (of[form] ? [{ at: of[form], keep: 'first' as const }] : []));
  const further = (rules.prompt?.also ?? []).flatMap((of) => (of[form] ? [{ at: of[form], keep: 'last' as const }] : []));
  const { kept, known } = knownPlaces(rules.known, form, named.length + besides.length + further.length);
  const declined = (rules.declined ?? []).flatMap(({ [form]: at, models }) => (at ? [{ at, keep: 'last' as const, models }] : []));
  const given = calls.arguments;
  const [names, taken] = [calls[form], given?.[form]];
  return {
    places: {
      ...Object.fromEntries(named.map(({ name, at }) => [name, saidPlace(at)])),
      ...(likelihoods?.[form] && { likelihoods: saidPlace(likelihoods[form]) }),
      ...(alternatives?.[form] && { alternatives: saidPlace(alternatives[form]) }),
      ...(grounded?.[form] && { grounded: saidPlace(grounded[form]) }),
    },
    kept: keptPlaces([...named, ...besides, ...further, ...kept]),
    known,
    index: Object.fromEntries(named.map(({ name }, index) => [name, index])),
    besides: besides.map((_, index) => named.length + index),
    further: further.map((_, index) => named.length + besides.length + index),
    declined: {
      places: keptPlaces(declined),
      models: declined.map(({ models }) => (models === undefined ? undefined : new RegExp(models))),
    },
    called: names &&
      taken && {
        names: saidPlace(names),
        arguments: saidPlace(taken),
        by: isStream && given?.by !== undefined ? compilePointer(given.by) : undefined,
        whole: isStream && given?.whole ? saidPlace(given.whole) : undefined,
        needed: given?.needed?.[form],
      },
    results: resultPlaces(rules.results, form),
    uses: placesOfUses(rules.uses, form),
    included: includedPlaces(rules.included, form),
    seals: sealPlaces(rules.seals, form),
    echoes: Object.entries(echo?.members ?? {}).map(([pointer, rule]) => {
      const { from, ...others } = typeof rule === 'string' ? { from: rule } : rule;
      return { ...others, from: compileExpression(from), place: placeOf(echo?.[form] + pointer) };
    }),
  };
}

/**
 * @param protocol whose requests are read
 * @param models those that there are: a name like none of theirs may be that under which an upstream, or a stub, knows the model
 */
export function compiledAsked(protocol: string, rules: AskedOf, models: readonly string[]): CompiledAsked {
  const { model, calls, text, counted, finish, likelihoods, alternatives, grounded } = rules;
  const without = model.without === undefined ? undefined : new RegExp(model.without, 'g');
  return {
    protocol,
    rules,
    model: compileExpression(model.asked),
    without,
    never: patternOf(text.never),
    neverLast: patternOf(text.neverLast),
    written: patternOf(calls.written),
    families: new Set(models.map((name) => familyOf(name, without))),
    elsewhere: (calls.elsewhere ?? []).map(compileExpression),
    allowed: calls.allowed === undefined ? undefined : compileExpression(calls.allowed),
    counted: counted?.asked === undefined ? undefined : compileExpression(counted.asked),
    object: text.object && compileCondition(`${text.object.asked} == ${JSON.stringify(text.object.is)}`),
    likelihoods: likelihoods && compileWish(likelihoods),
    alternatives: alternatives && compileExpression(alternatives.most),
    grounded: grounded && compileExpression(grounded.asked),
    cited: compiledCited(rules.cited),
    goesOn: finish.open && compileExpression(finish.open.asked),
    whole: compileForm(rules, false),
    stream: compileForm(rules, true),
  };
}
