/** Makes one change of one page. */

import { escapePattern } from '../../../../src/contract/escape-pattern.js';
import { ContractError } from '../../../lib/contract-error.js';
import { operationsOf } from '../../../lib/document.js';
import type { Draft } from '../../edit/draft.js';
import { NoSuchPlace } from '../../edit/splice.js';
import { type Change, type Fact, type FactKind, schemaPlace } from '../../facts/fact.js';
import { type Place, parseAddress } from '../../locate/address.js';
import type { ContractSources } from '../../locate/contract-sources.js';
import { operationsOfPage, serversOf } from '../../locate/page-parts.js';
import { changeExample } from './examples.js';
import { changeKeyword } from './keywords.js';
import { addMemberAt, removeMember, renameMember } from './members.js';
import { changeOperation } from './operations.js';
import type { Outcome, Task } from './reading.js';
import { shownSchema } from './shown-schema.js';
import { NotTranscribed } from './transcription.js';

/** Addresses of a template, whose parameters have any value. */
const shapeOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\{[^}]*\}/)
      .map(escapePattern)
      .join('[^/]+')}$`,
  );

/** What a code sample says of its operation follows from what the page says. */
function changeCall(sources: ContractSources, { reading, change }: Task): Outcome {
  const { kind, after, pointer } = change;
  const said = reading.after.find((fact) => fact.kind === kind && fact.pointer === 'operation')?.value;
  const fits = (template: string | undefined, path = after) => path !== undefined && template !== undefined && shapeOf(template).test(path);
  const called = (of: FactKind) => reading.after.find((fact) => fact.kind === of && fact.pointer === pointer)?.value;
  // What a guide calls may be any operation.
  const own =
    operationsOfPage(sources, reading.entry)[0] ??
    [...operationsOf(sources.document)].find(
      ({ path, method }) => method.toUpperCase() === called('method') && fits(path, called('path')?.replace(/^\/+/, '/')),
    );
  const servers = serversOf(sources.document);
  if (fits(said)) return { noted: `the code sample follows the page: ${after}` };
  const agrees =
    after === undefined ||
    (kind === 'server' ? servers.includes(after) : kind === 'method' ? own?.method.toUpperCase() === after : fits(own?.path));
  if (agrees) return { noted: `the code sample has the ${kind} ${after ?? 'no more'}` };
  return {
    left: `the code sample (${pointer}) has the ${kind} ${after}${said ? `, and the page itself ${said}` : ''}; the contract has ${own ? `${own.method.toUpperCase()} ${servers[0]}${own.path}` : 'no operation'}: decide which is right`,
  };
}

function guideChange({ reading, change }: Task): Outcome {
  const parts = (reading.entry.contributes ?? []).join(', ');
  return {
    left: `the guide says ${change.after ? `${change.kind} ${change.after}${change.before ? ` in place of ${change.before}` : ''}` : `no more ${change.kind} ${change.before}`}; it contributes to ${parts || 'nothing'}: decide what changes there`,
  };
}

/** What other examples of the page say of a member that one of them has under a new name, or alone. */
function contradiction({ reading, change }: Task, place: Place & { in: 'example' }): Outcome | undefined {
  const { pointer, to, before, after } = change;
  const isAt = (fact: Fact, address: string) => {
    const own = schemaPlace(fact.pointer);
    return fact.kind === 'example' && (own === address || own.startsWith(`${address}/`));
  };
  if (to !== undefined) {
    const still = reading.after.find((fact) => isAt(fact, schemaPlace(pointer)));
    return still && { left: `the page has \`${before}\` still (${still.pointer}), and \`${after}\` too: decide which it is` };
  }
  const examples = reading.after.filter((fact) => fact.kind === 'example' && fact.pointer.startsWith('request example '));
  if (place.of !== 'call' || after === undefined || examples.length === 0) return undefined;
  if (examples.some((fact) => isAt(fact, schemaPlace(pointer)))) return undefined;
  return {
    left: `the code sample has \`${after}\` (${pointer}), and the example of the page has not: decide whether there is such a member`,
  };
}

/** @returns what was done, or what a person has to decide; of a change that is left, the draft is to be thrown away */
export function makeChange(draft: Draft, task: Task): Outcome {
  const { change, reading } = task;
  const address = parseAddress(change.pointer);
  if (!address) return { left: `${change.pointer} is no address` };
  const { place, parts } = address;
  try {
    if (reading.entry.kind === 'guide' && change.kind !== 'example' && !(place.in === 'example' && place.of === 'call'))
      return guideChange(task);
    if (place.in === 'example' && !['field', 'enum', 'type', 'example'].includes(change.kind)) return changeCall(draft.sources, task);
    if (change.kind === 'example' && place.in === 'example') return changeExample(draft, task, place, parts ?? []);
    if (change.kind === 'field' && parts) {
      const contradicted = place.in === 'example' ? contradiction(task, place) : undefined;
      if (contradicted) return contradicted;
      if (change.to !== undefined)
        return renameMember(draft, task, place, parts, change.after ?? parseAddress(change.to)?.parts?.at(-1) ?? '');
      if (change.after === undefined) return removeMember(draft, task, place, parts);
      const facts = change.facts ?? [];
      const isRequired = facts.some(({ kind, pointer }) => kind === 'required' && pointer === change.pointer);
      return addMemberAt(draft, task, place, parts, shownSchema(task), isRequired);
    }
    if (parts !== undefined || place.in === 'schema') return changeKeyword(draft, task, place, parts ?? []);
    return changeOperation(draft, task, place);
  } catch (error) {
    if (error instanceof NotTranscribed)
      return { left: `what has come (${change.pointer}) ${error.message}: write it by hand where it belongs` };
    if (!(error instanceof NoSuchPlace || error instanceof ContractError)) throw error;
    return { left: `the contract writes it in a way that cannot be edited here (${error.message}): edit it by hand` };
  }
}

const show = (text: string | undefined): string => (text === undefined ? 'nothing' : text.length > 60 ? `${text.slice(0, 57)}...` : text);

/** A change in words. */
export function changeText({ kind, pointer, before, after, to }: Change): string {
  if (to !== undefined) return `${kind} ${pointer}: \`${before}\` is \`${after}\` now`;
  if (before !== undefined && after !== undefined) return `${kind} ${pointer}: ${show(before)} is ${show(after)} now`;
  return after !== undefined ? `${kind} ${pointer}: ${show(after)} is new` : `${kind} ${pointer}: ${show(before)} is gone`;
}
