/** Scenarios that answer as recordings do. */

import type { Json } from '../../contract/prepared/json.js';
import type { PreparedContract } from '../../contract/prepared.js';
import { exchangesAt, nameOf } from '../../recording/sources.js';
import type { ScenarioRequest } from '../../scenarios/request.js';
import type { Answer, Scenario } from '../../scenarios/scenario.js';
import { RecordedRequests } from '../replay/recorded-requests.js';
import { answerOf, Unsayable } from './answer-of.js';
import { TellingApart } from './tell-apart.js';

export interface DerivedScenarios {
  scenarios: Scenario[];
  /** What stays with its recording, and why. */
  kept: { source: string; why: string }[];
  /** Files that are no recordings: why, each in a line. */
  unread: string[];
  /** How many recordings the scenarios are made of. */
  used: number;
}

/** Equal requests, and what they were answered in turn. */
interface Told {
  request: ScenarioRequest;
  sources: string[];
  answers: Answer[];
}

/** @throws Error for a path that is not there, RecordingError for a file that is no recording */
export async function scenariosOf(paths: readonly string[], contract: PreparedContract): Promise<DerivedScenarios> {
  const requests = new RecordedRequests(contract);
  const kept: DerivedScenarios['kept'] = [];
  const unread: string[] = [];
  const byKey = new Map<string, Told>();
  for (const path of paths) {
    for await (const found of exchangesAt(path)) {
      const source = nameOf(found.place);
      if ('coverage' in found) continue;
      if ('problem' in found) {
        unread.push(found.problem);
        continue;
      }
      const { recording } = found;
      try {
        const { key, request, answer } = tell(requests, contract, recording);
        const told = byKey.get(key) ?? { request, sources: [], answers: [] };
        byKey.set(key, told);
        told.sources.push(source);
        told.answers.push(answer);
      } catch (error) {
        if (!(error instanceof Unsayable)) throw error;
        kept.push({ source, why: error.message });
      }
    }
  }
  const all = [...byKey.values()];
  const apart = new TellingApart(all.map(({ request }) => request));
  const said = all.map(({ answers }) => JSON.stringify(answers));
  const scenarios = new Map<string, Scenario>();
  const names = new Set<string>();
  let used = 0;
  for (const [number, { request, sources, answers }] of all.entries()) {
    const when = apart.when(number, (other) => said[other] === said[number]);
    if (!when) {
      for (const source of sources) kept.push({ source, why: 'no condition tells its request from others that are answered otherwise' });
      continue;
    }
    used += sources.length;
    const key = JSON.stringify(when);
    if (!scenarios.has(key)) scenarios.set(key, { name: newName(request, names), when, answers });
  }
  return { scenarios: [...scenarios.values()], kept, unread, used };
}

type Recorded = Parameters<RecordedRequests['read']>[0];

/** @throws Unsayable */
function tell(
  requests: RecordedRequests,
  contract: PreparedContract,
  { request: recorded, response }: { request: Recorded; response?: Parameters<typeof answerOf>[0] },
) {
  const read = requests.read(recorded);
  if (!read) throw new Unsayable('its path is none of the contract');
  if (!response || response.ended === 'cancel') throw new Unsayable('it has no whole response');
  const { operation, request, context } = read;
  const { prepared, protocol: reader } = operation;
  if (!reader || prepared.protocol === undefined) throw new Unsayable(`${prepared.id} has no chat protocol`);
  const body = reader.canonical(context.body as Json);
  const conversation = reader.conversation(body);
  const asked: ScenarioRequest = {
    operation: prepared.id,
    session: '',
    stream: operation.wantsStream({ ...context, body }),
    model: conversation.model ?? context.path.model,
    context: { ...context, body },
    conversation,
  };
  const answer = answerOf(response, { contract, operation: prepared, protocol: prepared.protocol, reader, request: body });
  return { key: request.exact, request: asked, answer };
}

/** The first words of the user, fit for a name, or the operation. */
function newName({ conversation, operation }: ScenarioRequest, names: Set<string>): string {
  const words = (conversation?.user ?? '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const results = conversation?.toolResults[0]?.name.match(/[\w.-]+/g) ?? [];
  const base = [...words.slice(0, 5), ...results.slice(0, 1)].join('-') || operation;
  let name = base;
  for (let number = 2; names.has(name); number++) name = `${base}.${number}`;
  names.add(name);
  return name;
}
