/** What a new contract does to calls that were made. */
import { pathBelow } from '../check/path-below.js';
import type { Operation } from '../contract/openapi.js';
import { compareContracts } from '../diff/compare-contracts.js';
import { compareExtensions } from '../diff/find/extensions.js';
import { OperationComparison, type OperationEffect } from '../diff/find/operation-effects.js';
import type { Call, KeyPlace } from '../diff/model/call.js';
import type { Change } from '../diff/model/change.js';
import type { OperationPair } from '../diff/model/operation-pairs.js';
import type { Outcome, Part } from '../diff/model/outcome.js';
import { sameComponents } from '../diff/model/same-components.js';
import { Validity } from '../diff/model/validity.js';
import type { NamedContract } from '../diff/read-contract.js';
import { type HeldViolation, heldViolations } from './bodies.js';
import { type ChangelogEntry, readChangelog } from './changelog.js';
import { exampleAnswer, type KnownCall } from './known-call.js';
import { type Match, Routes } from './routes.js';
import { seenInTypes } from './typescript.js';

/** One thing that the new contract does to a call. */
export interface Finding {
  outcome: Outcome;
  part: Part;
  /** `route`, `body`, `status`, or a parameter or header by its place and name. */
  in: string;
  /** Where in the body, at first; before a pointer into a stream stands the event. */
  pointer?: string;
  /** How many places of the call it concerns. */
  places: number;
  rule: string;
  text: string;
  /** Set where it is not known whether it concerns the call: the part that would tell was not kept. */
  isUncertain?: true;
  /** Set where it is known what of the answer was read, and this was not. */
  isUnused?: true;
  /** Documentation pages, as title paths. */
  pages: string[];
  changelog?: ChangelogEntry;
  /** What someone sees who compiles the call against the types of the newer contract. */
  typescript: string;
}

export type CallOutcome = Outcome | 'unchanged';

export interface CallImpact {
  source: string;
  call: string;
  operation: string;
  outcome: CallOutcome;
  findings: Finding[];
  /** Where the exchange is not what one of the contracts says, or both. */
  violations: HeldViolation[];
}

/** The gravest first. */
export const callOutcomes: readonly CallOutcome[] = ['breaks', 'warned', 'possible', 'unchanged'];

const gravest = (outcomes: CallOutcome[]): CallOutcome => callOutcomes.find((outcome) => outcomes.includes(outcome)) ?? 'unchanged';

/** Pages are the same where items of lists and events of streams differ only by their number. */
const anyItem = (pointer: string): string => pointer.replace(/^event \d+ /, '').replace(/\/\d+(?=\/|$)/g, '/*');

type Told = Omit<OperationEffect, 'level' | 'subjects'> & Partial<Pick<OperationEffect, 'level' | 'subjects'>>;

/** Compares two contracts once, and judges calls by them. */
export class ImpactJudge {
  readonly #from: NamedContract;
  readonly #to: NamedContract;
  readonly #before: Routes;
  readonly #after: Routes;
  readonly #validity: { before: Validity; after: Validity; same: Set<string> };
  readonly #changes: readonly Change[];
  readonly #changelog: (change: Change) => ChangelogEntry | undefined;

  /**
   * @param changes from the one to the other, where they have been found already
   * @throws Error for contracts that cannot be compared
   */
  constructor(from: NamedContract, to: NamedContract, changes?: readonly Change[]) {
    const [base, current] = [from.contract, to.contract];
    this.#from = from;
    this.#to = to;
    this.#before = new Routes(base);
    this.#after = new Routes(current);
    this.#validity = { before: new Validity(base), after: new Validity(current), same: sameComponents(base, current) };
    this.#changes = changes ?? compareContracts(base, current).changes;
    this.#changelog = readChangelog(to.changelog ?? '');
  }

  /**
   * @param baseUrl only calls below this address are the gateway's; without it, all whose path one of the contracts has
   * @returns undefined for a call of somebody else
   */
  judge(known: KnownCall, baseUrl?: URL): CallImpact | undefined {
    const impact = this.#judge(known, baseUrl);
    return impact && known.secrets ? known.secrets.texts(impact) : impact;
  }

