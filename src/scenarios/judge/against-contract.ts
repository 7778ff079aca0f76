/** What a contract has to say of a scenario: its names, its statuses, its forms. */

import { declaredResponse } from '../../contract/judge/declared-response.js';
import { formatPointer, parsePointer } from '../../contract/pointer.js';
import type { PreparedContract, PreparedOperation } from '../../contract/prepared.js';
import { mostSimilar } from '../../contract/similarity.js';
import { protocols } from '../../protocols/index.js';
import { kindOf, operationsOf, type ScenarioOperation, serves } from '../compile.js';
import { conversationMembers, globs } from '../conditions.js';
import { scenarioOperations } from '../operations.js';
import type { Answer, ContentAnswer, ErrorAnswer, JobAnswer, ResponseAnswer, Scenario, When } from '../scenario.js';
import { AnswerChecks, type Mismatch, undeclaredStatus, type Validators } from './answers.js';
import { checkExpressions, strayFrom } from './expressions.js';
import type { Found } from './finding.js';

/** What is wrong, and what is odd. */
export interface Verdict {
  findings: Found[];
  warnings: Found[];
}

const help = (name: string, known: readonly string[]): string => {
  const like = mostSimilar(name, known, 0.4);
  return like !== undefined ? `did you mean ${like}?` : `there are ${known.join(', ')}`;
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const several = (value: string | readonly string[]): { name: string; at: string }[] =>
  typeof value === 'string' ? [{ name: value, at: '' }] : value.map((name, index) => ({ name, at: `/${index}` }));

/** Why an operation cannot give an answer. */
const cannot: Record<string, (id: string) => string> = {
  content: (id) => `${id} speaks no chat protocol, so it cannot say this; it can give error, response and example`,
  job: (id) => `${id} creates no job`,
  media: (id) => `${id} answers with no pictures at once`,
};

export class ContractCheck {
  readonly #contract: PreparedContract;
  readonly #operations: readonly ScenarioOperation[];
  readonly #prepared: ReadonlyMap<string, PreparedOperation>;
  readonly #answers: AnswerChecks;

  constructor(contract: PreparedContract, validators: Validators) {
    this.#contract = contract;
    this.#operations = scenarioOperations(contract);
    this.#prepared = new Map(contract.operations.map((operation) => [operation.id, operation]));
    this.#answers = new AnswerChecks(contract, validators);
  }

  get operations(): readonly ScenarioOperation[] {
    return this.#operations;
  }

  check(scenario: Scenario): Verdict {
    const { when = {}, answers } = scenario;
    const named = this.#named(when);
    if (named.length > 0) return { findings: named, warnings: [] };
    const written = answers.map((answer) => (typeof answer === 'function' ? undefined : answer));
    const able = operationsOf(scenario, this.#operations);
    const operations = this.#operations.filter(({ id }) => able.has(id));
    const prepared = operations.flatMap(({ id }) => this.#prepared.get(id) ?? []);
    const { findings, warnings } = checkExpressions(scenario, prepared);
    warnings.push(...this.#unknownModels(when), ...this.#unknownFields(when, prepared), ...this.#unknownParameters(when, prepared));
    for (const [index, answer] of written.entries()) {
      if (!answer) continue;
      const at = `/answers/${index}`;
      const unable = this.#unable(when, answer, operations);
      if (unable) findings.push({ pointer: at + unable.pointer, message: unable.message });
      else this.#judge(answer, at, operations, { findings, warnings });
    }
    if (findings.length === 0 && operations.length === 0)
      findings.push({ pointer: '/answers', message: 'no operation can give all of these answers; make several scenarios of them' });
    return { findings, warnings };
  }

  /** What is wrong with the operations that are named. */
  #named(when: When): Found[] {
    if (when.operation === undefined) return [];
    const known = this.#operations.map(({ id }) => id);
    const asked = conversationMembers.find((member) => when[member] !== undefined);
    return several(when.operation).flatMap(({ name, at }): Found[] => {
      const operation = this.#operations.find(({ id }) => id === name);
      if (!operation) return [{ pointer: `/when/operation${at}`, message: `there is no operation ${name}; ${help(name, known)}` }];
      if (asked === undefined || operation.protocol !== undefined) return [];
      return [
        {
          pointer: `/when/${asked}`,
          atName: true,
          message: `${name} has no conversation to ask ${asked} of; ask by body, headers, path or query`,
        },
      ];
    });
  }

  /** Why an answer cannot be given at all, or not by an operation that is named. */
  #unable(when: When, answer: Answer, operations: readonly ScenarioOperation[]): Mismatch | undefined {
    const kind = kindOf(answer);
    const pointer = kind === 'content' ? '' : `/${kind}`;
    if ('example' in answer) {
      const asked = when.operation === undefined ? this.#operations : operations;
      if (when.operation === undefined ? asked.some((one) => serves(one, answer)) : asked.every((one) => serves(one, answer)))
        return undefined;
      const of = when.operation === undefined ? '' : ` of ${listed(asked.filter((one) => !serves(one, answer)).map(({ id }) => id))}`;
      return {
        pointer,
        message: `there is no example ${answer.example}${of}; ${help(
          answer.example,
          asked.flatMap(({ examples }) => examples),
        )}`,
      };
    }
    if (when.operation === undefined) {
      if (kind !== 'job' && kind !== 'media') return undefined;
      const asked = conversationMembers.find((member) => when[member] !== undefined);
      if (asked === undefined) return undefined;
      return { pointer, message: `no operation with a conversation can give this; leave ${asked} out of when, and ask by body` };
    }
    const other = operations.find((one) => !serves(one, answer));
    return other && { pointer, message: (cannot[kind] as (id: string) => string)(other.id) };
  }

  #judge(answer: Answer, at: string, operations: readonly ScenarioOperation[], { findings, warnings }: Verdict): void {
    const prepared = operations.flatMap(({ id }) => this.#prepared.get(id) ?? []);
    const add = (mismatches: readonly Mismatch[]): boolean => {
      const [first] = mismatches;
      if (first) findings.push({ pointer: at + first.pointer, message: first.message });
      return first !== undefined;
    };
    const kind = kindOf(answer);
    const { fault } = answer;
    const neverReached = (event: number, id: string) =>
      warnings.push({ pointer: `${at}/fault/afterEvents`, message: `nothing goes wrong: a stream of ${id} has ${event} events` });
    if (fault && (kind === 'error' || kind === 'passThrough'))
      warnings.push({ pointer: `${at}/fault`, atName: true, message: `is not used beside ${kind}` });
    if (kind === 'job') add(this.#job(answer as JobAnswer, prepared));
    if (kind === 'content') {
      const unknown = this.#unknownProtocols(answer as ContentAnswer);
      if (add(unknown)) return;
      const leftOut = new Map<string, Set<string>>();
      let isTold = answer.breaksContract === true;
      for (const operation of prepared) {
        const checked = this.#answers.content(operation, answer as ContentAnswer);
        if (!isTold) isTold = add(checked.mismatches);
        if (checked.events !== undefined && (fault?.afterEvents ?? 0) > checked.events) neverReached(checked.events, operation.id);
        for (const part of checked.leftOut) leftOut.set(part, (leftOut.get(part) ?? new Set()).add(operation.protocol ?? ''));
      }
      for (const [part, names] of leftOut)
        warnings.push({
          pointer: at,
          message: `${part} is left out in ${listed([...names])}, which ${names.size > 1 ? 'have' : 'has'} no place for it`,
        });
      return;
    }
    const { events } = (answer as Partial<ResponseAnswer>).response ?? {};
    const count = events?.filter((event) => event !== prepared[0]?.stream?.terminator).length ?? Number.POSITIVE_INFINITY;
    if (prepared[0] && (fault?.afterEvents ?? 0) >= count) neverReached(count, prepared[0].id);
    if (answer.breaksContract) return;
    for (const operation of prepared) {
      if (kind === 'error' && add(this.#error(answer as ErrorAnswer, operation))) return;
      if (kind === 'response' && add(this.#answers.response(operation, answer as ResponseAnswer))) return;
    }
  }

  #error({ error }: ErrorAnswer, operation: PreparedOperation): Mismatch[] {
    const status = typeof error === 'object' ? error.status : error;
    if (typeof status !== 'number' || declaredResponse(operation, status)) return [];
    return [{ pointer: '/error', message: undeclaredStatus(operation, status) }];
  }

  #job({ job: { end } }: JobAnswer, operations: readonly PreparedOperation[]): Mismatch[] {
    if (end === undefined || end.includes('{$')) return [];
    const states = (operation: PreparedOperation): string[] =>
      Object.entries(this.#contract.tasks[operation.task?.name ?? '']?.states ?? {}).flatMap(([name, { outcome }]) =>
        outcome ? [name] : [],
      );
    if (operations.some((operation) => states(operation).includes(end))) return [];
    const known = [...new Set(operations.flatMap(states))];
    return [{ pointer: '/job/end', message: `no such job ends as ${end}; it may be ${known.join(', ')}` }];
  }

  #unknownProtocols({ parts = [] }: ContentAnswer): Mismatch[] {
    const known = Object.keys(protocols);
    return parts.flatMap((part, index) =>
      'raw' in part
        ? Object.keys(part.raw)
            .filter((name) => !known.includes(name))
            .map((name) => ({ pointer: `/parts/${index}/raw/${name}`, message: `there is no protocol ${name}; ${help(name, known)}` }))
        : [],
    );
  }

  #unknownModels({ model }: When): Found[] {
    if (model === undefined) return [];
    const known = this.#contract.models.map(({ id }) => id);
    return several(model).flatMap(({ name, at }) => {
      if (known.some(globs(name))) return [];
      // Names of models often begin with that of their vendor.
      const behindVendor = `*/${name}`;
      const like = known.some(globs(behindVendor)) ? behindVendor : mostSimilar(name, known, 0.5);
      return [
        {
          pointer: `/when/model${at}`,
          message: `the contract knows no model ${name}${like === undefined ? '' : `; did you mean ${like}?`}`,
        },
      ];
    });
  }

  /** Parts of a path have names that the contract alone gives them. */
  #unknownParameters({ path = {} }: When, operations: readonly PreparedOperation[]): Found[] {
    const known = [...new Set(operations.flatMap((one) => [...one.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name as string)))];
    return Object.keys(path)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        pointer: `/when/path${formatPointer([name])}`,
        atName: true,
        message: `no path of these requests has a part ${name}; ${known.length > 0 ? help(name, known) : 'ask by query, headers or body'}`,
      }));
  }

  #unknownFields({ body = {} }: When, operations: readonly PreparedOperation[]): Found[] {
    const trees = operations.flatMap((operation) => operation.body?.fields ?? []);
    return Object.keys(body).flatMap((pointer) => {
      const parts = parsePointer(pointer);
      if (trees.some((tree) => !strayFrom(tree, parts))) return [];
      return [
        {
          pointer: `/when/body/${pointer.replace(/~/g, '~0').replace(/\//g, '~1')}`,
          atName: true,
          message: `the contract knows no field ${pointer} of these requests`,
        },
      ];
    });
  }
}
