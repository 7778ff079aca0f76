/** Answers built of a documented one and other content. One that is asked for again is built once, and then only filled in. */
import { cloneJson } from '../../contract/clone.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedExample } from '../../contract/prepared.js';
import type { BuiltContent } from '../../protocols/parts/answer.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import type { AnswerFields, Givable, KnownAnswer } from '../answer/known-answer.js';
import { BuiltAnswer, holdsMarks, RepeatedAnswer } from './repeated-answer.js';

/** How many answers of an operation are known, the last that were asked for. */
const most = 48;

/** Characters of what an answer says: a longer one is built each time. */
const longest = 2500;

export interface Building {
  protocol: Protocol;
  operation: { documented(example: PreparedExample): KnownAnswer; ownedFields: AnswerFields };
  /** The documented answer that serves as frame. */
  frame: PreparedExample;
  content: BuiltContent;
  /** How many alternatives. */
  choices: number;
  /** Makes the ids of calls. */
  newId: () => string;
}

/** By what they are built of, the one that was asked for last at the end; `undefined`: asked for once. */
const known = new WeakMap<Building['operation'], Map<string, BuiltAnswer | undefined>>();

export function builtAnswer(building: Building): Json | Givable {
  const { newId } = building;
  const built = builtBefore(building);
  return built ? new RepeatedAnswer(built, newId) : cloneJson(build(building, newId));
}

function build({ protocol, operation, frame, content, choices }: Building, newId: () => string): Json {
  const built = protocol.build(operation.documented(frame).body, content, newId);
  return choices > 1 ? protocol.withChoices(built, choices, newId) : built;
}

/** The answer, where it was asked for before. */
function builtBefore(building: Building): BuiltAnswer | undefined {
  const { protocol, operation } = building;
  const key = keyOf(building);
  if (key === undefined) return undefined;
  const answers = known.get(operation) ?? new Map<string, BuiltAnswer | undefined>();
  known.set(operation, answers);
  const make = () => new BuiltAnswer(protocol, operation.ownedFields, (newId) => build(building, newId));
  const built = answers.has(key) ? (answers.get(key) ?? make()) : undefined;
  answers.delete(key);
  answers.set(key, built);
  const [oldest] = answers.keys();
  if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  return built;
}

/** All that the answer depends on; `undefined` where it is better built each time. */
function keyOf({ operation, frame, content, choices }: Building): string | undefined {
  // A list of any length leaves nothing that all answers have in common, pictures are large, and what only one protocol has may be anything.
  if (operation.ownedFields.body.some(({ owned }) => 'repeat' in owned)) return undefined;
  if (content.parts.some((part) => 'image' in part || 'raw' in part)) return undefined;
  const key = JSON.stringify([frame.name, choices, content]);
  return key.length > longest || holdsMarks(key) ? undefined : key;
}