  #judge(known: KnownCall, baseUrl?: URL): CallImpact | undefined {
    const address = this.#addressOf(known, baseUrl);
    const [before, after] = address ? [this.#before.find(address), this.#after.find(address)] : [];
    if (!before && !after) return undefined;
    const { source, title } = known;
    const operation = (after ?? before)?.operation.operationId ?? '';
    if (!before || !after) {
      const finding = after ? this.#come(after) : this.#gone(before as Match);
      return { source, call: title, operation, outcome: finding.outcome, findings: [finding], violations: [] };
    }
    const pair = {
      path: before.path,
      pathAfter: after.path,
      method: before.method.toLowerCase(),
      before: before.operation,
      after: after.operation,
    };
    const call = this.#callOf(known, before);
    const told = [
      ...new OperationComparison(this.#from.contract, this.#to.contract, pair, { call, ...this.#validity }).compare(),
      ...this.#beside(pair, call, known),
    ];
    const answered = { ...known, call: { ...known.call, response: call.response } };
    const violations = heldViolations(
      { document: this.#from.contract, operation: pair.before, validity: this.#validity.before },
      { document: this.#to.contract, operation: pair.after, validity: this.#validity.after },
      answered,
    );
    const findings = [...told, ...unexplained(told, violations)].map((item) => this.#finding(item, operation, known));
    const counted = findings.filter(({ isUnused }) => !isUnused).map(({ outcome }) => outcome);
    return { source, call: title, operation, outcome: gravest(counted), findings, violations };
  }

  #addressOf({ address }: KnownCall, baseUrl: URL | undefined): KnownCall['address'] | undefined {
    if ('operation' in address || !baseUrl || address.origin === undefined) return address;
    const path = pathBelow(new URL(address.path, address.origin), baseUrl);
    return path === undefined ? undefined : { ...address, path };
  }

  /** A route of the old contract may be one of another operation in the new one. */
  #callOf({ call, example, address }: KnownCall, { operation, values }: Match): Call {
    const { response, sent } = call;
    const shown =
      example === undefined || response.values
        ? undefined
        : exampleAnswer(this.#from.contract, operation, call.status, response.mediaType, example);
    return {
      ...call,
      parameter: (place, key) => {
        if (place !== 'path') return sent(place, key);
        const value = 'operation' in address ? undefined : values?.[Number(key)];
        return value === undefined ? undefined : [value];
      },
      ...(shown && { response: { ...response, values: shown } }),
    };
  }

  #gone({ method, path, operation }: Match): Finding {
    const text = `operation \`${operation.operationId}\` (${method} ${path}) is gone`;
    const typescript = `\`${path}\` is no key of \`paths\`, and the client has no \`${operation.operationId}\``;
    return { ...this.#ofRoute('breaks', 'operation-removed', text, operation), typescript };
  }

  #come({ method, path, operation }: Match): Finding {
    const text = `operation \`${operation.operationId}\` (${method} ${path}) is new`;
    return { ...this.#ofRoute('possible', 'operation-added', text, operation), typescript: `\`${path}\` is a key of \`paths\`` };
  }

  #ofRoute(outcome: Outcome, rule: string, text: string, { operationId }: Operation): Omit<Finding, 'typescript'> {
    const change = this.#changes.find((item) => [rule, 'operation-moved'].includes(item.rule) && item.operations.includes(operationId));
    return { outcome, part: 'request', in: 'route', places: 1, rule, text, ...this.#toldOf(change, operationId) };
  }

  /** What is not said of the parts of an exchange: keys, servers, extensions. */
  *#beside(pair: OperationPair, call: Call, { address }: KnownCall): Generator<Told> {
    const { before, after } = pair;
    const route = { part: 'request', in: 'route' } as const;
    const isError = call.status === undefined ? undefined : call.status >= 400;
    const isStream = call.response.mediaType === undefined ? undefined : call.response.mediaType === 'text/event-stream';
    const about = (name: string) => (item: Change) => item.subjects.includes(name);
    for (const item of compareExtensions(this.#from.contract, this.#to.contract, [pair])) {
      const { rule, text, level } = item;
      if (level !== 'breaking') continue;
      const told = (outcome: Outcome, is: boolean | undefined, part: Part = 'request'): Told[] => {
        if (is === false) return [];
        return [
          { ...route, part, rule, text, ...(is === undefined ? { outcome: 'warned' as const, isUncertain: true as const } : { outcome }) },
        ];
      };
      if (rule === 'extension' && about('x-stream')(item)) yield* told('breaks', isStream, 'response');
      else if (rule === 'extension' && about('x-error-dialect')(item)) yield* told('breaks', isError, 'response');
      else if (rule === 'extension') yield* told('warned', true);
      else if (rule === 'x-tasks') yield* told('warned', before['x-task'] !== undefined && about(before['x-task'].name)(item), 'response');
      else if (rule === 'x-error-dialects') yield* told('warned', isError && about(before['x-error-dialect'] ?? '')(item), 'response');
      else if (rule === 'security-removed') yield* told('breaks', this.#losesItsKey(before, after, call));
      else if (rule === 'security-added') yield* told('breaks', this.#losesItsKey(before, after, call));
      else if (rule === 'server-removed')
        yield* told('breaks', 'origin' in address && address.origin !== undefined && text.includes(`${address.origin}`));
    }
  }

  #losesItsKey(before: Operation, after: Operation, call: Call): boolean | undefined {
    const [had, has] = [this.#hasKey(this.#from, before, call), this.#hasKey(this.#to, after, call)];
    // Where one key was kept, another would have been as well.
    if (had === true) return has !== true;
    return had === undefined ? undefined : false;
  }

  #hasKey({ contract }: NamedContract, { security = contract.security ?? [] }: Operation, call: Call): boolean | undefined {
    if (security.length === 0 || security.some((alternative) => Object.keys(alternative).length === 0)) return true;
    const places = security.flatMap((alternative) =>
      Object.keys(alternative).flatMap((name): KeyPlace[] => {
        const { type, scheme, in: place, name: parameter } = contract.components.securitySchemes[name] ?? {};
        if (type === 'apiKey') return [{ in: String(place), name: String(parameter) }];
        return [{ in: 'header', name: 'authorization', word: type === 'http' ? String(scheme) : 'bearer' }];
      }),
    );
    return call.hasKeyFor(places);
  }

  #toldOf(change: Change | undefined, operationId: string): { pages: string[]; changelog?: ChangelogEntry } {
    const ofOperation = () => this.#changes.find(({ operations }) => operations.length === 1 && operations[0] === operationId)?.pages ?? [];
    const changelog = change && this.#changelog(change);
    return { pages: change ? change.pages : ofOperation(), ...(changelog && { changelog }) };
  }

  /** The difference of the contracts that an effect on a call comes from. */
  #changeOf({ rule, text, effect }: Told, operationId: string): Change | undefined {
    const subjects = effect?.subjects.join();
    return this.#changes.find(
      (item) =>
        item.rule === rule &&
        (effect
          ? item.subjects.join() === subjects && (item.component === effect.type || item.operations.includes(operationId))
          : item.text === text),
    );
  }

  #finding(told: Told, operationId: string, { reads }: KnownCall): Finding {
    const { outcome, part, rule, text, isUncertain, effect } = told;
    const pointers = effect?.pointers ?? [];
    const isUnused = part === 'response' && reads && pointers.length > 0 && !pointers.some((pointer) => reads.includes(anyItem(pointer)));
    const typescript =
      'level' in told
        ? seenInTypes(told as OperationEffect, { base: this.#from.contract, current: this.#to.contract })
        : 'nothing: types do not tell it';
    return {
      outcome,
      part,
      in: told.in,
      ...(pointers[0] !== undefined && { pointer: pointers[0] }),
      places: Math.max(1, pointers.length),
      rule,
      text,
      ...(isUncertain && { isUncertain }),
      ...(isUnused && { isUnused }),
      ...this.#toldOf(this.#changeOf(told, operationId), operationId),
      typescript,
    };
  }
}

/** What the schemas as a whole show, where no difference by itself did. */
function unexplained(told: Told[], violations: HeldViolation[]): Told[] {
  const parts: Part[] = ['request', 'response'];
  return parts.flatMap((part): Told[] => {
    const ofPart = violations.filter((item) => item.part === part);
    const [to] = ofPart.filter(({ holds }) => holds === 'to');
    const [from] = ofPart.filter(({ holds }) => holds === 'from');
    const has = (outcome: Outcome) => told.some((item) => item.part === part && item.outcome === outcome);
    const about = { part, in: 'body' } as const;
    // What was wrong before in another way is not broken by the new contract.
    const wasRight = ofPart.every(({ holds }) => holds === 'to');
    if (to && wasRight && !has('breaks'))
      return [
        {
          ...about,
          outcome: 'breaks',
          rule: 'not-allowed',
          text: `is no longer what the contract says: \`${to.keyword}\` at "${to.pointer}"`,
        },
      ];
    if (from && ofPart.every(({ holds }) => holds === 'from') && !has('possible'))
      return [
        {
          ...about,
          outcome: 'possible',
          rule: 'allowed',
          text: `is what the contract says now: it was not by \`${from.keyword}\` at "${from.pointer}"`,
        },
      ];
    return [];
  });
}
